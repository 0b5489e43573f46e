import { BodyReader } from './body-reader.ts'
import { backend } from './message-codes.ts'

export type PortalSuspended = { readonly type: 'PortalSuspended' }

const message: PortalSuspended = { type: 'PortalSuspended' }
const frame = Buffer.from([backend.portalSuspended, 0, 0, 0, 4])

// PortalSuspended (B) 's', no body.
export function decodePortalSuspended(body: Buffer): PortalSuspended {
  new BodyReader(body, 'PortalSuspended').end()
  return message
}

/** One frame shared by all callers: never write into it. */
export function encodePortalSuspended(_message: PortalSuspended = message): Buffer {
  return frame
}
