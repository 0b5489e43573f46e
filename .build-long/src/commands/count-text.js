import { readRegisteredColumns } from '../control/column-registry.js';
import { openKeyTable } from '../control/key-table.js';
import { countByKey } from '../jobs/key-counts.js';
import { createKeyRing } from '../keys/create-key-ring.js';
import { keySource } from '../seal/envelope.js';
import { textTable } from './text-table.js';
/** `status --count`: for each column, how many values rest on which key, and whether that is what the map seals with now. */
export async function countText(database, config) {
    const keyTable = openKeyTable(database);
    const { counts, denied } = await countByKey(database, await readRegisteredColumns(database));
    const rows = new Map((await keyTable.all()).map((row) => [row.id, row]));
    const log = { info: () => undefined, warn: () => undefined };
    // Mode full asks for no dry run. Without a key service the counts are shown all the same.
    const ring = await createKeyRing({ keys: config.keys, mode: 'full', prove: false, store: keyTable, log }).catch(() => undefined);
    try {
        const lines = [];
        for (const { label, source, keyId, values } of counts) {
            const row = source === keySource.insecureTestKey ? undefined : rows.get(keyId);
            lines.push([
                label,
                row?.namedKey ?? '-',
                modeOf(source),
                row?.arn ?? '-',
                await restsOn(source, row, ring),
                `${values}`,
            ]);
        }
        const table = textTable([['COLUMN', 'KEY', 'DATA KEYS', 'NAMED THERE', 'RESTS ON', 'VALUES'], ...lines]);
        return [table, ...denied.map((label) => `${label}: this login may not read its table\n`)].join('');
    }
    finally {
        ring?.close();
    }
}
function modeOf(source) {
    if (source === keySource.branch)
        return 'branch';
    return source === keySource.kms ? 'per-row' : source === keySource.insecureTestKey ? 'test key' : 'not known';
}
async function restsOn(source, row, ring) {
    if (source === keySource.insecureTestKey)
        return 'the insecure test key';
    if (row === undefined)
        return 'a key that is not in pgseal.keys';
    if (ring === undefined)
        return 'not known';
    if (await ring.isPresent(row))
        return 'the present key';
    const trusted = ring.status().find(({ name }) => name === row.namedKey)?.trusted;
    return trusted?.includes(row.arn) === true ? 'an old key' : 'a key that the map does not name';
}
//# sourceMappingURL=count-text.js.map