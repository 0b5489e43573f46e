import { BodyReader } from './body-reader.js';
import { startupCodes } from './message-codes.js';
import { MessageWriter } from './message-writer.js';
import { checkSecretKey } from './secret-key.js';
// CancelRequest (F), untyped   PROTOCOL-MESSAGE-FORMATS-CANCELREQUEST
//   int32    80877102
//   int32    process id
//   bytes    secret key, up to the end
export function decodeCancelRequest(body) {
    const reader = new BodyReader(body, 'CancelRequest');
    if (reader.int32() !== startupCodes.cancelRequest)
        reader.refuse('has another code');
    const processId = reader.int32();
    const secretKey = checkSecretKey(reader);
    return { type: 'CancelRequest', processId, secretKey };
}
export function encodeCancelRequest(message) {
    const writer = new MessageWriter(undefined).int32(startupCodes.cancelRequest);
    return writer.int32(message.processId).bytes(message.secretKey).finish();
}
//# sourceMappingURL=cancel-request.js.map