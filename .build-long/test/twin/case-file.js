import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repoRoot } from '../support/root.js';
export const casesFolder = join(repoRoot, 'test/twin/cases');
/** Every case file, in order of group and number. */
export function readCases(folder = casesFolder) {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.sql'))
        .sort()
        .map((path) => parseCase(path.replaceAll('\\', '/').replace(/\.sql$/, ''), readFileSync(join(folder, path), 'utf8')));
}
/** Throws with the case's name when the file is not of the form above. */
export function parseCase(name, text) {
    const wrong = (what) => new Error(`${name}: ${what}`);
    const header = new Map();
    let own = new Map();
    const statements = [];
    let sql = [];
    for (const line of text.split('\n')) {
        const note = sql.length === 0 ? /^-- (\w+): (.*)$/.exec(line) : null;
        if (note !== null) {
            const [, key = '', value = ''] = note;
            if (headerKeys.has(key))
                header.set(key, value);
            else if (statementKeys.has(key))
                own.set(key, value);
            else
                throw wrong(`unrecognized line ${key}`);
        }
        else if (sql.length > 0 || line.trim() !== '') {
            sql.push(line);
            if (line.trimEnd().endsWith(';')) {
                statements.push(readStatement(sql.join('\n').trimEnd().slice(0, -1), own, wrong));
                sql = [];
                own = new Map();
            }
        }
    }
    if (sql.join('').trim() !== '')
        throw wrong('a statement without its semicolon');
    if (statements.length === 0)
        throw wrong('no statement');
    const description = header.get('description');
    if (description === undefined)
        throw wrong('no description');
    const expect = header.get('expect');
    if (expect !== 'served' && expect !== 'refused')
        throw wrong('expect is served or refused');
    if ((expect === 'refused') !== statements.some(({ refused }) => refused !== undefined)) {
        throw wrong('expect does not fit its statements');
    }
    const modes = (header.get('modes') ?? 'simple text binary').split(' ');
    if (modes.some((mode) => !['simple', 'text', 'binary', 'batch'].includes(mode)))
        throw wrong('unrecognized mode');
    return {
        group: name.slice(0, name.lastIndexOf('/')),
        name,
        description,
        expect,
        modes,
        order: header.get('order') === 'multiset' ? 'multiset' : 'list',
        user: header.get('user') ?? 'app',
        since: Number(header.get('since') ?? 0),
        cleanup: header.get('cleanup'),
        statements,
    };
}
const headerKeys = new Set(['description', 'expect', 'modes', 'order', 'user', 'since', 'cleanup']);
const statementKeys = new Set(['params', 'oids', 'error', 'refused', 'rows', 'copy', 'copyhex', 'copyfail']);
function readStatement(sql, own, wrong) {
    const refused = own.get('refused');
    const match = refused === undefined ? undefined : /^(\w{5}) (.+)$/.exec(refused);
    if (match === null)
        throw wrong('refused is an SQLSTATE and words of the message');
    return {
        sql,
        params: JSON.parse(own.get('params') ?? '[]'),
        oids: JSON.parse(own.get('oids') ?? '[]'),
        error: own.get('error'),
        refused: match === undefined ? undefined : { code: match[1], words: match[2] },
        ignoreRows: own.get('rows') === 'ignored',
        copy: copyData(own.get('copy'), own.get('copyhex')),
        copyFail: own.get('copyfail'),
    };
}
function copyData(json, hex) {
    if (hex !== undefined)
        return [Buffer.from(hex, 'hex')];
    return json === undefined ? undefined : JSON.parse(json).map((text) => Buffer.from(text));
}
/** The statement with its parameters written in as literals, for the simple protocol. */
export function inlineParameters({ sql, params }) {
    return sql.replace(/\$(\d+)/g, (whole, number) => {
        const value = params[Number(number) - 1];
        if (value === undefined)
            return whole;
        return value === null ? 'NULL' : `'${value.replaceAll("'", "''")}'`;
    });
}
//# sourceMappingURL=case-file.js.map