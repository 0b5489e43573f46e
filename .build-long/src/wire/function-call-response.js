import { BodyReader } from './body-reader.js';
import { backend } from './message-codes.js';
import { MessageWriter } from './message-writer.js';
// FunctionCallResponse (B) 'V'   PROTOCOL-MESSAGE-FORMATS-FUNCTIONCALLRESPONSE
//   int32    length (-1 NULL) and bytes of the result
export function decodeFunctionCallResponse(body) {
    const reader = new BodyReader(body, 'FunctionCallResponse');
    const value = reader.value();
    reader.end();
    return { type: 'FunctionCallResponse', value };
}
export function encodeFunctionCallResponse(message) {
    return new MessageWriter(backend.functionCallResponse, (message.value?.length ?? 0) + 4).value(message.value).finish();
}
//# sourceMappingURL=function-call-response.js.map