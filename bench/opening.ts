import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import pg from 'pg'
import { type Place, peopleRows } from './place.ts'
import { median } from './rounds.ts'

export type OpeningCost = {
  /** Milliseconds of CPU that `serve` spends on 10,000 rows of two sealed columns. */
  readonly proxy: number
  /** The same that the operations of node:crypto need: a data key unwrapped for each row, two values opened. */
  readonly crypto: number
}

/** Reads all people, both columns sealed, and times the same cryptography by itself in between. */
export async function openingCost(place: Place, options: { readonly rounds: number }): Promise<OpeningCost> {
  const client = new pg.Client({
    host: '127.0.0.1',
    user: 'postgres',
    port: place.mapped.port,
    database: place.sealed.name,
  })
  await client.connect()
  const query = { name: 'all', text: 'select email, name from people', rowMode: 'array' } as const
  const operations = prepareOperations()
  const proxy: number[] = []
  const crypto: number[] = []
  // The first rounds warm both up.
  for (let round = -3; round < options.rounds; round++) {
    const before = await place.mapped.usage('cpu')
    const { rows } = await client.query(query)
    const after = await place.mapped.usage('cpu')
    if (rows.length !== peopleRows || rows[0]?.[1] === undefined) throw new Error('the rows are not those expected')
    const started = process.cpuUsage()
    operations()
    const { user, system } = process.cpuUsage(started)
    if (round < 0) continue
    proxy.push((after.cpu - before.cpu) / 1000)
    crypto.push((user + system) / 1000)
  }
  await client.end()
  return { proxy: median(proxy), crypto: median(crypto) }
}

const algorithm = 'aes-256-gcm'
const tag = { authTagLength: 16 } as const

type Sealed = { readonly nonce: Buffer; readonly bytes: Buffer; readonly tag: Buffer; readonly associated: Buffer }

// Sizes are those of the values read: a wrapped key of 32 bytes, values of about 5 and 13, associated data of about 100.
function prepareOperations(): () => void {
  const branch = createSecretKey(randomBytes(32))
  const rows = Array.from({ length: peopleRows }, () => {
    const raw = randomBytes(32)
    const key = createSecretKey(raw)
    return {
      wrapped: seal(branch, raw, 60),
      email: seal(key, randomBytes(5), 110),
      name: seal(key, randomBytes(13), 90),
    }
  })
  return () => {
    for (const row of rows) {
      const key = createSecretKey(open(branch, row.wrapped))
      open(key, row.email)
      open(key, row.name)
    }
  }
}

function seal(key: KeyObject, plain: Buffer, associatedBytes: number): Sealed {
  const nonce = randomBytes(12)
  const associated = randomBytes(associatedBytes)
  const cipher = createCipheriv(algorithm, key, nonce, tag)
  cipher.setAAD(associated)
  const bytes = Buffer.concat([cipher.update(plain), cipher.final()])
  return { nonce, bytes, tag: cipher.getAuthTag(), associated }
}

function open(key: KeyObject, sealed: Sealed): Buffer {
  const decipher = createDecipheriv(algorithm, key, sealed.nonce, tag)
  decipher.setAAD(sealed.associated)
  decipher.setAuthTag(sealed.tag)
  const plain = decipher.update(sealed.bytes)
  decipher.final()
  return plain
}
