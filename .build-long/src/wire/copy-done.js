import { BodyReader } from './body-reader.js';
import { frontend } from './message-codes.js';
const message = { type: 'CopyDone' };
const frame = Buffer.from([frontend.copyDone, 0, 0, 0, 4]);
// CopyDone (F and B) 'c', no body.
export function decodeCopyDone(body) {
    new BodyReader(body, 'CopyDone').end();
    return message;
}
/** One frame shared by all callers: never write into it. */
export function encodeCopyDone(_message = message) {
    return frame;
}
//# sourceMappingURL=copy-done.js.map