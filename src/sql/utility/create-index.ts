import { PgsealError } from '../../errors.ts'
import type { AnalysisInput } from '../analysis.ts'
import { isBuiltInCall } from '../functions.ts'
import { termTree } from '../grouping-text.ts'
import type { Effects, Plan, SearchTerm } from '../plan.ts'
import { searchTerm } from '../search-term.ts'
import { lost } from '../token-ranges.ts'
import { as, type Fields, list, locationOf, names, struct, text, walk } from '../walk.ts'
import { type Draft, quoted, Rewrite } from './edits.ts'
import { chosenIndexName } from './index-name.ts'
import { passthrough, rewritten } from './outcome.ts'
import { type Meant, meantBy, refuseSealedIn, refuseShadow, type SealedColumns, sealedColumns } from './touched.ts'

/** Plans an IndexStmt: a sealed column in a plain btree index becomes its term. Throws refusals. */
export function planCreateIndex(input: AnalysisInput, effects: Effects, statement: Fields): Plan {
  const meant = meantBy(input, struct(statement.relation) ?? {})
  refuseShadow(meant)
  const sealed = sealedColumns(input, meant)
  if (sealed.columns.size === 0) return passthrough(effects, 'indexes a relation without sealed columns')
  for (const element of list(statement.indexIncludingParams)) {
    const column = sealed.columns.get(text(as(element, 'IndexElem')?.name))
    if (column !== undefined) throw new PgsealError('sealedColumnUse', { column, clause: 'INCLUDE' })
  }
  refusePredicate(statement.whereClause, sealed)
  const terms = list(statement.indexParams).map((element) => {
    const fields = as(element, 'IndexElem') ?? {}
    const lowered = loweredName(input, fields, sealed)
    if (lowered !== undefined) return checkedTerm(meant, fields, lowered, sealed, text(statement.accessMethod))
    refuseSealedIn(fields.expr, sealed, 'an index expression')
    const column = sealed.columns.get(text(fields.name))
    return column === undefined
      ? undefined
      : checkedTerm(meant, fields, undefined, sealed, text(statement.accessMethod))
  })
  if (terms.every((term) => term === undefined)) return passthrough(effects, 'indexes no sealed column')
  return rewritten(effects, withTerms(input, meant, terms), [])
}

/** The term that an element is of. `lowered`: the column that it is lower() of. */
function checkedTerm(
  meant: Meant,
  element: Fields,
  lowered: string | undefined,
  sealed: SealedColumns,
  method: string,
): SearchTerm {
  const own = lowered ?? text(element.name)
  const column = sealed.columns.get(own)!
  const mapped = meant.relation?.columns.find(({ name }) => name === own)?.mapped
  const known = mapped === undefined ? undefined : searchTerm(mapped.column)
  const term = lowered === undefined ? known : mapped?.column.terms.includes('eq_lower') ? 'eq_lower' : undefined
  if (term === undefined) {
    throw new PgsealError(
      'sealedColumnUse',
      { column, clause: lowered === undefined ? 'an index' : 'an index expression' },
      {
        hint:
          lowered === undefined
            ? 'Give the column `search: [equality]` in the map, and run `pgseal apply`.'
            : 'An index on lower(column) needs `normalize: [lower]` on the column.',
      },
    )
  }
  const isPlain =
    method === 'btree' &&
    (term === 'ord' || (element.ordering === 'SORTBY_DEFAULT' && element.nulls_ordering === 'SORTBY_NULLS_DEFAULT')) &&
    ['opclass', 'opclassopts', 'collation'].every((field) => element[field] === undefined)
  if (!isPlain) throw new PgsealError('sealedColumnUse', { column, clause: 'an index that is not a plain btree' })
  return term
}

/** The sealed column that an element is lower() of; only by its bare name. */
function loweredName(input: AnalysisInput, element: Fields, sealed: SealedColumns): string | undefined {
  const call = as(element.expr, 'FuncCall')
  const path = names(call?.funcname)
  const [argument, ...others] = list(call?.args)
  if (path.at(-1) !== 'lower' || others.length > 0 || !isBuiltInCall(path, input.catalog)) return undefined
  const column = names(as(argument, 'ColumnRef')?.fields)
  return column.length === 1 && sealed.columns.has(column[0]!) ? column[0] : undefined
}

/** A predicate may ask of a sealed column only whether it is null. */
function refusePredicate(predicate: unknown, sealed: SealedColumns): void {
  walk(predicate, (tag, fields) => {
    if (
      tag === 'NullTest' &&
      as(fields.arg, 'ColumnRef') !== undefined &&
      list(as(fields.arg, 'ColumnRef')?.fields).length === 1
    ) {
      if (sealed.columns.has(text(as(list(as(fields.arg, 'ColumnRef')?.fields)[0], 'String')?.sval))) return false
    }
    if (tag === 'ColumnRef') refuseSealedIn({ ColumnRef: fields }, sealed, 'an index predicate')
    return undefined
  })
}

function withTerms(input: AnalysisInput, meant: Meant, terms: readonly (SearchTerm | undefined)[]): Buffer {
  const rewrite = new Rewrite(input)
  const { ranges } = rewrite
  const index = as(rewrite.tree, 'IndexStmt') as Draft
  const relation = struct(index.relation) ?? {}
  let open = ranges.at(locationOf(relation))
  const on = onKeyword(rewrite, open)
  // A table's name and its access method hold no parenthesis, but ONLY (t) may.
  while (ranges.word(open) !== '(') open = next(rewrite, open)
  const elements = list(index.indexParams) as Draft[]
  terms.forEach((term, at) => {
    if (term === undefined) return
    if (term === 'eq_lower') {
      const element = as(elements[at], 'IndexElem') as Draft
      const [column] = list(as(element.expr, 'FuncCall')?.args)
      const { first, last } = ranges.of(element.expr)
      const written = ranges.textOf(column)
      rewrite.replace(first, last, () => `((${written}).eq_lower)`)
      elements[at] = { IndexElem: { ...element, expr: termTree(column as object, term) } }
      return
    }
    const item = ranges.listItem(open, at)
    rewrite.replace(item, ranges.identifierEnd(item), (old) => `((${old}).${term})`)
    const { name, ...rest } = as(elements[at], 'IndexElem') as Draft
    const column = { ColumnRef: { fields: [{ String: { sval: name } }] } }
    elements[at] = {
      IndexElem: { ...rest, expr: { A_Indirection: { arg: column, indirection: [{ String: { sval: term } }] } } },
    }
  })
  const columns = list(as(input.statement.parse, 'IndexStmt')?.indexParams).map((element, at) =>
    terms[at] === 'eq_lower' ? 'lower' : as(element, 'IndexElem')?.name,
  )
  // Without a name PostgreSQL would call it by the term, not by the column.
  const isNamed = columns.every((name) => typeof name === 'string') && new Set(columns).size === columns.length
  if (index.idxname === undefined && isNamed) {
    const { schema, name } = meant.relation!
    index.idxname = chosenIndexName(input.catalog, schema, name, columns, 'idx')
    rewrite.insertBefore(on, quoted(text(index.idxname)))
  }
  return rewrite.finish()
}

function next(rewrite: Rewrite, token: number): number {
  if (token + 1 >= rewrite.ranges.tokens.length) throw lost('the columns of an index are not where they should be')
  return token + 1
}

/** The ON before the table's name; ONLY and a parenthesis may stand between. */
function onKeyword(rewrite: Rewrite, relation: number): number {
  let on = relation - 1
  while (on > 0 && rewrite.ranges.word(on) !== 'on') on -= 1
  return on
}
