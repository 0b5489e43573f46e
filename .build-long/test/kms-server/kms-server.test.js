import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CancelKeyDeletionCommand, CreateAliasCommand, CreateKeyCommand, DecryptCommand, DescribeKeyCommand, DisableKeyCommand, EnableKeyCommand, EncryptCommand, GenerateDataKeyCommand, GenerateDataKeyWithoutPlaintextCommand, GenerateMacCommand, KMSClient, ListGrantsCommand, ListKeyRotationsCommand, ReEncryptCommand, RotateKeyOnDemandCommand, ScheduleKeyDeletionCommand, VerifyMacCommand, } from '@aws-sdk/client-kms';
import { flapping } from './kms-faults.js';
import { contextBytes } from './kms-keys.js';
import { KmsServer } from './kms-server.js';
async function start(t, principal = 'AKIDONE') {
    const server = new KmsServer();
    const endpoint = await server.listen();
    t.after(() => server.close());
    const clientOf = (accessKeyId) => {
        const credentials = { accessKeyId, secretAccessKey: 'not checked' };
        const client = new KMSClient({ endpoint, region: 'eu-central-1', credentials });
        t.after(() => client.destroy());
        return client;
    };
    const client = clientOf(principal);
    const key = (await client.send(new CreateKeyCommand({}))).KeyMetadata.Arn;
    return { server, client, clientOf, key };
}
test('no two encryption contexts are the same bytes', () => {
    const contexts = [{}, { a: 'bc' }, { ab: 'c' }, { abc: '' }, { a: 'b', c: '' }, { a: '', b: 'c' }, { a: 'b' }];
    assert.equal(new Set(contexts.map((context) => contextBytes(context).toString('hex'))).size, contexts.length);
    assert.deepEqual(contextBytes({ a: '1', b: '2' }), contextBytes({ b: '2', a: '1' }));
});
test('what one operation wraps another opens, with the same context alone', async (t) => {
    const { client, key } = await start(t);
    const EncryptionContext = { a: 'bc' };
    const made = await client.send(new GenerateDataKeyCommand({ KeyId: key, KeySpec: 'AES_256', EncryptionContext }));
    const bare = await client.send(new GenerateDataKeyWithoutPlaintextCommand({ KeyId: key, NumberOfBytes: 24, EncryptionContext }));
    const Plaintext = Buffer.from('secret');
    const wrapped = await client.send(new EncryptCommand({ KeyId: key, Plaintext, EncryptionContext }));
    const open = async (CiphertextBlob, context) => (await client.send(new DecryptCommand({ CiphertextBlob, EncryptionContext: context }))).Plaintext;
    assert.deepEqual(await open(made.CiphertextBlob, EncryptionContext), made.Plaintext);
    assert.equal((await open(bare.CiphertextBlob, EncryptionContext)).length, 24);
    assert.deepEqual(Buffer.from(await open(wrapped.CiphertextBlob, EncryptionContext)), Plaintext);
    for (const other of [{}, { ab: 'c' }, { a: 'bc', d: '' }]) {
        await assert.rejects(() => open(wrapped.CiphertextBlob, other), { name: 'InvalidCiphertextException' });
    }
    const second = (await client.send(new CreateKeyCommand({}))).KeyMetadata.Arn;
    await assert.rejects(() => client.send(new DecryptCommand({ KeyId: second, CiphertextBlob: wrapped.CiphertextBlob, EncryptionContext })), { name: 'IncorrectKeyException' });
});
test('a MAC is the same for the same message, holds, and is refused when it is another', async (t) => {
    const { client, key } = await start(t);
    const spec = { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' };
    const KeyId = (await client.send(new CreateKeyCommand(spec))).KeyMetadata.Arn;
    const MacAlgorithm = 'HMAC_SHA_256';
    const mac = async (text) => (await client.send(new GenerateMacCommand({ KeyId, MacAlgorithm, Message: Buffer.from(text) }))).Mac;
    assert.deepEqual(await mac('a'), await mac('a'));
    assert.notDeepEqual(await mac('a'), await mac('b'));
    const verify = (Mac) => client.send(new VerifyMacCommand({ KeyId, MacAlgorithm, Message: Buffer.from('a'), Mac }));
    assert.equal((await verify(await mac('a'))).MacValid, true);
    await assert.rejects(async () => verify(await mac('b')), { name: 'KMSInvalidMacException' });
    await assert.rejects(() => client.send(new GenerateMacCommand({ KeyId: key, MacAlgorithm, Message: Buffer.from('a') })), { name: 'InvalidKeyUsageException' });
});
test('keys are found by id, ARN and alias; their state counts', async (t) => {
    const { server, client, key } = await start(t);
    await client.send(new CreateAliasCommand({ AliasName: 'alias/a', TargetKeyId: key }));
    const id = key.split('/')[1];
    for (const KeyId of [id, key, 'alias/a', key.replace(/key\/.*/, 'alias/a')]) {
        assert.equal((await client.send(new DescribeKeyCommand({ KeyId }))).KeyMetadata?.Arn, key);
    }
    await assert.rejects(() => client.send(new DescribeKeyCommand({ KeyId: 'alias/b' })), { name: 'NotFoundException' });
    const generate = () => client.send(new GenerateDataKeyCommand({ KeyId: key, KeySpec: 'AES_256' }));
    server.keys.find(key).state = 'Disabled';
    await assert.rejects(generate, { name: 'DisabledException' });
    server.keys.find(key).state = 'PendingDeletion';
    await assert.rejects(generate, { name: 'KMSInvalidStateException' });
    await assert.rejects(() => client.send(new ListGrantsCommand({ KeyId: key })), {
        name: 'UnsupportedOperationException',
    });
});
test("keys are disabled, deleted and rotated by the KMS's own operations", async (t) => {
    const { server, client, key } = await start(t);
    const EncryptionContext = { a: 'b' };
    const generate = () => client.send(new GenerateDataKeyCommand({ KeyId: key, KeySpec: 'AES_256', EncryptionContext }));
    const open = (CiphertextBlob) => client.send(new DecryptCommand({ KeyId: key, CiphertextBlob, EncryptionContext }));
    const old = await generate();
    await client.send(new RotateKeyOnDemandCommand({ KeyId: key }));
    const young = await generate();
    assert.match(old.KeyMaterialId, /^[0-9a-f]{64}$/);
    assert.notEqual(young.KeyMaterialId, old.KeyMaterialId);
    const opened = await open(old.CiphertextBlob);
    assert.deepEqual([opened.Plaintext, opened.KeyMaterialId], [old.Plaintext, old.KeyMaterialId]);
    const described = (await client.send(new DescribeKeyCommand({ KeyId: key }))).KeyMetadata;
    assert.equal(described?.CurrentKeyMaterialId, young.KeyMaterialId);
    const rotations = (await client.send(new ListKeyRotationsCommand({ KeyId: key }))).Rotations;
    assert.deepEqual(rotations?.map(({ KeyMaterialId }) => KeyMaterialId), [young.KeyMaterialId]);
    await client.send(new DisableKeyCommand({ KeyId: key }));
    await assert.rejects(() => open(old.CiphertextBlob), { name: 'DisabledException' });
    await client.send(new EnableKeyCommand({ KeyId: key }));
    await open(old.CiphertextBlob);
    const deletion = await client.send(new ScheduleKeyDeletionCommand({ KeyId: key, PendingWindowInDays: 7 }));
    assert.equal(deletion.KeyState, 'PendingDeletion');
    const days = (deletion.DeletionDate.getTime() - Date.now()) / 86_400_000;
    assert.ok(days > 6.9 && days <= 7, String(days));
    await assert.rejects(() => open(old.CiphertextBlob), { name: 'KMSInvalidStateException' });
    await client.send(new CancelKeyDeletionCommand({ KeyId: key }));
    await assert.rejects(() => open(old.CiphertextBlob), { name: 'DisabledException' });
    server.keys.delete(key);
    await assert.rejects(() => open(old.CiphertextBlob), { name: 'NotFoundException' });
});
test('ReEncrypt changes key and context; it needs rights to both sides and to neither operation', async (t) => {
    const { server, client, clientOf, key } = await start(t);
    const second = (await client.send(new CreateKeyCommand({}))).KeyMetadata.Arn;
    const from = { a: '1' };
    const to = { a: '2' };
    const made = await client.send(new GenerateDataKeyCommand({ KeyId: key, KeySpec: 'AES_256', EncryptionContext: from }));
    const request = {
        CiphertextBlob: made.CiphertextBlob,
        SourceKeyId: key,
        SourceEncryptionContext: from,
        DestinationKeyId: second,
        DestinationEncryptionContext: to,
    };
    server.principals.allow('AKIDMOVER', { operations: ['ReEncryptFrom'], keys: [key], context: from });
    const mover = clientOf('AKIDMOVER');
    await assert.rejects(() => mover.send(new ReEncryptCommand(request)), { name: 'AccessDeniedException' });
    server.principals.allow('AKIDMOVER', { operations: ['ReEncryptTo'], keys: [second], context: to });
    await assert.rejects(() => mover.send(new ReEncryptCommand({ ...request, DryRun: true })), {
        name: 'DryRunOperationException',
    });
    const moved = await mover.send(new ReEncryptCommand(request));
    assert.deepEqual([moved.SourceKeyId, moved.KeyId], [key, second]);
    assert.equal(moved.SourceKeyMaterialId, made.KeyMaterialId);
    const opened = await client.send(new DecryptCommand({ KeyId: second, CiphertextBlob: moved.CiphertextBlob, EncryptionContext: to }));
    assert.deepEqual(opened.Plaintext, made.Plaintext);
    for (const [wrong, name] of [
        [{ SourceEncryptionContext: to }, 'InvalidCiphertextException'],
        [{ SourceKeyId: second }, 'IncorrectKeyException'],
    ]) {
        await assert.rejects(() => client.send(new ReEncryptCommand({ ...request, ...wrong })), { name });
    }
    await assert.rejects(() => mover.send(new DecryptCommand({ CiphertextBlob: made.CiphertextBlob, EncryptionContext: from })), { name: 'AccessDeniedException' });
});
test('a principal may do what it is allowed, with the key and context that its grant names', async (t) => {
    const { server, client, clientOf, key } = await start(t);
    const second = (await client.send(new CreateKeyCommand({}))).KeyMetadata.Arn;
    server.principals.allow('AKIDAPP', {
        operations: ['GenerateDataKey'],
        keys: [key],
        context: { app: 'billing' },
        contextKeys: ['app', 'pgseal:table'],
    });
    const app = clientOf('AKIDAPP');
    const generate = (KeyId, EncryptionContext) => app.send(new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256', EncryptionContext }));
    await generate(key, { app: 'billing' });
    await generate(key, { app: 'billing', 'pgseal:table': 'public.users' });
    const refused = [
        [second, { app: 'billing' }],
        [key, {}],
        [key, { app: 'Billing' }],
        [key, { app: 'billing', more: '' }],
    ];
    for (const [KeyId, context] of refused) {
        await assert.rejects(() => generate(KeyId, context), { name: 'AccessDeniedException' });
    }
    await assert.rejects(() => app.send(new DescribeKeyCommand({ KeyId: key })), { name: 'AccessDeniedException' });
    server.deny('AKIDAPP', 'GenerateDataKey');
    await assert.rejects(() => generate(key, { app: 'billing' }), { name: 'AccessDeniedException' });
    server.principals.forget('AKIDAPP');
    await generate(second, {});
});
test('the trail is shaped like CloudTrail and names callers, contexts, keys and outcomes, but no secrets', async (t) => {
    const { server, client, clientOf, key } = await start(t);
    const EncryptionContext = { 'pgseal:record': 'users/42' };
    const made = await client.send(new GenerateDataKeyCommand({ KeyId: key, KeySpec: 'AES_256', EncryptionContext }));
    server.principals.allow('AKIDTWO', { operations: [] });
    await assert.rejects(() => clientOf('AKIDTWO').send(new DecryptCommand({ KeyId: key, CiphertextBlob: made.CiphertextBlob, EncryptionContext })));
    const lines = server.trailLines();
    const [, generated, denied] = lines
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
    assert.equal(generated.eventName, 'GenerateDataKey');
    assert.equal(generated.userIdentity.accessKeyId, 'AKIDONE');
    assert.deepEqual(generated.requestParameters, {
        keyId: key,
        keySpec: 'AES_256',
        encryptionContext: EncryptionContext,
    });
    assert.equal(generated.requestID, made.$metadata.requestId);
    assert.equal(generated.requestID, server.calls[1].requestId);
    assert.deepEqual(generated.additionalEventData, { keyMaterialId: made.KeyMaterialId });
    assert.deepEqual(generated.resources, [{ accountId: '111122223333', type: 'AWS::KMS::Key', ARN: key }]);
    assert.equal(generated.errorCode, undefined);
    assert.equal(generated.readOnly, true);
    assert.equal(denied.eventName, 'Decrypt');
    assert.equal(denied.errorCode, 'AccessDenied');
    assert.equal(denied.userIdentity.accessKeyId, 'AKIDTWO');
    assert.deepEqual(denied.requestParameters.encryptionContext, EncryptionContext);
    for (const secret of [made.Plaintext, made.CiphertextBlob]) {
        assert.ok(!lines.includes(Buffer.from(secret).toString('base64')));
    }
});
test('faults come in turn, for one operation, by a schedule, and as a server that is not there', async (t) => {
    const { server, key } = await start(t);
    const endpoint = await server.refuse().then(() => server.listen());
    const credentials = { accessKeyId: 'AKIDONE', secretAccessKey: 'not checked' };
    const requestHandler = { requestTimeout: 150, throwOnRequestTimeout: true };
    const client = new KMSClient({ endpoint, region: 'eu-central-1', credentials, maxAttempts: 1, requestHandler });
    t.after(() => client.destroy());
    const describe = () => client.send(new DescribeKeyCommand({ KeyId: key }));
    server.fail({ kind: 'throttle' }, 1, 'GenerateDataKey');
    await describe();
    await assert.rejects(() => client.send(new GenerateDataKeyCommand({ KeyId: key, KeySpec: 'AES_256' })), {
        name: 'ThrottlingException',
    });
    server.fail({ kind: 'reset' });
    await assert.rejects(describe, { code: 'ECONNRESET' });
    server.fail({ kind: 'hang' });
    await assert.rejects(describe, { name: 'TimeoutError' });
    server.schedule((_operation, index) => (index % 2 === 0 ? { kind: 'throttle' } : undefined));
    await assert.rejects(describe, { name: 'ThrottlingException' });
    await describe();
    server.clearFaults();
    const down = flapping(100, 50, { kind: 'drop' });
    assert.deepEqual([0, 99, 100, 149, 150].map((ms) => down('', 0, ms)?.kind), [undefined, undefined, 'drop', 'drop', undefined]);
    await server.refuse();
    // A connection that was kept open may first be found to have ended.
    await assert.rejects(describe, { code: /^ECONN(RESET|REFUSED)$/ });
    assert.equal(await server.listen(), endpoint);
    await describe();
});
test('a dry run says whether it would succeed, and does nothing', async (t) => {
    const { server, client, clientOf, key } = await start(t);
    server.deny('AKIDTWO', 'Decrypt');
    const probe = () => new DecryptCommand({ KeyId: key, DryRun: true, DryRunModifiers: ['IGNORE_CIPHERTEXT'] });
    await assert.rejects(() => client.send(probe()), { name: 'DryRunOperationException' });
    await assert.rejects(() => clientOf('AKIDTWO').send(probe()), { name: 'AccessDeniedException' });
    await assert.rejects(() => client.send(new GenerateDataKeyCommand({ KeyId: key, KeySpec: 'AES_256', DryRun: true })), { name: 'DryRunOperationException' });
    await assert.rejects(() => client.send(new DecryptCommand({ KeyId: key, DryRun: true, CiphertextBlob: Buffer.alloc(99, 1) })), { name: /^(InvalidCiphertext|IncorrectKey)Exception$/ });
    assert.deepEqual(server.calls.slice(1, 3).map(({ operation, principal, dryRun, error }) => [operation, principal, dryRun, error]), [
        ['Decrypt', 'AKIDONE', true, 'DryRunOperationException'],
        ['Decrypt', 'AKIDTWO', true, 'AccessDeniedException'],
    ]);
});
//# sourceMappingURL=kms-server.test.js.map