// Every line of docs/sql.md. A group is a file's export: add the line where it belongs, then run `npm run docs`.
import type { PredicateLine } from './draft.ts'
import type { Group, Line, MadeLine } from './line.ts'
import { groups, lists, orders, windows } from './lines/clauses.ts'
import { aggregates, castLines, otherFunctions, textFunctions } from './lines/functions.ts'
import { comparisons, patterns, values } from './lines/operators.ts'
import { others, writes } from './lines/statements.ts'
import { typeLines } from './lines/types.ts'

export const allGroups: readonly Group[] = [
  lists,
  orders,
  groups,
  windows,
  writes,
  others,
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

export const predicateLines: readonly PredicateLine[] = madeLines.flatMap(({ id, predicate, beyond }) =>
  predicate === undefined || beyond === true ? [] : [{ id, predicate }],
)
