// What can be known of a plan's parameters before any value is: looked up once a plan, not once a value.
import type { MappedColumn } from '../catalog/catalog.ts'
import type { SealedPlan, SearchTerm, ServerParameter } from '../sql/plan.ts'
import { assignment, type Conversion, type EqualityOperand, equalityOperand } from '../types/conversion.ts'
import type { LogicalTypeName } from '../types/logical-type.ts'
import { type OrderOperand, orderOperand } from '../types/order-operands.ts'
import { termForm } from '../types/term-form.ts'
import { readsRow } from './operand-value.ts'

export type ParameterSteps = {
  /** Of roles seal and constant, in order. */
  readonly sealed: readonly SealedStep[]
  /** What compares, by index of the parameter. */
  readonly compared: readonly (ComparedStep | undefined)[]
  /** By named key. */
  readonly groups: readonly KeyGroup[]
  /** Values are bound to rows, or must be. */
  readonly bound: boolean
  /** The parameters' formats; undefined where the client's count. */
  readonly formats: readonly number[] | undefined
  /** The result has sealed columns. */
  readonly remembers: boolean
  /** All of them are given as they are. */
  readonly opensAll: boolean
}

export type SealedStep = {
  readonly index: number
  readonly parameter: Extract<ServerParameter, { readonly role: 'seal' | 'constant' }>
  /** From the operand's stored form to the column's; undefined where there is no way. */
  readonly convert: Conversion | undefined
  /** It depends on the rows that the statement finds. */
  readonly readsRow: boolean
  /** What each of the column's terms is made of, in their order. */
  readonly forms: readonly (((stored: Buffer) => Buffer) | undefined)[]
  /** Where its data key is: in `groups`, and in the group's rows. -1 for a constant. */
  readonly group: number
  readonly place: number
}

export type ComparedStep = {
  readonly equality: EqualityOperand | undefined
  readonly order: OrderOperand | undefined
  readonly form: ((stored: Buffer) => Buffer) | undefined
}

/** The rows in which something may be sealed under one named key, and the parameters that may be. */
export type KeyGroup = {
  readonly namedKey: string
  readonly rows: readonly { readonly row: number; readonly indexes: readonly number[] }[]
}

const stepsOfPlan = new WeakMap<SealedPlan, ParameterSteps>()

export function stepsOf(plan: SealedPlan): ParameterSteps {
  let steps = stepsOfPlan.get(plan)
  if (steps === undefined) {
    steps = makeSteps(plan)
    stepsOfPlan.set(plan, steps)
  }
  return steps
}

function makeSteps(plan: SealedPlan): ParameterSteps {
  const { parameters, records, results } = plan
  const groups = new Map<string, { at: number; rows: Map<number, { place: number; indexes: number[] }> }>()
  const sealed: SealedStep[] = []
  const compared: (ComparedStep | undefined)[] = []
  let bound = records.some((record) => record !== undefined)
  let formats: number[] | undefined = []
  for (const [index, parameter] of parameters.entries()) {
    if (parameter.role === 'plain' || parameter.role === 'given' || parameter.role === 'unused') formats = undefined
    else formats?.push(1)
    if (parameter.role === 'term') compared[index] = comparedStep(typeOf(parameter), parameter.target, parameter.term)
    if (parameter.role !== 'seal' && parameter.role !== 'constant') continue
    const { column, logical, hasRecord } = parameter.target
    const type = typeOf(parameter)
    // A constant beside a column takes the column's type, not its length or scale.
    const convert = assignment(type, parameter.role === 'constant' ? { ...logical, typmod: -1 } : logical)
    const forms = column.terms.map((name) => termForm(name, logical, parameter.target.folds?.column))
    let [group, place] = [-1, -1]
    if (parameter.role === 'seal') {
      if (hasRecord) bound = true
      const own = entry(groups, column.namedKey, () => ({ at: groups.size, rows: new Map() }))
      const row = entry(own.rows, parameter.row, () => ({ place: own.rows.size, indexes: [] }))
      row.indexes.push(index)
      group = own.at
      place = row.place
    }
    sealed.push({ index, parameter, convert, readsRow: readsRow(parameter.operand), forms, group, place })
  }
  return {
    sealed,
    compared,
    groups: [...groups].map(([namedKey, { rows }]) => ({
      namedKey,
      rows: [...rows].map(([row, { indexes }]) => ({ row, indexes })),
    })),
    bound,
    formats,
    remembers: results?.some((result) => result !== undefined) === true,
    opensAll: results?.every((result) => result === undefined || result.reading.as === 'value') === true,
  }
}

function typeOf({
  operand,
}: Extract<ServerParameter, { readonly role: 'seal' | 'constant' | 'term' }>): LogicalTypeName {
  return (operand.casts.at(-1) ?? operand.type).name
}

function comparedStep(type: LogicalTypeName, { logical }: MappedColumn, term: SearchTerm): ComparedStep {
  if (term === 'ord') return { equality: undefined, order: orderOperand(type, logical), form: undefined }
  return { equality: equalityOperand(type, logical), order: undefined, form: termForm('eq', logical) }
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key)
  if (value === undefined) {
    value = make()
    map.set(key, value)
  }
  return value
}
