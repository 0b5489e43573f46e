import { PgsealError } from '../errors.js';
import { BodyReader } from './body-reader.js';
import { backend } from './message-codes.js';
import { MessageWriter } from './message-writer.js';
// DataRow (B) 'D'   PROTOCOL-MESSAGE-FORMATS-DATAROW
//   uint16   number of fields; int32 length (-1 NULL) and bytes each
export function decodeDataRow(body) {
    const reader = new BodyReader(body, 'DataRow');
    const count = reader.count(4);
    const values = [];
    for (let i = 0; i < count; i++)
        values.push(reader.value());
    reader.end();
    return { type: 'DataRow', values };
}
export function encodeDataRow(message) {
    const writer = new MessageWriter(backend.dataRow, 256).uint16(message.values.length);
    for (const value of message.values)
        writer.value(value);
    return writer.finish();
}
/**
 * Reads the DataRow frame (header included) that begins at `at` without allocating: for field i, offsets[2i] is where its
 * bytes start in `bytes` and offsets[2i + 1] how many there are, -1 for NULL. Returns the number of fields. A frame that
 * is malformed, or has more fields than `offsets` has room for, throws protocolViolation.
 */
export function readDataRow(bytes, offsets, at = 0) {
    if (bytes.length - at < 7)
        return refuseRow('is too short');
    const end = at + 1 + int32(bytes, at + 1);
    if (end > bytes.length)
        return refuseRow('is too short');
    const count = (bytes[at + 5] << 8) | bytes[at + 6];
    if (count * 2 > offsets.length)
        return refuseRow('has more fields than were described');
    let position = at + 7;
    for (let i = 0; i < count; i++) {
        if (end - position < 4)
            return refuseRow('is too short');
        const length = int32(bytes, position);
        position += 4;
        offsets[2 * i] = position;
        offsets[2 * i + 1] = length;
        if (length === -1)
            continue;
        if (length < 0)
            return refuseRow('has a negative length');
        if (length > end - position)
            return refuseRow('is too short');
        position += length;
    }
    if (position !== end)
        return refuseRow('has bytes left over');
    return count;
}
// By hand: readInt32BE costs a call and its checks for each field of each row.
function int32(bytes, at) {
    return (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
}
function refuseRow(what) {
    throw new PgsealError('protocolViolation', { what: `DataRow ${what}` });
}
//# sourceMappingURL=data-row.js.map