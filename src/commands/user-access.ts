// From `mode`, `reads` and `roles` of the map to what each user may see.
import type { Config, MappedColumn, Reads } from '../config/config.ts'
import { PgsealError } from '../errors.ts'
import { type Access, encryptOnlyAccess, openAccess, type Reading } from '../sql/access.ts'
import type { LogicalTypeName } from '../types/logical-type.ts'
import { readMask } from '../types/mask.ts'

/** Gives the access of a database user: the same object for all users of one entry, for as long as the map is in force. */
export function userAccess(config: Config): (user: string) => Access {
  const columns = config.tables.flatMap((table) => table.columns)
  const masks = new Map<string, Reading>()
  if (config.mode === 'encrypt-only') {
    const readings = new Map<string, Reading>()
    for (const column of columns) {
      const { reads } = column
      if (reads === undefined || reads === 'refuse') continue
      readings.set(column.label, encryptOnlyReading(column, reads, masks))
    }
    const access = encryptOnlyAccess(readings)
    return () => access
  }
  const { roles } = config
  if (roles === undefined) return () => openAccess
  const byUser = new Map<string, Access>()
  for (const [user, rights] of roles) {
    const readings = new Map<string, Reading>()
    const searchable = new Set<string>()
    for (const column of columns) {
      const right = rights.get(column.label)
      if (right?.search === true) searchable.add(column.label)
      if (right === undefined || right.reads === 'refuse') continue
      readings.set(column.label, right.reads === 'open' ? asValue : maskReading(column, right.reads.mask, true, masks))
    }
    byUser.set(user, roleAccess(readings, searchable))
  }
  const others = byUser.get('public') ?? roleAccess(new Map(), new Set())
  return (user) => byUser.get(user) ?? others
}

function encryptOnlyReading(
  column: MappedColumn,
  reads: Exclude<Reads, 'refuse'>,
  masks: Map<string, Reading>,
): Reading {
  switch (reads) {
    case 'null':
      return asNull
    case 'token':
      return asToken
    default:
      return maskReading(column, reads.mask, false, masks)
  }
}

const asToken: Reading = { as: 'token' }
const asNull: Reading = { as: 'null' }
const asValue: Reading = { as: 'value' }
const refused: Reading = { as: 'refused', by: 'roles' }

function roleAccess(readings: ReadonlyMap<string, Reading>, searchable: ReadonlySet<string>): Access {
  return {
    reading: (label) => readings.get(label) ?? refused,
    maySearch: (label) => searchable.has(label),
  }
}

/** Columns of one type with one mask share it, so that they may stand in one result column. */
function maskReading(column: MappedColumn, text: string, opens: boolean, known: Map<string, Reading>): Reading {
  const type = { name: column.type as LogicalTypeName, typmod: column.typmod }
  const name = `${type.name} ${type.typmod} ${text}`
  let reading = known.get(name)
  if (reading === undefined) {
    const mask = readMask(text, type, opens)
    if ('problem' in mask) throw new PgsealError('maskUnusable', { column: column.label, reason: mask.problem })
    known.set(name, (reading = { as: 'mask', mask }))
  }
  return reading
}
