// Every line of docs/sql.md. A group is a file's export: add the line where it belongs, then run `npm run docs`.
import type { Draft, DraftOptions, PredicateLine, QueryLine } from './draft.ts'
import type { Group, Line, MadeLine } from './line.ts'
import { groups, lists, orders, windows } from './lines/clauses.ts'
import { aggregates, castLines, otherFunctions, textFunctions } from './lines/functions.ts'
import { comparisons, patterns, values } from './lines/operators.ts'
import { others, writes } from './lines/statements.ts'
import { typeLines } from './lines/types.ts'
import { wholes } from './lines/whole.ts'
import { wrapped } from './lines/within.ts'

export const allGroups: readonly Group[] = [
  lists,
  orders,
  groups,
  windows,
  writes,
  others,
  wrapped,
  wholes,
  comparisons,
  patterns,
  values,
  textFunctions,
  castLines,
  aggregates,
  otherFunctions,
  typeLines,
]

export const allLines: readonly Line[] = allGroups.flatMap(({ lines }) => lines)

export const madeLines: readonly MadeLine[] = allLines.filter((line) => 'make' in line)

const predicateLines: readonly PredicateLine[] = madeLines.flatMap(({ id, predicate, beyond }) =>
  predicate === undefined || beyond === true ? [] : [{ id, predicate }],
)

/** Lines whose statement may stand within others, or beside them. */
function within(groups: readonly Group[], pattern: RegExp, otherwise: string): QueryLine[] {
  return groups.flatMap(({ lines }) =>
    lines.flatMap((line) => {
      if (!('make' in line) || line.beyond === true) return []
      const query = (draft: Draft): string => {
        const made = line.make(draft)
        return typeof made === 'string' && pattern.test(made) ? made : otherwise
      }
      return [{ id: line.id, query }]
    }),
  )
}

const queries = within(
  [lists, orders, groups, windows, comparisons, values, textFunctions, castLines, aggregates, wholes],
  /^(select|values|\()/,
  'select id, s_text from things',
)
const writing = within([writes], /^(insert|update|delete|with)/, 'delete from things where id = 1')

/** What drafts choose from. */
export const choices: Pick<DraftOptions, 'predicates' | 'queries' | 'writes'> = {
  predicates: predicateLines,
  queries,
  writes: writing,
}
