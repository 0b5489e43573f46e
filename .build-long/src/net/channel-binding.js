// tls-server-end-point (RFC 5929 section 4.1): the hash of the server's certificate, by the hash of its signature.
import { createHash } from 'node:crypto';
// Signature algorithms by OID (RFC 4055, 5758, 3279). MD5 and SHA-1 count as SHA-256.
const hashes = new Map([
    ['1.2.840.113549.1.1.4', 'sha256'],
    ['1.2.840.113549.1.1.5', 'sha256'],
    ['1.2.840.113549.1.1.11', 'sha256'],
    ['1.2.840.113549.1.1.12', 'sha384'],
    ['1.2.840.113549.1.1.13', 'sha512'],
    ['1.2.840.113549.1.1.14', 'sha224'],
    ['1.2.840.10045.4.1', 'sha256'],
    ['1.2.840.10045.4.3.1', 'sha224'],
    ['1.2.840.10045.4.3.2', 'sha256'],
    ['1.2.840.10045.4.3.3', 'sha384'],
    ['1.2.840.10045.4.3.4', 'sha512'],
]);
/**
 * Channel binding data of a certificate in DER; undefined for a signature whose hash is not in its algorithm's name
 * (Ed25519, RSA-PSS), for which PostgreSQL too offers none.
 */
export function serverEndPoint(certificate) {
    const oid = signatureAlgorithm(certificate);
    const hash = oid === undefined ? undefined : hashes.get(oid);
    return hash === undefined ? undefined : createHash(hash).update(certificate).digest();
}
// Certificate ::= SEQUENCE { tbsCertificate SEQUENCE, signatureAlgorithm SEQUENCE { OBJECT IDENTIFIER, ... }, ... }
function signatureAlgorithm(der) {
    const certificate = element(der, 0);
    const signed = certificate === undefined ? undefined : element(der, certificate.start);
    const algorithm = signed === undefined ? undefined : element(der, signed.end);
    const oid = algorithm === undefined ? undefined : element(der, algorithm.start);
    return oid === undefined || der[algorithm.start] !== 0x06 ? undefined : dotted(der.subarray(oid.start, oid.end));
}
function element(der, at) {
    const first = der[at + 1];
    if (first === undefined)
        return undefined;
    if (first < 0x80)
        return within(der, at + 2, first);
    const count = first & 0x7f;
    if (count === 0 || count > 4 || at + 2 + count > der.length)
        return undefined;
    return within(der, at + 2 + count, der.readUIntBE(at + 2, count));
}
function within(der, start, length) {
    return start + length > der.length ? undefined : { start, end: start + length };
}
function dotted(oid) {
    const arcs = [];
    let value = 0;
    for (const byte of oid) {
        value = value * 128 + (byte & 0x7f);
        if (byte >= 0x80)
            continue;
        if (arcs.length === 0) {
            const root = Math.min(2, Math.floor(value / 40));
            arcs.push(root, value - 40 * root);
        }
        else
            arcs.push(value);
        value = 0;
    }
    return arcs.join('.');
}
//# sourceMappingURL=channel-binding.js.map