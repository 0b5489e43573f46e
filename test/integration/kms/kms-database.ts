import type { TestContext } from 'node:test'
import pg from 'pg'
import { KmsServer } from '../../kms-server/kms-server.ts'
import { sharedPostgres } from '../../support/postgres.ts'
import { type ProxiedDatabase, proxiedDatabase } from '../proxied-database.ts'

export const tables: string = `
  create table users (id int primary key, name text, email text unique, phone varchar(20), age int4);
  create table notes (id int primary key, body text)`

/** Who may do everything, who may only seal, and who does what the test says. */
export const principals = { all: 'AKIDALL', writer: 'AKIDWRITER' } as const

const map = (endpoint: string, keyId: string, indexKeyId: string, head: string) => `
${head}
keys:
  default: { kms: aws, keyId: "${keyId}", indexKeyId: "${indexKeyId}", endpoint: "${endpoint}", dataKeys: per-row, context: { app: billing } }
tables:
  public.users:
    columns:
      email: { type: text, search: [equality] }
      phone: { type: varchar(20) }
      age: { type: integer, search: [equality] }
`

export type KmsDatabase = {
  readonly kms: KmsServer
  readonly keyId: string
  readonly database: ProxiedDatabase
  /** A client of the proxy that may open. */
  readonly full: pg.Client
  /** A client of a proxy in mode encrypt-only, whose principal may call GenerateDataKey and GenerateMac alone. */
  encryptOnly(): Promise<pg.Client>
}

/** Two proxies before one database whose keys are in one KMS. */
export async function kmsDatabase(t: TestContext): Promise<KmsDatabase> {
  const kms = new KmsServer()
  const endpoint = await kms.listen()
  const keyId = kms.keys.create('ENCRYPT_DECRYPT', false).arn
  const indexKeyId = kms.keys.create('GENERATE_VERIFY_MAC', false).arn
  kms.deny(principals.writer, 'Decrypt', 'Encrypt', 'DescribeKey', 'VerifyMac', 'GenerateDataKeyWithoutPlaintext')
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: principals.all, AWS_SECRET_ACCESS_KEY: 'not checked' })
  const body = (head: string) => map(endpoint, keyId, indexKeyId, head)
  const database = await proxiedDatabase(await sharedPostgres(), { tables, map: body('mode: full') })
  const clients: pg.Client[] = []
  t.after(async () => {
    await Promise.all(clients.map((client) => client.end()))
    await database.close()
    await kms.close()
  })
  const connect = async (connectionString: string) => {
    const client = new pg.Client({ connectionString })
    await client.connect()
    clients.push(client)
    return client
  }
  return {
    kms,
    keyId,
    database,
    full: await connect(database.url),
    encryptOnly: async () => {
      process.env.AWS_ACCESS_KEY_ID = principals.writer
      const { url } = await database.startProxy(body('mode: encrypt-only\nprove: true'))
      return connect(url)
    },
  }
}
