import { BodyReader } from './body-reader.js';
import { MessageWriter } from './message-writer.js';
export const protocol30 = 3 << 16;
// StartupMessage (F), untyped   PROTOCOL-MESSAGE-FORMATS-STARTUPMESSAGE
//   int32    protocol version
//   string   name, string value, repeated
//   byte     0
export function decodeStartupMessage(body) {
    const reader = new BodyReader(body, 'StartupMessage');
    const protocolVersion = reader.int32();
    const parameters = [];
    for (let name = reader.name(); name !== ''; name = reader.name())
        parameters.push([name, reader.name()]);
    reader.end();
    return { type: 'StartupMessage', protocolVersion, parameters };
}
export function encodeStartupMessage(message) {
    const writer = new MessageWriter(undefined, 256).int32(message.protocolVersion);
    for (const [name, value] of message.parameters)
        writer.name(name).name(value);
    return writer.uint8(0).finish();
}
//# sourceMappingURL=startup-message.js.map