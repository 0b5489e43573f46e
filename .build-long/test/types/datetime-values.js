import assert from 'node:assert/strict';
import fc from 'fast-check';
import { codecs } from '../../src/types/codecs.js';
import { defaultValueSettings } from '../../src/types/value-settings.js';
import { applySettings, compareReading } from './server-values.js';
// What the tests of dates, times and intervals share.
const scale = Number(process.env.PGSEAL_TEST_SCALE ?? '1');
const seed = Number(process.env.PGSEAL_TEST_SEED ?? '21');
export function samples(arbitrary, count) {
    return fc.sample(arbitrary, { numRuns: count * scale, seed });
}
export const type = (name, typmod = -1) => ({ name, typmod });
export const settingsOf = (changes) => ({ ...defaultValueSettings, ...changes });
export function int64(value) {
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64BE(value);
    return bytes;
}
export function int32(value) {
    const bytes = Buffer.alloc(4);
    bytes.writeInt32BE(value);
    return bytes;
}
/** Puts stored forms into a table on the server: their texts under ISO and UTC are read there, and must send the same. */
export async function place(client, table, name, stored) {
    await applySettings(client, defaultValueSettings);
    const codec = codecs[name];
    const texts = stored.map((value) => codec.toText(value, defaultValueSettings).toString());
    await client.query(`create temp table ${table} (place int, v ${name})`);
    await client.query(`insert into ${table} select o, t::${name} from unnest($1::text[]) with ordinality as u(t, o)`, [
        texts,
    ]);
    const { rows } = await client.query(`select encode(${name}_send(v), 'hex') as sent from ${table} order by place`);
    assert.deepEqual(rows.map((row) => row.sent), stored.map((value) => value.toString('hex')));
}
export async function compareWriting(client, table, name, stored, settings) {
    await applySettings(client, settings);
    const { rows } = await client.query({ text: `select v::text from ${table} order by place`, rowMode: 'array' });
    let refused = 0;
    stored.forEach((value, index) => {
        let text;
        try {
            text = codecs[name].toText(value, settings).toString();
        }
        catch (error) {
            assert.equal(error.errorName, 'timeZoneHistory', String(error));
            refused++;
            return;
        }
        assert.equal(text, rows[index][0], `${name} ${value.toString('hex')} under ${JSON.stringify(settings)}`);
    });
    return refused;
}
export const number = (min, max, width) => fc
    .tuple(fc.integer({ min, max }), fc.boolean())
    .map(([value, pad]) => (pad ? `${value}`.padStart(width, '0') : `${value}`));
export const fraction = fc.oneof(fc.constant(''), fc.integer({ min: 0, max: 999999 }).map((value) => `.${`${value}`.padStart(6, '0')}`), fc.stringMatching(/^\.[0-9]{1,9}$/), fc.constantFrom('.', '.9999999', '.0000005', '.0000015', '.5'));
/**
 * Refused by name where the server may take it; words that depend on the clock; and of two errors in one text either, since
 * the order in which they are found is not the server's.
 */
export function mayRefuse(input, state, server) {
    if ('state' in server && /^22(00[789]|015|023)$/.test(state))
        return true;
    return state === '0A000' || (/now|today|tomorrow|yesterday/i.test(input) && state === '22007' && server !== undefined);
}
export async function compareAll(client, of, inputs, settings) {
    await applySettings(client, settings);
    await compareReading(client, of, inputs, settings, mayRefuse);
}
//# sourceMappingURL=datetime-values.js.map