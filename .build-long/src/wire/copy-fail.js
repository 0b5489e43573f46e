import { BodyReader } from './body-reader.js';
import { frontend } from './message-codes.js';
import { MessageWriter } from './message-writer.js';
// CopyFail (F) 'f'   PROTOCOL-MESSAGE-FORMATS-COPYFAIL
//   string   reason
export function decodeCopyFail(body) {
    const reader = new BodyReader(body, 'CopyFail');
    const reason = reader.cstring();
    reader.end();
    return { type: 'CopyFail', reason };
}
export function encodeCopyFail(message) {
    return new MessageWriter(frontend.copyFail).cstring(message.reason).finish();
}
//# sourceMappingURL=copy-fail.js.map