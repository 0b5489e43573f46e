import { BodyReader } from './body-reader.js';
import { frontend } from './message-codes.js';
import { MessageWriter } from './message-writer.js';
// Parse (F) 'P'   PROTOCOL-MESSAGE-FORMATS-PARSE
//   string   prepared statement, string query
//   uint16   number of declared types, uint32 OID each
export function decodeParse(body) {
    const reader = new BodyReader(body, 'Parse');
    const name = reader.name();
    const query = reader.cstring();
    const count = reader.count(4);
    const parameterTypes = [];
    for (let i = 0; i < count; i++)
        parameterTypes.push(reader.uint32());
    reader.end();
    return { type: 'Parse', name, query, parameterTypes };
}
export function encodeParse(message) {
    const writer = new MessageWriter(frontend.parse, message.query.length + message.parameterTypes.length * 4 + 64);
    writer.name(message.name).cstring(message.query).uint16(message.parameterTypes.length);
    for (const oid of message.parameterTypes)
        writer.uint32(oid);
    return writer.finish();
}
//# sourceMappingURL=parse.js.map