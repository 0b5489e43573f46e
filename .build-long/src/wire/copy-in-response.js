import { BodyReader } from './body-reader.js';
import { decodeCopyResponse, encodeCopyResponse } from './copy-response.js';
import { backend } from './message-codes.js';
// CopyInResponse (B) 'G': copy-response.ts has the layout.
export function decodeCopyInResponse(body) {
    return { type: 'CopyInResponse', ...decodeCopyResponse(new BodyReader(body, 'CopyInResponse')) };
}
export function encodeCopyInResponse(message) {
    return encodeCopyResponse(backend.copyInResponse, message);
}
//# sourceMappingURL=copy-in-response.js.map