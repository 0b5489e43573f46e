import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repoRoot } from '../../support/root.js';
export const recordedFolder = join(repoRoot, 'test/twin/recorded');
/** Every recording, in order of library and number. */
export function readRecordings() {
    return readdirSync(recordedFolder, { recursive: true, encoding: 'utf8' })
        .map((path) => path.replaceAll('\\', '/'))
        .filter((path) => /^[^/]+\/\d{3}_\w+\.sql$/.test(path))
        .sort()
        .map((path) => parseRecording(path.replace(/\.sql$/, ''), readFileSync(join(recordedFolder, path), 'utf8')));
}
/** Throws with the recording's name when the file is not of the form above. */
export function parseRecording(name, text) {
    const statements = [];
    let by;
    let notes = new Map();
    let sql = [];
    for (const line of text.split('\n')) {
        const note = sql.length === 0 ? /^-- (by|simple|oids|params|results): (.*)$/.exec(line) : null;
        if (note?.[1] === 'by')
            by = note[2];
        else if (note !== null)
            notes.set(note[1], note[2]);
        else if (sql.length > 0 || line !== '') {
            sql.push(line);
            if (!line.endsWith(';'))
                continue;
            statements.push({
                sql: sql.join('\n').slice(0, -1),
                simple: notes.get('simple') === 'true',
                oids: JSON.parse(notes.get('oids') ?? '[]'),
                values: JSON.parse(notes.get('params') ?? '[]').map(readValue),
                results: JSON.parse(notes.get('results') ?? '[]'),
            });
            sql = [];
            notes = new Map();
        }
    }
    if (by === undefined || sql.length > 0)
        throw new Error(`${name}: not a recording`);
    return { library: name.slice(0, name.indexOf('/')), name, by, statements };
}
/** The text of a recording's file. Throws where a statement cannot be told from two in such a file. */
export function writeRecording(by, statements) {
    const parts = statements.map(({ sql, simple, oids, values, results }) => {
        if (/;\n|^-- (by|simple|oids|params|results):|^\n/.test(sql))
            throw new Error(`not for a file of this form: ${sql}`);
        const notes = [];
        if (simple)
            notes.push('-- simple: true');
        if (oids.length > 0)
            notes.push(`-- oids: ${spaced(oids)}`);
        if (values.length > 0)
            notes.push(`-- params: ${spaced(values.map(writtenValue))}`);
        if (results.length > 0)
            notes.push(`-- results: ${spaced(results)}`);
        return [...notes, `${sql};`].join('\n');
    });
    return [`-- by: ${by}`, ...parts].join('\n\n').concat('\n');
}
const readValue = (value) => value === null || typeof value === 'string' ? value : Buffer.from(value.hex, 'hex');
const writtenValue = (value) => Buffer.isBuffer(value) ? { hex: value.toString('hex') } : value;
const spaced = (list) => `[${list.map((one) => JSON.stringify(one)).join(', ')}]`;
//# sourceMappingURL=recording.js.map