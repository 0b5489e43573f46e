import { frontend } from './message-codes.js';
import { MessageWriter } from './message-writer.js';
// PasswordMessage, SASLInitialResponse, SASLResponse, GSSResponse (F) 'p'
//   bytes    up to the end of the body
export function decodePasswordMessage(body) {
    return { type: 'PasswordMessage', bytes: body };
}
export function encodePasswordMessage(message) {
    return new MessageWriter(frontend.password, message.bytes.length).bytes(message.bytes).finish();
}
//# sourceMappingURL=password-message.js.map