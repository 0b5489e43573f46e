import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
/** The sample's database and its owner; the password is no secret, and the role may do nothing outside of its database. */
export const sampleDatabase = 'app';
export const sampleUser = 'app';
export const samplePassword = 'app';
/** The proxy's own login. It comes over the socket and has no password. */
export const controlUser = 'pgseal';
const sampleMap = `# The map of "pgseal dev". Change it, and start again: what it asks for is applied then.
# All keys: config/example.yaml. "upstream" and "control" are written anew at each start.
listen: 127.0.0.1:6432
upstream: -
control: -
keys:
  default: { kms: local, keyFile: KEYFILE, dataKeys: branch }
tables:
  public.users:
    columns:
      email: { type: text, search: [equality] }
      phone: { type: varchar(20) }
      born: { type: date }
`;
/** Writes the map if there is none, and where the database is into it. */
export function writeMap(file, keyFile, upstream, control) {
    const before = existsSync(file) ? readFileSync(file, 'utf8') : sampleMap.replace('KEYFILE', basename(keyFile));
    const text = before
        .replace(/^upstream:.*$/m, () => `upstream: ${upstream}`)
        .replace(/^control:.*$/m, () => `control: ${control}`);
    writeFileSync(`${file}.new`, text, { mode: 0o600 });
    renameSync(`${file}.new`, file);
}
/** Makes roles and database where they are missing; `server` is a superuser's connection to any database. */
export async function makeDatabase(server) {
    const has = async (query, name) => (await server.query(query, [name])).length > 0;
    for (const [role, password] of [
        [sampleUser, ` password '${samplePassword}'`],
        [controlUser, ''],
    ]) {
        if (!(await has('select from pg_catalog.pg_roles where rolname = $1', role))) {
            await server.query(`create role ${role} login${password}`);
        }
    }
    if (!(await has('select from pg_catalog.pg_database where datname = $1', sampleDatabase))) {
        await server.query(`create database ${sampleDatabase} owner ${sampleUser}`);
    }
}
// On the table until its rows are in, so that a start that was cut short in between is gone on with.
const rowsMissing = 'pgseal dev: sample rows are missing';
/** Makes the sample table where it is missing, owned by the sample's user. Gives true when its rows are to be put in. */
export async function makeTable(database) {
    const [found] = await database.query("select from pg_catalog.pg_tables where schemaname = 'public' and tablename = 'users'");
    if (found === undefined) {
        await database.transaction(async (session) => {
            await session.query('create table public.users (id bigint generated always as identity primary key,' +
                ' name text not null, email text unique, phone varchar(20), born date)');
            await session.query(`alter table public.users owner to ${sampleUser}`);
            await session.query(`comment on table public.users is '${rowsMissing}'`);
        });
    }
    const [table] = await database.query("select pg_catalog.obj_description('public.users'::pg_catalog.regclass, 'pg_class') = $1" +
        ' and not exists (select from public.users) as missing', [rowsMissing]);
    return table?.missing === true;
}
/** Says of the table that its rows are in. */
export async function rowsAreIn(database) {
    await database.query('comment on table public.users is null');
}
/** Puts two rows in, by way of the proxy: their sealed values are never plaintext in the database. */
export async function insertRows(proxy) {
    const rows = [
        ['Ada', 'ada@example.com', '+44 20 7946 0001', '1815-12-10'],
        ['Grace', 'grace@example.com', '+1 212 555 0123', '1906-12-09'],
    ];
    await proxy.query('insert into public.users (name, email, phone, born) values ($1, $2, $3, $4), ($5, $6, $7, $8)', rows.flat());
}
//# sourceMappingURL=sample.js.map