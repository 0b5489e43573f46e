import { BodyReader } from './body-reader.js';
import { frontend } from './message-codes.js';
import { MessageWriter } from './message-writer.js';
import { decodeTarget, encodeTarget } from './target.js';
// Close (F) 'C'   PROTOCOL-MESSAGE-FORMATS-CLOSE
//   byte     'S' a prepared statement, 'P' a portal
//   string   its name
export function decodeClose(body) {
    const reader = new BodyReader(body, 'Close');
    const target = decodeTarget(reader);
    const name = reader.name();
    reader.end();
    return { type: 'Close', target, name };
}
export function encodeClose(message) {
    return new MessageWriter(frontend.close).uint8(encodeTarget(message.target)).name(message.name).finish();
}
//# sourceMappingURL=close.js.map