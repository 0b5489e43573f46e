// Reading of vector files, see vectors.test.ts.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encryptOnlyAccess, openAccess } from '../../src/sql/access.js';
import { analyze } from '../../src/sql/analyze.js';
import { parseStatements } from '../../src/sql/parsed-text.js';
import { repoRoot } from '../support/root.js';
import { fixtureCatalog, publicNames, relations } from './fixture-catalog.js';
export const vectorFolder = join(repoRoot, 'test/vectors/sql');
export function vectorFiles() {
    return readdirSync(vectorFolder).filter((name) => name.endsWith('.sql'));
}
export function readCases(file) {
    const text = readFileSync(join(vectorFolder, file), 'utf8');
    const cases = [];
    for (const block of text.split(/^-- case: /m).slice(1)) {
        const lines = block.split('\n');
        const name = lines.shift();
        const header = [];
        while (/^-- (declared|mode|names): /.test(lines[0] ?? ''))
            header.push(lines.shift());
        const at = lines.findIndex((line) => line.startsWith('-- expect: '));
        const sql = (at < 0 ? lines : lines.slice(0, at)).join('\n').trim();
        const expected = (at < 0 ? [] : lines.slice(at)).join('\n').trim().split('\n');
        cases.push({ file, name, header, sql, expected });
    }
    return cases;
}
/** The plan of a case; `access` takes the place of what its mode says. */
export function planOf(one, access) {
    const header = (key) => one.header.find((line) => line.startsWith(`-- ${key}: `))?.slice(key.length + 5);
    const statement = parseStatements(Buffer.from(one.sql)).statements[0];
    const overrides = new Map((header('names') ?? '').split(' ').flatMap((pair) => {
        const [name, meaning] = pair.split('=');
        if (meaning === undefined)
            return [];
        return [[name, relations.find((one) => `${one.schema}.${one.name}` === meaning)?.oid ?? 99999]];
    }));
    return analyze({
        statement,
        catalog: fixtureCatalog,
        names: publicNames(statement.names, overrides),
        declaredOids: (header('declared') ?? '').split(' ').filter(Boolean).map(Number),
        mode: header('mode') === 'encrypt-only' ? 'encrypt-only' : 'full',
        access: access ?? (header('mode') === 'encrypt-only' ? encryptOnlyAccess() : openAccess),
        currentSchema: 'public',
    });
}
//# sourceMappingURL=vectors.js.map