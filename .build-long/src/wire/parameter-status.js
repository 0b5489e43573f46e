import { BodyReader } from './body-reader.js';
import { backend } from './message-codes.js';
import { MessageWriter } from './message-writer.js';
// ParameterStatus (B) 'S'   PROTOCOL-MESSAGE-FORMATS-PARAMETERSTATUS
//   string   name, string value
export function decodeParameterStatus(body) {
    const reader = new BodyReader(body, 'ParameterStatus');
    const name = reader.name();
    const value = reader.cstring();
    reader.end();
    return { type: 'ParameterStatus', name, value };
}
export function encodeParameterStatus(message) {
    return new MessageWriter(backend.parameterStatus).name(message.name).cstring(message.value).finish();
}
//# sourceMappingURL=parameter-status.js.map