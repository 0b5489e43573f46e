import { BodyReader } from './body-reader.js';
import { startupCodes } from './message-codes.js';
import { MessageWriter } from './message-writer.js';
// SSLRequest (F), untyped   PROTOCOL-MESSAGE-FORMATS-SSLREQUEST
//   int32    its code
export function decodeSSLRequest(body) {
    const reader = new BodyReader(body, 'SSLRequest');
    if (reader.int32() !== startupCodes.sslRequest)
        reader.refuse('has another code');
    reader.end();
    return { type: 'SSLRequest' };
}
export function encodeSSLRequest(_message = { type: 'SSLRequest' }) {
    return new MessageWriter(undefined).int32(startupCodes.sslRequest).finish();
}
//# sourceMappingURL=ssl-request.js.map