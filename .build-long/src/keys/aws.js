import { DecryptCommand, DescribeKeyCommand, GenerateDataKeyCommand, GenerateMacCommand, KMSClient, ReEncryptCommand, ScheduleKeyDeletionCommand, } from '@aws-sdk/client-kms';
import { PgsealError } from '../errors.js';
import { dataKeyLength } from '../seal/envelope.js';
import { isKeyArn, regionOfArn, sameKmsKey } from './aws-arn.js';
import { awsFailure } from './aws-failure.js';
import { CiphertextRefused } from './provider.js';
/**
 * AWS KMS for one named key, with credentials from the SDK's own chain. Calls name keys by the ARN that the KMS itself
 * gave, so that an alias moved later changes nothing before the next start.
 */
export function createAwsProvider(config, calls) {
    const client = new KMSClient(clientConfig(config, calls));
    let arn = '';
    let trusted = [];
    let indexArn;
    const call = (operation, send, onCall) => calls.run(async (abortSignal) => {
        try {
            const answer = await send({ abortSignal });
            tell(onCall, answer);
            return answer;
        }
        catch (error) {
            tell(onCall, error);
            throw error;
        }
    }, (error) => awsFailure(config.namedKey, operation, error));
    const resolve = async (keyId) => {
        if (isKeyArn(keyId))
            return keyId;
        const answer = await call('DescribeKey', (options) => client.send(new DescribeKeyCommand({ KeyId: keyId }), options));
        return answer.KeyMetadata?.Arn ?? missing('DescribeKey');
    };
    const missing = (operation) => {
        throw new PgsealError('keyServiceRefused', { key: config.namedKey, reason: 'its answer lacks what was asked for' }, { logDetail: `${operation}: the answer lacks what was asked for` });
    };
    /** Our own bytes, 32 of them: the SDK's are wiped. */
    const take = (operation, bytes) => {
        if (bytes?.length !== dataKeyLength)
            return missing(operation);
        const copy = Buffer.allocUnsafeSlow(dataKeyLength);
        copy.set(bytes);
        bytes.fill(0);
        return copy;
    };
    /** A multi-Region key is called by the ARN of the region that the map names. */
    const called = (stored) => trusted.find((known) => sameKmsKey(known, stored)) ?? stored;
    return {
        name: 'aws',
        immediate: false,
        async describe() {
            const [current, previous, index] = await Promise.all([
                resolve(config.keyId),
                Promise.all(config.previousKeyIds.map(resolve)),
                config.indexKeyId === undefined ? undefined : resolve(config.indexKeyId),
            ]);
            arn = current;
            trusted = [current, ...previous];
            indexArn = index;
            return { arn, trusted, indexArn };
        },
        async ping() {
            const answer = await call('DescribeKey', (options) => client.send(new DescribeKeyCommand({ KeyId: arn }), options));
            const state = answer.KeyMetadata?.KeyState ?? 'Enabled';
            if (state === 'Enabled')
                return;
            throw new PgsealError('keyServiceRefused', { key: config.namedKey, reason: `the KMS key is in state ${state}` });
        },
        trusts: (stored) => trusted.some((known) => sameKmsKey(known, stored)),
        trustsForIndex: (stored) => indexArn !== undefined && sameKmsKey(indexArn, stored),
        async resolve(keyId) {
            if (isKeyArn(keyId))
                return keyId;
            const answer = await call('DescribeKey', (options) => client.send(new DescribeKeyCommand({ KeyId: keyId }), options).catch((error) => {
                if (error instanceof Error && error.name === 'NotFoundException')
                    return notFound;
                throw error;
            }));
            return answer === notFound ? undefined : (answer.KeyMetadata?.Arn ?? missing('DescribeKey'));
        },
        async scheduleDeletion(target, days) {
            const found = await call('DescribeKey', () => client.send(new DescribeKeyCommand({ KeyId: target })));
            if (found.KeyMetadata?.KeyState === 'PendingDeletion') {
                return found.KeyMetadata.DeletionDate ?? missing('DescribeKey');
            }
            const command = new ScheduleKeyDeletionCommand({ KeyId: target, PendingWindowInDays: days });
            const answer = await call('ScheduleKeyDeletion', () => client.send(command));
            return answer.DeletionDate ?? missing('ScheduleKeyDeletion');
        },
        async generate(context, onCall, under = arn) {
            const command = new GenerateDataKeyCommand({
                KeyId: under,
                KeySpec: 'AES_256',
                EncryptionContext: { ...context },
            });
            const answer = await call('GenerateDataKey', (options) => client.send(command, options), onCall);
            const plaintext = take('GenerateDataKey', answer.Plaintext);
            return { plaintext, wrapped: Buffer.from(answer.CiphertextBlob ?? missing('GenerateDataKey')) };
        },
        async decrypt(stored, wrapped, context, onCall) {
            const keyId = called(stored);
            const command = new DecryptCommand({
                KeyId: keyId,
                CiphertextBlob: wrapped,
                EncryptionContext: { ...context },
                EncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
            });
            const answer = await call('Decrypt', (options) => client.send(command, options), onCall);
            const plaintext = take('Decrypt', answer.Plaintext);
            if (answer.KeyId === undefined || !sameKmsKey(answer.KeyId, keyId)) {
                plaintext.fill(0);
                throw new CiphertextRefused('Decrypt: the answer names another key than was asked for');
            }
            return plaintext;
        },
        async rewrap(stored, wrapped, fromContext, toContext, to = arn, onCall = undefined) {
            const from = called(stored);
            const command = new ReEncryptCommand({
                SourceKeyId: from,
                CiphertextBlob: wrapped,
                SourceEncryptionContext: { ...fromContext },
                SourceEncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
                DestinationKeyId: to,
                DestinationEncryptionContext: { ...toContext },
                DestinationEncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
            });
            const answer = await call('ReEncrypt', (options) => client.send(command, options), onCall);
            if (answer.SourceKeyId === undefined || !sameKmsKey(answer.SourceKeyId, from)) {
                throw new CiphertextRefused('ReEncrypt: the answer names another key than was asked for');
            }
            if (answer.KeyId === undefined || !sameKmsKey(answer.KeyId, to))
                return missing('ReEncrypt');
            return Buffer.from(answer.CiphertextBlob ?? missing('ReEncrypt'));
        },
        async mac(_stored, message, onCall) {
            const command = new GenerateMacCommand({ KeyId: indexArn, MacAlgorithm: 'HMAC_SHA_256', Message: message });
            const answer = await call('GenerateMac', (options) => client.send(command, options), onCall);
            return take('GenerateMac', answer.Mac);
        },
        dryRunDecrypt: (context, others = []) => dryRunDecrypt(client, call, [...trusted, ...others], context),
        close: () => client.destroy(),
    };
}
/** Answers and the service's own errors carry the id; what failed on the way has none. */
function tell(onCall, answer) {
    const requestId = answer?.$metadata?.requestId;
    if (requestId !== undefined)
        onCall?.(requestId);
}
const notFound = { $metadata: {} };
const notKnown = { name: '', $metadata: {} };
async function dryRunDecrypt(client, call, trusted, context) {
    let found = 'denied';
    for (const keyId of trusted) {
        const command = new DecryptCommand({
            KeyId: keyId,
            EncryptionContext: { ...context },
            DryRun: true,
            DryRunModifiers: ['IGNORE_CIPHERTEXT'],
        });
        const verdict = (error) => {
            const { name } = error;
            if (name !== 'DryRunOperationException' && name !== 'AccessDeniedException')
                throw error;
            return { name, $metadata: {} };
        };
        const ask = (options) => client.send(command, options).then(() => notKnown, verdict);
        const { name } = await call('Decrypt', ask).catch(() => notKnown);
        if (name === 'DryRunOperationException')
            return 'permitted';
        if (name !== 'AccessDeniedException')
            found = 'not known';
    }
    return found;
}
function clientConfig(config, calls) {
    const region = config.region ?? regionOfArn(config.keyId);
    const agent = { keepAlive: true, maxSockets: calls.bound };
    return {
        // Whether a call is repeated is decided in one place for all providers.
        maxAttempts: 1,
        requestHandler: { connectionTimeout: calls.policy.connectMs, httpAgent: agent, httpsAgent: agent },
        ...(region === undefined ? {} : { region }),
        ...(config.endpoint === undefined ? {} : { endpoint: config.endpoint }),
    };
}
//# sourceMappingURL=aws.js.map