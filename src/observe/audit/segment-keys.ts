import { AuditSetupError } from './audit-setup-error.ts'
import type { SegmentKeys } from './audit-trail.ts'
import { readAuditKeyFile, takeSegmentKey } from './key-file.ts'
import { seedFromSegmentKey, seedMessage } from './line-chain.ts'

/** Makes 32 bytes of a message under a key that never leaves its service. */
export type MacOf = (message: Buffer) => Promise<Buffer>

/** Keys from a key file that each start moves on: what is left in it opens no line that was written. */
export function keysFromFile(path: string): SegmentKeys {
  return {
    begin(last, run) {
      const held = readAuditKeyFile(path)
      held.key.fill(0)
      if (held.segment <= last) {
        throw new AuditSetupError(
          `audit key file "${path}" is of segment ${held.segment}, and segment ${last} is written already: it is an old copy`,
        )
      }
      const { segment, key } = takeSegmentKey(path)
      const seed = seedFromSegmentKey(key, run)
      key.fill(0)
      return { segment, seed }
    },
  }
}

/** Keys from a key service: it is asked once a start. */
export function keysFromMac(macOf: MacOf): SegmentKeys {
  return {
    async begin(last, run) {
      const segment = last + 1
      return { segment, seed: await macOf(seedMessage(segment, run)) }
    },
  }
}
