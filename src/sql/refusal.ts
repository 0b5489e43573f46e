import { type ErrorName, PgsealError } from '../errors.ts'
import type { Analysis } from './statement.ts'
import type { Blocked, SealedValueOf } from './value.ts'

/** `cannot use sealed column "s.t.c" in CLAUSE`, at the column's place. */
export function refuseUse(
  analysis: Analysis,
  sealed: SealedValueOf,
  clause: string,
  extra: { detail?: string; hint?: string } = {},
): never {
  throw new PgsealError(
    'sealedColumnUse',
    { column: sealed.name, clause },
    {
      detail: extra.detail ?? 'Stored values are sealed: the database cannot compute with them.',
      ...(extra.hint === undefined ? {} : { hint: extra.hint }),
      ...positionAt(analysis, sealed.location),
    },
  )
}

/** A mapped column that is not served now: it is not sealed yet, or map and database disagree. */
export function refuseBlocked(analysis: Analysis, blocked: Blocked, location: number | undefined): never {
  throw new PgsealError(
    blocked.state === 'plain' ? 'columnNotSealedYet' : 'columnRefused',
    { column: blocked.name, reason: blocked.reason },
    positionAt(analysis, location),
  )
}

/** A shape that analysis does not know, over a relation with sealed columns (C42). */
export function refuseShape(analysis: Analysis, shape: string, location?: number): never {
  throw new PgsealError('shapeNotServed', { shape }, positionAt(analysis, location))
}

export function refuse(
  analysis: Analysis,
  entry: ErrorName,
  parameters: Readonly<Record<string, string>>,
  location?: number,
): never {
  throw new PgsealError(entry, parameters, positionAt(analysis, location))
}

function positionAt(analysis: Analysis, location: number | undefined): { position?: number } {
  const position = location === undefined ? undefined : analysis.characterAt(location)
  return position === undefined ? {} : { position }
}
