// Writes src/types/zone-table.ts from compiled time zone files (RFC 9636):
//   node make-zone-table.js FOLDER OTHER_FOLDER "PostgreSQL 18.4" > src/types/zone-table.ts
// FOLDER is the newest release. OTHER_FOLDER is one compiled with the histories of merged zones (PACKRATDATA=backzone):
// servers have the one or the other, so times for which the two disagree are marked as contested.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { posixChanges, readPosixZone } from '../../src/types/posix-zone.js';
function readFile(bytes) {
    const counts = (at) => [0, 1, 2, 3, 4, 5].map((index) => bytes.readUInt32BE(at + 20 + index * 4));
    const [isUt, isStandard, leap, times, types, characters] = counts(0);
    const second = 44 + times * 5 + types * 6 + characters + leap * 8 + isStandard + isUt;
    const [isUt2, isStandard2, leap2, times2, types2, characters2] = counts(second);
    let at = second + 44;
    const instants = Array.from({ length: times2 }, (_, index) => Number(bytes.readBigInt64BE(at + index * 8)));
    at += times2 * 8;
    const indexes = [...bytes.subarray(at, at + times2)];
    at += times2;
    const names = at + types2 * 6;
    const labels = Array.from({ length: types2 }, (_, index) => {
        const start = names + bytes[at + index * 6 + 5];
        const name = bytes.toString('latin1', start, bytes.indexOf(0, start));
        return `${name}:${bytes.readInt32BE(at + index * 6)}`;
    });
    const foot = names + characters2 + leap2 * 12 + isStandard2 + isUt2;
    const tail = bytes.toString('latin1', foot + 1, bytes.indexOf(10, foot + 1));
    return {
        types: labels,
        transitions: instants.map((instant, index) => ({ at: instant, type: labels[indexes[index]] })),
        tail,
    };
}
function readFolder(folder) {
    const found = new Map();
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
        if (/^(posix|right)\/|^(localtime|posixrules|Factory)$/.test(name))
            continue;
        try {
            const bytes = readFileSync(join(folder, name));
            if (bytes.toString('latin1', 0, 4) === 'TZif')
                found.set(name, readFile(bytes));
        }
        catch (error) {
            if (error.code !== 'EISDIR')
                throw error;
        }
    }
    return found;
}
/** Every change up to 2037, those of the tail written out, changes that change nothing left out. */
function writtenOut(source) {
    const tail = readPosixZone(source.tail);
    if (tail === undefined)
        throw new Error(`cannot read ${source.tail}`);
    const last = source.transitions.at(-1)?.at ?? Number.NEGATIVE_INFINITY;
    const all = [...source.transitions];
    for (let year = 1970; year <= 2037; year++) {
        for (const { at, period } of posixChanges(tail, year)) {
            if (at > last && last !== Number.NEGATIVE_INFINITY)
                all.push({ at, type: `${period.abbreviation}:${period.offset}` });
        }
    }
    let before = source.types[0];
    return all.filter(({ type }) => {
        const changes = type !== before;
        before = type;
        return changes;
    });
}
/** End of the last period before 2025 in which the two disagree. */
function contestedUntil(one, other) {
    const changes = [writtenOut(one), writtenOut(other)];
    const instants = [...new Set(changes.flat().map(({ at }) => at))].sort((left, right) => left - right);
    const at = (index, instant) => changes[index].findLast((change) => change.at <= instant)?.type ?? [one, other][index].types[0];
    let until;
    instants.unshift(-1e12);
    for (const [index, instant] of instants.entries()) {
        if (instant > Date.UTC(2025) / 1000)
            break;
        if (at(0, instant) !== at(1, instant))
            until = instants[index + 1];
    }
    return until;
}
function print(source, until) {
    const types = [...new Set([source.types[0], ...source.transitions.map(({ type }) => type)])];
    let before = 0;
    let transitions = '';
    for (const { at, type } of source.transitions) {
        transitions += (at - before).toString(36) + String.fromCharCode(65 + types.indexOf(type));
        before = at;
    }
    return `${until ?? ''}|${types.join(' ')}|${source.tail}|${transitions}`;
}
const [folder, otherFolder, release] = process.argv.slice(2);
if (folder === undefined || otherFolder === undefined || release === undefined)
    throw new Error('usage: see the source');
const other = readFolder(otherFolder);
const lines = new Map();
for (const [name, source] of readFolder(folder)) {
    const twin = other.get(name);
    const line = print(source, twin && contestedUntil(source, twin));
    const names = lines.get(line);
    if (names === undefined)
        lines.set(line, [name]);
    else
        names.push(name);
}
process.stdout.write(`// Time zones of the IANA database, the release that ${release} carries.
// Made by test/types/make-zone-table.ts, not written by hand.
// Many lines, one a zone: names | contested until | abbreviation:offset ... | POSIX tail | transitions (see time-zone.ts).

export const zoneTable = \`
${[...lines].map(([line, names]) => `${names.join(' ')}|${line}`).join('\n')}
\`
`);
//# sourceMappingURL=make-zone-table.js.map