import { BodyReader } from './body-reader.js';
import { backend } from './message-codes.js';
import { MessageWriter } from './message-writer.js';
// NotificationResponse (B) 'A'   PROTOCOL-MESSAGE-FORMATS-NOTIFICATIONRESPONSE
//   int32    process id of the notifier
//   string   channel, string payload
export function decodeNotificationResponse(body) {
    const reader = new BodyReader(body, 'NotificationResponse');
    const processId = reader.int32();
    const channel = reader.name();
    const payload = reader.cstring();
    reader.end();
    return { type: 'NotificationResponse', processId, channel, payload };
}
export function encodeNotificationResponse(message) {
    const writer = new MessageWriter(backend.notificationResponse, message.payload.length + 64).int32(message.processId);
    return writer.name(message.channel).cstring(message.payload).finish();
}
//# sourceMappingURL=notification-response.js.map