import { BodyReader } from './body-reader.js';
import { backend } from './message-codes.js';
const message = { type: 'NoData' };
const frame = Buffer.from([backend.noData, 0, 0, 0, 4]);
// NoData (B) 'n', no body.
export function decodeNoData(body) {
    new BodyReader(body, 'NoData').end();
    return message;
}
/** One frame shared by all callers: never write into it. */
export function encodeNoData(_message = message) {
    return frame;
}
//# sourceMappingURL=no-data.js.map