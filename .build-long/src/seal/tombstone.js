import { branchWrappedLength, encodeEnvelope, encodeKeyPart, envelopeSuite, keySource, nonceLength, tagLength, } from './envelope.js';
/**
 * The envelope that stands for a shredded value where NULL cannot: a well-formed envelope of zeros under a key id whose row
 * wraps no key, so that it opens for nobody and holds nothing of what was there: docs/envelope-format.md section 6.7.
 */
export function tombstone(labelTag, keyId) {
    const keyPartBytes = encodeKeyPart(keySource.branch, keyId, Buffer.alloc(branchWrappedLength));
    return encodeEnvelope({
        suite: envelopeSuite,
        flags: 0,
        keyPart: { source: keySource.branch, keyId, wrapped: keyPartBytes.subarray(1 + keyId.length) },
        keyPartBytes,
        labelTag,
        record: Buffer.alloc(0),
        nonce: Buffer.alloc(nonceLength),
        ciphertext: Buffer.alloc(0),
        tag: Buffer.alloc(tagLength),
    });
}
//# sourceMappingURL=tombstone.js.map