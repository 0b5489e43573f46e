import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import pg from 'pg';
import { codecs } from '../../src/types/codecs.js';
import { defaultValueSettings } from '../../src/types/value-settings.js';
import { sharedPostgres } from '../support/postgres.js';
import { compareAll, compareWriting, fraction, int32, int64, number, place, samples, settingsOf, type, } from './datetime-values.js';
import { askCodec, askServer, installReader } from './server-values.js';
let client;
before(async () => {
    client = new pg.Client({ connectionString: (await sharedPostgres()).url });
    await client.connect();
    await installReader(client);
});
after(() => client.end());
const quantity = fc.oneof(fc.integer({ min: -40, max: 40 }).map(String), fc
    .tuple(fc.constantFrom('', '-', '+', '- '), fc.integer({ min: 0, max: 100000 }), fraction)
    .map((parts) => parts.join('')), fc.constantFrom('2147483647', '-2147483648', '2147483648', '9223372036854775807', '178956970', '.5', '-.25', '1.', '1e3'));
const unit = fc.constantFrom(...'us microseconds ms msec milliseconds s sec secs second m min mins minutes h hr hour hours d day days w week weeks'.split(' '), ...'mon mons month months y yr year years decade c century millennium foo days mons years'.split(' '));
const intervalTextArbitrary = fc.oneof(fc
    .tuple(fc.array(fc.tuple(quantity, fc.constantFrom(' ', '', ' '), unit).map((p) => p.join('')), { minLength: 1, maxLength: 4 }), fc.constantFrom('', '', '', ' ago'))
    .map(([parts, ago]) => parts.join(' ') + ago), fc
    .tuple(quantity, fc.constantFrom('', ' days'), fc.constantFrom(' ', ' -', ' +'), number(0, 200, 2), number(0, 60, 2), number(0, 61, 2), fraction)
    .map(([q, u, s, h, m, sec, f]) => `${q}${u}${s}${h}:${m}:${sec}${f}`), fc
    .tuple(fc.constantFrom('', '-', '+'), number(0, 3000, 1), number(0, 13, 1), fc.constantFrom('', ' 3', ' -3', ' +3 4:05', ' 3 4:05:06.7', ' -4:05:06'))
    .map(([s, y, m, rest]) => `${s}${y}-${m}${rest}`), fc.tuple(quantity, quantity, quantity, quantity).map(([y, d, h, s]) => `P${y}Y${d}DT${h}H${s}S`.replace(/[+ ]/g, '')), fc.constantFrom('', ' ', '@ 1 day', '@ 1 hour ago', '1', '-1', '1.5', 'P', 'PT', 'P1Y', 'PT0S', 'P1W', 'PT1.5H', 'P1.5D', 'ago', 'hello', '1 day 1 day', '0', '1:2', '-1:2:3', 'P1Y2M3DT4H5M6.789S', 'P-1Y-2M3DT-4H-5M-6S', '1 day -1:00', '-1 day 1:00', '- 1 day', '1d2h3m4s', 'PT1M', 'P1M'));
const intervalStyles = ['postgres', 'postgres_verbose', 'sql_standard', 'iso_8601'];
test('B20: intervals are read as the server reads them, or refused by name', async () => {
    const inputs = samples(intervalTextArbitrary, 800);
    for (const intervalStyle of ['postgres', 'sql_standard']) {
        await compareAll(client, type('interval'), inputs, settingsOf({ intervalStyle }));
    }
    await compareAll(client, type('interval', (0x7fff << 16) | 2), inputs.slice(0, 200), defaultValueSettings);
});
test('B20, B35: intervals are written in every IntervalStyle, and read again', async () => {
    const part = fc.oneof(fc.constant(0), fc.integer({ min: -40, max: 40 }), fc.integer());
    const time = fc.oneof(fc.constant(0n), fc.bigInt({ min: -100000000n, max: 100000000n }), fc.bigInt({ min: -(2n ** 62n), max: 2n ** 62n }));
    const spans = samples(fc.tuple(time, part, part), 200).map(([us, d, m]) => Buffer.concat([int64(us), int32(d), int32(m)]));
    await place(client, 'spans', 'interval', spans);
    for (const intervalStyle of intervalStyles) {
        const settings = settingsOf({ intervalStyle });
        await compareWriting(client, 'spans', 'interval', spans, settings);
        const texts = spans.map((value) => codecs.interval.toText(value, settings).toString());
        const answers = await askServer(client, type('interval'), texts);
        texts.forEach((text, index) => {
            assert.deepEqual(askCodec(type('interval'), text, settings), answers[index], `${text} in ${intervalStyle}`);
        });
    }
});
//# sourceMappingURL=interval.test.js.map