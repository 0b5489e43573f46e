import { BodyReader } from './body-reader.js';
import { backend } from './message-codes.js';
import { MessageWriter } from './message-writer.js';
// NegotiateProtocolVersion (B) 'v'   PROTOCOL-MESSAGE-FORMATS-NEGOTIATEPROTOCOLVERSION
//   int32    newest version served
//   int32    number of options not recognized, string each
export function decodeNegotiateProtocolVersion(body) {
    const reader = new BodyReader(body, 'NegotiateProtocolVersion');
    const version = reader.int32();
    const count = reader.uint32();
    if (count > reader.remaining)
        reader.refuse('has fewer items than it counts');
    const options = [];
    for (let i = 0; i < count; i++)
        options.push(reader.name());
    reader.end();
    return { type: 'NegotiateProtocolVersion', version, options };
}
export function encodeNegotiateProtocolVersion(message) {
    const writer = new MessageWriter(backend.negotiateProtocolVersion).int32(message.version);
    writer.uint32(message.options.length);
    for (const option of message.options)
        writer.name(option);
    return writer.finish();
}
//# sourceMappingURL=negotiate-protocol-version.js.map