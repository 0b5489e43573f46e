// What the user of a connection may see of sealed columns: by the mode of this instance, or by `roles` of the map.
import { PgsealError } from '../errors.ts'
import type { Mask } from '../types/mask.ts'
import type { Analysis } from './statement.ts'
import type { SealedValueOf } from './value.ts'

export type Decider = 'mode' | 'roles'

/** How stored values of a column are given to a client. Values that the statement at hand has sealed are its own. */
export type Reading =
  | { readonly as: 'value' }
  | { readonly as: 'mask'; readonly mask: Mask }
  | { readonly as: 'null' }
  /** Text that stands for the value and can be written back: docs/envelope-format.md section 11. */
  | { readonly as: 'token' }
  /** 42501. */
  | { readonly as: 'refused'; readonly by: Decider }

/**
 * What some users may see. One object for all users with the same rights, and the same one for as long as the process
 * lives: plans are kept by it, so that no user ever gets the plan of another.
 */
export type Access = {
  /** The same object for a label each time. */
  reading(label: string): Reading
  /** Whether the user may ask which values are equal to one that he gives, or to one another. */
  maySearch(label: string): boolean
}

const value: Reading = { as: 'value' }

/** Everything is opened. */
export const openAccess: Access = { reading: () => value, maySearch: () => true }

const refusedByMode: Reading = { as: 'refused', by: 'mode' }

/** Nothing is opened, everything may be searched: mode encrypt-only. `readings`: by label, refused where none is given. */
export function encryptOnlyAccess(readings: ReadonlyMap<string, Reading> = new Map()): Access {
  return { reading: (label) => readings.get(label) ?? refusedByMode, maySearch: () => true }
}

/** The error for a value that must not be read. */
export function readRefused(by: Decider, column: string, extra: { position?: number } = {}): PgsealError {
  return new PgsealError(by === 'mode' ? 'readNotAllowed' : 'readNotAllowedToUser', { column }, extra)
}

/**
 * How a result column is read; all that a value may come from must be read alike. Throws for one that must not be read,
 * unless this statement has sealed every value in it.
 */
export function resultReading(analysis: Analysis, result: SealedValueOf): Reading {
  const { access } = analysis.input
  const position = positionOf(analysis, result)
  const readings = result.origins.map((origin) => access.reading(origin.column.label))
  const reading = readings[0]!
  const at = readings.findIndex((one) => one.as === 'refused')
  const refused = readings[at]
  if (refused?.as === 'refused') {
    if (result.sealedHere && !result.constants) return refused
    const name = result.origins.length === 1 ? result.name : result.origins[at]!.column.label
    throw readRefused(refused.by, name, position)
  }
  if (readings.some((one) => one !== reading && !(one.as === 'value' && reading.as === 'value'))) {
    throw new PgsealError('mixedReading', { column: result.name }, position)
  }
  return reading
}

/**
 * A constant that stands beside a column in COALESCE, CASE or UNION ALL is given back as it is. Beside a column that
 * reads as NULL, or that cannot be told from its token, the answer would be a guess.
 */
export function checkBesideConstant(analysis: Analysis, result: SealedValueOf): void {
  // A view is analysed once for all users, and holds no such constant.
  if (analysis.inView) return
  for (const origin of result.origins) {
    const reading = analysis.input.access.reading(origin.column.label)
    if (reading.as === 'value' || reading.as === 'mask') continue
    if (reading.as === 'refused') throw readRefused(reading.by, result.name, positionOf(analysis, result))
    throw new PgsealError('mixedReading', { column: result.name }, positionOf(analysis, result))
  }
}

/** True when stored values of a result are opened for it. */
export function opensStored(reading: Reading): boolean {
  return reading.as === 'value' || (reading.as === 'mask' && reading.mask.kind === 'template')
}

/** A search tells whether a guess is right, so it needs a right of its own. */
export function refuseSearch(analysis: Analysis, label: string, name: string, location: number | undefined): void {
  // A view is analysed once for all users; a search in it is refused anyhow.
  if (analysis.inView || analysis.input.access.maySearch(label)) return
  const position = location === undefined ? undefined : analysis.characterAt(location)
  throw new PgsealError('searchNotAllowed', { column: name }, position === undefined ? {} : { position })
}

function positionOf(analysis: Analysis, sealed: SealedValueOf): { position?: number } {
  const position = sealed.location === undefined ? undefined : analysis.characterAt(sealed.location)
  return position === undefined ? {} : { position }
}
