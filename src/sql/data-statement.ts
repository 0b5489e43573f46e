// The plan of SELECT, INSERT, UPDATE or DELETE, alone or under EXPLAIN.

import type { MappedColumn } from '../catalog/catalog.ts'
import { PgsealError } from '../errors.ts'
import { opensStored, type Reading, resultReading } from './access.ts'
import type { AnalysisInput } from './analysis.ts'
import { checkCarried } from './carried.ts'
import type { TextEdit } from './client-position.ts'
import { eachCall, isBuiltInCall, runsText } from './functions.ts'
import { lastValuesAsked } from './made-value.ts'
import { planManyInserted } from './many-inserted.ts'
import { planManyRows } from './many-rows.ts'
import { eachLeaf, mapLeaves } from './nested.ts'
import { claimNullTests } from './null-tests.ts'
import type {
  Effects,
  Evaluation,
  ManyRows,
  PassthroughPlan,
  Plan,
  SealedPlan,
  SealedResult,
  ServerParameter,
} from './plan.ts'
import { refuseShape } from './refusal.ts'
import { refuseAbsent, touchedRelations } from './relevance.ts'
import { resultRows } from './row-source.ts'
import type { Output, OutputColumn } from './select.ts'
import { numberParameters } from './server-parameters.ts'
import { splice } from './splice.ts'
import { Analysis } from './statement.ts'
import { exposeArms } from './union-rows.ts'
import { withoutUsing } from './using.ts'
import type { SealedValueOf } from './value.ts'
import { verifySplice } from './verify.ts'
import { as, names, struct } from './walk.ts'
import { writeStatement } from './write.ts'

/**
 * Plans the statement `node`, which is the whole of input.statement or the statement under its EXPLAIN; `explains` says
 * that its rows are a description and hold no column's values. Throws PgsealError for a refusal.
 */
export function planData(input: AnalysisInput, effects: Effects, node: unknown, explains: boolean): Plan {
  refuseAbsent(input, node)
  const touched = touchedRelations(input, node)
  const calls = userCalls(input, node)
  if (!touched.relevant) {
    return passthrough(effects, 'names no mapped table', touched.unknown || calls)
  }
  const { analysis, output, results, hidden } = analyzed(input, node, explains)
  if (analysis.using.size > 0) return planWithoutUsing(analysis, effects, node)
  const describeFirst = analysis.unknownObjects || calls
  if (!analysis.relevant) return passthrough(effects, 'names no mapped table', describeFirst)
  if (
    analysis.many === undefined &&
    analysis.inserted === undefined &&
    analysis.claims.size === 0 &&
    analysis.searches.size === 0 &&
    (results ?? []).every((result) => result === undefined)
  ) {
    return passthrough(effects, 'touches no sealed column', describeFirst)
  }
  if (output?.open === true && !explains)
    refuseShape(analysis, '* over a relation or function whose columns are not known')
  // A setting changed by the statement itself would be in force for its later rows, not for those that are known here.
  if (analysis.usesSettings && setsConfig(node)) {
    throw new PgsealError('shapeNotServed', { shape: 'set_config() beside values that depend on settings' })
  }
  if (analysis.many !== undefined && analysis.computes) {
    refuseShape(analysis, 'a function of a sealed column in RETURNING of an UPDATE of many rows')
  }
  if ((analysis.many !== undefined || analysis.inserted !== undefined) && analysis.nests) {
    refuseShape(analysis, 'JSON or an array of sealed columns in RETURNING of a statement on many rows')
  }
  if (explains && analysis.evaluation.rows.length > 0) {
    const record = analysis.records.find((row) => row !== undefined)
    throw new PgsealError('recordNotKnown', {
      table: record?.table ?? '',
      template: record?.rule.template ?? '',
      reason: 'EXPLAIN evaluates no defaults beforehand',
    })
  }
  return sealed(analysis, effects, results, hidden)
}

function planWithoutUsing(analysis: Analysis, effects: Effects, node: unknown): Plan {
  const { input } = analysis
  const { statement } = input
  if (node !== statement.parse) refuseShape(analysis, 'JOIN ... USING of sealed columns under another statement')
  const made = withoutUsing(statement, analysis.using)
  try {
    const plan = planData({ ...input, statement: made }, effects, made.parse, false)
    // Positions in the text that was made are none of the client's.
    return plan.kind === 'sealed' ? { ...plan, edits: undefined } : plan
  } catch (error) {
    throw error instanceof PgsealError ? error.withoutPosition() : error
  }
}

type Results = readonly (SealedResult | undefined)[] | undefined

type Analyzed = {
  readonly analysis: Analysis
  readonly output: Output | undefined
  readonly results: Results
  readonly hidden: readonly number[]
}

/** Once as it stands, and where a row can't be told then, once more with the lists of subqueries made longer. */
function analyzed(input: AnalysisInput, node: unknown, explains: boolean): Analyzed {
  const first = analyzedOnce(new Analysis(input, false), node, explains)
  const misses = first.analysis.missesRows
  if (misses === undefined) return first
  const again = new Analysis(input, false)
  again.exposesRows = true
  try {
    return analyzedOnce(again, node, explains)
  } catch (error) {
    if (misses === 'when-known' && error instanceof PgsealError) return first
    throw error
  }
}

function analyzedOnce(analysis: Analysis, node: unknown, explains: boolean): Analyzed {
  if (returnsRows.has(analysis.input.statement.statement)) analysis.final = finalList(node)
  const output = writeStatement({ analysis, level: undefined, ctes: undefined }, node)
  // EXPLAIN gives one column, whatever its format.
  if (explains || output === undefined) {
    return { analysis, output, results: explains ? [undefined] : undefined, hidden: [] }
  }
  return { analysis, output, ...describedResults(analysis, exposeArms(analysis, output)) }
}

function describedResults(analysis: Analysis, output: Output): Pick<Analyzed, 'results' | 'hidden'> {
  const all = [...output.columns, ...analysis.added]
  const columns = [...all]
  const first = output.columns.length
  const results: (SealedResult | undefined)[] = resultColumns(analysis, { ...output, columns: all }, columns, first)
  const hidden = columns.flatMap(({ added }, at) => (added === true ? [at] : []))
  while (results.length < columns.length) results.push(undefined)
  return { results, hidden }
}

/** Statements whose rows go to the client, so that values in them can be computed on the way. Not CREATE VIEW. */
const returnsRows = new Set([
  'SelectStmt',
  'InsertStmt',
  'UpdateStmt',
  'DeleteStmt',
  'ExplainStmt',
  'PrepareStmt',
  'DeclareCursorStmt',
  'CopyStmt',
])

/** The list that gives the statement's own result, where its rows are neither grouped nor told apart by it. */
function finalList(node: unknown): Analysis['final'] {
  const select = as(node, 'SelectStmt')
  if (select !== undefined) {
    const { targetList, sortClause } = select
    const isSimple = ['distinctClause', 'groupClause', 'havingClause'].every((field) => select[field] === undefined)
    return isSimple && targetList !== undefined ? { targets: targetList, sortClause } : undefined
  }
  const write = as(node, 'InsertStmt') ?? as(node, 'UpdateStmt') ?? as(node, 'DeleteStmt')
  const targets = struct(write?.returningClause)?.exprs
  return targets === undefined ? undefined : { targets, sortClause: undefined }
}

function evaluationOf({ input, evaluation: { columns, rows, inserted } }: Analysis): Evaluation | undefined {
  if (rows.length === 0) return undefined
  return {
    columns,
    rows: rows.map((row) => columns.map((_, at) => row[at] ?? false)),
    several: inserted > 1,
    asks: lastValuesAsked(input.statement.parse),
  }
}

function passthrough(effects: Effects, reason: string, describeFirst: boolean): PassthroughPlan {
  return { kind: 'passthrough', effects, reason, describeFirst }
}

/** True when a function that is not PostgreSQL's own is called. One that runs SQL given as text is refused (C56). */
function userCalls(input: AnalysisInput, node: unknown): boolean {
  const { catalog } = input
  let user = false
  eachCall(node, (path, fields) => {
    const given = fields.args
    if (catalog.mappedTables.length > 0 && runsText(path, Array.isArray(given) ? given.length : 0)) {
      throw new PgsealError('functionNotServed', { function: names(fields.funcname).at(-1) ?? '' })
    }
    user ||= !isBuiltInCall(path, catalog)
  })
  return user
}

function setsConfig(node: unknown): boolean {
  let found = false
  eachCall(node, (path) => {
    found ||= path.at(-1) === 'set_config'
  })
  return found
}

/** `columns`: those of the server's result, which grow by what tells the rows of sealed values. */
function resultColumns(
  analysis: Analysis,
  output: Output,
  columns: OutputColumn[],
  firstAdded: number,
): (SealedResult | undefined)[] {
  return output.columns.map((column, at) => {
    const { value } = column
    if (value.kind !== 'sealed') return undefined
    if (value.nested !== undefined) return nestedResult(analysis, value)
    const reading = resultReading(analysis, value)
    analysis.noteType(value.logical.name)
    const rows = opensStored(reading)
      ? resultRows(analysis, value, columns, output.list)
      : value.rows.map(() => undefined)
    return {
      computed: value.computed,
      ...combinedOf(value, at, firstAdded),
      source: value.source,
      origins: value.origins,
      logical: value.logical,
      reading,
      rows,
    }
  })
}

/** Where the columns stand that a value is computed of; `firstAdded` is the place of the first that was added. */
function combinedOf({ combined }: SealedValueOf, at: number, firstAdded: number): Pick<SealedResult, 'combined'> {
  if (combined === undefined) return {}
  const leaves = combined.leaves.map(({ added, type }) => ({
    place: added === undefined ? at : firstAdded + added,
    type,
  }))
  return { combined: { operand: combined.operand, leaves } }
}

function nestedResult(analysis: Analysis, value: SealedValueOf): SealedResult {
  const { nested, origins, logical, source } = value
  const readings: Reading[] = []
  const shape = mapLeaves(nested!.shape, (leaf) => {
    const reading = resultReading(analysis, leaf)
    readings.push(reading)
    analysis.noteType(leaf.logical.name)
    return { origins: leaf.origins, logical: leaf.logical, reading }
  })
  analysis.nests = true
  analysis.noteType(logical.name)
  return {
    source,
    origins,
    logical,
    // Values that the statement has sealed itself are given back only where all are.
    reading: readings.find(({ as: how }) => how !== 'value') ?? readings[0]!,
    rows: [],
    nested: { ...nested!, shape },
  }
}

function sealed(analysis: Analysis, effects: Effects, results: Results, hidden: readonly number[]): SealedPlan {
  const { statement } = analysis.input
  checkCarried(analysis)
  claimNullTests(analysis)
  if (analysis.usesSettings) refuseSetConfig(statement.parse)
  const { parameters, clientParameters, numbers } = numberParameters(analysis)
  for (const parameter of parameters) {
    // Rows that the server is asked for bring the columns of their records along.
    if (parameter.role === 'seal' && analysis.many === undefined && analysis.inserted === undefined)
      requireRecord(analysis, parameter.target, parameter.row)
  }
  let text = statement.text
  let edits: readonly TextEdit[] = []
  if (analysis.claims.size > 0) {
    ;({ text, edits } = splice(statement.text, statement.start, analysis.claims, numbers))
    if (text !== statement.text) verifySplice(statement.parse, text, analysis.claims, numbers)
  }
  const many = manyRowsOf(analysis, text, parameters, numbers, results?.length ?? 0)
  const opens = new Set<string>()
  for (const { source } of many?.copies ?? []) opens.add(source.column.label)
  for (const { sealed: read } of many?.reads ?? []) if (read !== undefined) opens.add(read.column.label)
  for (const { target } of many?.rebind?.reseals ?? []) {
    analysis.seals.add(target.column.label)
    opens.add(target.column.label)
  }
  for (const result of results ?? []) {
    if (result === undefined) continue
    if (result.nested !== undefined) {
      eachLeaf(result.nested.shape, ({ origins, reading }) => {
        if (opensStored(reading)) for (const origin of origins) opens.add(origin.column.label)
      })
      continue
    }
    if (!opensStored(result.reading)) continue
    for (const origin of result.origins) opens.add(origin.column.label)
  }
  return {
    kind: 'sealed',
    effects,
    text,
    edits,
    parameters,
    clientParameters,
    results,
    hidden,
    rows: analysis.rows,
    records: analysis.records,
    evaluates: evaluationOf(analysis),
    usesSettings: analysis.usesSettings,
    after: [],
    ...(many === undefined ? {} : { many }),
    seals: [...analysis.seals],
    searches: [...analysis.searches],
    opens: [...opens],
  }
}

function manyRowsOf(
  analysis: Analysis,
  text: Buffer,
  parameters: readonly ServerParameter[],
  numbers: ReadonlyMap<object, number>,
  results: number,
): ManyRows | undefined {
  if (analysis.many !== undefined) return planManyRows(analysis, analysis.many, text, parameters)
  if (analysis.inserted === undefined) return undefined
  return planManyInserted(analysis.inserted, text, parameters, numbers, results)
}

/** A table with `record`: nothing is sealed for a row that is not named (pitfall B17). */
function requireRecord(analysis: Analysis, target: MappedColumn, row: number): void {
  if (!target.hasRecord || analysis.records[row] !== undefined) return
  const rule = analysis.input.catalog.mappedTables.find(({ relation }) =>
    relation?.columns.some((column) => column.mapped === target),
  )?.relation?.record
  throw new PgsealError('recordNotKnown', {
    table: target.table,
    template: rule?.template ?? '',
    reason: 'the statement does not say which row it writes',
  })
}

/** The settings by which values are read and written are those before the statement: it must not change them itself. */
function refuseSetConfig(node: unknown): void {
  eachCall(node, (path) => {
    if (path.at(-1) === 'set_config') throw new PgsealError('shapeNotServed', { shape: 'set_config()' })
  })
}
