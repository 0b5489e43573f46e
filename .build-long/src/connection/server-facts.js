/**
 * What the server alone knows of this connection: what unqualified names mean under its search path, role and temporary
 * tables, and the settings that values depend on. Asked by one hidden statement, kept until something may have changed it.
 */
export class ServerFacts {
    /** Grows whenever names are forgotten. */
    version = 0;
    /** A new map whenever something changes: plans are kept beside the map that they were made from. */
    names = new Map();
    currentSchema = undefined;
    settings = undefined;
    forgetNames() {
        this.version += 1;
        this.names = new Map();
        this.currentSchema = undefined;
    }
    forgetSettings() {
        this.settings = undefined;
    }
    /** Names to ask for. That a mapped table does not exist is asked anew each time: any connection may make it. */
    missing(names, relevant) {
        return names.filter((name) => {
            const known = this.names.get(name);
            return known === undefined || (known === 0 && relevant.has(name));
        });
    }
    /** Takes in the answer to `factsQuery` for these names. */
    learn(names, rows) {
        const row = rows[0] ?? [];
        const oids = (row[0] ?? '').split(',');
        const known = new Map(this.names);
        names.forEach((name, index) => {
            known.set(name, Number(oids[index] ?? 0));
        });
        this.names = known;
        this.currentSchema = row[1] ?? undefined;
        this.settings = {
            dateStyle: row[2] ?? '',
            intervalStyle: row[3] ?? '',
            timeZone: row[4] ?? '',
            byteaOutput: row[5] ?? '',
            extraFloatDigits: Number(row[6] ?? 1),
        };
    }
}
/**
 * $1: text[] of quoted names. One row: OIDs in order of the names, 0 for none; current schema; settings. Within a transaction
 * a server looks names up in what it has cached until it takes a lock on a relation; to ask for the size of one that nobody
 * locks does so, and what others have committed counts.
 */
export const factsQuery = `select
  case when pg_catalog.pg_relation_size('pg_catalog.pg_seclabel') operator(pg_catalog.>=) 0 then (select pg_catalog.string_agg(coalesce(pg_catalog.to_regclass(u.n)::pg_catalog.oid::pg_catalog.text, '0'), ',' order by u.i)
     from pg_catalog.unnest($1::pg_catalog.text[]) with ordinality as u(n, i)) end,
  pg_catalog.current_schema()::pg_catalog.text,
  pg_catalog.current_setting('DateStyle'), pg_catalog.current_setting('IntervalStyle'),
  pg_catalog.current_setting('TimeZone'), pg_catalog.current_setting('bytea_output'),
  pg_catalog.current_setting('extra_float_digits')`;
/** Names as a text[] literal of quoted identifiers. */
export function namesParameter(names) {
    const elements = names.map((name) => {
        const identifier = `"${name.replaceAll('"', '""')}"`;
        return `"${identifier.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
    });
    return `{${elements.join(',')}}`;
}
//# sourceMappingURL=server-facts.js.map