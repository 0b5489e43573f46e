// Defaults that are evaluated before the statement, so that the record of a row is known when its values are sealed: one
// hidden statement for all rows, on the client's connection, with its rights and in its transaction.
import type { Catalog } from '../catalog/catalog.ts'
import type { EvaluatedColumn, Evaluation, SealedPlan } from '../sql/plan.ts'
import { submitBefore } from './hidden-statement.ts'
import type { Link } from './link.ts'
import type { EvaluatedRows } from './row-record.ts'

/**
 * The default expressions of columns as this connection would write them: the server's own text under the connection's own
 * search_path names the very functions and operators that the stored expression means. Kept as long as names are.
 */
export class DefaultTexts {
  readonly #texts = new Map<string, string>()
  #catalog: Catalog | undefined

  forget(): void {
    this.#texts.clear()
  }

  /** The texts of these columns, in order: at once unless one must be asked for. */
  of(link: Link, columns: readonly EvaluatedColumn[]): readonly string[] | Promise<readonly string[]> {
    const catalog = link.catalog()
    if (catalog instanceof Promise || catalog !== this.#catalog) this.forget()
    this.#catalog = catalog instanceof Promise ? undefined : catalog
    const texts: string[] = []
    for (const column of columns) {
      const text = this.#texts.get(keyOf(column))
      if (text === undefined) return this.#ask(link, columns)
      texts.push(text)
    }
    return texts
  }

  async #ask(link: Link, columns: readonly EvaluatedColumn[]): Promise<readonly string[]> {
    const relations = `{${columns.map(({ relation }) => relation).join(',')}}`
    const attnums = `{${columns.map(({ column }) => column.attnum).join(',')}}`
    const rows = await link.hiddenQuery(defaultsQuery, [relations, attnums])
    return columns.map((column, at) => {
      const text = rows[at]?.[0] ?? 'null'
      this.#texts.set(keyOf(column), text)
      return text
    })
  }
}

function keyOf({ relation, column }: EvaluatedColumn): string {
  return `${relation}.${column.attnum}`
}

/**
 * $1: relations, $2: attribute numbers. A row a pair, in order: the expression that gives the column its value when the
 * statement gives none; NULL where that is NULL. As in build_column_default: identity, the column's own, its domain's.
 */
const defaultsQuery = `select case
    when a.attidentity operator(pg_catalog.<>) '' then (select pg_catalog.concat('pg_catalog.nextval(''', s.objid, '''::pg_catalog.regclass)')
      from pg_catalog.pg_depend s where s.classid operator(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass and s.deptype operator(pg_catalog.=) 'i'
      and s.refclassid operator(pg_catalog.=) s.classid and s.refobjid operator(pg_catalog.=) a.attrelid and s.refobjsubid operator(pg_catalog.=) a.attnum)
    when a.atthasdef then (select pg_catalog.pg_get_expr(d.adbin, d.adrelid) from pg_catalog.pg_attrdef d
      where d.adrelid operator(pg_catalog.=) a.attrelid and d.adnum operator(pg_catalog.=) a.attnum)
    else (select pg_catalog.pg_get_expr(t.typdefaultbin, 0::pg_catalog.oid) from pg_catalog.pg_type t where t.oid operator(pg_catalog.=) a.atttypid) end
  from rows from (pg_catalog.unnest($1::pg_catalog.oid[]), pg_catalog.unnest($2::pg_catalog.int2[])) with ordinality u (relation, attnum, i)
  left join pg_catalog.pg_attribute a on a.attrelid operator(pg_catalog.=) u.relation and a.attnum operator(pg_catalog.=) u.attnum
  order by u.i`

/** The values of a plan's Evaluation, in binary. Rejects with Skipped when the server refused: the client has its error. */
export function evaluateDefaults(link: Link, plan: SealedPlan, evaluation: Evaluation): Promise<EvaluatedRows> {
  const send = (texts: readonly string[]): Promise<EvaluatedRows> =>
    submitBefore(link, plan, evaluationText(evaluation, texts))
  const texts = link.defaults.of(link, evaluation.columns)
  return texts instanceof Promise ? texts.then(send) : send(texts)
}

/**
 * A VALUES list, which the server evaluates row by row from left to right. The casts are to types without length or scale:
 * those are applied when the value is assigned, as they would be to the default itself.
 */
function evaluationText({ columns, rows }: Evaluation, texts: readonly string[]): Buffer {
  const cells = columns.map(({ column }, at) => {
    const type = `::pg_catalog.${column.type.name}`
    return (cell: boolean | string | undefined): string => {
      if (typeof cell === 'string') return `(${cell})${type}`
      return cell === true ? `(${texts[at]})${type}` : `null${type}`
    }
  })
  const lists = rows.map((row) => `(${cells.map((cell, at) => cell(row[at])).join(', ')})`)
  return Buffer.from(`values ${lists.join(', ')}`)
}
