import { AuditSetupError } from './audit-setup-error.js';
import { readAuditKeyFile, takeSegmentKey } from './key-file.js';
import { seedFromSegmentKey, seedMessage } from './line-chain.js';
/** Keys from a key file that each start moves on: what is left in it opens no line that was written. */
export function keysFromFile(path) {
    return {
        begin(last, run) {
            const held = readAuditKeyFile(path);
            held.key.fill(0);
            if (held.segment <= last) {
                throw new AuditSetupError(`audit key file "${path}" is of segment ${held.segment}, and segment ${last} is written already: it is an old copy`);
            }
            const { segment, key } = takeSegmentKey(path);
            const seed = seedFromSegmentKey(key, run);
            key.fill(0);
            return { segment, seed };
        },
    };
}
/** Keys from a key service: it is asked once a start. */
export function keysFromMac(macOf) {
    return {
        async begin(last, run) {
            const segment = last + 1;
            return { segment, seed: await macOf(seedMessage(segment, run)) };
        },
    };
}
//# sourceMappingURL=segment-keys.js.map