import { BodyReader } from './body-reader.js';
import { backend } from './message-codes.js';
const message = { type: 'PortalSuspended' };
const frame = Buffer.from([backend.portalSuspended, 0, 0, 0, 4]);
// PortalSuspended (B) 's', no body.
export function decodePortalSuspended(body) {
    new BodyReader(body, 'PortalSuspended').end();
    return message;
}
/** One frame shared by all callers: never write into it. */
export function encodePortalSuspended(_message = message) {
    return frame;
}
//# sourceMappingURL=portal-suspended.js.map