// npm run bench [-- quick]: one table of ratios from one run. Medians of interleaved rounds. [-- keys]: key-calls.ts alone.
import { cpus } from 'node:os';
import { printKeyCalls } from './key-calls.js';
import { hasPgbench } from './load.js';
import { memoryGrowth } from './memory.js';
import { openingCost } from './opening.js';
import { openPlace } from './place.js';
import { passthroughRates, sealedRates } from './rates.js';
if (process.argv.includes('keys')) {
    await printKeyCalls(console.log);
    process.exit();
}
const quick = process.argv.includes('quick');
const rates = quick ? { rounds: 3, seconds: 1 } : { rounds: 7, seconds: 3 };
const counts = quick ? { early: 10_000, late: 50_000 } : { early: 100_000, late: 1_000_000 };
const place = await openPlace();
try {
    const load = hasPgbench ? 'pgbench -M prepared' : 'own load by pg';
    console.log(`${load}, 8 clients, ${rates.rounds} rounds of ${rates.seconds} s, Node ${process.version}, ${cpus().length} CPUs`);
    const passed = await passthroughRates(place, rates);
    line('direct', passed.direct, '/s');
    line('bare relay', passed.relay, '/s', passed.relay / passed.direct, 'of direct');
    if (passed.pgbouncer !== undefined) {
        line('PgBouncer', passed.pgbouncer, '/s', passed.pgbouncer / passed.direct, 'of direct');
    }
    else
        console.log('PgBouncer: not installed');
    line('empty map', passed.empty, '/s', passed.empty / passed.relay, 'of the bare relay');
    const sealed = await sealedRates(place, rates);
    line('insert of one sealed column', sealed.sealedInsert, '/s', sealed.sealedInsert / sealed.emptyInsert, 'of empty map');
    line('read by equality', sealed.sealedEquality, '/s', sealed.sealedEquality / sealed.emptyEquality, 'of empty map');
    const opening = await openingCost(place, { rounds: quick ? 5 : 15 });
    line('10,000 rows of two sealed columns', opening.proxy, ' ms CPU', opening.proxy / opening.crypto, 'of node:crypto');
    const texts = [
        ['one text', () => 'select 1'],
        ['every text different', (n) => `select ${n} as n`],
    ];
    for (const [name, text] of texts) {
        for (const [map, proxy, database] of [
            ['empty map', place.empty, place.plain.name],
            ['mapped', place.mapped, place.sealed.name],
        ]) {
            const { early, late, earlyResident, lateResident } = await memoryGrowth(proxy, database, text, counts);
            line(`memory, ${map}, ${name}`, late / 1e6, ' MB', late / early, `of that at ${counts.early} statements (resident ${(lateResident / earlyResident).toFixed(2)})`);
        }
    }
}
finally {
    await place.close();
}
function line(name, value, unit, ratio, of = '') {
    const shown = value >= 1000 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
    const share = ratio === undefined ? '' : `${ratio.toFixed(2)} ${of}`;
    console.log(`${name.padEnd(40)} ${`${shown}${unit}`.padStart(14)}   ${share}`);
}
//# sourceMappingURL=run.js.map