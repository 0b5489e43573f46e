import { BodyReader } from './body-reader.js';
import { backend } from './message-codes.js';
import { MessageWriter } from './message-writer.js';
import { checkSecretKey } from './secret-key.js';
// BackendKeyData (B) 'K'   PROTOCOL-MESSAGE-FORMATS-BACKENDKEYDATA
//   int32    process id
//   bytes    secret key, up to the end
export function decodeBackendKeyData(body) {
    const reader = new BodyReader(body, 'BackendKeyData');
    const processId = reader.int32();
    const secretKey = checkSecretKey(reader);
    return { type: 'BackendKeyData', processId, secretKey };
}
export function encodeBackendKeyData(message) {
    return new MessageWriter(backend.backendKeyData, message.secretKey.length + 4)
        .int32(message.processId)
        .bytes(message.secretKey)
        .finish();
}
//# sourceMappingURL=backend-key-data.js.map