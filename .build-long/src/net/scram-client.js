// The client's side of SCRAM-SHA-256(-PLUS), towards the server: with a password, or with the key that a client's own login
// has shown (RFC 5802, 7677).
import { createHash, createHmac, pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
const derive = promisify(pbkdf2);
/** More would let a server hold this process's threads for seconds. */
const mostIterations = 1_000_000;
/** One exchange. Methods give undefined where the server does not follow the RFC or cannot know the user's secret. */
export class ScramClient {
    credential;
    binding;
    nonce = randomBytes(18).toString('base64');
    serverSignature;
    constructor(credential, binding) {
        this.credential = credential;
        this.binding = binding;
    }
    first() {
        return Buffer.from(`${this.binding.header}n=,r=${this.nonce}`);
    }
    /** server-first-message to client-final-message. */
    async finish(serverFirst) {
        const text = serverFirst.toString('latin1');
        const match = /^r=([^,]+),s=([A-Za-z0-9+/]+={0,2}),i=(\d{1,9})(,.*)?$/s.exec(text);
        if (match === null)
            return undefined;
        const [, nonce, salt64, iterationsText] = match;
        const iterations = Number(iterationsText);
        if (!nonce.startsWith(this.nonce) || nonce.length === this.nonce.length)
            return undefined;
        if (iterations < 1 || iterations > mostIterations)
            return undefined;
        const keys = await this.keys(Buffer.from(salt64, 'base64'), iterations);
        if (keys === undefined)
            return undefined;
        const channel = Buffer.concat([Buffer.from(this.binding.header), this.binding.data]).toString('base64');
        const withoutProof = `c=${channel},r=${nonce}`;
        const authMessage = Buffer.from(`n=,r=${this.nonce},${text},${withoutProof}`, 'latin1');
        const signature = createHmac('sha256', createHash('sha256').update(keys.clientKey).digest())
            .update(authMessage)
            .digest();
        const proof = Buffer.alloc(32);
        for (let i = 0; i < 32; i += 1)
            proof[i] = keys.clientKey[i] ^ signature[i];
        this.serverSignature = createHmac('sha256', keys.serverKey).update(authMessage).digest();
        return Buffer.from(`${withoutProof},p=${proof.toString('base64')}`, 'latin1');
    }
    /** True when server-final-message shows that the server knows the secret too. */
    confirms(serverFinal) {
        const match = /^v=([A-Za-z0-9+/]{43}=)$/.exec(serverFinal.toString('latin1'));
        if (match === null || this.serverSignature === undefined)
            return false;
        return timingSafeEqual(Buffer.from(match[1], 'base64'), this.serverSignature);
    }
    async keys(salt, iterations) {
        const { credential } = this;
        if ('clientKey' in credential) {
            const { secret, clientKey } = credential;
            if (secret.iterations !== iterations || !secret.salt.equals(salt))
                return undefined;
            return { clientKey, serverKey: secret.serverKey };
        }
        // Off the event loop (pitfall A35).
        const salted = await derive(credential.password, salt, iterations, 32, 'sha256');
        return {
            clientKey: createHmac('sha256', salted).update('Client Key').digest(),
            serverKey: createHmac('sha256', salted).update('Server Key').digest(),
        };
    }
}
//# sourceMappingURL=scram-client.js.map