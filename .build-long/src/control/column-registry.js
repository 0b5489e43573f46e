export const registeredColumnsQuery = `select label, table_name as "tableName", column_name as "columnName",
  relation::pg_catalog.oid::pg_catalog.int8::pg_catalog.float8 as relation, position, logical_type as "logicalType", typmod, terms,
  normalizers, named_key as "namedKey", index_group as "indexGroup", index_key as "indexKey", pad, state,
  coalesce(pg_catalog.to_jsonb(c) operator(pg_catalog.->>) 'record', '') as record
  from pgseal.columns c order by label`;
export function readRegisteredColumns(session) {
    return session.query(registeredColumnsQuery);
}
/** Adds the row or makes the one with this label equal to it. */
export async function registerColumn(session, column) {
    await session.query(`insert into pgseal.columns (label, table_name, column_name, relation, position, logical_type, typmod, terms, normalizers,
      named_key, index_group, index_key, pad, state, record) values ($1, $2, $3, $4::pg_catalog.oid, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     on conflict (label) do update set table_name = excluded.table_name, column_name = excluded.column_name,
      relation = excluded.relation, position = excluded.position, logical_type = excluded.logical_type, typmod = excluded.typmod,
      terms = excluded.terms, normalizers = excluded.normalizers, named_key = excluded.named_key,
      index_group = excluded.index_group, index_key = excluded.index_key, pad = excluded.pad, state = excluded.state,
      record = excluded.record,
      changed = pg_catalog.now()`, [
        column.label,
        column.tableName,
        column.columnName,
        column.relation,
        column.position,
        column.logicalType,
        column.typmod,
        column.terms,
        column.normalizers,
        column.namedKey,
        column.indexGroup,
        column.indexKey,
        column.pad,
        column.state,
        column.record,
    ]);
}
/** The column is what it was before it was sealed; its row stays until the map drops it. */
export async function markUnsealed(session, label) {
    await session.query("update pgseal.columns set state = 'unsealed', changed = pg_catalog.now() where label operator(pg_catalog.=) $1", [label]);
}
export async function forgetColumn(session, label) {
    await session.query('delete from pgseal.columns where label operator(pg_catalog.=) $1', [label]);
}
//# sourceMappingURL=column-registry.js.map