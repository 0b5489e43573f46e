import type { LogicalType } from '../types/logical-type.ts'
import type { Reading } from './access.ts'
import type { Operand, Plan, RecordValue, SealedPlan, SealedResult, ServerParameter } from './plan.ts'

/**
 * A plan in words, a line each: what is passed on, sealed, searched, opened or refused, why, and the text the server gets.
 * For the one who wrote the statement: plain parts of its text are in it, constants that are sealed are not.
 */
export function describePlan(plan: Plan): string[] {
  switch (plan.kind) {
    case 'passthrough':
      return [
        `passed on as it is: ${plan.reason}`,
        ...(plan.describeFirst ? ['its result is described first: it must hold no sealed value'] : []),
      ]
    case 'refused': {
      const { severity, sqlstate, message, detail, hint } = plan.error
      return [
        `refused: ${severity}: ${sqlstate}: ${message}`,
        ...(detail === undefined ? [] : [`DETAIL: ${detail}`]),
        ...(hint === undefined ? [] : [`HINT: ${hint}`]),
      ]
    }
    case 'sealed':
      return sealedLines(plan)
  }
}

/** The same for programs. `text` is what the server gets; `parameters` and `results` are in its order. */
export type PlanData =
  | { readonly outcome: 'passed'; readonly reason: string; readonly describedFirst: boolean }
  | {
      readonly outcome: 'refused'
      readonly sqlstate: string
      readonly message: string
      readonly detail: string | undefined
      readonly hint: string | undefined
      /** Characters of the whole text, from 1. */
      readonly position: number | undefined
    }
  | {
      readonly outcome: 'sealed'
      readonly seals: readonly string[]
      readonly searches: readonly string[]
      readonly opens: readonly string[]
      readonly text: string
      readonly parameters: readonly string[]
      readonly results: readonly string[]
      readonly afterwards: readonly string[]
    }

export function describePlanAsData(plan: Plan): PlanData {
  switch (plan.kind) {
    case 'passthrough':
      return { outcome: 'passed', reason: plan.reason, describedFirst: plan.describeFirst }
    case 'refused': {
      const { sqlstate, message, detail, hint, position } = plan.error
      return { outcome: 'refused', sqlstate, message, detail, hint, position }
    }
    case 'sealed':
      return {
        outcome: 'sealed',
        seals: plan.seals,
        searches: plan.searches,
        opens: plan.opens,
        text: plan.text.toString('utf8'),
        parameters: plan.parameters.map(parameterText),
        results: plan.results?.map(resultText) ?? [],
        afterwards: plan.after.map((text) => text.toString('utf8')),
      }
  }
}

function sealedLines(plan: SealedPlan): string[] {
  const lines = ['carried out on sealed columns']
  for (const [what, labels] of [
    ['seals', plan.seals],
    ['searches', plan.searches],
    ['opens', plan.opens],
  ] as const) {
    if (labels.length > 0) lines.push(`${what} ${labels.join(', ')}`)
  }
  for (const record of plan.records) {
    if (record !== undefined)
      lines.push(`record ${record.rule.template} of a row: ${record.values.map(partText).join(', ')}`)
  }
  if (plan.many !== undefined) {
    lines.push(`rows are found by: ${plan.many.select.toString('utf8')}`)
    lines.push(`rows are changed by: ${plan.many.update.toString('utf8')}`)
  }
  if (plan.copy?.direction === 'out') lines.push('rows of this query are given as copy data')
  if (plan.copy?.direction === 'in') {
    const { columns, row } = plan.copy
    lines.push(`fields of each row: ${columns.map((name, at) => `${name} ${fieldText(row, at)}`).join(', ')}`)
  }
  lines.push(`server gets: ${plan.text.toString('utf8')}`)
  lines.push(...plan.parameters.map((parameter, at) => `  $${at + 1}: ${parameterText(parameter)}`))
  lines.push(...plan.after.map((text) => `then, in the same transaction: ${text.toString('utf8')}`))
  if (plan.results?.some((result) => result !== undefined) === true) {
    lines.push(`result columns: ${plan.results.map(resultText).join(', ')}`)
  }
  return lines
}

function fieldText(row: SealedPlan, field: number): string {
  for (const parameter of row.parameters) {
    if (parameter.role !== 'seal' || parameter.operand.source.from !== 'parameter') continue
    if (parameter.operand.source.index === field) return `sealed for ${parameter.target.column.label}`
  }
  return 'as it comes'
}

function parameterText(parameter: ServerParameter): string {
  if (parameter.role === 'plain') return `parameter $${parameter.index + 1} as it comes`
  if (parameter.role === 'given') return 'an argument of EXECUTE'
  if (parameter.role === 'unused') return 'nothing: its value is computed with before'
  if (parameter.role === 'evaluated') return 'the value of a default, evaluated first'
  if (parameter.role === 'ordinal') return `a number in the place of ${operandText(parameter.operand)}`
  const { label } = parameter.target.column
  const value = operandText(parameter.operand)
  switch (parameter.role) {
    case 'seal':
      return `${value}, sealed for ${label}`
    case 'term':
      return `${termNames[parameter.term]}${parameter.operand.array ? 's' : ''} of ${value} for ${label}`
    case 'null-test':
      return `whether ${value} is null`
    case 'constant':
      return `${value}, sealed beside ${label} for this result only`
  }
}

const termNames = { eq: 'equality term', eq_lower: 'lower-case term', ord: 'order term' } as const

function partText(value: RecordValue): string {
  return value.from === 'evaluated' ? 'a default, evaluated first' : operandText(value.operand)
}

function operandText(operand: Operand): string {
  const source = sourceText(operand)
  const types = [operand.type, ...operand.casts].map(typeText).join(', cast to ')
  return `${source} read as ${types}${operand.array ? '[]' : ''}`
}

function sourceText({ source }: Operand): string {
  switch (source.from) {
    case 'parameter':
      return `parameter $${source.index + 1}`
    case 'constant':
      return 'a constant'
    case 'row':
      return 'a value of the row'
    case 'computed':
      return `${source.name} of (${source.arguments.map(operandText).join(', ')})`
  }
}

function resultText(result: SealedResult | undefined): string {
  if (result === undefined) return 'plain'
  const from = `${result.origins.map(({ column }) => column.label).join(' or ')} as ${typeText(result.logical)}`
  if (result.nested !== undefined)
    return `${result.origins.map(({ column }) => column.label).join(' and ')} in ${result.nested.form}`
  const computed =
    result.combined === undefined
      ? result.computed?.map(({ step }) => step).join(', ')
      : sourceText(result.combined.operand)
  return `${from}${computed === undefined ? '' : ` by ${computed}`}${readingText(result.reading)}`
}

function readingText(reading: Reading): string {
  switch (reading.as) {
    case 'value':
      return ''
    case 'mask':
      return ', masked'
    case 'null':
      return ', given as NULL'
    case 'token':
      return ', given as a token'
    case 'refused':
      return ', only as this statement has sealed it'
  }
}

/** A logical type as SQL writes it. */
export function typeText(type: LogicalType): string {
  const { name, typmod } = type
  if (typmod === -1) return name
  switch (name) {
    case 'varchar':
    case 'bpchar':
      return `${name}(${typmod - 4})`
    case 'numeric':
      // The scale is a signed number of 11 bits.
      return `numeric(${(typmod - 4) >> 16},${(((typmod - 4) & 0x7ff) ^ 1024) - 1024})`
    case 'interval':
      return 'interval with fields or precision'
    default:
      return `${name}(${typmod})`
  }
}
