import { BodyReader } from './body-reader.js';
import { backend } from './message-codes.js';
const message = { type: 'CloseComplete' };
const frame = Buffer.from([backend.closeComplete, 0, 0, 0, 4]);
// CloseComplete (B) '3', no body.
export function decodeCloseComplete(body) {
    new BodyReader(body, 'CloseComplete').end();
    return message;
}
/** One frame shared by all callers: never write into it. */
export function encodeCloseComplete(_message = message) {
    return frame;
}
//# sourceMappingURL=close-complete.js.map