import { BodyReader } from './body-reader.js';
import { decodeCopyResponse, encodeCopyResponse } from './copy-response.js';
import { backend } from './message-codes.js';
// CopyBothResponse (B) 'W': copy-response.ts has the layout.
export function decodeCopyBothResponse(body) {
    return { type: 'CopyBothResponse', ...decodeCopyResponse(new BodyReader(body, 'CopyBothResponse')) };
}
export function encodeCopyBothResponse(message) {
    return encodeCopyResponse(backend.copyBothResponse, message);
}
//# sourceMappingURL=copy-both-response.js.map