import { openFailed } from './open-failed.ts'

export const envelopeFormat = 1
export const envelopeSuite = 1
/** Flag bit 0: the plaintext is padded. */
export const paddedFlag = 1

export const keySource = { branch: 0, kms: 1, insecureTestKey: 2, statement: 3 } as const

export const nonceLength = 12
export const tagLength = 16
export const dataKeyLength = 32
export const keyIdLength = 16
/** nonce, data key, tag */
export const branchWrappedLength = nonceLength + dataKeyLength + tagLength
export const statementIdLength = 16
export const maxKmsBlobLength = 6144
export const maxRecordLength = 0xffff

/** format, suite, flags */
const headLength = 3
const keyPartStart = headLength
const keyStart = keyPartStart + 1 + keyIdLength
/** label tag, record length, nonce, tag */
const afterKeyLength = 4 + 2 + nonceLength + tagLength
const minEnvelopeLength = keyStart + afterKeyLength

/** An envelope taken apart: views, valid as long as the bytes they were read from. */
export type Envelope = {
  readonly suite: number
  readonly flags: number
  readonly keyPart: { readonly source: number; readonly keyId: Buffer; readonly wrapped: Buffer }
  /** From key source to the end of key. */
  readonly keyPartBytes: Buffer
  readonly labelTag: number
  readonly record: Buffer
  readonly nonce: Buffer
  readonly ciphertext: Buffer
  readonly tag: Buffer
}

const noBytes = Buffer.alloc(0)

/** An envelope that was read: knows where its parts are and makes a view of one only when it is asked for. */
export class ParsedEnvelope implements Envelope {
  readonly suite = envelopeSuite
  private readonly bytes: Buffer
  private readonly wrappedStart: number
  private readonly keyEnd: number
  private readonly recordEnd: number

  constructor(bytes: Buffer, wrappedStart: number, keyEnd: number, recordEnd: number) {
    this.bytes = bytes
    this.wrappedStart = wrappedStart
    this.keyEnd = keyEnd
    this.recordEnd = recordEnd
  }

  get flags(): number {
    return this.bytes[2]!
  }

  get source(): number {
    return this.bytes[keyPartStart]!
  }

  get keyId(): Buffer {
    return this.bytes.subarray(keyPartStart + 1, keyStart)
  }

  get wrapped(): Buffer {
    return this.bytes.subarray(this.wrappedStart, this.keyEnd)
  }

  get keyPart(): { readonly source: number; readonly keyId: Buffer; readonly wrapped: Buffer } {
    const { source, keyId, wrapped } = this
    return { source, keyId, wrapped }
  }

  get keyPartBytes(): Buffer {
    return this.bytes.subarray(keyPartStart, this.keyEnd)
  }

  /** True when the other's data key is this one's. */
  hasKeyPartOf({ bytes, keyEnd }: ParsedEnvelope): boolean {
    return this.bytes.compare(bytes, keyPartStart, keyEnd, keyPartStart, this.keyEnd) === 0
  }

  get labelTag(): number {
    return this.bytes.readUInt32BE(this.keyEnd)
  }

  get record(): Buffer {
    const start = this.keyEnd + 6
    return start === this.recordEnd ? noBytes : this.bytes.subarray(start, this.recordEnd)
  }

  get nonce(): Buffer {
    return this.bytes.subarray(this.recordEnd, this.recordEnd + nonceLength)
  }

  get ciphertext(): Buffer {
    return this.bytes.subarray(this.recordEnd + nonceLength, this.bytes.length - tagLength)
  }

  get tag(): Buffer {
    return this.bytes.subarray(this.bytes.length - tagLength)
  }
}

/**
 * Takes an envelope apart (docs/envelope-format.md section 3). Nothing is authenticated by it.
 * `wrapped` is the key without the length that source 1 puts before it. `label` is for the error alone: throws openFailed,
 * class unsupported or malformed.
 */
export function parseEnvelope(envelope: Buffer, label: string): ParsedEnvelope {
  if (envelope.length < minEnvelopeLength) throw openFailed(label, 'malformed', 'the envelope is too short')
  if (envelope[0] !== envelopeFormat) throw openFailed(label, 'unsupported', 'format of the envelope')
  if (envelope[1] !== envelopeSuite) throw openFailed(label, 'unsupported', 'suite of the envelope')
  const flags = envelope[2]!
  if ((flags & ~paddedFlag) !== 0) throw openFailed(label, 'unsupported', 'flags of the envelope')
  const source = envelope[keyPartStart]!
  let wrappedStart = keyStart
  let wrappedLength: number
  switch (source) {
    case keySource.branch:
      wrappedLength = branchWrappedLength
      break
    case keySource.kms:
      wrappedStart += 2
      wrappedLength = envelope.readUInt16BE(keyStart)
      if (wrappedLength === 0 || wrappedLength > maxKmsBlobLength) {
        throw openFailed(label, 'malformed', 'length of the wrapped key')
      }
      break
    case keySource.insecureTestKey:
      wrappedLength = 0
      break
    case keySource.statement:
      wrappedLength = statementIdLength
      break
    default:
      throw openFailed(label, 'unsupported', 'key source of the envelope')
  }
  const keyEnd = wrappedStart + wrappedLength
  if (keyEnd + afterKeyLength > envelope.length)
    throw openFailed(label, 'malformed', 'the envelope ends within its head')
  const recordStart = keyEnd + 6
  const recordEnd = recordStart + envelope.readUInt16BE(keyEnd + 4)
  if (recordEnd + nonceLength + tagLength > envelope.length) {
    throw openFailed(label, 'malformed', 'the envelope ends within its record')
  }
  return new ParsedEnvelope(envelope, wrappedStart, keyEnd, recordEnd)
}

/** The envelope with another key part: its value is bound to none. */
export function encodeWithKeyPart(envelope: Envelope, keyPartBytes: Buffer): Buffer {
  const { suite, flags, keyPart, labelTag, record, nonce, ciphertext, tag } = envelope
  return encodeEnvelope({ suite, flags, keyPart, keyPartBytes, labelTag, record, nonce, ciphertext, tag })
}

/** The bytes that `parseEnvelope` took apart: for an envelope that parses, exactly those it was read from. */
export function encodeEnvelope(envelope: Envelope): Buffer {
  const bytes = Buffer.allocUnsafe(
    envelopeLength(envelope.keyPartBytes.length, envelope.record.length, envelope.ciphertext.length),
  )
  const nonceStart = writeEnvelopeHead(
    bytes,
    0,
    envelope.flags,
    envelope.keyPartBytes,
    envelope.labelTag,
    envelope.record,
  )
  envelope.nonce.copy(bytes, nonceStart)
  envelope.ciphertext.copy(bytes, nonceStart + nonceLength)
  envelope.tag.copy(bytes, bytes.length - tagLength)
  return bytes
}

export function envelopeLength(keyPartLength: number, recordLength: number, ciphertextLength: number): number {
  return headLength + keyPartLength + afterKeyLength + recordLength + ciphertextLength
}

/** Writes everything before the nonce into `bytes` at `start`; gives the nonce's offset. */
export function writeEnvelopeHead(
  bytes: Buffer,
  start: number,
  flags: number,
  keyPart: Buffer,
  labelTag: number,
  record: Buffer,
): number {
  bytes[start] = envelopeFormat
  bytes[start + 1] = envelopeSuite
  bytes[start + 2] = flags
  let at = start + headLength
  bytes.set(keyPart, at)
  at += keyPart.length
  at = bytes.writeUInt32BE(labelTag, at)
  at = bytes.writeUInt16BE(record.length, at)
  if (record.length > 0) bytes.set(record, at)
  return at + record.length
}

/** The key part of an envelope: source, key id and key, with the length that source 1 needs. */
export function encodeKeyPart(source: number, keyId: Buffer, wrapped: Buffer): Buffer {
  const lengthBytes = source === keySource.kms ? 2 : 0
  const bytes = Buffer.allocUnsafe(1 + keyIdLength + lengthBytes + wrapped.length)
  bytes[0] = source
  keyId.copy(bytes, 1)
  if (lengthBytes > 0) bytes.writeUInt16BE(wrapped.length, 1 + keyIdLength)
  wrapped.copy(bytes, 1 + keyIdLength + lengthBytes)
  return bytes
}
