// A Connection between two scripts: what the client and the server send goes in, what they receive comes out as short
// lines (type letter and what matters of the body). Analysis is a table from text to plan.

import type { Catalog } from '../../src/catalog/catalog.ts'
import { Connection } from '../../src/connection/connection.ts'
import type { Dependencies } from '../../src/connection/dependencies.ts'
import type { SlowStatements } from '../../src/connection/statement-clock.ts'
import { PgsealError } from '../../src/errors.ts'
import type { KeyRing } from '../../src/keys/key-ring.ts'
import type { ConnectionAudit } from '../../src/observe/audit/statement-audit.ts'
import { Counts } from '../../src/observe/counts.ts'
import { openAccess } from '../../src/sql/access.ts'
import type { Effects, PassthroughPlan, Plan } from '../../src/sql/plan.ts'
import { encodeBind } from '../../src/wire/bind.ts'
import { encodeClose } from '../../src/wire/close.ts'
import { encodeDescribe } from '../../src/wire/describe.ts'
import { encodeExecute } from '../../src/wire/execute.ts'
import { encodeParse } from '../../src/wire/parse.ts'
import { encodeQuery } from '../../src/wire/query.ts'
import { encodeSync } from '../../src/wire/sync.ts'

export const noEffects: Effects = {
  statement: 'SelectStmt',
  transaction: undefined,
  mayWrite: false,
  forgetsNames: false,
  forgetsSettings: false,
  changesCatalog: false,
  deallocates: undefined,
  copiesIn: false,
}

export function passthrough(effects: Partial<Effects> = {}, describeFirst = false): PassthroughPlan {
  return { kind: 'passthrough', effects: { ...noEffects, ...effects }, reason: 'test', describeFirst }
}

export function refused(): Plan {
  return {
    kind: 'refused',
    effects: noEffects,
    error: new PgsealError('sealedColumnUse', { column: 'c', clause: 'x' }),
  }
}

export const sealedOid = 90001

export type Rig = {
  readonly connection: Connection
  client(...frames: Buffer[]): Promise<void>
  server(...frames: Buffer[]): Promise<void>
  /** What the server received since the last call. */
  sent(): string[]
  /** What the client received since the last call. */
  received(): string[]
  /** The same as bytes. */
  sentBytes(): Buffer
  receivedBytes(): Buffer
  frames(bytes: Buffer): Buffer[]
  /** Lets everything that needs no input come to rest. */
  rest(): Promise<void>
  readonly ended: () => boolean
}

type RigOptions = {
  keyRing?: KeyRing
  tables?: string[]
  rowsPerStatement?: number
  audit?: ConnectionAudit
  slow?: SlowStatements
}

/** What a connection needs, where the analysis is a table from text to plan. */
export function rigDependencies(plans: Record<string, Plan>, options: RigOptions = {}): Dependencies {
  const catalog = {
    epoch: 1,
    relevantNames: new Set(['users']),
    mappedTables: (options.tables ?? ['users']).map((name) => ({ name })),
    isPgsealType: (oid: number) => oid === sealedOid,
  } as unknown as Catalog
  return {
    mode: 'full',
    access: openAccess,
    keyRing: options.keyRing ?? ({} as KeyRing),
    counts: new Counts(),
    rowsPerStatement: options.rowsPerStatement ?? 10_000,
    memoryPerConnection: 256 * 1024 * 1024,
    slow: options.slow,
    log: { refused: () => undefined, failed: () => undefined },
    audit: options.audit,
    fingerprint: () => '0123456789abcdef',
    parse: (text) => {
      const statements = text
        .toString()
        .split(';')
        .filter((part) => part.trim() !== '')
        .map((part) => ({
          text: Buffer.from(part.trim()),
          start: 0,
          characterStart: 0,
          statement: 'SelectStmt',
          names: part.includes('users') ? ['users'] : [],
          parse: {},
        }))
      return { statements, bytes: text.length }
    },
    analyze: (input) => plans[input.statement.text.toString()] ?? passthrough(),
    catalog: () => catalog,
    catalogUnderWay: () => undefined,
    refreshCatalog: () => Promise.resolve(catalog),
    readCatalog: () => Promise.resolve(catalog),
  }
}

export function startRig(plans: Record<string, Plan>, options: RigOptions = {}): Rig {
  const deps = rigDependencies(plans, options)
  const toServer: Buffer[] = []
  const toClient: Buffer[] = []
  let ended = false
  const connection = new Connection(deps, {
    toServer: (bytes) => toServer.push(Buffer.from(bytes)),
    toClient: (bytes) => toClient.push(Buffer.from(bytes)),
    destroy: () => {
      ended = true
    },
  })
  const drain = (chunks: Buffer[], server: boolean): string[] => describeFrames(take(chunks), server)
  return {
    connection,
    client: async (...frames) => {
      await Promise.race([connection.fromClient(Buffer.concat(frames)), turn()])
    },
    server: async (...frames) => {
      await connection.fromServer(Buffer.concat(frames))
      await turn()
    },
    sent: () => drain(toServer, true),
    received: () => drain(toClient, false),
    sentBytes: () => take(toServer),
    receivedBytes: () => take(toClient),
    frames,
    rest: turn,
    ended: () => ended,
  }
}

async function turn(): Promise<void> {
  for (let i = 0; i < 8; i += 1) await new Promise((resolve) => setImmediate(resolve))
}

function take(chunks: Buffer[]): Buffer {
  const bytes = Buffer.concat(chunks)
  chunks.length = 0
  return bytes
}

function frames(bytes: Buffer): Buffer[] {
  const parts: Buffer[] = []
  for (let at = 0; at < bytes.length; ) {
    const end = at + 1 + bytes.readInt32BE(at + 1)
    parts.push(bytes.subarray(at, end))
    at = end
  }
  return parts
}

function describeFrames(bytes: Buffer, fromClient: boolean): string[] {
  return frames(bytes).map((part) => line(String.fromCharCode(part[0]!), part.subarray(5), fromClient))
}

function line(type: string, body: Buffer, fromClient: boolean): string {
  const strings = body.toString('latin1').split('\0')
  if (type === 'P') return `P ${strings[0]}: ${strings[1]}`
  if (type === 'Q') return `Q ${strings[0]}`
  if (type === 'B') return `B ${strings[0]} ${strings[1]}`
  if (fromClient && (type === 'D' || type === 'C')) return `${type} ${strings[0]}`
  if (fromClient && type === 'E') return `E ${strings[0]}`
  if (type === 'E') return `E ${strings.find((part) => part.startsWith('C'))?.slice(1)}`
  if (type === 'Z') return `Z ${body.toString('latin1')}`
  if (type === 'C') return `C ${strings[0]}`
  return type
}

// ---- frames --------------------------------------------------------------------------------------------------------

export const parse = (text: string, name = ''): Buffer =>
  encodeParse({ type: 'Parse', name, query: Buffer.from(text), parameterTypes: [] })
export const bind = (statement = '', portal = ''): Buffer =>
  encodeBind({ type: 'Bind', portal, statement, parameterFormats: [], values: [], resultFormats: [] })
export const bindWith = (values: (string | Buffer)[], statement = ''): Buffer =>
  encodeBind({
    type: 'Bind',
    portal: '',
    statement,
    parameterFormats: [],
    values: values.map((value) => Buffer.from(value)),
    resultFormats: [],
  })
export const execute = (portal = ''): Buffer => encodeExecute({ type: 'Execute', portal, maxRows: 0 })
export const describePortal = (name = ''): Buffer => encodeDescribe({ type: 'Describe', target: 'portal', name })
export const describeStatement = (name = ''): Buffer => encodeDescribe({ type: 'Describe', target: 'statement', name })
export const close = (name: string): Buffer => encodeClose({ type: 'Close', target: 'statement', name })
export const sync = encodeSync()
export const query = (text: string): Buffer => encodeQuery({ type: 'Query', query: Buffer.from(text) })

function frame(type: string, body: Buffer = Buffer.alloc(0)): Buffer {
  const bytes = Buffer.alloc(5 + body.length)
  bytes.write(type, 0, 'latin1')
  bytes.writeInt32BE(4 + body.length, 1)
  body.copy(bytes, 5)
  return bytes
}

export const parseComplete = frame('1')
export const bindComplete = frame('2')
export const closeComplete = frame('3')
export const noData = frame('n')
export const ready = (status: 'I' | 'T' | 'E'): Buffer => frame('Z', Buffer.from(status))
export const complete = (tag: string): Buffer => frame('C', Buffer.from(`${tag}\0`))
export const error = (sqlstate: string, severity = 'ERROR'): Buffer =>
  frame('E', Buffer.from(`S${severity}\0V${severity}\0C${sqlstate}\0Mtext\0\0`))
export const rowOf = (...values: (Buffer | null)[]): Buffer => {
  const parts: Buffer[] = [Buffer.from([values.length >> 8, values.length & 255])]
  for (const value of values) {
    const length = Buffer.alloc(4)
    length.writeInt32BE(value?.length ?? -1)
    parts.push(length, value ?? Buffer.alloc(0))
  }
  return frame('D', Buffer.concat(parts))
}
export const row = (...values: string[]): Buffer => rowOf(...values.map((value) => Buffer.from(value)))
export const description = (...oids: number[]): Buffer => {
  const parts: Buffer[] = [Buffer.from([oids.length >> 8, oids.length & 255])]
  for (const oid of oids) {
    const field = Buffer.alloc(20)
    field.write('a\0', 0)
    field.writeUInt32BE(oid, 8)
    parts.push(field)
  }
  return frame('T', Buffer.concat(parts))
}
export const copyIn = frame('G', Buffer.from([0, 0, 0]))
export const copyInOf = (columns: number): Buffer =>
  frame('G', Buffer.from([0, 0, columns, ...new Uint8Array(2 * columns)]))
export const copyData = (text: string): Buffer => frame('d', Buffer.from(text))
export const copyDone = frame('c')
export const parameterStatus = (name: string, value: string): Buffer => frame('S', Buffer.from(`${name}\0${value}\0`))
