// Every line of docs/sql.md. A group is a file's export: add the line where it belongs, then run `npm run docs`.
import type { Draft, DraftOptions, PredicateLine, QueryLine } from './draft.ts'
import type { Group, Line, MadeLine } from './line.ts'
import { groups, lists, orders, windows } from './lines/clauses.ts'
import { aggregates, castLines, otherFunctions, textFunctions } from './lines/functions.ts'
import { comparisons, patterns, values } from './lines/operators.ts'
import { others, writes } from './lines/statements.ts'
import { typeLines } from './lines/types.ts'
import { wrapped } from './lines/within.ts'

export const allGroups: readonly Group[] = [
  lists,
  orders,
  groups,
  windows,
  writes,
  others,
  wrapped,
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

/** Lines of queries whose statements may stand within others. */
const queryGroups: readonly Group[] = [
  lists,
  orders,
  groups,
  windows,
  comparisons,
  values,
  textFunctions,
  castLines,
  aggregates,
]
const queryLines: readonly QueryLine[] = queryGroups.flatMap(({ lines }) =>
  lines.flatMap((line) => {
    if (!('make' in line) || line.beyond === true) return []
    const query = (draft: Draft): string => {
      const made = line.make(draft)
      return typeof made === 'string' && /^(select|values|\()/.test(made) ? made : 'select id, s_text from things'
    }
    return [{ id: line.id, query }]
  }),
)

/** What drafts choose from. */
export const choices: Pick<DraftOptions, 'predicates' | 'queries'> = { predicates: predicateLines, queries: queryLines }
