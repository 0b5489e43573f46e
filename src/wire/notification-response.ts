import { BodyReader } from './body-reader.ts'
import { backend } from './message-codes.ts'
import { MessageWriter } from './message-writer.ts'

export type NotificationResponse = {
  readonly type: 'NotificationResponse'
  readonly processId: number
  readonly channel: string
  readonly payload: Buffer
}

// NotificationResponse (B) 'A'   PROTOCOL-MESSAGE-FORMATS-NOTIFICATIONRESPONSE
//   int32    process id of the notifier
//   string   channel, string payload
export function decodeNotificationResponse(body: Buffer): NotificationResponse {
  const reader = new BodyReader(body, 'NotificationResponse')
  const processId = reader.int32()
  const channel = reader.name()
  const payload = reader.cstring()
  reader.end()
  return { type: 'NotificationResponse', processId, channel, payload }
}

export function encodeNotificationResponse(message: NotificationResponse): Buffer {
  const writer = new MessageWriter(backend.notificationResponse, message.payload.length + 64).int32(message.processId)
  return writer.name(message.channel).cstring(message.payload).finish()
}
