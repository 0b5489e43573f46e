// sum() and avg() of sealed numbers: the server gives the values as an array, and what it would compute of them is computed on
// the opened ones. A total may stand under casts and in COALESCE, and in nothing else.
import { codecs } from '../types/codecs.ts'
import { explicitCast } from '../types/conversion.ts'
import { castStep } from '../types/functions.ts'
import type { LogicalType, LogicalTypeName } from '../types/logical-type.ts'
import { type Total, totalType } from '../types/total.ts'
import { defaultValueSettings } from '../types/value-settings.ts'
import { readRefused } from './access.ts'
import type { Context } from './context.ts'
import type { TotalStep } from './nested.ts'
import { arrayOf, nestedValue } from './nested-calls.ts'
import { refuseUse } from './refusal.ts'
import { finalType } from './statement.ts'
import type { SealedValueOf, Value } from './value.ts'
import { as, list } from './walk.ts'

/** sum() and avg(): the server gives the values as an array. */
export function totalled(
  context: Context,
  node: unknown,
  value: SealedValueOf,
  total: Total,
  location: number | undefined,
): SealedValueOf {
  const { analysis } = context
  const type = value.nested === undefined ? totalType(total, value.logical.name) : undefined
  if (type === undefined || analysis.inView) return refuseUse(analysis, value, `${total}()`)
  for (const { column } of value.origins) {
    const reading = analysis.input.access.reading(column.label)
    if (reading.as === 'refused') throw readRefused(reading.by, value.name)
    // A total of masks would be a wrong answer.
    if (reading.as !== 'value') refuseUse(analysis, value, `${total}()`)
  }
  const { nested } = arrayOf(context, value, `${total}()`, location)
  analysis.claim(node, { to: 'array-agg', delimited: false })
  analysis.renames += 1
  return nestedValue(nested!.shape, total, location, { type })
}

/** The call that a total is, under casts and COALESCE: nothing may stand behind it that would have to stay. */
function isBareCall(node: unknown): boolean {
  const cast = as(node, 'TypeCast')
  if (cast !== undefined) return isBareCall(cast.arg)
  const coalesce = as(node, 'CoalesceExpr')
  if (coalesce !== undefined) return isBareCall(list(coalesce.args)[0])
  const call = as(node, 'FuncCall')
  return call !== undefined && call.agg_filter === undefined && call.over === undefined
}

function isTotal({ nested }: SealedValueOf): boolean {
  return nested?.form === 'sum' || nested?.form === 'avg'
}

function withStep(value: SealedValueOf, step: TotalStep, logical: LogicalType): SealedValueOf {
  const { nested } = value
  return { ...value, logical, nested: { ...nested!, steps: [...(nested!.steps ?? []), step] } }
}

/** `sum(x)::type`; undefined for what is no total, and for casts that are not served. */
export function totalCast(
  { analysis }: Context,
  node: unknown,
  value: SealedValueOf,
  to: LogicalType | undefined,
): SealedValueOf | undefined {
  const cast = to === undefined || !isTotal(value) ? undefined : castStep(value.logical.name, to)
  const { arg } = as(node, 'TypeCast') ?? {}
  if (cast === undefined || to === undefined || !isBareCall(arg)) return undefined
  analysis.noteType(to.name)
  analysis.claim(node, { to: 'inner', node: arg })
  analysis.renames += 1
  return withStep(value, { cast }, to)
}

/** `COALESCE(sum(x), 0)`; undefined for everything else. */
export function totalOrConstant(
  { analysis }: Context,
  node: unknown,
  values: readonly Value[],
): SealedValueOf | undefined {
  const [total, other, ...more] = values
  const [first] = list(as(node, 'CoalesceExpr')?.args)
  if (total?.kind !== 'sealed' || other?.kind !== 'operand' || more.length > 0 || !isTotal(total)) return undefined
  const { name } = total.logical
  if (!isBareCall(first) || !numbers.includes(name)) return undefined
  const operand = analysis.operand(other.node, { name, typmod: -1 })
  const from = finalType(operand)
  const { source } = operand
  // The wider of two types of numbers is that of the whole: it must be the total's.
  const isNarrower = numbers.includes(from.name) && numbers.indexOf(from.name) <= numbers.indexOf(name)
  if (!isNarrower || operand.casts.length > 0 || source.from !== 'constant' || source.text === null) return undefined
  const given = codecs[from.name].fromText(source.text, -1, defaultValueSettings)
  const convert = explicitCast(from.name, { name, typmod: -1 })
  if (convert === undefined) return undefined
  analysis.claim(node, { to: 'inner', node: first })
  analysis.renames += 1
  return withStep(total, { otherwise: convert(given, defaultValueSettings) }, { name, typmod: -1 })
}

const numbers: readonly LogicalTypeName[] = ['int2', 'int4', 'int8', 'numeric', 'float4', 'float8']
