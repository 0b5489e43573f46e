import { BodyReader } from './body-reader.ts'
import { backend } from './message-codes.ts'
import { MessageWriter } from './message-writer.ts'

export type FunctionCallResponse = { readonly type: 'FunctionCallResponse'; readonly value: Buffer | null }

// FunctionCallResponse (B) 'V'   PROTOCOL-MESSAGE-FORMATS-FUNCTIONCALLRESPONSE
//   int32    length (-1 NULL) and bytes of the result
export function decodeFunctionCallResponse(body: Buffer): FunctionCallResponse {
  const reader = new BodyReader(body, 'FunctionCallResponse')
  const value = reader.value()
  reader.end()
  return { type: 'FunctionCallResponse', value }
}

export function encodeFunctionCallResponse(message: FunctionCallResponse): Buffer {
  return new MessageWriter(backend.functionCallResponse, (message.value?.length ?? 0) + 4).value(message.value).finish()
}
