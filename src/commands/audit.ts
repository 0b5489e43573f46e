import { readFileSync } from 'node:fs'
import type { Config } from '../config/config.ts'
import { PgsealError } from '../errors.ts'
import { createKeyRing } from '../keys/create-key-ring.ts'
import type { KeyRing } from '../keys/key-ring.ts'
import type { KeyStore } from '../keys/key-store.ts'
import { auditFiles } from '../observe/audit/audit-file.ts'
import { AuditSetupError } from '../observe/audit/audit-setup-error.ts'
import { makeAuditKeyFile, readAuditKeyFile, type SegmentKey } from '../observe/audit/key-file.ts'
import { type ChainHead, nextSegmentKey, seedFromSegmentKey, seedMessage } from '../observe/audit/line-chain.ts'
import { firstPlace, type VerifyOptions, verifyAudit } from '../observe/audit/verify.ts'
import { createLog } from '../observe/log.ts'
import { loadMap } from './load-map.ts'
import { UsageError } from './usage-error.ts'

export type AuditCommandOptions = {
  readonly config: string
  readonly insecureTestKey: boolean
  readonly verify: boolean
  /** The trail of commands in place of the proxy's. */
  readonly jobs: boolean
  readonly newKey?: string
  readonly key?: string
  readonly anchors?: string
  readonly running: boolean
  readonly partial: boolean
  readonly interrupted?: string
}

/** Segments between the key at hand and that of a line at most: each is a start of the process. */
const mostSegments = 1_000_000

/** `pgseal audit`: verifies a trail, or makes a key file for one. Exit code 1 when the trail is not whole. */
export async function audit(files: readonly string[], options: AuditCommandOptions): Promise<void> {
  if (options.verify === (options.newKey !== undefined)) throw new UsageError('needs --verify or --new-key FILE')
  if (options.newKey !== undefined) {
    setUp(() => makeAuditKeyFile(options.newKey!))
    process.stdout.write(`wrote audit key file ${options.newKey}\n`)
    process.stdout.write('copy it to where trails are verified, before the first start: each start moves it on\n')
    return
  }
  // A key file is all that is needed; without one, or without files, the map says where they are.
  const config = options.key !== undefined && files.length > 0 ? undefined : await loadTrail(options)
  const ring = config === undefined ? undefined : await macRing(config)
  try {
    await verify(files, config, ring, options)
  } finally {
    ring?.close()
  }
}

/** The map, with the trail of commands for that of the proxy where it is asked for. */
async function loadTrail(options: AuditCommandOptions): Promise<Config> {
  const config = await loadMap(options.config, options)
  if (!options.jobs) return config
  const { audit } = config
  if (audit?.jobs === undefined) throw new UsageError('the map has no audit.jobs')
  return { ...config, audit: { ...audit, ...audit.jobs } }
}

async function verify(
  files: readonly string[],
  config: Config | undefined,
  ring: KeyRing | undefined,
  options: AuditCommandOptions,
): Promise<void> {
  const named = files.length > 0 ? [...files] : filesOf(config)
  const ordered = await inOrder(named)
  const summary = await verifyAudit(
    ordered,
    {
      seedOf: seeds(config, ring, options.key),
      macOf: anchorMac(config, ring),
      anchors: options.anchors === undefined ? [] : readAnchors(options.anchors),
      running: options.running,
      partial: options.partial,
      interrupted: interruptedSegments(options.interrupted),
    },
    (problem) => process.stdout.write(`${problem}\n`),
  )
  const { lines, segments, anchors, problems, last } = summary
  const to = last === undefined ? '' : `, up to line ${last.n} of segment ${last.segment} of ${String(last.time)}`
  process.stdout.write(
    `${lines} lines in ${segments} segments of ${ordered.length} files, ${anchors} anchors checked${to}: ` +
      `${problems === 0 ? 'whole' : `${problems} problems`}\n`,
  )
  if (problems > 0) process.exitCode = 1
}

function filesOf(config: Config | undefined): string[] {
  if (config?.audit === undefined) throw new UsageError('the map has no audit: name the files')
  return auditFiles(config.audit.path)
}

/** By what the first line of each says of its place: a shell sorts .10 before .2. */
async function inOrder(files: readonly string[]): Promise<string[]> {
  const placed = await Promise.all(
    files.map(async (file) => {
      try {
        return { file, place: await firstPlace(file) }
      } catch (error) {
        const reason = (error as NodeJS.ErrnoException).code ?? 'unreadable'
        throw new PgsealError('auditUsage', { reason: `could not read "${file}": ${reason}` })
      }
    }),
  )
  const last = Number.MAX_SAFE_INTEGER
  placed.sort(
    (a, b) => (a.place?.segment ?? last) - (b.place?.segment ?? last) || (a.place?.n ?? 0) - (b.place?.n ?? 0),
  )
  return placed.map(({ file }) => file)
}

function seeds(
  config: Config | undefined,
  ring: KeyRing | undefined,
  keyFile: string | undefined,
): VerifyOptions['seedOf'] {
  const key = config?.audit?.key
  const path = keyFile ?? (key !== undefined && 'keyFile' in key ? key.keyFile : undefined)
  if (path !== undefined) {
    const held = setUp(() => readAuditKeyFile(path))
    // Segments come in order, so the key moves on with them; one that goes back begins anew.
    let at: SegmentKey = held
    return async (segment, run) => {
      if (segment < held.segment || segment - held.segment > mostSegments) return undefined
      if (segment < at.segment) at = held
      while (at.segment < segment) at = { segment: at.segment + 1, key: nextSegmentKey(at.key) }
      return seedFromSegmentKey(at.key, run)
    }
  }
  if (key === undefined || ring === undefined || !('namedKey' in key)) {
    throw new UsageError('needs --key FILE, or a map whose audit has a namedKey')
  }
  const known = new Map<string, Buffer>()
  return async (segment, run) => {
    const name = `${segment} ${run}`
    // One call a segment: lines that are out of place ask again.
    let seed = known.get(name)
    if (seed === undefined) known.set(name, (seed = await ring.mac(key.namedKey, seedMessage(segment, run))))
    return Buffer.from(seed)
  }
}

function anchorMac(config: Config | undefined, ring: KeyRing | undefined): VerifyOptions['macOf'] {
  const to = config?.audit?.anchors?.to
  if (to === undefined || ring === undefined || !('namedKey' in to)) return undefined
  return (message) => ring.mac(to.namedKey, message)
}

/** The named keys that a trail rests on; nothing else of the map is used, and no database is asked. */
async function macRing(config: Config): Promise<KeyRing | undefined> {
  const key = config.audit?.key
  const to = config.audit?.anchors?.to
  const names = [key, to].flatMap((one) => (one !== undefined && 'namedKey' in one ? [one.namedKey] : []))
  if (names.length === 0) return undefined
  const keys = new Map([...config.keys].filter(([name]) => names.includes(name)))
  const none = () =>
    Promise.reject(new PgsealError('internal', {}, { logDetail: 'a key of the database was asked for' }))
  const store = new Proxy({} as KeyStore, { get: () => none })
  const log = createLog('silent').keys
  return createKeyRing({ keys, mode: 'full', prove: false, probe: false, store, log })
}

/** One JSON object a line, as the webhook got them. */
function readAnchors(file: string): ChainHead[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unreadable'
    throw new PgsealError('auditUsage', { reason: `could not read "${file}": ${reason}` })
  }
  return text
    .split('\n')
    .map((line, index) => ({ line, number: index + 1 }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, number }) => {
      const anchor = parsed(line) as Partial<ChainHead> | undefined
      const { segment, run, n, mac } = anchor ?? {}
      if (
        !Number.isSafeInteger(segment) ||
        !Number.isSafeInteger(n) ||
        typeof run !== 'string' ||
        typeof mac !== 'string'
      ) {
        throw new PgsealError('auditUsage', { reason: `line ${number} of "${file}" is no anchor` })
      }
      return { segment: segment!, run, n: n!, mac }
    })
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function interruptedSegments(list: string | undefined): Set<number> {
  const numbers = (list ?? '').split(',').filter((text) => text.trim() !== '')
  for (const text of numbers)
    if (!/^\s*\d{1,15}\s*$/.test(text)) throw new UsageError('--interrupted takes numbers of segments')
  return new Set(numbers.map(Number))
}

function setUp<T>(run: () => T): T {
  try {
    return run()
  } catch (error) {
    throw error instanceof AuditSetupError ? new PgsealError('auditUsage', { reason: error.message }) : error
  }
}
