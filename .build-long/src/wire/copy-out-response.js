import { BodyReader } from './body-reader.js';
import { decodeCopyResponse, encodeCopyResponse } from './copy-response.js';
import { backend } from './message-codes.js';
// CopyOutResponse (B) 'H': copy-response.ts has the layout.
export function decodeCopyOutResponse(body) {
    return { type: 'CopyOutResponse', ...decodeCopyResponse(new BodyReader(body, 'CopyOutResponse')) };
}
export function encodeCopyOutResponse(message) {
    return encodeCopyResponse(backend.copyOutResponse, message);
}
//# sourceMappingURL=copy-out-response.js.map