import type { MappedColumn as MapColumn, MappedTable } from '../config/config.ts'
import type { RegisteredColumn } from '../control/column-registry.ts'
import type { PhysicalType, TermName } from '../seal/sealed-column.ts'
import type { LogicalTypeName } from '../types/logical-type.ts'
import type { ColumnState, MappedColumn, OpenColumn } from './catalog.ts'
import { columnFolds, type Folds } from './normalizer.ts'
import { bindingText, type RowBinding } from './record-rule.ts'

/** The group under which a column's index key is kept: its own unless the map gives one. */
export function indexGroupOf(column: MapColumn): string {
  return column.indexGroup ?? column.label
}

/** Terms that the map asks for, in attribute order. */
export function termsOf(column: MapColumn): TermName[] {
  const terms: TermName[] = column.search.includes('equality') ? ['eq'] : []
  if (column.normalize.includes('lower')) terms.push('eq_lower')
  if (column.search.includes('order')) terms.push('ord')
  return terms
}

/** What the database says of a mapped column; `absent` when the table or the column does not exist. */
export type FoundColumn =
  | { readonly found: 'absent' }
  | {
      readonly found: 'column'
      readonly relation: number
      readonly attnum: number
      /** undefined for a type outside schema pgseal. */
      readonly physical: PhysicalType | undefined
      /** Of schema pgseal, but not a composite of this program. */
      readonly foreign: boolean
    }

export type JoinInput = {
  readonly table: MappedTable
  readonly column: MapColumn
  readonly found: FoundColumn
  readonly registered: RegisteredColumn | undefined
  /** The type that the map asks for, when apply has made it. */
  readonly wanted: PhysicalType | undefined
  readonly wantedName: string
  /** True when the registered relation and position are still a live column. */
  readonly registeredLives: boolean
  /** Why the table's `record` cannot be followed; undefined when it can, and without one. */
  readonly recordProblem: string | undefined
  /** Undefined where no term is made. */
  readonly folds?: Folds | undefined
}

/** Joins the map, pgseal.columns and the database's catalog. `refused` names the first disagreement. */
export function joinColumn(input: JoinInput): MappedColumn {
  const { table, column, found, registered, wanted } = input
  const physical = found.found === 'absent' ? wanted : found.physical
  const folds =
    registered !== undefined && input.folds !== undefined && termsOf(column).includes('eq_lower')
      ? columnFolds(registered.normalizers, input.folds)
      : undefined
  return {
    state: stateOf(input),
    column: {
      label: column.label,
      labelTag: column.labelTag,
      logicalType: column.type,
      namedKey: column.namedKey,
      pad: column.pad,
      terms: termsOf(column),
    },
    logical: { name: column.type as LogicalTypeName, typmod: column.typmod },
    table: registered?.tableName ?? table.mapName,
    physical,
    indexGroup: indexGroupOf(column),
    indexKeyId: registered?.indexKey ?? undefined,
    ...(column.reads === 'token' ? { takesTokens: true as const } : {}),
    ...(column.unseal === true ? { leaves: true as const } : {}),
    hasRecord: table.record !== undefined || table.tenant !== undefined,
    ...(typeof folds === 'object' ? { folds } : {}),
    refused: disagreement(input) ?? input.recordProblem ?? (typeof folds === 'string' ? folds : undefined),
  }
}

/**
 * `sealing` or `unsealed` where a plain column is served as such though the map names it: pgseal.columns says so of this
 * very column, and agrees with the map in everything else. The map must allow it besides, by `online: true` or `unseal: true`:
 * nobody who writes to the database alone makes a column a plain one.
 */
export function openState({ table, column, found, registered }: JoinInput): OpenColumn['state'] | undefined {
  if (found.found === 'absent' || found.physical !== undefined || found.foreign || registered === undefined)
    return undefined
  const { state } = registered
  const isAllowed = state === 'sealing' ? column.online : column.unseal
  if ((state !== 'sealing' && state !== 'unsealed') || isAllowed !== true) return undefined
  const isHere = registered.relation === found.relation && registered.position === found.attnum
  return isHere && registryDisagreement(table, column, registered) === undefined ? state : undefined
}

function stateOf({ found, registered }: JoinInput): ColumnState {
  // Whatever pgseal.columns says: a row that a writer of the database put there must not make the proxy send plaintext.
  if (found.found === 'column' && found.physical === undefined) return 'plain'
  const state = registered?.state
  return state === 'resealing' || state === 'unsealing' ? state : 'sealed'
}

function disagreement(input: JoinInput): string | undefined {
  const { column, found, registered, wanted, wantedName } = input
  if (found.found === 'column' && found.foreign) return `it has a type of schema pgseal that is not ${wantedName}`
  const plain = found.found === 'column' && found.physical === undefined
  if (plain) {
    if (registered?.state === 'sealing' && column.online !== true)
      return 'it is being sealed, and the map does not let it be plain meanwhile (online: true)'
    if (registered?.state === 'unsealed' && column.unseal !== true) return 'it was unsealed, and the map has it sealed'
    if (registered === undefined || registered.state !== 'sealed') return undefined
    return 'pgseal.columns says that it is sealed, but its type is not'
  }
  if (registered === undefined) return 'the map names it, but pgseal.columns does not'
  if (wanted === undefined) return `type pgseal.${wantedName} does not exist`
  if (found.found === 'column' && found.physical?.oid !== wanted.oid) {
    return `its type is pgseal.${found.physical?.name}, and the map needs pgseal.${wantedName}`
  }
  return registryDisagreement(input.table, column, registered) ?? placeDisagreement(input, registered)
}

/** What of the map differs from what `apply` recorded; undefined when nothing does. In words without values. */
export function registryDisagreement(
  table: RowBinding,
  column: MapColumn,
  registered: RegisteredColumn,
): string | undefined {
  const differs = (what: string) => `the map's ${what} is not the one that it was sealed with`
  if (registered.logicalType !== column.type || registered.typmod !== column.typmod) return differs('type')
  if (registered.terms.join() !== termsOf(column).join()) return differs('"search"')
  if (registered.namedKey !== column.namedKey) return differs('"key"')
  if (registered.pad !== column.pad) return differs('"pad"')
  if (registered.record !== bindingText(table)) return differs('"record" or "tenant"')
  if (termsOf(column).length > 0) {
    if (registered.indexGroup !== indexGroupOf(column)) return differs('"indexGroup"')
    if (registered.indexKey === null) return 'it has no index key yet'
  }
  return undefined
}

// A row of pgseal.columns outlives the column it was written for: a table that was dropped and created again, or a dump that
// was restored, is served. A registered column that still lives elsewhere has this label's values already.
function placeDisagreement({ found, registeredLives }: JoinInput, registered: RegisteredColumn): string | undefined {
  if (!registeredLives) return undefined
  const same =
    found.found === 'column' && registered.relation === found.relation && registered.position === found.attnum
  return same ? undefined : 'pgseal.columns has its label for another column'
}
