import { frontend } from './message-codes.js';
import { MessageWriter } from './message-writer.js';
// CopyData (F and B) 'd'   PROTOCOL-MESSAGE-FORMATS-COPYDATA
//   bytes    up to the end of the body
export function decodeCopyData(body) {
    return { type: 'CopyData', bytes: body };
}
export function encodeCopyData(message) {
    return new MessageWriter(frontend.copyData, message.bytes.length).bytes(message.bytes).finish();
}
//# sourceMappingURL=copy-data.js.map