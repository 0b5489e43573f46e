import { BodyReader } from './body-reader.js';
import { frontend } from './message-codes.js';
import { MessageWriter } from './message-writer.js';
// FunctionCall (F) 'F'   PROTOCOL-MESSAGE-FORMATS-FUNCTIONCALL
//   uint32   function OID
//   uint16   number of argument formats, int16 each
//   uint16   number of arguments; int32 length (-1 NULL) and bytes each
//   int16    result format
export function decodeFunctionCall(body) {
    const reader = new BodyReader(body, 'FunctionCall');
    const functionOid = reader.uint32();
    const formatCount = reader.count(2);
    const argumentFormats = [];
    for (let i = 0; i < formatCount; i++)
        argumentFormats.push(reader.int16());
    const count = reader.count(4);
    const values = [];
    for (let i = 0; i < count; i++)
        values.push(reader.value());
    const resultFormat = reader.int16();
    reader.end();
    return { type: 'FunctionCall', functionOid, argumentFormats, values, resultFormat };
}
export function encodeFunctionCall(message) {
    const writer = new MessageWriter(frontend.functionCall).uint32(message.functionOid);
    writer.uint16(message.argumentFormats.length);
    for (const format of message.argumentFormats)
        writer.int16(format);
    writer.uint16(message.values.length);
    for (const value of message.values)
        writer.value(value);
    return writer.int16(message.resultFormat).finish();
}
//# sourceMappingURL=function-call.js.map