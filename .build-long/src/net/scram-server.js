// The server's side of SCRAM-SHA-256 and SCRAM-SHA-256-PLUS: RFC 5802, 7677; what PostgreSQL expects of it is in
// SASL-AUTHENTICATION. The password never comes here: only the proof that the client knows it.
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { PgsealError } from '../errors.js';
export const scram = 'SCRAM-SHA-256';
export const scramPlus = 'SCRAM-SHA-256-PLUS';
const mockIterations = 4096;
/** What a user without a secret is asked with: the same each time, and like one with a wrong password (pitfall A31). */
function mockSecret(user, key) {
    const salt = createHmac('sha256', key).update(user).digest().subarray(0, 16);
    return { iterations: mockIterations, salt, storedKey: randomBytes(32), serverKey: randomBytes(32) };
}
/** One exchange. Each method is called once, in order; each throws loginMessage for what RFC 5802 does not allow. */
export class ScramServer {
    secret;
    known;
    binding;
    header = '';
    bound = false;
    firstBare = '';
    serverFirst = '';
    nonce = '';
    /** `binding`: tls-server-end-point of the proxy's own certificate, where the client's leg has one. */
    constructor(user, found, binding) {
        this.known = found.secret !== undefined;
        this.secret = found.secret ?? mockSecret(user, found.mockKey);
        this.binding = binding;
    }
    /** Mechanisms to offer, the strongest first. */
    get mechanisms() {
        return this.binding === undefined ? [scram] : [scramPlus, scram];
    }
    /** client-first-message to server-first-message. */
    begin(mechanism, message) {
        if (!this.mechanisms.includes(mechanism))
            throw malformed('mechanism');
        const text = latin(message);
        // gs2-header: "n" | "y" | "p=" cb-name, then "," [authzid] ","
        const match = /^(n|y|p=([A-Za-z0-9.-]+)),([^,]*),(.*)$/s.exec(text);
        if (match === null)
            throw malformed('first message');
        const [, flag, type, identity, bare] = match;
        if (identity !== '')
            throw malformed('authorization identity');
        if (mechanism === scramPlus) {
            if (type !== 'tls-server-end-point')
                throw malformed('channel binding');
            this.bound = true;
        }
        else if (flag !== 'n' && !(flag === 'y' && this.binding === undefined)) {
            // "y" says that the client can bind and believes that we cannot: somebody has changed the list (RFC 5802 section 6).
            throw malformed('channel binding');
        }
        const parts = /^n=[^,]*,r=([\x21-\x2b\x2d-\x7e]+)(,.*)?$/s.exec(bare ?? '');
        if (parts === null)
            throw malformed('first message');
        this.header = `${flag},,`;
        this.firstBare = bare;
        this.nonce = `${parts[1]}${randomBytes(18).toString('base64')}`;
        const { salt, iterations } = this.secret;
        this.serverFirst = `r=${this.nonce},s=${salt.toString('base64')},i=${iterations}`;
        return Buffer.from(this.serverFirst, 'latin1');
    }
    /** client-final-message to the verdict; undefined when the password is wrong or the user has none. */
    finish(message) {
        const match = /^(c=([A-Za-z0-9+/=]+),r=([^,]+)(?:,[^,]*)*?),p=([A-Za-z0-9+/]+={0,2})$/s.exec(latin(message));
        if (match === null)
            throw malformed('final message');
        const [, withoutProof, binding, nonce, proof64] = match;
        if (nonce !== this.nonce)
            throw malformed('nonce');
        const wanted = Buffer.concat([Buffer.from(this.header), this.bound ? this.binding : Buffer.alloc(0)]);
        if (binding !== wanted.toString('base64'))
            throw malformed('channel binding');
        const proof = Buffer.from(proof64, 'base64');
        if (proof.length !== 32)
            throw malformed('proof');
        const authMessage = Buffer.from(`${this.firstBare},${this.serverFirst},${withoutProof}`, 'latin1');
        const signature = createHmac('sha256', this.secret.storedKey).update(authMessage).digest();
        const clientKey = Buffer.alloc(32);
        for (let i = 0; i < 32; i += 1)
            clientKey[i] = proof[i] ^ signature[i];
        const right = timingSafeEqual(createHash('sha256').update(clientKey).digest(), this.secret.storedKey);
        if (!right || !this.known)
            return undefined;
        const serverSignature = createHmac('sha256', this.secret.serverKey).update(authMessage).digest('base64');
        return { message: Buffer.from(`v=${serverSignature}`), clientKey };
    }
}
// Bytes kept one to one: what is signed must be what was sent.
function latin(message) {
    return message.toString('latin1');
}
function malformed(what) {
    return new PgsealError('loginMessage', { what });
}
//# sourceMappingURL=scram-server.js.map