import { BodyReader } from './body-reader.js';
import { startupCodes } from './message-codes.js';
import { MessageWriter } from './message-writer.js';
// GSSENCRequest (F), untyped   PROTOCOL-MESSAGE-FORMATS-GSSENCREQUEST
//   int32    its code
export function decodeGSSENCRequest(body) {
    const reader = new BodyReader(body, 'GSSENCRequest');
    if (reader.int32() !== startupCodes.gssEncRequest)
        reader.refuse('has another code');
    reader.end();
    return { type: 'GSSENCRequest' };
}
export function encodeGSSENCRequest(_message = { type: 'GSSENCRequest' }) {
    return new MessageWriter(undefined).int32(startupCodes.gssEncRequest).finish();
}
//# sourceMappingURL=gssenc-request.js.map