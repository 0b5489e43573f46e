import { BodyReader } from './body-reader.js';
import { backend } from './message-codes.js';
const message = { type: 'ParseComplete' };
const frame = Buffer.from([backend.parseComplete, 0, 0, 0, 4]);
// ParseComplete (B) '1', no body.
export function decodeParseComplete(body) {
    new BodyReader(body, 'ParseComplete').end();
    return message;
}
/** One frame shared by all callers: never write into it. */
export function encodeParseComplete(_message = message) {
    return frame;
}
//# sourceMappingURL=parse-complete.js.map