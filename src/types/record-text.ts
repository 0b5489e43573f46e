import { codecs } from './codecs.ts'
import type { LogicalTypeName } from './logical-type.ts'
import { defaultValueSettings } from './value-settings.ts'

/**
 * The text of a value in a record: PostgreSQL's output under ISO dates, UTC and hex, whatever the connection's settings, so
 * that every client makes one record of one row. `stored` is the stored form in the column's type. UTF-8; not escaped.
 */
export function recordText(type: LogicalTypeName, stored: Buffer): Buffer {
  return codecs[type].toText(stored, defaultValueSettings)
}
