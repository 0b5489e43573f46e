import { BodyReader } from './body-reader.js';
import { backend } from './message-codes.js';
const message = { type: 'EmptyQueryResponse' };
const frame = Buffer.from([backend.emptyQueryResponse, 0, 0, 0, 4]);
// EmptyQueryResponse (B) 'I', no body.
export function decodeEmptyQueryResponse(body) {
    new BodyReader(body, 'EmptyQueryResponse').end();
    return message;
}
/** One frame shared by all callers: never write into it. */
export function encodeEmptyQueryResponse(_message = message) {
    return frame;
}
//# sourceMappingURL=empty-query-response.js.map