import type { Session } from '../control/database.ts'
import { quoteIdent } from '../control/quote.ts'
import { dependentHint, dependentKind, isView, type Obstacle } from './obstacles.ts'
import { termOf } from './opened-indexes.ts'
import type { IndexFacts, TableFacts } from './table-facts.ts'

/** What the texts of an index read, each attribute as often as it is named. */
export type IndexReads = {
  readonly index: number
  readonly expressions: readonly number[]
  readonly predicate: readonly number[]
}

export function readIndexReads(session: Session, facts: TableFacts): Promise<IndexReads[]> {
  const numbers = (text: string) =>
    `(select coalesce(json_agg(m[1]::int4), '[]') from regexp_matches(coalesce(${text}, ''), ':varattno (\\d+) ', 'g') m)`
  return session.query<IndexReads>(
    `select i.indexrelid::int8::float8 as index, ${numbers('i.indexprs::text')} as expressions, ${numbers('i.indpred::text')} as predicate
     from pg_index i where i.indrelid = any ($1::int8[]::oid[])`,
    [facts.tree.map(({ oid }) => oid)],
  )
}

/**
 * Everything of the table that is in the way when this sealed column becomes plain; empty when it can. `online`: a new table
 * takes its place, and views are made again.
 */
export function unsealObstacles(
  facts: TableFacts,
  name: string,
  reads: readonly IndexReads[],
  online: boolean,
): Obstacle[] {
  const found: Obstacle[] = []
  const add = (what: string, hint: string) => {
    if (!found.some((obstacle) => obstacle.what === what)) found.push({ what, hint })
  }
  if (facts.typed) add('the table is of a composite type', 'Make it independent with ALTER TABLE ... NOT OF.')
  for (const member of facts.tree) {
    if (member.kind === 'f') add(`foreign table ${member.name} is part of it`, 'Detach the foreign table.')
  }
  for (const use of facts.rowTypeUses) add(`column ${use} has its row type`, 'Give that column another type.')
  const places = facts.columns.filter((column) => column.name === name)
  const attnums = new Map(places.map(({ relation, attnum }) => [relation, attnum]))
  for (const place of places) {
    if (place.hasDefault) add('the column has a DEFAULT', 'It is one of sealed values; drop the default.')
    if (place.relation === facts.oid && place.inherited) {
      add('the column is inherited', 'Name the table that it is inherited from in the map.')
    }
  }
  for (const { name: constraint, kind, relation, attnums: held, definition } of facts.constraints) {
    const attnum = attnums.get(relation)
    if (attnum === undefined || !held.includes(attnum) || isOwnCheck(kind, definition)) continue
    add(`constraint "${constraint}" holds the column`, 'Drop it before, and create it again after.')
  }
  for (const index of facts.indexes) {
    indexObstacles(
      index,
      attnums.get(index.relation),
      name,
      reads.find((each) => each.index === index.oid),
      add,
    )
  }
  for (const { relation, attnum, kind, name: dependent } of facts.dependents) {
    if (online && kind === 'rule' && isView(dependent)) continue
    if (attnums.get(relation) === attnum) add(`${dependentKind(kind, dependent)} reads the column`, dependentHint(kind))
  }
  return found
}

/** The check that no attribute is null alone, which the column gets when it is sealed. */
export function isOwnCheck(kind: string, definition: string): boolean {
  const match = /^CHECK \(\(\((.+) IS (NOT )?NULL\) OR \((.+) IS (NOT )?NULL\)\)\)$/.exec(definition)
  return kind === 'c' && match !== null && match[1] === match[3] && match[2] !== match[4]
}

function indexObstacles(
  index: IndexFacts,
  attnum: number | undefined,
  name: string,
  reads: IndexReads | undefined,
  add: (what: string, hint: string) => void,
): void {
  if (attnum === undefined || index.attached) return
  const what = `index "${index.name}"`
  const terms = index.keys.flatMap((key) => termOf(key) ?? []).filter(({ column }) => column === name)
  const named = (reads?.expressions ?? []).filter((each) => each === attnum).length
  const isRead = named > terms.length || (reads?.predicate ?? []).includes(attnum)
  if (isRead) add(`${what} has an expression or predicate over the column`, 'Drop the index.')
  if (index.keys.some((key) => key.attnum === attnum) || index.included.some((each) => each.attnum === attnum)) {
    add(`${what} holds the column`, 'Drop the index.')
  }
  if (terms.some(({ term }) => term !== 'eq' && term !== 'ord' && term !== 'eq_lower'))
    add(`${what} is over a term of another kind`, 'Drop it.')
  if (terms.length > 0 && index.method !== 'btree') add(`${what} is of kind ${index.method}`, 'Drop it.')
  if (terms.length > 0 && !index.valid) add(`${what} is not valid`, 'Rebuild or drop it.')
}

/** Statements that drop that check from these columns of a table. */
export async function dropCheckStatements(
  session: Session,
  relation: number,
  names: readonly string[],
): Promise<string[]> {
  const rows = await session.query<{ table: string; name: string; definition: string }>(
    `select format('%I.%I', n.nspname, c.relname) as table, k.conname::text as name, pg_get_constraintdef(k.oid) as definition
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = k.conrelid and k.conkey = array[a.attnum]
     where k.conrelid = $1::int8::oid and k.contype = 'c' and a.attname = any ($2::text[])`,
    [relation, names],
  )
  return rows
    .filter(({ definition }) => isOwnCheck('c', definition))
    .map(({ table, name }) => `alter table ${table} drop constraint ${quoteIdent(name)}`)
}
