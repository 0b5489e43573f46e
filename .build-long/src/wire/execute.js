import { BodyReader } from './body-reader.js';
import { frontend } from './message-codes.js';
import { MessageWriter } from './message-writer.js';
// Execute (F) 'E'   PROTOCOL-MESSAGE-FORMATS-EXECUTE
//   string   portal
//   int32    most rows
export function decodeExecute(body) {
    const reader = new BodyReader(body, 'Execute');
    const portal = reader.name();
    const maxRows = reader.int32();
    reader.end();
    return { type: 'Execute', portal, maxRows };
}
export function encodeExecute(message) {
    return new MessageWriter(frontend.execute).name(message.portal).int32(message.maxRows).finish();
}
//# sourceMappingURL=execute.js.map