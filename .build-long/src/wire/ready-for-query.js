import { BodyReader } from './body-reader.js';
import { backend } from './message-codes.js';
import { MessageWriter } from './message-writer.js';
// ReadyForQuery (B) 'Z'   PROTOCOL-MESSAGE-FORMATS-READYFORQUERY
//   byte     transaction status
export function decodeReadyForQuery(body) {
    const reader = new BodyReader(body, 'ReadyForQuery');
    const status = String.fromCharCode(reader.uint8());
    reader.end();
    if (status !== 'I' && status !== 'T' && status !== 'E')
        return reader.refuse('has a status that is not known');
    return { type: 'ReadyForQuery', status };
}
export function encodeReadyForQuery(message) {
    return new MessageWriter(backend.readyForQuery, 1).uint8(message.status.charCodeAt(0)).finish();
}
//# sourceMappingURL=ready-for-query.js.map