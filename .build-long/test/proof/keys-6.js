import { readFileSync, writeFileSync } from 'node:fs';
import pg from 'pg';
import { AuditedDatabase } from '../integration/audit/audited-database.js';
import { readCases } from '../twin/case-file.js';
import { figuresText, runAll } from '../twin/run-all.js';
import { everyRecord, startTwins } from '../twin/twins.js';
const tables = `
  create table users (id int primary key, org text not null, email text, alias text, phone text);
  create table guests (id int primary key, org text not null, email text)`;
// Both tables give row 1 the same record, so that only the label tells them apart.
const columns = `  public.users:
    record: "people/{id}"
    tenant: org
    columns:
      email: { type: text }
      alias: { type: text }
      phone: { type: text, key: phone }
  public.guests:
    record: "people/{id}"
    tenant: org
    columns:
      email: { type: text }`;
/** Statements of the twin cases that are served where every table has a record. */
const leastServed = 5_800;
const swaps = [
    {
        name: 'rows of one tenant',
        attack: ['update users u set email = o.email from users o where (u.id, o.id) in ((1, 2), (2, 1))'],
        read: 'select email from users where id = 1',
        label: 'public.users.email',
    },
    {
        name: 'a row copied',
        attack: ['insert into users (id, org, email) select 9, org, email from users where id = 1'],
        read: 'select id, email from users where id = 9',
        label: 'public.users.email',
    },
    {
        name: 'the key of a row',
        attack: ['update users set id = 9 where id = 1'],
        read: 'select email from users where id = 9',
        label: 'public.users.email',
    },
    {
        name: 'columns',
        attack: ['update users set email = alias, alias = email where id = 1'],
        read: 'select email from users where id = 1',
        label: 'public.users.email',
    },
    {
        name: 'tables',
        attack: ['update guests g set email = u.email from users u where g.id = u.id'],
        read: 'select email from guests where id = 1',
        label: 'public.guests.email',
    },
    {
        name: 'named keys',
        attack: ['update users set phone = email where id = 1'],
        read: 'select phone from users where id = 1',
        label: 'public.users.phone',
    },
    {
        name: 'the KMS key a value names',
        attack: [
            `update users set email = row((email).v, overlay((email).c placing substring((phone).c from 5 for 16) from 5))::pgseal.text_none where id = 1`,
        ],
        read: 'select email from users where id = 1',
        label: 'public.users.email',
    },
    {
        name: 'tenants: the row is given to another one',
        attack: ["update users set org = 'b' where id = 1"],
        read: 'select email from users where id = 1',
        label: 'public.users.email',
    },
    {
        name: "tenants: another one's value",
        attack: ['update users u set email = o.email from users o where (u.id, o.id) in ((1, 3), (3, 1))'],
        read: 'select email from users where id = 3',
        label: 'public.users.email',
    },
];
/**
 * Values moved past the proxy are refused, and the audit trail has each attempt; the trail itself cannot be tampered with.
 * Where nothing was moved, tables with records answer as plain ones do, or refuse by name.
 */
export const prove = async (print) => {
    const wrong = [];
    for (const dataKeys of ['per-row', 'branch']) {
        const ends = [];
        const t = { after: (end) => void ends.push(end) };
        try {
            const place = await AuditedDatabase.start(t, {
                tables,
                columns,
                dataKeys,
                otherKey: 'phone',
                alerts: 'alerts: { failures: { perMinute: 1 } }\n',
            });
            wrong.push(...(await moved(place, dataKeys, print)));
            await place.close();
            wrong.push(...(await tampered(place, dataKeys, print)));
        }
        finally {
            for (const end of ends.reverse())
                await end();
        }
    }
    for (const verify of ['always', 'when-known']) {
        const twins = await startTwins({ records: everyRecord, verify });
        try {
            const figures = await runAll(twins, readCases(), { records: true });
            print(`twins with records, verify: ${verify}: ${figuresText(figures)}`);
            wrong.push(...figures.disagreements);
            if (figures.served < leastServed)
                wrong.push(`verify: ${verify}: only ${figures.served} served`);
        }
        finally {
            await twins.stop();
        }
    }
    for (const line of wrong)
        print(line);
    return wrong.length === 0;
};
async function moved(place, dataKeys, print) {
    const wrong = [];
    const { client } = place;
    const owner = new pg.Client({ connectionString: place.database.directUrl });
    await owner.connect();
    for (const [id, org] of [
        [1, 'a'],
        [2, 'a'],
        [3, 'b'],
    ]) {
        await client.query('insert into users values ($1, $2, $3, $4, $5)', [
            id,
            org,
            `email ${id}`,
            `alias ${id}`,
            `+${id}`,
        ]);
        await client.query('insert into guests values ($1, $2, $3)', [id, org, `guest ${id}`]);
    }
    let refused = 0;
    let audited = 0;
    for (const { name, attack, read, label } of swaps) {
        await owner.query('create table kept_users as table users');
        await owner.query('create table kept_guests as table guests');
        for (const sql of attack)
            await owner.query(sql);
        const lines = await place.during(async () => {
            try {
                const { rows } = await client.query(read);
                wrong.push(`${dataKeys}, ${name}: it opened, ${rows.length} rows`);
            }
            catch (error) {
                const { code } = error;
                if (code === 'XX001')
                    refused += 1;
                else
                    wrong.push(`${dataKeys}, ${name}: ${code} ${error.message}`);
            }
        });
        const [line] = lines;
        const told = lines.length === 1 &&
            line.outcome === 'XX001' &&
            line.error === 'openFailed' &&
            line.columns.opens.includes(label) &&
            Object.values(line.opened).every((count) => count === 0);
        if (told)
            audited += 1;
        else
            wrong.push(`${dataKeys}, ${name}: the trail says ${JSON.stringify(lines)}`);
        for (const table of ['users', 'guests']) {
            await owner.query(`truncate ${table}`);
            await owner.query(`insert into ${table} table kept_${table}`);
            await owner.query(`drop table kept_${table}`);
        }
    }
    const { rows } = await client.query('select email, alias, phone from users order by id');
    if (rows.length !== 3 || rows[0].email !== 'email 1')
        wrong.push(`${dataKeys}: what was put back does not open`);
    await owner.end();
    const alerts = place.lines().filter(({ event, kind }) => event === 'alert' && kind === 'failures').length;
    if (alerts === 0)
        wrong.push(`${dataKeys}: no alert was raised`);
    print(`${dataKeys}: ${swaps.length} swaps past the proxy, ${refused} refused with XX001, ${audited} audited as such`);
    return wrong;
}
async function tampered(place, dataKeys, print) {
    const wrong = [];
    const whole = readFileSync(place.path, 'utf8');
    const lines = whole.split('\n').slice(0, -1);
    const verdict = async (text) => {
        writeFileSync(place.path, text);
        return (await place.verify()).code;
    };
    if ((await verdict(whole)) !== 0)
        wrong.push(`${dataKeys}: the untouched trail is not whole`);
    const at = Math.floor(lines.length / 2);
    const attacks = [
        ['an outcome changed', lines.map((line) => line.replace('"outcome":"XX001"', '"outcome":"ok"'))],
        ['a line removed', lines.filter((_, index) => index !== at)],
        ['the first line removed', lines.slice(1)],
        ['the last line cut', lines.slice(0, -1)],
        ['the last ten lines cut', lines.slice(0, -10)],
        ['two lines swapped', [...lines.slice(0, at), lines[at + 1], lines[at], ...lines.slice(at + 2)]],
        ['a line doubled', [...lines.slice(0, at), lines[at], ...lines.slice(at)]],
        [
            'a MAC moved',
            lines.map((line, index) => (index === at ? `${line.slice(0, -45)}${lines[at - 1].slice(-45)}` : line)),
        ],
    ];
    let found = 0;
    for (const [name, changed] of attacks) {
        if ((await verdict(changed.map((line) => `${line}\n`).join(''))) === 1)
            found += 1;
        else
            wrong.push(`${dataKeys}: not found: ${name}`);
    }
    // Cut within a line, as no process leaves it behind its end.
    if ((await verdict(whole.slice(0, -20))) === 1)
        found += 1;
    else
        wrong.push(`${dataKeys}: not found: a line cut in two`);
    print(`${dataKeys}: ${lines.length} audit lines, tampered with in ${attacks.length + 1} ways, ${found} found`);
    return wrong;
}
//# sourceMappingURL=keys-6.js.map