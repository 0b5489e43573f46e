import { randomFillSync } from 'node:crypto';
import { nonceLength } from './envelope.js';
/** One call to the random source for many nonces: a call for each costs as much as the cipher. */
const pool = Buffer.allocUnsafeSlow(nonceLength * 340);
let used = pool.length;
/** Writes 12 fresh random bytes into `target` at `offset`. No byte of the pool is given out twice. */
export function writeNonce(target, offset) {
    if (used === pool.length) {
        randomFillSync(pool);
        used = 0;
    }
    pool.copy(target, offset, used, used + nonceLength);
    used += nonceLength;
}
//# sourceMappingURL=nonce.js.map