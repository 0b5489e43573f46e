import pg from 'pg';
import { proxiedDatabase } from '../integration/proxied-database.js';
import { KmsServer } from '../kms-server/kms-server.js';
import { sharedPostgres } from '../support/postgres.js';
import { WireClient } from '../support/wire-client.js';
const map = (endpoint, keyId, indexKeyId) => `
keys:
  default: { kms: aws, keyId: "${keyId}", indexKeyId: "${indexKeyId}", endpoint: "${endpoint}", dataKeys: per-row }
  phone: { kms: aws, keyId: "${keyId}", endpoint: "${endpoint}", dataKeys: branch }
tables:
  public.people:
    columns:
      email: { type: text, search: [equality] }
      phone: { type: varchar(20), key: phone }
`;
const tables = `
  create table people (id int primary key, name text, visits int not null default 0, email text, phone varchar(20));
  create table fired (what text, seen bigint)`;
// Made when the columns are sealed: PostgreSQL changes no type of a column that a trigger names.
const triggers = `
  create function fire() returns trigger language plpgsql as $$
  begin
    if tg_level = 'STATEMENT' and tg_when = 'AFTER' then
      insert into fired select tg_name || ' ' || tg_op, count(*) from changed;
    elsif tg_level = 'STATEMENT' then
      insert into fired values (tg_name || ' ' || tg_op, 0);
    else
      insert into fired values (tg_name || ' ' || old.visits || ' to ' || new.visits, new.id);
      if tg_when = 'BEFORE' then new.name := new.name || '!'; end if;
    end if;
    return new;
  end $$;
  create trigger a before update on people for each statement execute function fire();
  create trigger b before update of email on people for each row execute function fire();
  create trigger c after update on people for each row execute function fire();
  create trigger d after update on people referencing new table as changed for each statement execute function fire()`;
const columns = 'id, name, visits, email, phone';
/** An UPDATE over many rows: a data key a row, and for the client nothing but one UPDATE. */
export const prove = async (print, { reduced } = { reduced: false }) => {
    const rows = reduced ? 200 : 1000;
    const kms = new KmsServer();
    const endpoint = await kms.listen();
    const keyId = kms.keys.create('ENCRYPT_DECRYPT', false).arn;
    const indexKeyId = kms.keys.create('GENERATE_VERIFY_MAC', false).arn;
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'AKIDPROOF', AWS_SECRET_ACCESS_KEY: 'not checked' });
    const database = await proxiedDatabase(await sharedPostgres(), { tables, map: map(endpoint, keyId, indexKeyId) });
    const [sealed, plain, direct] = [database.url, database.plainUrl, database.directUrl].map((connectionString) => new pg.Client({ connectionString }));
    await Promise.all([sealed, plain, direct].map((client) => client.connect()));
    const both = async (sql, values = []) => await Promise.all([sealed.query(sql, values), plain.query(sql, values)]);
    await Promise.all([direct, plain].map((client) => client.query(triggers)));
    const same = (what, a, b) => {
        const agree = JSON.stringify(a) === JSON.stringify(b);
        if (!agree)
            print(`${what}: differs from the plain twin`);
        return agree;
    };
    try {
        await both(`insert into people (id, name) select n, 'n' || n from generate_series(0, ${rows + 9}) n`);
        const before = kms.calls.length;
        const started = performance.now();
        const update = `update people set email = $1, phone = $2, visits = visits + 1 where id < $3 returning ${columns}`;
        const [ours, theirs] = await both(update, ['canary-all@example.org', '+867530', rows]);
        const took = performance.now() - started;
        const calls = kms.calls.slice(before);
        const generated = calls.filter((call) => call.operation === 'GenerateDataKey').length;
        const byId = (a, b) => a.id - b.id;
        let holds = same('tag and count', [ours.command, ours.rowCount], [theirs.command, theirs.rowCount]);
        holds = same('RETURNING', ours.rows.sort(byId), theirs.rows.sort(byId)) && holds;
        const firings = await both('select what, seen from fired order by what, seen');
        holds = same('trigger firings', firings[0].rows, firings[1].rows) && holds;
        const table = await both(`select ${columns} from people order by id`);
        holds = same('the table', table[0].rows, table[1].rows) && holds;
        print(`UPDATE ${ours.rowCount} in ${took.toFixed(0)} ms, ${ours.rows.length} rows returned, ${firings[0].rows.length} trigger firings`);
        // The key part begins at byte 3; a KMS data key is u16 length and the blob behind 17 bytes, one of a branch key 60 bytes.
        const blobs = async (column, from) => {
            const sql = `select count(*)::int, count(distinct ${from})::int from (select (${column}).c as c from people where email is not null) s`;
            return (await direct.query({ text: sql, rowMode: 'array' })).rows[0];
        };
        const kmsKeys = await blobs('email', 'substr(c, 23, get_byte(c, 20) * 256 + get_byte(c, 21))');
        const branchKeys = await blobs('phone', 'substr(c, 21, 60)');
        print(`per-row: ${kmsKeys[0]} values under ${kmsKeys[1]} different data keys, ${generated} GenerateDataKey`);
        print(`branch: ${branchKeys[0]} values under ${branchKeys[1]} different data keys`);
        holds = holds && kmsKeys[1] === rows && kmsKeys[0] === rows && branchKeys[1] === rows;
        // One more made the branch key, and one that took too long is made again.
        holds = holds && generated > rows && generated < 2 * rows;
        // The simple protocol, a constant, and no row at all.
        const tags = [];
        for (const url of [database.url, database.plainUrl]) {
            const wire = await WireClient.connectUrl(url);
            const sql = `update people set email = 'canary-again@example.org' where id >= ${rows - 50}; update people set email = 'canary-none@example.org' where id < 0`;
            const outcome = await wire.query(sql);
            tags.push([...outcome.tags]);
            await wire.close();
        }
        holds = same('tags of a simple Query', tags[0], tags[1]) && holds;
        const again = await both('select what, seen from fired order by what, seen');
        holds = same('trigger firings of a simple Query', again[0].rows, again[1].rows) && holds;
        print(`simple Query: ${tags[0]?.join(', ')}`);
        return holds;
    }
    finally {
        await Promise.all([sealed, plain, direct].map((client) => client.end()));
        await database.close();
        await kms.close();
    }
};
//# sourceMappingURL=keys-4.js.map