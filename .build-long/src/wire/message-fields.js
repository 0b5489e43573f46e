import { MessageWriter } from './message-writer.js';
// ErrorResponse 'E', NoticeResponse 'N' (B)
//   byte     field code, string its value; repeated
//   byte     0
export function decodeMessageFields(reader) {
    const fields = [];
    for (let code = reader.uint8(); code !== 0; code = reader.uint8()) {
        fields.push({ code: String.fromCharCode(code), value: reader.cstring() });
    }
    reader.end();
    return fields;
}
export function encodeMessageFields(type, fields) {
    const writer = new MessageWriter(type, 256);
    for (const { code, value } of fields)
        writer.uint8(code.charCodeAt(0)).cstring(value);
    return writer.uint8(0).finish();
}
/** The text of the first field with this code. */
export function messageField(fields, code) {
    return fields.find((field) => field.code === code)?.value.toString('utf8');
}
//# sourceMappingURL=message-fields.js.map