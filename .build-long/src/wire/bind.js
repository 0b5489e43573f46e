import { BodyReader } from './body-reader.js';
import { frontend } from './message-codes.js';
import { MessageWriter } from './message-writer.js';
// Bind (F) 'B'   PROTOCOL-MESSAGE-FORMATS-BIND
//   string   portal, string prepared statement
//   uint16   number of parameter formats, int16 each
//   uint16   number of parameters; int32 length (-1 NULL) and bytes each
//   uint16   number of result formats, int16 each
// The counts are unsigned: 40,000 parameters are legal.
export function decodeBind(body) {
    const reader = new BodyReader(body, 'Bind');
    const portal = reader.name();
    const statement = reader.name();
    const parameterFormats = readFormats(reader);
    const count = reader.count(4);
    const values = [];
    for (let i = 0; i < count; i++)
        values.push(reader.value());
    const resultFormats = readFormats(reader);
    reader.end();
    return { type: 'Bind', portal, statement, parameterFormats, values, resultFormats };
}
export function encodeBind(message) {
    const writer = new MessageWriter(frontend.bind, 256).name(message.portal).name(message.statement);
    writer.uint16(message.parameterFormats.length);
    for (const format of message.parameterFormats)
        writer.int16(format);
    writer.uint16(message.values.length);
    for (const value of message.values)
        writer.value(value);
    writer.uint16(message.resultFormats.length);
    for (const format of message.resultFormats)
        writer.int16(format);
    return writer.finish();
}
function readFormats(reader) {
    const count = reader.count(2);
    const formats = [];
    for (let i = 0; i < count; i++)
        formats.push(reader.int16());
    return formats;
}
//# sourceMappingURL=bind.js.map