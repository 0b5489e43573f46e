import type { RecordContext } from './key-ring.ts'
import type { KeyRow } from './key-store.ts'
import type { EncryptionContext } from './provider.ts'

/** Pairs of the map may not begin with this: they could pass for ours. */
export const reservedPrefix = 'pgseal:'

/** Context of a data key under a KMS key; `pairs` are those of the row that names the KMS key. */
export function dataKeyContext(record: RecordContext, pairs: EncryptionContext): EncryptionContext {
  return record.record === ''
    ? { 'pgseal:table': record.table, ...pairs }
    : { 'pgseal:table': record.table, 'pgseal:record': record.record, ...pairs }
}

/** Context of a branch or index key: everything in its row that matters, so that rows cannot be swapped or changed. */
export function keyRowContext(row: Omit<KeyRow, 'wrapped'>): EncryptionContext {
  return {
    'pgseal:id': row.id,
    'pgseal:kind': row.kind,
    'pgseal:key': row.namedKey,
    ...(row.tenant === '' ? {} : { 'pgseal:tenant': row.tenant }),
    'pgseal:created': row.created.toISOString(),
    ...(row.kind === 'index' ? { 'pgseal:group': row.group } : {}),
    ...row.context,
  }
}
