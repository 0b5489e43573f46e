import { BodyReader } from './body-reader.js';
import { frontend } from './message-codes.js';
import { MessageWriter } from './message-writer.js';
import { decodeTarget, encodeTarget } from './target.js';
// Describe (F) 'D'   PROTOCOL-MESSAGE-FORMATS-DESCRIBE
//   byte     'S' a prepared statement, 'P' a portal
//   string   its name
export function decodeDescribe(body) {
    const reader = new BodyReader(body, 'Describe');
    const target = decodeTarget(reader);
    const name = reader.name();
    reader.end();
    return { type: 'Describe', target, name };
}
export function encodeDescribe(message) {
    return new MessageWriter(frontend.describe).uint8(encodeTarget(message.target)).name(message.name).finish();
}
//# sourceMappingURL=describe.js.map