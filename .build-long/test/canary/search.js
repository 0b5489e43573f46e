import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { WireClient } from '../support/wire-client.js';
import { needles } from './needles.js';
/** Settings of a server that says all it knows of statements. */
export const talkative = {
    log_statement: 'all',
    log_min_duration_statement: '0',
    log_min_error_statement: 'debug5',
    log_parameter_max_length: '-1',
    log_parameter_max_length_on_error: '-1',
    log_error_verbosity: 'verbose',
    shared_preload_libraries: 'pg_stat_statements',
    'pg_stat_statements.track_utility': 'on',
    'pg_stat_statements.max': '10000',
    track_activity_query_size: '16384',
};
/** Marks the present as the end of `apply`; statistics of statements begin anew. */
export async function markSince(server, database) {
    const admin = await WireClient.connectUrl(database.url);
    if (server.logFile === undefined)
        return { lsn: '0/0', logBytes: 0 };
    await admin.rows('create extension if not exists pg_stat_statements');
    await admin.rows('select pg_stat_statements_reset()');
    await admin.rows('checkpoint');
    const lsn = (await admin.rows('select pg_current_wal_insert_lsn()'))[0][0];
    await admin.close();
    return { lsn, logBytes: statSync(server.logFile).size };
}
/** Searches all that the server keeps of the database, and `output`, what the proxy itself wrote. */
export async function searchServer(server, database, since, output) {
    const wanted = needles();
    const hits = [];
    const searched = [];
    let bytes = 0;
    const search = (place, content) => {
        bytes += content.length;
        for (const hit of findNeedles(wanted, content))
            hits.push(`${place}: ${hit}`);
    };
    const admin = await WireClient.connectUrl(database.url);
    search('output of the proxy', Buffer.from(output));
    searched.push('output of the proxy');
    await searchViews(admin, server.dataDir !== undefined, search);
    searched.push('pg_stat_activity', 'pg_prepared_statements', 'pg_stats');
    if (server.dataDir === undefined || server.logFile === undefined) {
        // A server named by URL: its files are out of reach.
        searched.push('tables by SQL alone');
        await searchTables(admin, search);
    }
    else {
        searched.push('pg_stat_statements', 'server log', 'data files', 'WAL since apply');
        await admin.rows('checkpoint');
        const end = (await admin.rows('select pg_current_wal_insert_lsn()'))[0][0];
        await admin.rows('select pg_switch_wal()');
        search('server log', readFileSync(server.logFile).subarray(since.logBytes));
        for (const file of dataFiles(server.dataDir))
            search(file.slice(server.dataDir.length + 1), readFileSync(file));
        for (const part of await walParts(admin, server.dataDir, since.lsn, end))
            search(part.name, part.content);
    }
    await admin.close();
    return { hits, searched, bytes };
}
/** The needles that occur in `content`, with how often. */
export function findNeedles(wanted, content) {
    const found = [];
    for (const { bytes, what } of wanted) {
        let count = 0;
        for (let at = content.indexOf(bytes); at !== -1; at = content.indexOf(bytes, at + bytes.length))
            count += 1;
        if (count > 0)
            found.push(`${what} (${count} times)`);
    }
    return found;
}
async function searchViews(admin, statements, search) {
    const text = async (sql) => Buffer.from((await admin.rows(sql)).flat().join('\n'));
    search('pg_stat_activity', await text('select query from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()'));
    search('pg_prepared_statements', await text('select statement from pg_prepared_statements'));
    search('pg_stats', await text('select most_common_vals::text, histogram_bounds::text from pg_stats'));
    if (statements)
        search('pg_stat_statements', await text('select query from pg_stat_statements'));
}
async function searchTables(admin, search) {
    const tables = await admin.rows(`select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'm', 'S') and n.nspname not in ('pg_catalog', 'information_schema')`);
    for (const [table] of tables) {
        search(`table ${table}`, Buffer.from((await admin.rows(`select t::text from ${table} t`)).flat().join('\n')));
    }
}
/** All but WAL. A file may vanish while the server works. */
function dataFiles(dataDir) {
    return readdirSync(dataDir, { recursive: true, encoding: 'utf8' })
        .filter((name) => !name.startsWith('pg_wal'))
        .map((name) => join(dataDir, name))
        .filter((path) => {
        const stat = statSync(path, { throwIfNoEntry: false });
        return stat?.isFile() === true && stat.size > 0;
    });
}
/** WAL between two positions. Segments of later names are old ones kept for reuse: what they hold was written before. */
async function walParts(admin, dataDir, from, to) {
    const at = async (lsn) => {
        const [row] = await admin.rows(`select file_name, file_offset from pg_walfile_name_offset('${lsn}')`);
        return { file: row[0], offset: Number(row[1]) };
    };
    const [first, last] = [await at(from), await at(to)];
    return readdirSync(join(dataDir, 'pg_wal'))
        .filter((name) => /^[0-9A-F]{24}$/.test(name) && name >= first.file && name <= last.file)
        .map((name) => {
        const content = readFileSync(join(dataDir, 'pg_wal', name));
        const end = name === last.file ? last.offset : content.length;
        return { name: `pg_wal/${name}`, content: content.subarray(name === first.file ? first.offset : 0, end) };
    });
}
//# sourceMappingURL=search.js.map