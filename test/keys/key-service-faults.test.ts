import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { test } from 'node:test'
import { inspect } from 'node:util'
import { CallSlots, mapBounded, SlotTimeout } from '../../src/keys/call-slots.ts'
import { defaultCallPolicy } from '../../src/keys/service-calls.ts'
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
  for (const [fault, sqlstate, message, logDetail] of [
    [{ kind: 'throttle' }, '53000', /^too many requests to .* "default"$/, /ThrottlingException/],
    [{ kind: 'error', status: 500, type: 'KMSInternalException' }, '58000', /"default": it failed$/, /KMSInternal/],
    [{ kind: 'drop' }, '58000', /"default": the connection broke off$/, /ECONNRESET/],
    [{ kind: 'reset' }, '58000', /"default": the connection broke off$/, /ECONNRESET/],
  ] as const) {
    for (const work of [generate, open]) {
      server.fail(fault, 3)
      const error = await failure(work)
      server.clearFaults()
      await generate()
      assert.equal(error.sqlstate, sqlstate)
      assert.match(String(error.message), message)
      assert.match(String(error.logDetail), logDetail)
    }
  }
  for (const [type, sqlstate, message] of [
    ['AccessDeniedException', '42501', /"default" for Decrypt$/],
    ['NotFoundException', '58000', /does not exist$/],
    ['KMSInvalidStateException', '58000', /waits for deletion/],
    ['InvalidKeyUsageException', '58000', /of another kind$/],
    ['ValidationException', '58000', /refuses the request$/],
  ] as const) {
    const before = server.calls.length
    server.fail({ kind: 'error', status: 400, type })
    const error = await failure(open)
    assert.equal(error.sqlstate, sqlstate)
    assert.match(String(error.message), message)
    assert.equal(server.calls.length - before, 1, `${type} is not tried again`)
  }
  server.fail({ kind: 'error', status: 400, type: 'IncorrectKeyException' })
  assert.equal((await failure(open)).sqlstate, 'XX001')
  kmsKey.state = 'Disabled'
  const disabled = await failure(generate)
  assert.equal(disabled.sqlstate, '58000')
  assert.equal(disabled.message, 'cannot use the KMS key of named key "default": it is disabled')
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
    message: 'permission denied by the key service of named key "default" for Decrypt',
  })
  assert.equal(server.calls.at(-1)?.principal, 'AKIDWRITER')
})

test('a KMS that does not answer is given up: each attempt in its time, the call in its own', async (t) => {
  const { server, endpoint } = await startKms(t)
  const keyId = server.keys.create('ENCRYPT_DECRYPT', false).arn
  const outage = {
    sqlstate: '58000',
    message: 'could not reach the key service of named key "default": no answer in time',
    logDetail: /^GenerateDataKey: TimeoutError/,
  }
  for (const [totalMs, attempts] of [
    [10_000, [3]],
    // A second attempt, unless a busy machine has used up the call's time.
    [150, [1, 2]],
  ] as [number, number[]][]) {
    const callPolicy = { ...defaultCallPolicy, attemptMs: 100, totalMs, pauseMs: { outage: 10, throttled: 10 } }
    const { ring: keys } = await ring(t, namedKey({ kms: 'aws', keyId, endpoint }), { callPolicy })
    server.calls.length = 0
    server.fail({ kind: 'hang' }, 3)
    const before = performance.now()
    await assert.rejects(async () => keys.generate('default', [users]), outage)
    const took = performance.now() - before
    assert.ok(took < 3_000, `${took} ms`)
    assert.ok(attempts.includes(server.calls.length), `${server.calls.length} attempts`)
    server.clearFaults()
    await keys.generate('default', [users])
  }
})

test('who finds every slot taken by a silent KMS is not kept longer than a call may last', async (t) => {
  const { server, endpoint } = await startKms(t)
  const keyId = server.keys.create('ENCRYPT_DECRYPT', false).arn
  const callPolicy = { ...defaultCallPolicy, totalMs: 200 }
  const { ring: keys } = await ring(t, namedKey({ kms: 'aws', keyId, endpoint }), { callBound: 2, callPolicy })
  await keys.generate('default', [users])
  server.schedule(() => ({ kind: 'hang' }))
  const before = performance.now()
  const answers = await Promise.allSettled(Array.from({ length: 20 }, async () => keys.generate('default', [users])))
  assert.ok(performance.now() - before < 1_000)
  for (const answer of answers) assert.equal(answer.status === 'rejected' && answer.reason.sqlstate, '58000')
  server.clearFaults()
  await keys.generate('default', [users])
})

test('a KMS that stays away is left alone, probed once after a pause, and used again without a restart', async (t) => {
  const { server, endpoint } = await startKms(t)
  const keyId = server.keys.create('ENCRYPT_DECRYPT', false).arn
  let clock = 0
  const callPolicy = { ...defaultCallPolicy, pauseMs: { outage: 1, throttled: 1 } }
  const made = await ring(t, namedKey({ kms: 'aws', keyId, endpoint }), { callPolicy, now: () => clock })
  const generate = async () => made.ring.generate('default', [users])
  await generate()
  server.calls.length = 0
  server.schedule(() => ({ kind: 'error', status: 503, type: 'DependencyTimeoutException' }))
  await assert.rejects(generate, { message: /it failed$/ })
  await assert.rejects(generate, { message: /it failed$/ })
  assert.equal(server.calls.length, 5, 'the fifth outage in a row opens the breaker')
  await assert.rejects(generate, { sqlstate: '58000', message: /left alone for a moment$/ })
  assert.equal(server.calls.length, 5)
  clock += 250
  const probes = await Promise.allSettled([generate(), generate(), generate()])
  assert.deepEqual(
    probes.map(({ status }) => status),
    ['rejected', 'rejected', 'rejected'],
  )
  assert.equal(server.calls.length, 6, 'one probe')
  server.clearFaults()
  clock += 499
  await assert.rejects(generate, { message: /left alone/ })
  clock += 1
  await generate()
  await generate()
  assert.deepEqual(made.log.lines, [
    'warn {"key":"default"} the key service does not answer: it is asked again after a pause',
    'info {"key":"default"} the key service answers again',
  ])
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

test('a slot that does not come free in time is not waited for', async () => {
  const slots = new CallSlots(1)
  let release = () => {}
  const busy = slots.run(() => new Promise<void>((resolve) => (release = resolve)))
  await assert.rejects(
    slots.run(() => assert.fail(), 5),
    SlotTimeout,
  )
  const next = slots.run(async () => 'next', 60_000)
  release()
  await busy
  assert.equal(await next, 'next')
  assert.equal(await slots.run(async () => 'free'), 'free')
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
