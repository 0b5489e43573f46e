import { BodyReader } from './body-reader.js';
import { backend } from './message-codes.js';
import { decodeMessageFields, encodeMessageFields } from './message-fields.js';
// ErrorResponse (B) 'E': message-fields.ts has the layout.
export function decodeErrorResponse(body) {
    return { type: 'ErrorResponse', fields: decodeMessageFields(new BodyReader(body, 'ErrorResponse')) };
}
export function encodeErrorResponse(message) {
    return encodeMessageFields(backend.errorResponse, message.fields);
}
//# sourceMappingURL=error-response.js.map