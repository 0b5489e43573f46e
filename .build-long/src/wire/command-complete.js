import { BodyReader } from './body-reader.js';
import { backend } from './message-codes.js';
import { MessageWriter } from './message-writer.js';
// CommandComplete (B) 'C'   PROTOCOL-MESSAGE-FORMATS-COMMANDCOMPLETE
//   string   command tag
export function decodeCommandComplete(body) {
    const reader = new BodyReader(body, 'CommandComplete');
    const tag = reader.name();
    reader.end();
    return { type: 'CommandComplete', tag };
}
export function encodeCommandComplete(message) {
    return new MessageWriter(backend.commandComplete).name(message.tag).finish();
}
//# sourceMappingURL=command-complete.js.map