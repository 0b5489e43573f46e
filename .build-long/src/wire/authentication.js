import { BodyReader } from './body-reader.js';
import { backend } from './message-codes.js';
import { MessageWriter } from './message-writer.js';
/** Codes of authentication requests. PROTOCOL-MESSAGE-FORMATS-AUTHENTICATIONOK and its neighbours. */
export const authenticationRequests = {
    ok: 0,
    kerberosV5: 2,
    cleartextPassword: 3,
    md5Password: 5,
    gss: 7,
    gssContinue: 8,
    sspi: 9,
    sasl: 10,
    saslContinue: 11,
    saslFinal: 12,
};
const bodyLengths = new Map([
    [authenticationRequests.ok, 0],
    [authenticationRequests.kerberosV5, 0],
    [authenticationRequests.cleartextPassword, 0],
    [authenticationRequests.md5Password, 4],
    [authenticationRequests.gss, 0],
    [authenticationRequests.sspi, 0],
]);
// Authentication* (B) 'R'
//   int32    which request; 0 means the login is done
//   bytes    up to the end, by request
export function decodeAuthentication(body) {
    const reader = new BodyReader(body, 'Authentication');
    const request = reader.int32();
    const bytes = reader.rest();
    const length = bodyLengths.get(request);
    if (length !== undefined && bytes.length !== length)
        reader.refuse('has a body of another length');
    return { type: 'Authentication', request, bytes };
}
export function encodeAuthentication(message) {
    return new MessageWriter(backend.authentication).int32(message.request).bytes(message.bytes).finish();
}
//# sourceMappingURL=authentication.js.map