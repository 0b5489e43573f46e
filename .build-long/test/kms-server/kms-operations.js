import { randomBytes } from 'node:crypto';
import { KmsError } from './kms-error.js';
import { currentMaterial, decrypt, encrypt, keyIdOfBlob, mac, macHolds, } from './kms-keys.js';
/** TrentService.NAME: what the real KMS answers, as far as clients of pgseal's keys can tell. */
export const kmsOperations = {
    CreateKey(keys, request) {
        const usage = request.KeySpec === 'HMAC_256' ? 'GENERATE_VERIFY_MAC' : 'ENCRYPT_DECRYPT';
        if (usage === 'GENERATE_VERIFY_MAC' && request.KeyUsage !== usage)
            throw new KmsError('ValidationException');
        return { KeyMetadata: metadata(keys.create(usage, request.MultiRegion === true), keys) };
    },
    CreateAlias(keys, request) {
        keys.alias(required(request.AliasName), required(request.TargetKeyId));
        return {};
    },
    UpdateAlias(keys, request) {
        keys.alias(required(request.AliasName), required(request.TargetKeyId));
        return {};
    },
    DescribeKey(keys, request, authorise) {
        const key = keys.find(required(request.KeyId));
        authorise(key.arn);
        return { KeyMetadata: metadata(key, keys) };
    },
    EnableKey(keys, request, authorise) {
        authorise(keys.find(required(request.KeyId)).arn);
        keys.enable(request.KeyId, true);
        return {};
    },
    DisableKey(keys, request, authorise) {
        authorise(keys.find(required(request.KeyId)).arn);
        keys.enable(request.KeyId, false);
        return {};
    },
    ScheduleKeyDeletion(keys, request, authorise) {
        authorise(keys.find(required(request.KeyId)).arn);
        const days = request.PendingWindowInDays ?? 30;
        const key = keys.scheduleDeletion(request.KeyId, days);
        const DeletionDate = key.deletionDate.getTime() / 1000;
        return { KeyId: key.arn, DeletionDate, KeyState: key.state, PendingWindowInDays: days };
    },
    CancelKeyDeletion(keys, request, authorise) {
        authorise(keys.find(required(request.KeyId)).arn);
        return { KeyId: keys.cancelDeletion(request.KeyId).arn };
    },
    RotateKeyOnDemand(keys, request, authorise) {
        authorise(keys.find(required(request.KeyId)).arn);
        return { KeyId: keys.rotate(request.KeyId).arn };
    },
    GetKeyRotationStatus(keys, request, authorise) {
        const key = keys.find(required(request.KeyId));
        authorise(key.arn);
        return { KeyId: key.arn, KeyRotationEnabled: false };
    },
    ListKeyRotations(keys, request, authorise) {
        const key = keys.find(required(request.KeyId));
        authorise(key.arn);
        const Rotations = key.materials.slice(1).map(({ id, since }) => ({
            KeyId: key.arn,
            KeyMaterialId: id,
            RotationDate: since.getTime() / 1000,
            RotationType: 'ON_DEMAND',
        }));
        return { Rotations, Truncated: false };
    },
    GenerateDataKey(keys, request, authorise) {
        const { key, plaintext, blob } = generated(keys, request, authorise);
        return {
            KeyId: key.arn,
            Plaintext: plaintext.toString('base64'),
            CiphertextBlob: blob.toString('base64'),
            KeyMaterialId: currentMaterial(key).id,
        };
    },
    GenerateDataKeyWithoutPlaintext(keys, request, authorise) {
        const { key, blob } = generated(keys, request, authorise);
        return { KeyId: key.arn, CiphertextBlob: blob.toString('base64'), KeyMaterialId: currentMaterial(key).id };
    },
    Encrypt(keys, request, authorise) {
        const key = allowed(keys, required(request.KeyId), 'ENCRYPT_DECRYPT', request.EncryptionContext, authorise);
        endDryRun(request);
        const plaintext = bytes(request.Plaintext);
        if (plaintext.length === 0 || plaintext.length > 4096)
            throw new KmsError('ValidationException');
        const blob = encrypt(key, plaintext, context(request));
        return { KeyId: key.arn, CiphertextBlob: blob.toString('base64'), EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' };
    },
    Decrypt(keys, request, authorise) {
        if (ignoresCiphertext(request)) {
            allowed(keys, required(request.KeyId), 'ENCRYPT_DECRYPT', request.EncryptionContext, authorise);
            endDryRun(request);
        }
        const blob = bytes(request.CiphertextBlob);
        const name = request.KeyId ?? keyIdOfBlob(blob);
        const key = allowed(keys, name, 'ENCRYPT_DECRYPT', request.EncryptionContext, authorise);
        const { plaintext, material } = opened(key, blob, context(request));
        endDryRun(request);
        return {
            KeyId: key.arn,
            Plaintext: plaintext.toString('base64'),
            EncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
            KeyMaterialId: material.id,
        };
    },
    ReEncrypt(keys, request, authorise) {
        const { SourceEncryptionContext: from = {}, DestinationEncryptionContext: to = {} } = request;
        const ignored = ignoresCiphertext(request);
        const blob = ignored ? Buffer.alloc(0) : bytes(request.CiphertextBlob);
        const sourceName = request.SourceKeyId ?? (ignored ? required(undefined) : keyIdOfBlob(blob));
        const source = keys.find(sourceName);
        const destination = keys.find(required(request.DestinationKeyId));
        authorise(source.arn, from, 'ReEncryptFrom');
        authorise(destination.arn, to, 'ReEncryptTo');
        keys.usable(source.id, 'ENCRYPT_DECRYPT');
        keys.usable(destination.id, 'ENCRYPT_DECRYPT');
        if (ignored)
            endDryRun(request);
        const { plaintext, material } = opened(source, blob, from);
        endDryRun(request);
        return {
            SourceKeyId: source.arn,
            KeyId: destination.arn,
            CiphertextBlob: encrypt(destination, plaintext, to).toString('base64'),
            SourceEncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
            DestinationEncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
            SourceKeyMaterialId: material.id,
            DestinationKeyMaterialId: currentMaterial(destination).id,
        };
    },
    GenerateMac(keys, request, authorise) {
        const { key, message } = macInput(keys, request, authorise);
        endDryRun(request);
        return { KeyId: key.arn, Mac: mac(key, message).toString('base64'), MacAlgorithm: 'HMAC_SHA_256' };
    },
    VerifyMac(keys, request, authorise) {
        const { key, message } = macInput(keys, request, authorise);
        endDryRun(request);
        if (!macHolds(key, message, bytes(request.Mac)))
            throw new KmsError('KMSInvalidMacException');
        return { KeyId: key.arn, MacValid: true, MacAlgorithm: 'HMAC_SHA_256' };
    },
};
function generated(keys, request, authorise) {
    const key = allowed(keys, required(request.KeyId), 'ENCRYPT_DECRYPT', request.EncryptionContext, authorise);
    endDryRun(request);
    if ((request.KeySpec === undefined) === (request.NumberOfBytes === undefined)) {
        throw new KmsError('ValidationException');
    }
    const plaintext = randomBytes(request.NumberOfBytes ?? (request.KeySpec === 'AES_128' ? 16 : 32));
    return { key, plaintext, blob: encrypt(key, plaintext, context(request)) };
}
function opened(key, blob, pairs) {
    if (keyIdOfBlob(blob) !== key.id)
        throw new KmsError('IncorrectKeyException');
    return decrypt(key, blob, pairs);
}
function macInput(keys, request, authorise) {
    const key = allowed(keys, required(request.KeyId), 'GENERATE_VERIFY_MAC', undefined, authorise);
    const message = bytes(request.Message);
    if (request.MacAlgorithm !== 'HMAC_SHA_256' || message.length === 0 || message.length > 4096) {
        throw new KmsError('ValidationException');
    }
    return { key, message };
}
function allowed(keys, name, usage, pairs, authorise) {
    authorise(keys.find(name).arn, pairs ?? {});
    return keys.usable(name, usage);
}
/** Only whether the caller may is asked for: the ciphertext need not be there. */
function ignoresCiphertext(request) {
    return request.DryRun === true && request.DryRunModifiers?.includes('IGNORE_CIPHERTEXT') === true;
}
/** A dry run ends here: everything was allowed. */
function endDryRun(request) {
    if (request.DryRun === true)
        throw new KmsError('DryRunOperationException', 'the request would have succeeded', 412);
}
function metadata(key, keys) {
    return {
        AWSAccountId: keys.account,
        Arn: key.arn,
        KeyId: key.id,
        Enabled: key.state === 'Enabled',
        KeyState: key.state,
        KeyUsage: key.usage,
        KeySpec: key.usage === 'ENCRYPT_DECRYPT' ? 'SYMMETRIC_DEFAULT' : 'HMAC_256',
        MultiRegion: key.id.startsWith('mrk-'),
        KeyManager: 'CUSTOMER',
        Origin: 'AWS_KMS',
        ...(key.usage === 'ENCRYPT_DECRYPT' ? { CurrentKeyMaterialId: currentMaterial(key).id } : {}),
        ...(key.deletionDate === undefined ? {} : { DeletionDate: key.deletionDate.getTime() / 1000 }),
    };
}
function context(request) {
    return request.EncryptionContext ?? {};
}
function required(value) {
    if (value === undefined || value === '')
        throw new KmsError('ValidationException');
    return value;
}
function bytes(base64) {
    return Buffer.from(required(base64), 'base64');
}
//# sourceMappingURL=kms-operations.js.map