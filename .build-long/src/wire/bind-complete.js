import { BodyReader } from './body-reader.js';
import { backend } from './message-codes.js';
const message = { type: 'BindComplete' };
const frame = Buffer.from([backend.bindComplete, 0, 0, 0, 4]);
// BindComplete (B) '2', no body.
export function decodeBindComplete(body) {
    new BodyReader(body, 'BindComplete').end();
    return message;
}
/** One frame shared by all callers: never write into it. */
export function encodeBindComplete(_message = message) {
    return frame;
}
//# sourceMappingURL=bind-complete.js.map