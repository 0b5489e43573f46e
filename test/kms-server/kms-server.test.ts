import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import {
  CreateAliasCommand,
  CreateKeyCommand,
  DecryptCommand,
  DescribeKeyCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GenerateDataKeyWithoutPlaintextCommand,
  GenerateMacCommand,
  KMSClient,
  ReEncryptCommand,
  VerifyMacCommand,
} from '@aws-sdk/client-kms'
import { contextBytes } from './kms-keys.ts'
import { KmsServer } from './kms-server.ts'

async function start(t: TestContext, principal = 'AKIDONE') {
  const server = new KmsServer()
  const endpoint = await server.listen()
  t.after(() => server.close())
  const clientOf = (accessKeyId: string) => {
    const credentials = { accessKeyId, secretAccessKey: 'not checked' }
    const client = new KMSClient({ endpoint, region: 'eu-central-1', credentials })
    t.after(() => client.destroy())
    return client
  }
  const client = clientOf(principal)
  const key = (await client.send(new CreateKeyCommand({}))).KeyMetadata!.Arn!
  return { server, client, clientOf, key }
}

test('no two encryption contexts are the same bytes', () => {
  const contexts = [{}, { a: 'bc' }, { ab: 'c' }, { abc: '' }, { a: 'b', c: '' }, { a: '', b: 'c' }, { a: 'b' }]
  assert.equal(new Set(contexts.map((context) => contextBytes(context).toString('hex'))).size, contexts.length)
  assert.deepEqual(contextBytes({ a: '1', b: '2' }), contextBytes({ b: '2', a: '1' }))
})

test('what one operation wraps another opens, with the same context alone', async (t) => {
  const { client, key } = await start(t)
  const EncryptionContext = { a: 'bc' }
  const made = await client.send(new GenerateDataKeyCommand({ KeyId: key, KeySpec: 'AES_256', EncryptionContext }))
  const bare = await client.send(
    new GenerateDataKeyWithoutPlaintextCommand({ KeyId: key, NumberOfBytes: 24, EncryptionContext }),
  )
  const Plaintext = Buffer.from('secret')
  const wrapped = await client.send(new EncryptCommand({ KeyId: key, Plaintext, EncryptionContext }))
  const open = async (CiphertextBlob: Uint8Array | undefined, context: Record<string, string>) =>
    (await client.send(new DecryptCommand({ CiphertextBlob, EncryptionContext: context }))).Plaintext!
  assert.deepEqual(await open(made.CiphertextBlob, EncryptionContext), made.Plaintext)
  assert.equal((await open(bare.CiphertextBlob, EncryptionContext)).length, 24)
  assert.deepEqual(Buffer.from(await open(wrapped.CiphertextBlob, EncryptionContext)), Plaintext)
  for (const other of [{}, { ab: 'c' }, { a: 'bc', d: '' }]) {
    await assert.rejects(() => open(wrapped.CiphertextBlob, other), { name: 'InvalidCiphertextException' })
  }
  const second = (await client.send(new CreateKeyCommand({}))).KeyMetadata!.Arn!
  await assert.rejects(
    () => client.send(new DecryptCommand({ KeyId: second, CiphertextBlob: wrapped.CiphertextBlob, EncryptionContext })),
    { name: 'IncorrectKeyException' },
  )
})

test('a MAC is the same for the same message, holds, and is refused when it is another', async (t) => {
  const { client, key } = await start(t)
  const spec = { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' } as const
  const KeyId = (await client.send(new CreateKeyCommand(spec))).KeyMetadata!.Arn!
  const MacAlgorithm = 'HMAC_SHA_256'
  const mac = async (text: string) =>
    (await client.send(new GenerateMacCommand({ KeyId, MacAlgorithm, Message: Buffer.from(text) }))).Mac!
  assert.deepEqual(await mac('a'), await mac('a'))
  assert.notDeepEqual(await mac('a'), await mac('b'))
  const verify = (Mac: Uint8Array) =>
    client.send(new VerifyMacCommand({ KeyId, MacAlgorithm, Message: Buffer.from('a'), Mac }))
  assert.equal((await verify(await mac('a'))).MacValid, true)
  await assert.rejects(async () => verify(await mac('b')), { name: 'KMSInvalidMacException' })
  await assert.rejects(
    () => client.send(new GenerateMacCommand({ KeyId: key, MacAlgorithm, Message: Buffer.from('a') })),
    { name: 'InvalidKeyUsageException' },
  )
})

test('keys are found by id, ARN and alias; their state counts', async (t) => {
  const { server, client, key } = await start(t)
  await client.send(new CreateAliasCommand({ AliasName: 'alias/a', TargetKeyId: key }))
  const id = key.split('/')[1]!
  for (const KeyId of [id, key, 'alias/a', key.replace(/key\/.*/, 'alias/a')]) {
    assert.equal((await client.send(new DescribeKeyCommand({ KeyId }))).KeyMetadata?.Arn, key)
  }
  await assert.rejects(() => client.send(new DescribeKeyCommand({ KeyId: 'alias/b' })), { name: 'NotFoundException' })
  const generate = () => client.send(new GenerateDataKeyCommand({ KeyId: key, KeySpec: 'AES_256' }))
  server.keys.find(key).state = 'Disabled'
  await assert.rejects(generate, { name: 'DisabledException' })
  server.keys.find(key).state = 'PendingDeletion'
  await assert.rejects(generate, { name: 'KMSInvalidStateException' })
  await assert.rejects(
    () => client.send(new ReEncryptCommand({ CiphertextBlob: Buffer.alloc(1), DestinationKeyId: key })),
    { name: 'UnsupportedOperationException' },
  )
})

test('a dry run says whether it would succeed, and does nothing', async (t) => {
  const { server, client, clientOf, key } = await start(t)
  server.deny('AKIDTWO', 'Decrypt')
  const probe = () => new DecryptCommand({ KeyId: key, DryRun: true, DryRunModifiers: ['IGNORE_CIPHERTEXT'] })
  await assert.rejects(() => client.send(probe()), { name: 'DryRunOperationException' })
  await assert.rejects(() => clientOf('AKIDTWO').send(probe()), { name: 'AccessDeniedException' })
  await assert.rejects(
    () => client.send(new GenerateDataKeyCommand({ KeyId: key, KeySpec: 'AES_256', DryRun: true })),
    { name: 'DryRunOperationException' },
  )
  await assert.rejects(
    () => client.send(new DecryptCommand({ KeyId: key, DryRun: true, CiphertextBlob: Buffer.alloc(99, 1) })),
    { name: /^(InvalidCiphertext|IncorrectKey)Exception$/ },
  )
  assert.deepEqual(
    server.calls.slice(1, 3).map(({ operation, principal, dryRun, error }) => [operation, principal, dryRun, error]),
    [
      ['Decrypt', 'AKIDONE', true, 'DryRunOperationException'],
      ['Decrypt', 'AKIDTWO', true, 'AccessDeniedException'],
    ],
  )
})
