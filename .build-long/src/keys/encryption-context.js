/** Pairs of the map may not begin with this: they could pass for ours. */
export const reservedPrefix = 'pgseal:';
/** By this the dry run of mode encrypt-only is told from every other call in the log of a KMS: no table has the name. */
export const probeContext = { 'pgseal:table': 'pgseal:dry-run' };
/** Context of a data key under a KMS key; tenant and pairs are those of the row that names the KMS key. */
export function dataKeyContext({ table, record }, row) {
    return {
        'pgseal:table': table,
        ...(record === '' ? {} : { 'pgseal:record': record }),
        ...(row.tenant === '' ? {} : { 'pgseal:tenant': row.tenant }),
        ...row.context,
    };
}
/** Context of a branch or index key: everything in its row that matters, so that rows cannot be swapped or changed. */
export function keyRowContext(row) {
    return {
        'pgseal:id': row.id,
        'pgseal:kind': row.kind,
        'pgseal:key': row.namedKey,
        ...(row.tenant === '' ? {} : { 'pgseal:tenant': row.tenant }),
        'pgseal:created': row.created.toISOString(),
        ...(row.kind === 'index' ? { 'pgseal:group': row.group } : {}),
        ...row.context,
    };
}
//# sourceMappingURL=encryption-context.js.map