import { PgsealError } from '../errors.ts'
import type { LogicalTypeName } from './logical-type.ts'

/** Names as PostgreSQL's format_type writes them, for messages. */
export const sqlName: Readonly<Record<LogicalTypeName, string>> = {
  bool: 'boolean',
  bytea: 'bytea',
  int8: 'bigint',
  int2: 'smallint',
  int4: 'integer',
  text: 'text',
  json: 'json',
  float4: 'real',
  float8: 'double precision',
  bpchar: 'character',
  varchar: 'character varying',
  date: 'date',
  time: 'time without time zone',
  timestamp: 'timestamp without time zone',
  timestamptz: 'timestamp with time zone',
  interval: 'interval',
  numeric: 'numeric',
  uuid: 'uuid',
  jsonb: 'jsonb',
  inet: 'inet',
  cidr: 'cidr',
}

/** Throws as a receive function does: 08P01 when bytes are missing, 22P03 when some are left over. */
export function requireLength(bytes: Buffer, length: number, type: LogicalTypeName): void {
  if (bytes.length < length) throw new PgsealError('binaryTooShort', { type: sqlName[type] })
  if (bytes.length > length) throw new PgsealError('invalidBinary', { type: sqlName[type] })
}

/** For types whose stored form is what goes over the wire. */
export function same(stored: Buffer): Buffer {
  return stored
}
