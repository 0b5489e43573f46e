// From a client's Bind to the server's: operands become sealed values and terms. It is long because each role of a parameter is here.
import type { KeyObject } from 'node:crypto'
import type { MappedColumn } from '../catalog/catalog.ts'
import { PgsealError, unreachable } from '../errors.ts'
import type { KeyRing, RecordContext } from '../keys/key-ring.ts'
import type { StatementAudit } from '../observe/audit/statement-audit.ts'
import { statementDataKey } from '../seal/data-key.ts'
import { termLength } from '../seal/eq-term.ts'
import { makeTerm } from '../seal/make-term.ts'
import type { DataKey, SealedValue, TermName } from '../seal/sealed-column.ts'
import { encodeSealedRecord, envelopeOf, sealRecord } from '../seal/sealed-record.ts'
import type { Operand, SealedPlan, ServerParameter } from '../sql/plan.ts'
import { readArray, writeByteaArray } from '../types/array.ts'
import { codecs } from '../types/codecs.ts'
import { typeNumbers } from '../types/logical-type.ts'
import type { ValueSettings } from '../types/value-settings.ts'
import { formatOf } from './formats.ts'
import { applyCasts, eachLeaf, operandValue } from './operand-value.ts'
import { orderTerm } from './order-terms.ts'
import { ordinals } from './ordinals.ts'
import { type ComparedStep, type KeyGroup, type ParameterSteps, type SealedStep, stepsOf } from './parameter-steps.ts'
import type { SealedHere } from './prepared.ts'
import { type EvaluatedRows, evaluatedCell, isOfNoRow, rowRecord, rowTenant } from './row-record.ts'
import { readForm } from './term-reading.ts'
import { givenTokens, noTokenKeys, refuseTokenCompared, type TokenKeys } from './tokens.ts'

const noRecord = Buffer.alloc(0)
const byteaOid = 17
const byteaArrayOid = 1001

/** The client's values: those of its Bind, none for a simple Query. Views are good until the frame is done with. */
export type ClientValues = {
  readonly formats: readonly number[]
  readonly values: readonly (Buffer | null)[]
}

const notNull = Buffer.alloc(0)

export type ServerValues = {
  readonly formats: readonly number[]
  readonly values: readonly (Buffer | null)[]
  readonly sealedHere: SealedHere | undefined
  readonly constantKey: DataKey | undefined
  /** What is said of this execution, where anything is. */
  readonly audit?: StatementAudit | undefined
}

/** OIDs to declare in Parse: a sealed parameter can enter nothing but its own type, so none can reach a plain column. */
export function declaredOids(plan: SealedPlan): number[] {
  return plan.parameters.map((parameter) => {
    switch (parameter.role) {
      case 'plain':
      case 'given':
      case 'unused':
        return parameter.declaredOid
      case 'evaluated':
        return parameter.typeOid
      case 'term':
        return parameter.operand.array ? byteaArrayOid : byteaOid
      case 'ordinal':
        return parameter.operand.array ? typeNumbers.int4.arrayOid : typeNumbers.int4.oid
      case 'null-test':
        return byteaOid
      case 'seal':
      case 'constant':
        return physicalOid(parameter.target)
      default:
        return unreachable(parameter)
    }
  })
}

/** True when the statement holds constants that are to be sealed or compared. */
export function hasConstants(plan: SealedPlan): boolean {
  let has = false
  for (const parameter of plan.parameters) {
    if (!('operand' in parameter) || parameter.operand === undefined) continue
    eachLeaf(parameter.operand, ({ source }) => {
      has ||= source.from === 'constant'
    })
  }
  return has
}

/** Reads the constants of a statement as PostgreSQL does when it parses them: a bad one fails Parse, not Bind. */
export function checkConstants(plan: SealedPlan, settings: ValueSettings): void {
  for (const parameter of plan.parameters) {
    if (!('operand' in parameter) || parameter.operand === undefined) continue
    eachLeaf(parameter.operand, (leaf) => checkConstant(leaf, settings))
  }
}

function checkConstant({ source, type, array }: Operand, settings: ValueSettings): void {
  if (source.from !== 'constant' || source.text === null) return
  const codec = codecs[type.name]
  const texts = array ? readArray(source.text, false, typeNumbers[type.name].oid).elements : [source.text]
  for (const text of texts) if (text !== null) codec.fromText(text, -1, settings)
}

/**
 * The server's values for one execution of the plan. Throws the error that PostgreSQL would have for a value that its
 * type refuses, and what the key ring throws. A Promise only when data keys must be asked for.
 */
export function serverValues(
  plan: SealedPlan,
  client: ClientValues,
  settings: ValueSettings,
  keyRing: KeyRing,
  evaluated: EvaluatedRows = [],
  tokenKeys: TokenKeys = noTokenKeys,
): ServerValues | Promise<ServerValues> {
  const steps = stepsOf(plan)
  const stored: (Buffer | null | undefined)[] = new Array(plan.parameters.length)
  for (const step of steps.sealed) {
    const form = storedForm(step, client, settings)
    stored[step.index] = step.parameter.role === 'seal' && reachesNoRow(plan, step.parameter.row, client) ? null : form
  }
  const rows = steps.bound ? sealedRows(plan, steps, client, settings, stored, evaluated) : undefined
  const tokens = givenTokens(plan, stored, (row) => rowAt(rows, row).record, tokenKeys)
  const execution = { plan, steps, client, settings, stored, rows, tokens, keyRing, evaluated }
  const keys = dataKeys(execution)
  return keys instanceof Promise ? keys.then((made) => assemble(execution, made)) : assemble(execution, keys)
}

function reachesNoRow(plan: SealedPlan, row: number, client: ClientValues): boolean {
  const record = plan.records[row]
  return record !== undefined && isOfNoRow(record, client)
}

/** Throws the error that PostgreSQL would have for a value that is to be sealed and that its type refuses. */
export function checkValues(plan: SealedPlan, client: ClientValues, settings: ValueSettings): void {
  for (const step of stepsOf(plan).sealed) storedForm(step, client, settings)
}

/** What the values of a row are bound to: empty without a template, without a tenant. */
type SealedRow = { readonly record: Buffer; readonly tenant: string }

const unnamedRow: SealedRow = { record: noRecord, tenant: '' }

/** By row number; undefined where no value of the statement is bound to a row. */
type SealedRows = readonly (SealedRow | undefined)[] | undefined

function rowAt(rows: SealedRows, row: number): SealedRow {
  return rows === undefined ? unnamedRow : rows[row]!
}

/** Of each row in which anything but NULL is sealed. */
function sealedRows(
  plan: SealedPlan,
  steps: ParameterSteps,
  client: ClientValues,
  settings: ValueSettings,
  stored: readonly (Buffer | null | undefined)[],
  evaluated: EvaluatedRows,
): SealedRows {
  const rows: (SealedRow | undefined)[] = []
  for (const { parameter, index } of steps.sealed) {
    if (parameter.role !== 'seal' || stored[index] === null || rows[parameter.row] !== undefined) continue
    const record = plan.records[parameter.row]
    if (record === undefined && parameter.target.hasRecord) {
      throw new PgsealError('internal', {}, { logDetail: 'a row without a record' })
    }
    rows[parameter.row] =
      record === undefined
        ? unnamedRow
        : {
            record: rowRecord(record, client, settings, evaluated),
            tenant: rowTenant(record, client, settings, evaluated),
          }
  }
  return rows
}

/** Stored form in the column's type of what is to be sealed; null is SQL NULL, undefined what is known once the rows are. */
function storedForm(step: SealedStep, client: ClientValues, settings: ValueSettings): Buffer | null | undefined {
  if (step.readsRow) return undefined
  const { parameter, convert } = step
  const value = operandValue(parameter.operand, client, settings)
  if (value === null) return null
  if (convert === undefined) throw unconvertible(parameter.target)
  return convert(value, settings)
}

/** What one execution is made of, but for its data keys. */
type Execution = {
  readonly plan: SealedPlan
  readonly steps: ParameterSteps
  readonly client: ClientValues
  readonly settings: ValueSettings
  /** By index of the parameter. */
  readonly stored: readonly (Buffer | null | undefined)[]
  readonly rows: SealedRows
  readonly tokens: readonly (SealedValue | undefined)[] | undefined
  readonly keyRing: KeyRing
  readonly evaluated: EvaluatedRows
}

/** By group and place of ParameterSteps. */
type DataKeys = readonly (readonly (DataKey | undefined)[])[]

/** One data key a row and named key, for rows in which anything but NULL is sealed under it. */
function dataKeys(execution: Execution): DataKeys | Promise<DataKeys> {
  const { groups } = execution.steps
  const made: (readonly (DataKey | undefined)[])[] = []
  let waiting: Promise<unknown>[] | undefined
  for (let at = 0; at < groups.length; at += 1) {
    const keys = groupKeys(execution, groups[at]!)
    if (keys instanceof Promise) {
      const place = keys.then((waited) => {
        made[at] = waited
      })
      ;(waiting ??= []).push(place)
    } else made[at] = keys
  }
  return waiting === undefined ? made : Promise.all(waiting).then(() => made)
}

function groupKeys(
  { plan, stored, tokens, rows, keyRing }: Execution,
  group: KeyGroup,
): readonly (DataKey | undefined)[] | Promise<readonly (DataKey | undefined)[]> {
  const contexts: RecordContext[] = []
  /** Of each context its row's place in the group. */
  const places: number[] = []
  for (let place = 0; place < group.rows.length; place += 1) {
    const { row, indexes } = group.rows[place]!
    for (const index of indexes) {
      if (stored[index] === null || tokens?.[index] !== undefined) continue
      const { record, tenant } = rowAt(rows, row)
      const parameter = plan.parameters[index]!
      const table = parameter.role === 'seal' ? parameter.target.table : ''
      contexts.push({ table, record: record.length === 0 ? '' : record.toString('utf8'), tenant })
      places.push(place)
      break
    }
  }
  if (contexts.length === 0) return []
  const keys = keyRing.generate(group.namedKey, contexts)
  if (contexts.length === group.rows.length) return keys
  const put = (generated: readonly DataKey[]): readonly (DataKey | undefined)[] => {
    const byPlace: (DataKey | undefined)[] = []
    for (const [at, place] of places.entries()) byPlace[place] = generated[at]
    return byPlace
  }
  return keys instanceof Promise ? keys.then(put) : put(keys)
}

function assemble(execution: Execution, keys: DataKeys): ServerValues {
  const { plan, steps, client, settings, stored, keyRing, evaluated } = execution
  const sealedHere: SealedHere | undefined = steps.remembers ? new Map() : undefined
  let constantKey: DataKey | undefined
  const formats: number[] | undefined = steps.formats === undefined ? [] : undefined
  const { parameters } = plan
  const values: (Buffer | null)[] = []
  let nextSealed = 0
  for (let index = 0; index < parameters.length; index += 1) {
    const parameter = parameters[index]!
    let format = 1
    let made: Buffer | null
    switch (parameter.role) {
      case 'plain':
        format = formatOf(client.formats, parameter.index)
        made = client.values[parameter.index] ?? null
        break
      case 'given': {
        const { operand } = parameter
        if (operand === undefined) {
          format = 0
          made = parameter.text
          break
        }
        const value = operandValue(operand, client, settings)
        made = value === null ? null : codecs[(operand.casts.at(-1) ?? operand.type).name].toBinary(value)
        break
      }
      case 'unused':
        format = 0
        made = null
        break
      case 'evaluated':
        made = evaluatedCell(evaluated, parameter)
        break
      case 'term': {
        const step = steps.compared[index]!
        made = parameter.operand.array
          ? termArray(parameter, step, client, settings, keyRing)
          : term(parameter, step, client, settings, keyRing)
        break
      }
      case 'ordinal':
        made = ordinals(parameter, client, settings)
        break
      case 'null-test':
        made = operandValue(parameter.operand, client, settings) === null ? null : notNull
        break
      case 'seal':
      case 'constant': {
        const step = steps.sealed[nextSealed]!
        nextSealed += 1
        const value = stored[index]
        if (value === null || value === undefined) {
          made = null
          break
        }
        if (parameter.role === 'constant') constantKey ??= statementDataKey()
        const key = parameter.role === 'constant' ? constantKey : keys[step.group]?.[step.place]
        made = sealOne(execution, step, value, key, sealedHere)
        break
      }
      default:
        made = unreachable(parameter)
    }
    formats?.push(format)
    values.push(made)
  }
  return {
    formats: formats ?? steps.formats!,
    values,
    sealedHere: sealedHere?.size === 0 ? undefined : sealedHere,
    constantKey,
  }
}

function sealOne(
  { plan, steps, rows, tokens, keyRing }: Execution,
  { index, parameter, forms }: SealedStep,
  value: Buffer,
  key: DataKey | undefined,
  sealedHere: SealedHere | undefined,
): Buffer {
  const { target } = parameter
  const physical = target.physical!
  const token = tokens?.[index]
  if (token !== undefined) return encodeSealedRecord(physical, token.envelope, token.terms)
  if (key === undefined) throw new PgsealError('internal', {}, { logDetail: 'a row without a data key' })
  const terms: Buffer[] = []
  for (let at = 0; at < forms.length; at += 1) {
    terms.push(storedTerm(target.column.terms[at]!, forms[at], target, value, keyRing))
  }
  const record = parameter.role === 'constant' ? noRecord : rowAt(rows, parameter.row).record
  const sealed = sealRecord(physical, target.column, key, record, value, terms)
  if (sealedHere !== undefined && parameter.role === 'seal' && (steps.opensAll || isClients(parameter.operand, plan))) {
    sealedHere.set(envelopeOf(sealed).toString('latin1'), value)
  }
  return sealed
}

/**
 * True for what the client itself has given. Values that were opened to be sealed anew stand behind the client's own: a user
 * who may not open them does not get them back as values of his statement.
 */
function isClients(operand: Operand, plan: SealedPlan): boolean {
  let is = true
  eachLeaf(operand, ({ source }) => {
    is &&= source.from === 'constant' || (source.from === 'parameter' && source.index < plan.clientParameters.length)
  })
  return is
}

/** A term of a stored form in the column's type. */
function storedTerm(
  name: TermName,
  form: ((stored: Buffer) => Buffer) | undefined,
  target: MappedColumn,
  stored: Buffer,
  keyRing: KeyRing,
): Buffer {
  if (form === undefined) throw new PgsealError('indexKeyMissing', { column: target.column.label })
  return makeTerm(name, indexKey(target, keyRing), form(stored))
}

function indexKey(target: MappedColumn, keyRing: KeyRing): KeyObject {
  const key = target.indexKeyId === undefined ? undefined : keyRing.indexKey(target.indexKeyId)
  if (key === undefined) throw new PgsealError('indexKeyMissing', { column: target.column.label })
  return key
}

type TermParameter = Extract<ServerParameter, { readonly role: 'term' }>

function compared(
  { target, term: name, reads }: TermParameter,
  { equality, order, form }: ComparedStep,
  value: Buffer,
  settings: ValueSettings,
  keyRing: KeyRing,
): Buffer {
  if (name === 'ord') {
    if (order === undefined) throw unconvertible(target)
    return orderTerm(order(value, settings), target, indexKey(target, keyRing))
  }
  if (equality === undefined) throw unconvertible(target)
  const stored = equality(value, settings)
  if (stored !== undefined) refuseTokenCompared(target.column.label, stored)
  if (stored !== undefined && (name === 'eq_lower' || reads !== undefined)) {
    return makeTerm(name, indexKey(target, keyRing), readForm(target, stored, reads))
  }
  // 16 bytes that no value of the column has: the operand can equal none of them.
  return stored === undefined ? Buffer.alloc(termLength) : storedTerm('eq', form, target, stored, keyRing)
}

function term(
  parameter: TermParameter,
  step: ComparedStep,
  client: ClientValues,
  settings: ValueSettings,
  keyRing: KeyRing,
): Buffer | null {
  const value = operandValue(parameter.operand, client, settings)
  return value === null ? null : compared(parameter, step, value, settings, keyRing)
}

/** A bytea[] in binary of the terms of the array's elements; NULL elements stay NULL (pitfall B15). */
function termArray(
  parameter: TermParameter,
  step: ComparedStep,
  client: ClientValues,
  settings: ValueSettings,
  keyRing: KeyRing,
): Buffer | null {
  const { operand } = parameter
  const { source, type } = operand
  const given = givenArray(operand, client)
  if (given === undefined || given === null) return null
  const binary = source.from === 'parameter' && formatOf(client.formats, source.index) === 1
  const array = readArray(given, binary, typeNumbers[type.name].oid)
  const codec = codecs[type.name]
  const terms = array.elements.map((element) => {
    if (element === null) return null
    const stored = binary ? codec.fromBinary(element, type.typmod) : codec.fromText(element, type.typmod, settings)
    return compared(parameter, step, applyCasts(operand, stored, settings), settings, keyRing)
  })
  return writeByteaArray(terms, array.dimensions)
}

function givenArray({ source }: Operand, client: ClientValues): Buffer | null | undefined {
  if (source.from === 'constant') return source.text
  return source.from === 'parameter' ? client.values[source.index] : undefined
}

function physicalOid(target: MappedColumn): number {
  if (target.physical === undefined) throw new PgsealError('internal', {}, { logDetail: 'a target without a type' })
  return target.physical.oid
}

function unconvertible(target: MappedColumn): PgsealError {
  return new PgsealError('internal', {}, { logDetail: `no conversion into ${target.column.label}` })
}
