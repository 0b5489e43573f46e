import { BodyReader } from './body-reader.js';
import { backend } from './message-codes.js';
import { decodeMessageFields, encodeMessageFields } from './message-fields.js';
// NoticeResponse (B) 'N': message-fields.ts has the layout.
export function decodeNoticeResponse(body) {
    return { type: 'NoticeResponse', fields: decodeMessageFields(new BodyReader(body, 'NoticeResponse')) };
}
export function encodeNoticeResponse(message) {
    return encodeMessageFields(backend.noticeResponse, message.fields);
}
//# sourceMappingURL=notice-response.js.map