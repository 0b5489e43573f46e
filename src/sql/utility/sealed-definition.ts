// The definition of a mapped column in CREATE TABLE or ADD COLUMN, made sealed: its type becomes the physical one, the guard
// against half-null values is added, and UNIQUE becomes an index on the equality term.
import type { MappedColumn } from '../../catalog/catalog.ts'
import { PgsealError } from '../../errors.ts'
import type { LogicalType } from '../../types/logical-type.ts'
import type { AnalysisInput } from '../analysis.ts'
import { typeText } from '../describe-plan.ts'
import { parseText } from '../parser.ts'
import { searchTerm } from '../search-term.ts'
import { lost } from '../token-ranges.ts'
import { typeOfTypeName } from '../type-name.ts'
import { as, type Fields, list, locationOf, names, struct, text } from '../walk.ts'
import { type Draft, quoted, type Rewrite } from './edits.ts'

/** A unique constraint that becomes an index. `columns` in order; those in `sealed` by their term. */
export type UniqueIndex = {
  readonly name: string | undefined
  readonly columns: readonly string[]
  readonly nullsNotDistinct: boolean
}

/** Rewrites one ColumnDef of the rewrite's tree. Returns the index that a UNIQUE of its own becomes. Throws refusals. */
export function sealDefinition(
  input: AnalysisInput,
  rewrite: Rewrite,
  definition: Draft,
  column: MappedColumn,
  name: string,
): UniqueIndex | undefined {
  if (column.refused !== undefined) throw new PgsealError('columnRefused', { column: name, reason: column.refused })
  const physical = column.physical ?? input.catalog.physicalTypeFor(column.column.logicalType, column.column.terms)
  if (physical === undefined) throw new PgsealError('columnNotPrepared', { column: name })
  const typeName = struct(definition.typeName) ?? {}
  checkType(typeName, column.logical, name)
  if (column.column.terms.includes('ord') && isText(column.logical)) cutByteOrder(rewrite, definition, name)
  for (const field of ['collClause', 'storage_name', 'compression', 'fdwoptions', 'identity', 'generated']) {
    if (definition[field] !== undefined) refuse(name, `${clauseOf(field)} of its definition`)
  }
  const bare = text(definition.colname)
  const first = rewrite.ranges.at(locationOf(typeName))
  const guard = `check (${quoted(bare)} is null or ${quoted(bare)} is not null)`
  const sealedText = `pgseal.${quoted(physical.name)} ${guard}`
  rewrite.replace(first, rewrite.ranges.typeEnd(first), () => sealedText)
  const sealed = parsedDefinition(`${quoted(bare)} ${sealedText}`)
  const unique = uniqueOf(rewrite, definition, name)
  if (unique !== undefined && searchTerm(column.column) === undefined) refuseUnique(name)
  definition.typeName = sealed.typeName
  definition.constraints = [
    ...list(sealed.constraints),
    ...list(definition.constraints).filter((constraint) => contype(constraint) !== 'CONSTR_UNIQUE'),
  ]
  return unique === undefined ? undefined : { ...unique, columns: [bare] }
}

export function refuseUnique(name: string): never {
  throw new PgsealError(
    'sealedColumnUse',
    { column: name, clause: 'UNIQUE' },
    { hint: 'Give the column `search: [equality]` in the map, and run `pgseal apply`.' },
  )
}

function isText({ name }: LogicalType): boolean {
  return name === 'varchar' || name === 'bpchar'
}

/** Order terms of text are in byte order, so the definition must say so; a sealed column itself has no collation. */
function cutByteOrder(rewrite: Rewrite, definition: Draft, name: string): void {
  const clause = struct(definition.collClause)
  const collation = names(clause?.collname)
  const isByteOrder =
    (collation.length === 1 || (collation.length === 2 && collation[0] === 'pg_catalog')) &&
    ['C', 'POSIX'].includes(collation.at(-1)!)
  if (clause === undefined || !isByteOrder) throw new PgsealError('orderCollation', { column: name })
  const first = rewrite.ranges.at(locationOf(clause))
  let last = rewrite.ranges.identifierEnd(first + 1)
  if (collation.length === 2) last = rewrite.ranges.identifierEnd(last + 2)
  rewrite.replace(first, last, () => '')
  delete definition.collClause
}

function refuse(column: string, clause: string): never {
  throw new PgsealError('sealedColumnUse', { column, clause })
}

function checkType(typeName: Fields, logical: LogicalType, name: string): void {
  const given = typeOfTypeName(typeName)
  if (given !== undefined && given.name === logical.name && given.typmod === logical.typmod) return
  throw new PgsealError('columnTypeDiffers', {
    column: name,
    given: given === undefined ? names(typeName.names).at(-1)! : typeText(given),
    mapped: typeText(logical),
  })
}

const clauses: Readonly<Record<string, string>> = {
  collClause: 'COLLATE',
  storage_name: 'STORAGE',
  compression: 'COMPRESSION',
  fdwoptions: 'OPTIONS',
  CONSTR_DEFAULT: 'DEFAULT',
  CONSTR_CHECK: 'CHECK',
  CONSTR_PRIMARY: 'PRIMARY KEY',
  CONSTR_FOREIGN: 'REFERENCES',
  CONSTR_GENERATED: 'GENERATED',
  CONSTR_IDENTITY: 'GENERATED AS IDENTITY',
  CONSTR_EXCLUSION: 'EXCLUDE',
  CONSTR_UNIQUE: 'UNIQUE',
  CONSTR_ATTR_DEFERRABLE: 'DEFERRABLE',
  CONSTR_ATTR_DEFERRED: 'INITIALLY DEFERRED',
}

/** A field or constraint kind as SQL calls it. */
export function clauseOf(kind: string): string {
  return clauses[kind] ?? 'a clause'
}

export function contype(node: unknown): string {
  return text(as(node, 'Constraint')?.contype)
}

/** Checks the column's constraints, cuts UNIQUE out of the text and returns it. */
function uniqueOf(rewrite: Rewrite, definition: Draft, name: string): Omit<UniqueIndex, 'columns'> | undefined {
  let unique: Omit<UniqueIndex, 'columns'> | undefined
  for (const node of list(definition.constraints)) {
    const constraint = as(node, 'Constraint') ?? {}
    switch (constraint.contype) {
      case 'CONSTR_NULL':
      case 'CONSTR_NOTNULL':
        break
      case 'CONSTR_DEFAULT':
        if (as(constraint.raw_expr, 'A_Const')?.isnull !== true) refuse(name, 'DEFAULT')
        break
      case 'CONSTR_UNIQUE':
        if (unique !== undefined || !isPlainUnique(constraint)) refuse(name, 'UNIQUE with options')
        unique = { name: constraintName(constraint), nullsNotDistinct: constraint.nulls_not_distinct === true }
        cutUnique(rewrite, constraint)
        break
      default:
        refuse(name, clauseOf(contype(node)))
    }
  }
  return unique
}

const plainUniqueFields = new Set(['contype', 'conname', 'keys', 'nulls_not_distinct', 'location'])

/** True for UNIQUE without storage parameters, deferral, INCLUDE and the like. */
export function isPlainUnique(constraint: Fields): boolean {
  return Object.keys(constraint).every((field) => plainUniqueFields.has(field))
}

export function constraintName(constraint: Fields): string | undefined {
  return typeof constraint.conname === 'string' ? constraint.conname : undefined
}

function cutUnique(rewrite: Rewrite, constraint: Fields): void {
  const { ranges } = rewrite
  const first = ranges.at(locationOf(constraint))
  let last = first
  if (ranges.word(last) === 'constraint') last = ranges.identifierEnd(last + 1) + 1
  if (ranges.word(last) !== 'unique') throw lost('UNIQUE is not where it should be')
  if (ranges.word(last + 1) === 'nulls') last += ranges.word(last + 2) === 'not' ? 3 : 2
  rewrite.replace(first, last, () => '')
}

function parsedDefinition(definition: string): Draft {
  const create = as(parseText(Buffer.from(`create table x (${definition})`))[0]?.stmt, 'CreateStmt')
  return as(list(create?.tableElts)[0], 'ColumnDef') as Draft
}
