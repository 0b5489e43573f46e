import { BodyReader } from './body-reader.js';
import { backend } from './message-codes.js';
import { MessageWriter } from './message-writer.js';
// RowDescription (B) 'T'   PROTOCOL-MESSAGE-FORMATS-ROWDESCRIPTION
//   uint16   number of fields; each:
//     string name, uint32 table OID, int16 column number, uint32 type OID, int16 type length, int32 type modifier,
//     int16 format
export function decodeRowDescription(body) {
    const reader = new BodyReader(body, 'RowDescription');
    const count = reader.count(19);
    const fields = [];
    for (let i = 0; i < count; i++) {
        fields.push({
            name: reader.cstring(),
            tableOid: reader.uint32(),
            columnNumber: reader.int16(),
            typeOid: reader.uint32(),
            typeLength: reader.int16(),
            typeModifier: reader.int32(),
            format: reader.int16(),
        });
    }
    reader.end();
    return { type: 'RowDescription', fields };
}
export function encodeRowDescription(message) {
    const writer = new MessageWriter(backend.rowDescription, message.fields.length * 40).uint16(message.fields.length);
    for (const field of message.fields) {
        writer.cstring(field.name).uint32(field.tableOid).int16(field.columnNumber).uint32(field.typeOid);
        writer.int16(field.typeLength).int32(field.typeModifier).int16(field.format);
    }
    return writer.finish();
}
/** True when `test` holds for the type OID of some field; nothing is decoded into objects. As strict as the decoder. */
export function someTypeOid(body, test) {
    const reader = new BodyReader(body, 'RowDescription');
    const count = reader.count(19);
    let found = false;
    for (let i = 0; i < count; i++) {
        reader.cstring();
        reader.bytes(6);
        if (test(reader.uint32()))
            found = true;
        reader.bytes(8);
    }
    reader.end();
    return found;
}
//# sourceMappingURL=row-description.js.map