import { BodyReader } from './body-reader.js';
import { frontend } from './message-codes.js';
const message = { type: 'Sync' };
const frame = Buffer.from([frontend.sync, 0, 0, 0, 4]);
// Sync (F) 'S', no body.
export function decodeSync(body) {
    new BodyReader(body, 'Sync').end();
    return message;
}
/** One frame shared by all callers: never write into it. */
export function encodeSync(_message = message) {
    return frame;
}
//# sourceMappingURL=sync.js.map