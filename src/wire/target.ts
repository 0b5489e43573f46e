import type { BodyReader } from './body-reader.ts'

/** What a Close or Describe names. */
export type Target = 'statement' | 'portal'

const statement = 0x53 // S
const portal = 0x50 // P

export function decodeTarget(reader: BodyReader): Target {
  const code = reader.uint8()
  if (code === statement) return 'statement'
  if (code === portal) return 'portal'
  return reader.refuse('names neither a statement nor a portal')
}

export function encodeTarget(target: Target): number {
  return target === 'statement' ? statement : portal
}
