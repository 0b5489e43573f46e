// The chain of audit lines: docs/audit.md has the byte layout and says what it proves. A line is MACed under a key of its
// own, and the key of the next is derived from it by a one-way step, so that who takes the process or the disk later holds
// no key of a line written before.
import { createHmac } from 'node:crypto'

export const lineVersion = 1
export const macLength = 32
/** `prev` of the first line of all. */
export const noMac: string = Buffer.alloc(macLength).toString('base64url')

const macText = 43
const macStart = ',"mac":"'
const tailLength = macStart.length + macText + 2

const nextLine = 'pgseal/audit/next/1'
const nextSegment = 'pgseal/audit/forward/1'
const segmentSeed = 'pgseal/audit/segment/1'

function hmac(key: Buffer, message: string | Buffer): Buffer {
  return createHmac('sha256', key).update(message).digest()
}

/** The key of the segment after the one that `key` is of (key files only). */
export function nextSegmentKey(key: Buffer): Buffer {
  return hmac(key, nextSegment)
}

/** Seed of a segment's line keys from a key file's segment key. `run` is the segment's random id. */
export function seedFromSegmentKey(key: Buffer, run: string): Buffer {
  return hmac(key, `${segmentSeed} ${run}`)
}

/** What a key service makes the seed of a segment's line keys of, where no key file is used. */
export function seedMessage(segment: number, run: string): Buffer {
  return Buffer.from(`${segmentSeed} ${segment} ${run}`)
}

/** The key of line `n` of a segment, for one line after the other. Holds one key at a time and wipes it as it moves on. */
export class LineKeys {
  n = 0
  #key: Buffer

  /** `seed`, 32 bytes, is taken over. */
  constructor(seed: Buffer) {
    this.#key = seed
  }

  /** The MAC of the line that this key is for. `line`: its bytes up to the field "mac". */
  mac(line: string | Buffer): Buffer {
    return hmac(this.#key, line)
  }

  /** On to the next line. */
  step(): void {
    const next = hmac(this.#key, nextLine)
    this.#key.fill(0)
    this.#key = next
    this.n += 1
  }

  copy(): LineKeys {
    const copy = new LineKeys(Buffer.from(this.#key))
    copy.n = this.n
    return copy
  }

  wipe(): void {
    this.#key.fill(0)
  }
}

/** A line from what is MACed and its MAC, without the line feed. */
export function withMac(line: string, mac: string): string {
  return `${line}${macStart}${mac}"}`
}

export type SplitLine = { readonly maced: Buffer; readonly mac: string }

/** Takes a line, without its line feed, apart again; undefined when it does not end as one. */
export function splitLine(line: Buffer): SplitLine | undefined {
  const end = line.length - tailLength
  if (end < 1) return undefined
  const tail = line.toString('latin1', end)
  if (!/^,"mac":"[A-Za-z0-9_-]{43}"\}$/.test(tail)) return undefined
  return { maced: line.subarray(0, end), mac: tail.slice(macStart.length, -2) }
}

/** What every line says of its place. */
export type LineHead = {
  readonly segment: number
  readonly run: string
  readonly n: number
  readonly event: string
  readonly prev: string
  readonly [field: string]: unknown
}

/** The fields of a line; undefined when it is none of this format. Says nothing of whether it is authentic. */
export function readLine(line: Buffer): LineHead | undefined {
  let fields: unknown
  try {
    fields = JSON.parse(line.toString('utf8'))
  } catch {
    return undefined
  }
  if (typeof fields !== 'object' || fields === null) return undefined
  const { v, segment, run, n, event, prev } = fields as Record<string, unknown>
  const whole = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0
  const fits =
    v === lineVersion &&
    whole(segment) &&
    whole(n) &&
    typeof run === 'string' &&
    typeof event === 'string' &&
    typeof prev === 'string'
  return fits ? (fields as LineHead) : undefined
}

/** A line by which others can later prove that it was there. */
export type ChainHead = { readonly segment: number; readonly run: string; readonly n: number; readonly mac: string }

/** What a key service makes the MAC of an anchor of. */
export function anchorMessage({ segment, run, n, mac }: ChainHead): Buffer {
  return Buffer.from(`pgseal/audit/anchor/1 ${segment} ${run} ${n} ${mac}`)
}
