import { randomBytes } from 'node:crypto'
import { KmsError } from './kms-error.ts'
import { decrypt, encrypt, type KmsKey, type KmsKeys, keyIdOfBlob, mac, macHolds, type Pairs } from './kms-keys.ts'

export type KmsRequest = {
  readonly KeyId?: string
  readonly KeySpec?: string
  readonly KeyUsage?: string
  readonly NumberOfBytes?: number
  readonly Plaintext?: string
  readonly CiphertextBlob?: string
  readonly EncryptionContext?: Pairs
  readonly Message?: string
  readonly Mac?: string
  readonly MacAlgorithm?: string
  readonly MultiRegion?: boolean
  readonly AliasName?: string
  readonly TargetKeyId?: string
  readonly DryRun?: boolean
  readonly DryRunModifiers?: readonly string[]
}

/** Whether the caller may do this with this key; throws AccessDeniedException. Asked before anything is done. */
export type Authorise = (keyArn: string) => void

type Operation = (keys: KmsKeys, request: KmsRequest, authorise: Authorise) => object

/** TrentService.NAME: what the real KMS answers, as far as clients of pgseal's keys can tell. */
export const kmsOperations: Readonly<Record<string, Operation>> = {
  CreateKey(keys, request) {
    const usage = request.KeySpec === 'HMAC_256' ? 'GENERATE_VERIFY_MAC' : 'ENCRYPT_DECRYPT'
    if (usage === 'GENERATE_VERIFY_MAC' && request.KeyUsage !== usage) throw new KmsError('ValidationException')
    return { KeyMetadata: metadata(keys.create(usage, request.MultiRegion === true), keys) }
  },
  CreateAlias(keys, request) {
    keys.alias(required(request.AliasName), required(request.TargetKeyId))
    return {}
  },
  DescribeKey(keys, request, authorise) {
    const key = keys.find(required(request.KeyId))
    authorise(key.arn)
    return { KeyMetadata: metadata(key, keys) }
  },
  GenerateDataKey(keys, request, authorise) {
    const { key, plaintext, blob } = generated(keys, request, authorise)
    return {
      KeyId: key.arn,
      Plaintext: plaintext.toString('base64'),
      CiphertextBlob: blob.toString('base64'),
    }
  },
  GenerateDataKeyWithoutPlaintext(keys, request, authorise) {
    const { key, blob } = generated(keys, request, authorise)
    return { KeyId: key.arn, CiphertextBlob: blob.toString('base64') }
  },
  Encrypt(keys, request, authorise) {
    const key = allowed(keys, required(request.KeyId), 'ENCRYPT_DECRYPT', authorise)
    endDryRun(request)
    const plaintext = bytes(request.Plaintext)
    if (plaintext.length === 0 || plaintext.length > 4096) throw new KmsError('ValidationException')
    const blob = encrypt(key, plaintext, context(request))
    return { KeyId: key.arn, CiphertextBlob: blob.toString('base64'), EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' }
  },
  Decrypt(keys, request, authorise) {
    if (request.DryRun === true && request.DryRunModifiers?.includes('IGNORE_CIPHERTEXT') === true) {
      allowed(keys, required(request.KeyId), 'ENCRYPT_DECRYPT', authorise)
      endDryRun(request)
    }
    const blob = bytes(request.CiphertextBlob)
    const key = allowed(keys, request.KeyId ?? keyIdOfBlob(blob), 'ENCRYPT_DECRYPT', authorise)
    if (keyIdOfBlob(blob) !== key.id) throw new KmsError('IncorrectKeyException')
    const plaintext = decrypt(key, blob, context(request))
    endDryRun(request)
    return { KeyId: key.arn, Plaintext: plaintext.toString('base64'), EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' }
  },
  GenerateMac(keys, request, authorise) {
    const { key, message } = macInput(keys, request, authorise)
    endDryRun(request)
    return { KeyId: key.arn, Mac: mac(key, message).toString('base64'), MacAlgorithm: 'HMAC_SHA_256' }
  },
  VerifyMac(keys, request, authorise) {
    const { key, message } = macInput(keys, request, authorise)
    endDryRun(request)
    if (!macHolds(key, message, bytes(request.Mac))) throw new KmsError('KMSInvalidMacException')
    return { KeyId: key.arn, MacValid: true, MacAlgorithm: 'HMAC_SHA_256' }
  },
}

function generated(keys: KmsKeys, request: KmsRequest, authorise: Authorise) {
  const key = allowed(keys, required(request.KeyId), 'ENCRYPT_DECRYPT', authorise)
  endDryRun(request)
  if ((request.KeySpec === undefined) === (request.NumberOfBytes === undefined)) {
    throw new KmsError('ValidationException')
  }
  const plaintext = randomBytes(request.NumberOfBytes ?? (request.KeySpec === 'AES_128' ? 16 : 32))
  return { key, plaintext, blob: encrypt(key, plaintext, context(request)) }
}

function macInput(keys: KmsKeys, request: KmsRequest, authorise: Authorise) {
  const key = allowed(keys, required(request.KeyId), 'GENERATE_VERIFY_MAC', authorise)
  const message = bytes(request.Message)
  if (request.MacAlgorithm !== 'HMAC_SHA_256' || message.length === 0 || message.length > 4096) {
    throw new KmsError('ValidationException')
  }
  return { key, message }
}

function allowed(keys: KmsKeys, name: string, usage: KmsKey['usage'], authorise: Authorise): KmsKey {
  authorise(keys.find(name).arn)
  return keys.usable(name, usage)
}

/** A dry run ends here: everything was allowed. */
function endDryRun(request: KmsRequest): void {
  if (request.DryRun === true) throw new KmsError('DryRunOperationException', 'the request would have succeeded')
}

function metadata(key: KmsKey, keys: KmsKeys): object {
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
  }
}

function context(request: KmsRequest): Pairs {
  return request.EncryptionContext ?? {}
}

function required(value: string | undefined): string {
  if (value === undefined || value === '') throw new KmsError('ValidationException')
  return value
}

function bytes(base64: string | undefined): Buffer {
  return Buffer.from(required(base64), 'base64')
}
