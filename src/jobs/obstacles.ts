import { termsOf } from '../catalog/mapped-column.ts'
import type { MappedColumn } from '../config/config.ts'
import { type LogicalTypeName, typeNumbers } from '../types/logical-type.ts'
import { isLowerOf } from './lower-case.ts'
import type { ColumnFacts, IndexFacts, TableFacts } from './table-facts.ts'

/** Why a column cannot be sealed in place: what is in the way, and what to do about it. Names only, never a definition. */
export type Obstacle = { readonly what: string; readonly hint: string }

/**
 * Everything of the table that cannot be carried over when this column is sealed; empty when it can be. `online`: a new table
 * takes its place, and views are made again.
 */
export function obstaclesOf(facts: TableFacts, column: MappedColumn, online = false): Obstacle[] {
  const found: Obstacle[] = []
  const add = (what: string, hint: string) => {
    if (!found.some((obstacle) => obstacle.what === what)) found.push({ what, hint })
  }
  tableObstacles(facts, add)
  const places = facts.columns.filter(({ name }) => name === column.name)
  for (const place of places) columnObstacles(place, place.relation === facts.oid, column, add)
  const attnums = new Map(places.map(({ relation, attnum }) => [relation, attnum]))
  constraintObstacles(facts, attnums, add)
  const isSearched = termsOf(column).length > 0
  const lower = column.normalize.includes('lower') ? column.name : undefined
  for (const index of facts.indexes) indexObstacles(index, attnums.get(index.relation), isSearched, lower, add)
  for (const { relation, attnum, kind, name } of facts.dependents) {
    if (online && kind === 'rule' && isView(name)) continue
    if (attnums.get(relation) === attnum) add(`${dependentKind(kind, name)} reads the column`, dependentHint(kind))
  }
  return found
}

type Add = (what: string, hint: string) => void

function tableObstacles(facts: TableFacts, add: Add): void {
  if (facts.kind !== 'r' && facts.kind !== 'p') add('it is not a table', 'Name the table itself in the map.')
  if (facts.typed) add('the table is of a composite type', 'Make it independent with ALTER TABLE ... NOT OF.')
  for (const member of facts.tree) {
    if (member.kind === 'f') add(`foreign table ${member.name} is part of it`, 'Detach the foreign table.')
    if (member.replicaIdentity === 'f') {
      add(
        `${member.name} has REPLICA IDENTITY FULL`,
        'A sealed column has no equality; choose an index as replica identity.',
      )
    }
  }
  for (const use of facts.rowTypeUses) add(`column ${use} has its row type`, 'Give that column another type.')
}

function columnObstacles(place: ColumnFacts, root: boolean, column: MappedColumn, add: Add): void {
  const { typeKind, typeName } = place
  if (place.isArray) add(`the column has array type ${typeName}`, 'Array columns are not sealed.')
  else if (typeKind === 'd') add(`the column has domain type ${typeName}`, 'Change it to the base type of the domain.')
  else if (!sameType(place, column)) {
    add(`the column has type ${typeName}, and the map says otherwise`, 'Give its own type and length in the map.')
  }
  if (!place.deterministic && termsOf(column).length > 0) {
    add(
      'the column has a nondeterministic collation',
      'Take "search: [equality]" from the map, or change the collation.',
    )
  }
  if (!place.byteOrder && termsOf(column).includes('ord') && (column.type === 'varchar' || column.type === 'bpchar')) {
    add(
      'the column has another collation than "C", or the database another encoding than UTF8',
      'Take "order" from "search" in the map, or make it COLLATE "C": its order is then that of its bytes.',
    )
  }
  if (place.identity) add('the column is an identity column', 'Its values are made by the database; drop the identity.')
  if (place.generated) add('the column is generated', 'Its values are made by the database; drop the expression.')
  else if (place.hasDefault) add('the column has a DEFAULT', 'The database cannot seal it; drop the default.')
  if (place.partitionKey) add('the column is part of a partition key', 'A sealed column cannot be one.')
  if (root && place.inherited) add('the column is inherited', 'Name the table that it is inherited from in the map.')
}

function sameType(place: ColumnFacts, column: MappedColumn): boolean {
  return place.typeOid === typeNumbers[column.type as LogicalTypeName].oid && place.typmod === column.typmod
}

function constraintObstacles(facts: TableFacts, attnums: ReadonlyMap<number, number>, add: Add): void {
  for (const { name, kind, relation, attnums: held, from } of facts.constraints) {
    const attnum = attnums.get(relation)
    if (attnum === undefined || !held.includes(attnum)) continue
    const quotedName = `"${name}"`
    if (kind === 'p') add(`primary key ${quotedName} holds the column`, 'Choose another primary key.')
    else if (kind === 'f' && from !== null) add(`foreign key ${quotedName} of ${from} refers to the column`, 'Drop it.')
    else if (kind === 'f') add(`foreign key ${quotedName} holds the column`, 'Drop it.')
    else if (kind === 'x') add(`exclusion constraint ${quotedName} holds the column`, 'Drop it.')
    else if (kind === 'c')
      add(`check constraint ${quotedName} reads the column`, 'Drop it, and check in the application.')
  }
}

function indexObstacles(
  index: IndexFacts,
  attnum: number | undefined,
  isSearched: boolean,
  lower: string | undefined,
  add: Add,
): void {
  if (attnum === undefined || index.primary || index.attached) return
  const name = index.constraint === null ? `index "${index.name}"` : `unique constraint "${index.constraint}"`
  const reads = (attnums: readonly number[]) => attnums.includes(attnum) || attnums.includes(0)
  const expressions = index.keys.filter((each) => each.attnum === 0)
  const isOfLower =
    expressions.length > 0 && lower !== undefined && expressions.every(({ text }) => isLowerOf(text, lower))
  if (reads(index.predicateReads) || (reads(index.reads) && !isOfLower)) {
    add(
      `${name} has an expression or predicate over the column`,
      lower === undefined
        ? 'Drop the index; one on lower(column) alone is kept with "normalize: [lower]".'
        : 'Drop the index.',
    )
    return
  }
  if (index.included.some((included) => included.attnum === attnum)) {
    add(`${name} includes the column`, 'Make the index without it.')
  }
  const key = index.keys.find((each) => each.attnum === attnum || (isOfLower && each.attnum === 0))
  if (key === undefined) return
  if (index.method !== 'btree')
    add(`${name} is of kind ${index.method}`, 'Only btree indexes become indexes on the term; drop it.')
  else if (!key.defaultClass || key.classOptions !== null) {
    add(`${name} has operator class ${key.operatorClass}`, 'A term has the default one alone; drop the index.')
  } else if (!isSearched) {
    add(`${name} holds the column`, 'Add "search: [equality]" to the column, or drop the index.')
  }
  if (!index.immediate) add(`${name} is deferrable`, 'An index on the term cannot be; make it not deferrable.')
  if (index.replicaIdentity)
    add(`${name} is the replica identity`, 'An index on an expression cannot be; choose another.')
  if (!index.valid) add(`${name} is not valid`, 'Rebuild or drop it.')
}

export function isView(name: string): boolean {
  return name.startsWith('"_RETURN" on ')
}

export function dependentKind(kind: string, name: string): string {
  if (kind !== 'rule') return `${kind} ${name}`
  const view = /^"_RETURN" on (.*)$/s.exec(name)
  return view === null ? `rule ${name}` : `view ${view[1]}`
}

export function dependentHint(kind: string): string {
  switch (kind) {
    case 'rule':
      return 'Drop it before, and create it again after.'
    case 'policy':
      return 'A policy cannot compare a sealed column; write it over other columns.'
    case 'trigger':
      return 'Drop it, or take the column out of its WHEN and UPDATE OF.'
    case 'generated column':
      return 'It would have to be computed from a sealed value; drop it.'
    default:
      return 'Drop it, or take the column out of it.'
  }
}

/** What stays but may fail or change afterwards: for the operator to read. */
export function notesOf(facts: TableFacts, column: MappedColumn, functions: readonly string[]): string[] {
  const attnums = new Map(
    facts.columns.filter(({ name }) => name === column.name).map((place) => [place.relation, place.attnum]),
  )
  const notes: string[] = []
  for (const name of functions) {
    notes.push(`function ${name} may read the column: it would get the sealed value, and comparisons fail`)
  }
  for (const name of facts.triggers) {
    notes.push(`trigger ${name} gets sealed values; OLD.* IS DISTINCT FROM NEW.* fails, since they have no equality`)
  }
  for (const name of facts.publications) notes.push(`publication "${name}" sends sealed values to its subscribers`)
  for (const { attnum, kind, name } of facts.dependents) {
    if (attnum === 0 && (kind === 'rule' || kind === 'function'))
      notes.push(`${dependentKind(kind, name)} reads whole rows: they hold the sealed value`)
  }
  for (const index of facts.indexes) {
    const attnum = attnums.get(index.relation)
    if (attnum === undefined || index.attached || !index.keys.some((key) => key.attnum === attnum)) continue
    if (index.constraint !== null && !index.primary) {
      notes.push(
        `unique constraint "${index.constraint}" becomes a unique index of that name: ON CONFLICT takes the column, not the constraint`,
      )
    } else if (!index.unique && !termsOf(column).includes('ord'))
      notes.push(`index "${index.name}" serves equality alone from then on`)
    if (index.clustered) notes.push(`index "${index.name}" is no longer the one to CLUSTER on`)
  }
  return notes
}
