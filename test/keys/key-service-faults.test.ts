import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { test } from 'node:test'
import { inspect } from 'node:util'
import { createAwsProvider } from '../../src/keys/aws.ts'
import { CallSlots, mapBounded } from '../../src/keys/call-slots.ts'
import { namedKey } from './named-keys.ts'
import { keyPartOf, label, ring, users } from './ring.ts'
import { callAs, startKms } from './test-kms.ts'

test('what passes is tried again: throttling, server errors, dropped connections', async (t) => {
  const { server, endpoint } = await startKms(t)
  const keyId = server.keys.create('ENCRYPT_DECRYPT', false).arn
  const { ring: keys } = await ring(t, namedKey({ kms: 'aws', keyId, endpoint }))
  for (const fault of [
    { kind: 'throttle' },
    { kind: 'error', status: 500, type: 'KMSInternalException' },
    { kind: 'error', status: 503, type: 'DependencyTimeoutException' },
    { kind: 'drop' },
  ] as const) {
    server.fail(fault, 1)
    const before = server.calls.length
    await keys.generate('default', [users])
    assert.equal(server.calls.length - before, 2, fault.kind)
  }
})

test('what lasts is told apart: 53000, 58000, 42501, XX001; never a key or blob in it', async (t) => {
  const { server, endpoint } = await startKms(t)
  const kmsKey = server.keys.create('ENCRYPT_DECRYPT', false)
  const { ring: keys } = await ring(t, namedKey({ kms: 'aws', keyId: kmsKey.arn, endpoint }))
  const [made] = await keys.generate('default', [users])
  const part = keyPartOf(made!)
  const secrets = [made!.key.export(), part.wrapped].flatMap((bytes) => [
    bytes.toString('hex'),
    bytes.toString('base64'),
  ])
  const failure = async (work: () => unknown): Promise<Record<string, unknown>> => {
    try {
      await work()
    } catch (error) {
      const text = inspect(error, { depth: 10, showHidden: true })
      for (const secret of secrets) assert.ok(!text.includes(secret))
      assert.equal((error as Error).cause, undefined)
      return error as Record<string, unknown>
    }
    throw new Error('nothing failed')
  }
  const generate = () => keys.generate('default', [users])
  const open = () => keys.open('default', part, users, label)
  for (const [fault, sqlstate, logDetail] of [
    [{ kind: 'throttle' }, '53000', /ThrottlingException/],
    [{ kind: 'error', status: 500, type: 'KMSInternalException' }, '58000', /KMSInternalException/],
    [{ kind: 'drop' }, '58000', /ECONNRESET|socket|TimeoutError|Error/],
  ] as const) {
    for (const work of [generate, open]) {
      server.fail(fault, 3)
      const error = await failure(work)
      server.clearFaults()
      assert.equal(error.sqlstate, sqlstate)
      assert.match(String(error.logDetail), logDetail)
    }
  }
  for (const [type, sqlstate] of [
    ['AccessDeniedException', '42501'],
    ['NotFoundException', '58000'],
    ['KMSInvalidStateException', '58000'],
    ['InvalidKeyUsageException', '58000'],
    ['ValidationException', '58000'],
  ] as const) {
    const before = server.calls.length
    server.fail({ kind: 'error', status: 400, type })
    assert.equal((await failure(open)).sqlstate, sqlstate)
    assert.equal(server.calls.length - before, 1, `${type} is not tried again`)
  }
  server.fail({ kind: 'error', status: 400, type: 'IncorrectKeyException' })
  assert.equal((await failure(open)).sqlstate, 'XX001')
  kmsKey.state = 'Disabled'
  assert.equal((await failure(generate)).sqlstate, '58000')
  kmsKey.state = 'PendingDeletion'
  assert.equal((await failure(open)).sqlstate, '58000')
})

test('a principal that may not decrypt still seals', async (t) => {
  const { server, endpoint } = await startKms(t)
  const keyId = server.keys.create('ENCRYPT_DECRYPT', false).arn
  callAs('AKIDWRITER')
  server.deny('AKIDWRITER', 'Decrypt')
  const { ring: keys } = await ring(t, namedKey({ kms: 'aws', keyId, endpoint }))
  const [made] = await keys.generate('default', [users])
  await assert.rejects(async () => keys.open('default', keyPartOf(made!), users, label), {
    sqlstate: '42501',
    message: 'permission denied by the key service of named key "default"',
  })
  assert.equal(server.calls.at(-1)?.principal, 'AKIDWRITER')
})

test('a KMS that does not answer is given up within its time', async (t) => {
  const { server, endpoint } = await startKms(t)
  const keyId = server.keys.create('ENCRYPT_DECRYPT', false).arn
  const aws = { namedKey: 'default', keyId, previousKeyIds: [], indexKeyId: undefined, region: undefined, endpoint }
  const provider = createAwsProvider(aws, new CallSlots(50), { connectMs: 100, callMs: 100 })
  t.after(() => provider.close())
  await provider.describe()
  const release = server.hold()
  t.after(release)
  await assert.rejects(async () => provider.generate({}), {
    sqlstate: '58000',
    logDetail: /^GenerateDataKey: TimeoutError/,
  })
  assert.equal(server.calls.length, 3)
})

test('a KMS that is not there is an outage, not a hang', async (t) => {
  callAs('AKIDFULL')
  const closed = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => closed.once('listening', resolve))
  const { port } = closed.address() as { port: number }
  await new Promise((resolve) => closed.close(resolve))
  await assert.rejects(
    () => ring(t, namedKey({ kms: 'aws', keyId: 'alias/pgseal', endpoint: `http://127.0.0.1:${port}` })),
    { sqlstate: '58000', logDetail: /^DescribeKey: .*ECONNREFUSED/ },
  )
})

test('without a region the error says so; an ARN brings its own', async (t) => {
  const { server, endpoint } = await startKms(t)
  const arn = server.keys.create('ENCRYPT_DECRYPT', false).arn
  delete process.env.AWS_REGION
  process.env.AWS_CONFIG_FILE = process.env.AWS_SHARED_CREDENTIALS_FILE = '/nowhere'
  await assert.rejects(() => ring(t, namedKey({ kms: 'aws', keyId: 'alias/pgseal', endpoint })), {
    sqlstate: 'F0000',
    message: /no region/,
  })
  const { ring: keys } = await ring(t, namedKey({ kms: 'aws', keyId: arn, endpoint }))
  assert.equal((await keys.generate('default', [users])).length, 1)
})

test('after a failure no further row is asked for', async (t) => {
  const { server, endpoint } = await startKms(t)
  const keyId = server.keys.create('ENCRYPT_DECRYPT', false).arn
  const { ring: keys } = await ring(t, namedKey({ kms: 'aws', keyId, endpoint }), { callBound: 4 })
  server.fail({ kind: 'error', status: 400, type: 'AccessDeniedException' })
  await assert.rejects(
    async () =>
      keys.generate(
        'default',
        Array.from({ length: 500 }, () => users),
      ),
    {
      sqlstate: '42501',
    },
  )
  assert.ok(server.calls.length < 20, `${server.calls.length} calls`)
})

test('slots are given out in order, and a failing call gives its own back', async () => {
  const slots = new CallSlots(2)
  const order: number[] = []
  let active = 0
  const work = (index: number) =>
    slots.run(async () => {
      active++
      assert.ok(active <= 2)
      order.push(index)
      await new Promise((resolve) => setImmediate(resolve))
      active--
      if (index % 3 === 0) throw new Error('failed')
    })
  await Promise.allSettled(Array.from({ length: 20 }, (_, index) => work(index)))
  assert.deepEqual(
    order,
    Array.from({ length: 20 }, (_, index) => index),
  )
  assert.deepEqual(await mapBounded([1, 2, 3, 4, 5], 2, async (item) => item * 2), [2, 4, 6, 8, 10])
  assert.deepEqual(await mapBounded([], 2, async () => 1), [])
})
