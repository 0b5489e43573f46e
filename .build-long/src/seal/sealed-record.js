import { PgsealError } from '../errors.js';
import { isTermLength } from './make-term.js';
import { openFailed } from './open-failed.js';
/** Text of attribute `v`, as json_send writes it. */
const version = 0x31;
const fieldHeadLength = 8;
/**
 * A sealed value as record_recv reads it and record_send writes it: int32 number of attributes, then for each attribute
 * int32 type OID, int32 length, bytes. The result is the caller's.
 */
export function encodeSealedRecord(type, envelope, terms) {
    if (terms.length !== type.terms.length) {
        throw new PgsealError('internal', {}, { logDetail: 'sealed record: number of terms' });
    }
    let length = 4 + (fieldHeadLength + 1) + fieldHeadLength + envelope.length;
    for (let i = 0; i < terms.length; i++)
        length += fieldHeadLength + terms[i].length;
    const bytes = Buffer.allocUnsafe(length);
    bytes.writeInt32BE(2 + terms.length, 0);
    bytes.writeUInt32BE(type.versionOid, 4);
    bytes.writeInt32BE(1, 8);
    bytes[12] = version;
    let at = writeField(bytes, 13, type.envelopeOid, envelope);
    for (let i = 0; i < terms.length; i++)
        at = writeField(bytes, at, type.terms[i].oid, terms[i]);
    return bytes;
}
function writeField(bytes, start, oid, field) {
    bytes.writeUInt32BE(oid, start);
    bytes.writeInt32BE(field.length, start + 4);
    bytes.set(field, start + fieldHeadLength);
    return start + fieldHeadLength + field.length;
}
/**
 * Reads what record_send wrote for a value of `type` between `start` and `end`. The result holds views of `bytes`.
 * Throws openFailed, class malformed, on anything else: another number of attributes, another type, a null, left-over bytes.
 */
export function readSealedRecord(type, bytes, start, end, label) {
    const envelopeHead = start + 13;
    const wanted = type.terms.length + 2;
    if (envelopeHead + fieldHeadLength > end ||
        bytes.readInt32BE(start) !== wanted ||
        bytes.readUInt32BE(start + 4) !== type.versionOid ||
        bytes.readInt32BE(start + 8) !== 1 ||
        bytes[start + 12] !== version) {
        throw openFailed(label, 'malformed', 'head of the record');
    }
    let at = envelopeHead;
    const envelope = field(bytes, at, end, type.envelopeOid, label);
    at += fieldHeadLength + envelope.length;
    const terms = [];
    for (let i = 0; i < type.terms.length; i++) {
        const term = field(bytes, at, end, type.terms[i].oid, label);
        if (!isTermLength(type.terms[i].name, term.length))
            throw openFailed(label, 'malformed', 'length of a term');
        terms.push(term);
        at += fieldHeadLength + term.length;
    }
    if (at !== end)
        throw openFailed(label, 'malformed', 'bytes after the record');
    return { envelope, terms };
}
function field(bytes, start, end, oid, label) {
    const from = start + fieldHeadLength;
    if (from > end || bytes.readUInt32BE(start) !== oid)
        throw openFailed(label, 'malformed', 'attribute of the record');
    const length = bytes.readInt32BE(start + 4);
    if (length < 0 || length > end - from)
        throw openFailed(label, 'malformed', 'length of an attribute');
    return bytes.subarray(from, from + length);
}
//# sourceMappingURL=sealed-record.js.map