import { BodyReader } from './body-reader.js';
import { frontend } from './message-codes.js';
const message = { type: 'Flush' };
const frame = Buffer.from([frontend.flush, 0, 0, 0, 4]);
// Flush (F) 'H', no body.
export function decodeFlush(body) {
    new BodyReader(body, 'Flush').end();
    return message;
}
/** One frame shared by all callers: never write into it. */
export function encodeFlush(_message = message) {
    return frame;
}
//# sourceMappingURL=flush.js.map