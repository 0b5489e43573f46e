import { BodyReader } from './body-reader.js';
import { frontend } from './message-codes.js';
const message = { type: 'Terminate' };
const frame = Buffer.from([frontend.terminate, 0, 0, 0, 4]);
// Terminate (F) 'X', no body.
export function decodeTerminate(body) {
    new BodyReader(body, 'Terminate').end();
    return message;
}
/** One frame shared by all callers: never write into it. */
export function encodeTerminate(_message = message) {
    return frame;
}
//# sourceMappingURL=terminate.js.map