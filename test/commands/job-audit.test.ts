// What commands seal and open past the proxy is in a trail of their own.
import assert from 'node:assert/strict'
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { makeAuditKeyFile } from '../../src/observe/audit/key-file.ts'
import { proxiedDatabase } from '../integration/proxied-database.ts'
import { KmsServer } from '../kms-server/kms-server.ts'
import { sharedPostgres } from '../support/postgres.ts'
import { runPgseal } from '../support/run-pgseal.ts'

type Line = Readonly<Record<string, unknown>> & {
  readonly event: string
  readonly job: string
  readonly dataKeys: Readonly<Record<string, number>>
  readonly kmsRequests: readonly string[]
  readonly records: readonly string[]
}

test('apply, rewrap, rotate, shred and unseal: a line a batch, with records and requests, and a chain that verifies', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'pgseal-jobs-'))
  const kms = new KmsServer()
  const endpoint = await kms.listen()
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'AKIDALL', AWS_SECRET_ACCESS_KEY: 'not checked' })
  const [old, next, acme] = [0, 1, 2].map(() => kms.keys.create('ENCRYPT_DECRYPT', false).arn) as [
    string,
    string,
    string,
  ]
  const keys = (keyId: string, more = '') => `
keys:
  default: { kms: aws, keyId: "${keyId}", endpoint: "${endpoint}", region: eu-central-1 ${more} }
  owned: { kms: aws, keyId: "${next}", endpoint: "${endpoint}", region: eu-central-1, tenants: { column: org, keys: { acme: "${acme}" } } }
`
  const tables = (more = '') => `
tables:
  public.people: { record: "people/{id}", columns: { email: { type: text } ${more} } }
  public.deals: { columns: { terms: { type: text, key: owned } } }
`
  const database = await proxiedDatabase(await sharedPostgres(), {
    tables: `create table people (id int primary key, email text, phone text); create table deals (id int primary key, org text not null, terms text);
      insert into people select n, 'canary-' || n, 'canary-phone-' || n from generate_series(1, 5) n;
      insert into deals values (1, 'acme', 'canary-terms')`,
    map: keys(old) + tables(),
  })
  t.after(async () => {
    await database.close()
    await kms.close()
    rmSync(folder, { recursive: true, force: true })
  })
  makeAuditKeyFile(join(folder, 'jobs.key'))
  const copy = join(folder, 'copy.key')
  copyFileSync(join(folder, 'jobs.key'), copy)
  const path = join(folder, 'jobs.jsonl')
  const audit = `audit: { file: "${folder}/proxy.jsonl", key: { keyFile: "${folder}/proxy.key" }, records: 3, jobs: { file: "${path}", key: { keyFile: "${folder}/jobs.key" } } }\n`
  const lines = (): Line[] =>
    readFileSync(path, 'utf8')
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Line)
      .filter(({ event }) => event === 'job')
  let seen = 0
  const run = async (command: string, map: string, ...more: string[]): Promise<Line[]> => {
    const config = database.writeMap(map + audit)
    const calls = kms.calls.length
    const done = await runPgseal([command, '--config', config, '--admin-url', database.directUrl, ...more])
    assert.equal(done.code, 0, `${command}: ${done.stderr}`)
    const own = lines().slice(seen)
    seen += own.length
    const asked = kms.calls
      .slice(calls)
      .filter(({ operation }) => ['GenerateDataKey', 'Decrypt', 'ReEncrypt', 'ScheduleKeyDeletion'].includes(operation))
    const told = own.flatMap(({ kmsRequests }) => kmsRequests)
    const needed = asked
      .filter(({ operation }) => operation !== 'ScheduleKeyDeletion')
      .map(({ requestId }) => requestId)
    assert.deepEqual(told.toSorted(), needed.toSorted(), `${command}: every request is told, and no other`)
    for (const line of own) assert.deepEqual([line.job, line.outcome], [command, 'ok'])
    return own
  }
  const sum = (of: readonly Line[], what: string) => of.reduce((total, { dataKeys }) => total + dataKeys[what]!, 0)
  const map = keys(next, `, previousKeyIds: ["${old}"]`)

  const applied = await run('apply', map + tables(', phone: { type: text }'), '--yes')
  assert.equal(sum(applied, 'made'), 5)
  assert.deepEqual(applied[0]!.records, ['people/1', 'people/2', 'people/3'])
  assert.equal(applied[0]!.recordsMore, 2)
  assert.deepEqual(applied[0]!.tables, ['public.people'])

  const rewrapped = await run('rewrap', map + tables(', phone: { type: text }'))
  assert(sum(rewrapped, 'rewrapped') >= 5)
  assert(sum(rewrapped, 'opened') > 0, 'values are opened to verify')

  const rotated = await run('rotate', map + tables(', phone: { type: text }'), '--table', 'public.people')
  assert.equal(sum(rotated, 'made'), 5)
  assert(sum(rotated, 'opened') >= 10)
  assert(rotated.length < 10, 'a line a batch, not a row')

  const shredded = await run('shred', map + tables(), '--tenant', 'acme', '--yes', '--days', '7')
  assert.deepEqual(
    shredded.map(({ deletes }) => deletes),
    [[acme]],
  )

  const unsealed = await run('unseal', map + tables(', phone: { type: text }'), '--yes', '--table', 'public.people')
  assert(sum(unsealed, 'opened') >= 5)

  const verified = await runPgseal(['audit', '--verify', '--key', copy, path])
  assert.equal(verified.code, 0, verified.stdout + verified.stderr)
  const byMap = await runPgseal([
    'audit',
    '--verify',
    '--jobs',
    '--key',
    copy,
    '--config',
    database.writeMap(map + tables() + audit),
  ])
  assert.equal(byMap.code, 0, byMap.stdout + byMap.stderr)
  assert.equal(byMap.stdout, verified.stdout)
  const none = await runPgseal(['audit', '--verify', '--jobs', '--config', database.writeMap(map + tables())])
  assert.deepEqual([none.code, /no audit\.jobs/.test(none.stderr)], [2, true])
  const text = readFileSync(path, 'utf8')
  assert.doesNotMatch(text, /canary/)
  assert.match(text, /"user":"[^"]+"/)

  // Nothing is opened while no line can be written.
  const busy = database.writeMap(map + tables() + audit.replace(path, join(folder, 'missing', 'jobs.jsonl')))
  const before = kms.count('Decrypt')
  const refused = await runPgseal(['rotate', '--config', busy, '--admin-url', database.directUrl])
  assert.equal(refused.code, 1)
  assert.equal(kms.count('Decrypt'), before)
})
