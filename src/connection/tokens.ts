// Tokens of mode encrypt-only: given in place of stored values, and taken back for their own column and row.
import type { KeyObject } from 'node:crypto'
import type { MappedColumn } from '../catalog/catalog.ts'
import { PgsealError } from '../errors.ts'
import { parseEnvelope } from '../seal/envelope.ts'
import { openFailed } from '../seal/open-failed.ts'
import type { SealedValue } from '../seal/sealed-column.ts'
import { isToken, makeToken, readToken, tokenHolds } from '../seal/token.ts'
import type { SealedPlan } from '../sql/plan.ts'

/** By named key; empty where no column reads as a token. */
export type TokenKeys = ReadonlyMap<string, KeyObject>

export const noTokenKeys: TokenKeys = new Map()

/** Stored form of the token that stands for a stored value. Throws openFailed for a value of another column. */
export function tokenFor(origin: MappedColumn, labelTag: number, value: SealedValue, keys: TokenKeys): Buffer {
  const { column } = origin
  if (labelTag !== column.labelTag) throw openFailed(column.label, 'misplaced', 'label tag of another column')
  return makeToken(column, tokenKey(column.namedKey, keys), value)
}

/**
 * The sealed values of tokens that stand in the place of values, by index of the plan's parameters; undefined when there is
 * none, as mostly. `stored`: what is to be sealed; `recordOf`: the record of a row. Throws 22023 for a token that is not of
 * its column and row, and wherever none is taken: it would be sealed like a text, and what it stands for be lost.
 */
export function givenTokens(
  plan: SealedPlan,
  stored: readonly (Buffer | null | undefined)[],
  recordOf: (row: number) => Buffer,
  keys: TokenKeys,
): readonly (SealedValue | undefined)[] | undefined {
  let tokens: (SealedValue | undefined)[] | undefined
  for (let index = 0; index < stored.length; index += 1) {
    const value = stored[index]
    if (value === null || value === undefined || !isToken(value)) continue
    const parameter = plan.parameters[index]!
    if (parameter.role !== 'seal' || parameter.target.takesTokens !== true) {
      const target = parameter.role === 'seal' || parameter.role === 'constant' ? parameter.target : undefined
      throw new PgsealError('tokenNotTaken', { column: target?.column.label ?? '' })
    }
    tokens ??= []
    tokens[index] = takeToken(parameter.target, value, recordOf(parameter.row), keys)
  }
  return tokens
}

function takeToken({ column }: MappedColumn, stored: Buffer, record: Buffer, keys: TokenKeys): SealedValue {
  const token = readToken(stored)
  if (token === undefined) throw invalid(column.label, 'not a token')
  if (token.label !== column.label) throw new PgsealError('tokenElsewhere', { column: column.label, other: 'column' })
  if (!tokenHolds(column, tokenKey(column.namedKey, keys), token)) throw invalid(column.label, 'its MAC does not hold')
  const envelope = parseEnvelope(token.value.envelope, column.label)
  if (record.length === 0 || !envelope.record.equals(record)) {
    throw new PgsealError('tokenElsewhere', { column: column.label, other: 'row' })
  }
  return token.value
}

/** A token says nothing of the value by which it could be compared. */
export function refuseTokenCompared(column: string, stored: Buffer): void {
  if (isToken(stored)) throw new PgsealError('tokenCompared', { column })
}

function tokenKey(namedKey: string, keys: TokenKeys): KeyObject {
  const key = keys.get(namedKey)
  if (key === undefined) throw new PgsealError('internal', {}, { logDetail: 'a token key that was not made at start' })
  return key
}

function invalid(column: string, reason: string): PgsealError {
  return new PgsealError('tokenInvalid', { column }, { logDetail: reason })
}
