// npm run build && node dist/bench/handlers.js: CPU of one prepared statement in the handlers of a connection, without
// sockets and server, beside the operations of node:crypto that it cannot do without.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { MappedColumn } from '../src/catalog/catalog.ts'
import { Connection } from '../src/connection/connection.ts'
import { TransparentConnection } from '../src/connection/transparent-connection.ts'
import { createKeyRing } from '../src/keys/create-key-ring.ts'
import { writeKeyFile } from '../src/keys/key-file.ts'
import type { KeyRing } from '../src/keys/key-ring.ts'
import { eqTerm } from '../src/seal/eq-term.ts'
import { labelTag } from '../src/seal/label-tag.ts'
import { sealValue } from '../src/seal/seal-value.ts'
import type { DataKey } from '../src/seal/sealed-column.ts'
import { encodeSealedRecord } from '../src/seal/sealed-record.ts'
import type { SealedPlan } from '../src/sql/plan.ts'
import { encodeBind } from '../src/wire/bind.ts'
import { encodeNoData } from '../src/wire/no-data.ts'
import {
  bindComplete,
  complete,
  describePortal,
  description,
  execute,
  parse,
  parseComplete,
  passthrough,
  ready,
  rigDependencies,
  rowOf,
  sealedOid,
  sync,
} from '../test/connection/rig.ts'
import { email, indexKey, insertEmail, selectByEmail } from '../test/connection/sealed-fixture.ts'
import { MemoryKeyStore } from '../test/keys/memory-key-store.ts'
import { MemoryLog, namedKey } from '../test/keys/named-keys.ts'
import { insertCrypto, readCrypto } from './statement-crypto.ts'

/** Microseconds of CPU a statement. */
export type HandlerCost = {
  /** An empty map. */
  readonly transparent: number
  /** A map, and a statement that touches nothing of it. */
  readonly plain: number
  readonly read: number
  readonly insert: number
  readonly readCrypto: number
  readonly insertCrypto: number
}

const rows = 1024
const noRecord = Buffer.alloc(0)
const user = { table: 'public.users', record: '', tenant: '' }

const label = 'public.users.note'
const note: MappedColumn = {
  ...email,
  column: { ...email.column, label, labelTag: labelTag(label), terms: [] },
  physical: { ...email.physical!, terms: [] },
}

const readPlan: SealedPlan = { ...selectByEmail, results: [selectByEmail.results![1]] }
const insertPlan: SealedPlan = {
  ...insertEmail,
  parameters: insertEmail.parameters.map((parameter) => ({ ...parameter, target: note })) as SealedPlan['parameters'],
}
const plainPlan = passthrough()
const plans = { read: readPlan, insert: insertPlan, plain: plainPlan }

type Side = { fromClient(chunk: Buffer): unknown; fromServer(chunk: Buffer): unknown }
const nowhere = { toClient: () => undefined, toServer: () => undefined, destroy: () => undefined }

const bindOf = (text: string): Buffer =>
  encodeBind({
    type: 'Bind',
    portal: '',
    statement: 'P0',
    parameterFormats: [],
    values: [Buffer.from(text)],
    resultFormats: [0],
  })
const asked = (text: string): Buffer => Buffer.concat([bindOf(text), describePortal(), execute(), sync])
const inserted = Buffer.concat([bindComplete, encodeNoData(), complete('INSERT 0 1'), ready('I')])
const readBack = (value: Buffer, oid: number): Buffer =>
  Buffer.concat([bindComplete, description(oid), rowOf(value), complete('SELECT 1'), ready('I')])

/** Each measured in turn for so many rounds; the least counts, for whatever else runs only adds. */
export async function handlerCost(rounds: number, statements = 2_000): Promise<HandlerCost> {
  const folder = mkdtempSync(join(tmpdir(), 'pgseal-bench-'))
  writeKeyFile(join(folder, 'keys'))
  const key = namedKey({ kms: 'local', keyFile: join(folder, 'keys'), dataKeys: 'branch' })
  const ring = await createKeyRing({
    keys: new Map([['default', key]]),
    mode: 'full',
    prove: false,
    store: new MemoryKeyStore(),
    log: new MemoryLog(),
  })
  try {
    const keyRing = { ...ring, indexKey: () => indexKey }
    const keys = await ring.generate('default', Array(rows).fill(user))
    const clients = keys.map((_, n) => asked(String(n)))
    const answers = keys.map((dataKey, n) => readBack(sealed(String(n), dataKey), sealedOid))
    const plainAnswers = keys.map((_, n) => readBack(Buffer.from(String(n)), 25))
    const run = async (side: Side, replies: readonly Buffer[]): Promise<() => void> => {
      await side.fromServer(ready('I'))
      await side.fromClient(Buffer.concat([parse('plan', 'P0'), sync]))
      await side.fromServer(Buffer.concat([parseComplete, ready('I')]))
      // What must be asked for once is asked for now.
      for (let n = 0; n < rows; n++) {
        await side.fromClient(clients[n]!)
        await side.fromServer(replies[n % replies.length]!)
      }
      return () => {
        for (let n = 0; n < statements; n++) {
          side.fromClient(clients[n % rows]!)
          side.fromServer(replies[n % replies.length]!)
        }
      }
    }
    const connection = (name: keyof typeof plans): Side =>
      new Connection(rigDependencies({ plan: plans[name] }, { keyRing: keyRing as KeyRing }), nowhere)
    const log = { refused: () => undefined, failed: () => undefined }
    const repeat = (operation: (n: number) => void) => (): void => {
      for (let n = 0; n < statements; n++) operation(n)
    }
    const measures = {
      transparent: await run(new TransparentConnection(log, nowhere), plainAnswers),
      plain: await run(connection('plain'), plainAnswers),
      read: await run(connection('read'), answers),
      insert: await run(connection('insert'), [inserted]),
      readCrypto: repeat(readCrypto),
      insertCrypto: repeat(insertCrypto),
    }
    return leastOf(measures, rounds, statements)
  } finally {
    ring.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function sealed(text: string, key: DataKey): Buffer {
  const stored = Buffer.from(text)
  const terms = [eqTerm(indexKey, stored)]
  return encodeSealedRecord(email.physical!, sealValue(email.column, key, noRecord, stored, terms), terms)
}

function leastOf(measures: Record<keyof HandlerCost, () => void>, rounds: number, statements: number): HandlerCost {
  const names = Object.keys(measures) as (keyof HandlerCost)[]
  const least = Object.fromEntries(names.map((name) => [name, Infinity])) as Record<keyof HandlerCost, number>
  for (let round = -10; round < rounds; round++) {
    for (const name of names) {
      const before = process.cpuUsage()
      measures[name]()
      const { user, system } = process.cpuUsage(before)
      if (round >= 0) least[name] = Math.min(least[name], (user + system) / statements)
    }
  }
  return least
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const cost = await handlerCost(80)
  for (const [name, microseconds] of Object.entries(cost))
    console.log(`${name.padEnd(14)} ${microseconds.toFixed(2)} µs`)
}
