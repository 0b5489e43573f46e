import assert from 'node:assert/strict'
import type { ServerMessage } from '../../support/server-messages.ts'
import type { WireClient } from '../../support/wire-client.ts'
import { parseCase } from '../../twin/case-file.ts'
import { normal } from '../../twin/run-case.ts'
import type { Twins } from '../../twin/twins.ts'

/** What is sent in one go, and how many ReadyForQuery end the answer; `until` where none comes. */
export type Step = {
  readonly send: readonly Buffer[]
  /** For the plain twin where the proxy refuses something: a message that fails in its place. */
  readonly plain?: readonly Buffer[]
  readonly readies?: number
  readonly until?: (message: ServerMessage) => boolean
  /** SQLSTATE that stands in place of the plain twin's 42883. */
  readonly refused?: string
  /** Byte by byte, or all at once. */
  readonly bytewise?: boolean
}

const list = parseCase('transcript', '-- description: x\n-- expect: served\n\nselect 1;\n')
const silence = 15_000

/** Says the same to both twins, step by step, and holds every answer of the proxy against PostgreSQL's. */
export async function sameTranscript(twins: Twins, steps: readonly Step[], user = 'app'): Promise<void> {
  const [plain, sealed] = await Promise.all([twins.plain.connect(user), twins.sealed.connect(user)])
  try {
    for (const [index, step] of steps.entries()) {
      const [left, right] = await Promise.all([
        say(plain, { ...step, send: step.plain ?? step.send, bytewise: false }),
        say(sealed, step),
      ])
      const expected = await normal(twins.plain, left, list, false)
      const wanted = expected.map((line) =>
        step.refused === undefined ? line : line.replace('ERROR 42883', `ERROR ${step.refused}`),
      )
      assert.deepEqual(await normal(twins.sealed, right, list, false), wanted, `step ${index + 1}`)
    }
  } finally {
    plain.destroy()
    sealed.destroy()
    await Promise.all([twins.plain.reset(), twins.sealed.reset()])
  }
}

async function say(client: WireClient, step: Step): Promise<ServerMessage[]> {
  const timer = setTimeout(() => client.destroy(), silence)
  try {
    if (step.bytewise === true) {
      const bytes = Buffer.concat(step.send)
      for (let at = 0; at < bytes.length; at += 1) {
        client.socket.write(bytes.subarray(at, at + 1))
        await new Promise(setImmediate)
      }
    } else client.send(...step.send)
    let left = step.readies ?? 1
    const last = step.until ?? ((message) => message.type === 'ReadyForQuery' && (left -= 1) === 0)
    return await client.receiveUntil(last)
  } finally {
    clearTimeout(timer)
  }
}
