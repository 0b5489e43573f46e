import { BodyReader } from './body-reader.js';
import { backend } from './message-codes.js';
import { MessageWriter } from './message-writer.js';
// ParameterDescription (B) 't'   PROTOCOL-MESSAGE-FORMATS-PARAMETERDESCRIPTION
//   uint16   number of parameters, uint32 type OID each
export function decodeParameterDescription(body) {
    const reader = new BodyReader(body, 'ParameterDescription');
    const count = reader.count(4);
    const typeOids = [];
    for (let i = 0; i < count; i++)
        typeOids.push(reader.uint32());
    reader.end();
    return { type: 'ParameterDescription', typeOids };
}
export function encodeParameterDescription(message) {
    const writer = new MessageWriter(backend.parameterDescription).uint16(message.typeOids.length);
    for (const oid of message.typeOids)
        writer.uint32(oid);
    return writer.finish();
}
//# sourceMappingURL=parameter-description.js.map