import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { KmsFaults } from '../kms-server/kms-faults.js';
import { decrypt, encrypt, hmac, newKey, rotate, TransitError } from './transit-keys.js';
/**
 * A transit engine for tests, as HashiCorp Vault and OpenBao answer: HTTP on the loopback, mounted at `transit`, with
 * tokens and policies. What it knows it does as they do; what it does not know is 404.
 */
export class TransitServer {
    calls = [];
    /** Milliseconds before every answer. */
    delayMs = 0;
    #tokens = new Map();
    #keys = new Map();
    #faults = new KmsFaults();
    #server;
    #port = 0;
    constructor(rootToken) {
        this.#tokens.set(rootToken, 'root');
        this.#server = createServer((request, response) => {
            this.#serve(request, response).catch(() => response.destroy());
        });
    }
    /** Its address; after `close` the same as before. */
    async listen() {
        await new Promise((resolve) => this.#server.listen(this.#port, '127.0.0.1', resolve));
        this.#port = this.#server.address().port;
        return `http://127.0.0.1:${this.#port}`;
    }
    async close() {
        this.#server.closeAllConnections();
        await new Promise((resolve) => this.#server.close(resolve));
    }
    issue(policy) {
        const token = `s.${randomBytes(12).toString('hex')}`;
        this.#tokens.set(token, policy);
        return token;
    }
    revoke(token) {
        this.#tokens.delete(token);
    }
    fail(fault, times = 1, operation) {
        this.#faults.order(fault, times, operation);
    }
    schedule(decide) {
        this.#faults.schedule(decide);
    }
    clearFaults() {
        this.#faults.clear();
    }
    count(operation) {
        return this.calls.filter((call) => call.operation === operation).length;
    }
    async #serve(request, response) {
        const chunks = [];
        for await (const chunk of request)
            chunks.push(chunk);
        const text = Buffer.concat(chunks).toString('utf8');
        const path = decodeURIComponent(request.url ?? '').replace(/^\/v1\//, '');
        const call = {
            operation: path.split('/')[1] ?? '',
            path,
            token: String(request.headers['x-vault-token'] ?? ''),
            namespace: String(request.headers['x-vault-namespace'] ?? ''),
            body: text === '' ? {} : JSON.parse(text),
            requestId: randomUUID(),
            status: undefined,
        };
        this.calls.push(call);
        if (this.delayMs > 0)
            await delay(this.delayMs, undefined, { ref: false });
        const fault = this.#faults.next(call.operation);
        if (fault?.kind === 'slow')
            await delay(fault.ms, undefined, { ref: false });
        else if (fault?.kind === 'drop')
            return void request.socket.destroy();
        else if (fault?.kind === 'reset')
            return void request.socket.resetAndDestroy();
        else if (fault?.kind === 'hang') {
            if (!request.socket.destroyed)
                await once(request.socket, 'close');
            return;
        }
        let answer;
        try {
            if (fault?.kind === 'throttle')
                throw new TransitError(429, 'request path "transit": rate limit quota exceeded');
            if (fault?.kind === 'error')
                throw new TransitError(fault.status, fault.type);
            const data = this.#perform(request.method ?? '', call);
            call.status = data === undefined ? 204 : 200;
            answer = { request_id: call.requestId, lease_id: '', renewable: false, lease_duration: 0, data, warnings: null };
        }
        catch (error) {
            if (!(error instanceof TransitError))
                throw error;
            call.status = error.status;
            answer = { errors: error.message === '' ? [] : [error.message] };
        }
        response.writeHead(call.status, { 'content-type': 'application/json' });
        response.end(call.status === 204 ? undefined : JSON.stringify(answer));
    }
    #perform(method, { path, token, body }) {
        const policy = this.#tokens.get(token);
        if (policy === undefined)
            throw new TransitError(403, 'permission denied');
        const own = (asked) => capabilitiesOf(policy, asked);
        if (path === 'sys/capabilities-self') {
            return Object.fromEntries(body.paths.map((asked) => [asked, own(asked)]));
        }
        const needed = method === 'GET' ? 'read' : 'update';
        const given = own(path);
        if (!given.includes('root') && !given.includes(needed) && !(needed === 'update' && given.includes('create'))) {
            throw new TransitError(403, '1 error occurred:\n\t* permission denied\n\n');
        }
        const [mount, operation, first = '', second] = path.split('/');
        if (mount !== 'transit')
            throw new TransitError(404, `no handler for route "${path}". route entry not found.`);
        if (operation === 'keys')
            return this.#manage(method, first, second, body);
        const name = operation === 'datakey' ? (second ?? '') : first;
        const key = this.#keys.get(name);
        if (key === undefined)
            throw new TransitError(400, 'encryption key not found');
        return perform(operation ?? '', first, key, body);
    }
    #manage(method, name, what, body) {
        const key = this.#keys.get(name);
        if (method === 'GET') {
            if (key === undefined)
                throw new TransitError(404, '');
            return {
                name,
                type: key.type,
                derived: key.derived,
                convergent_encryption: key.convergent,
                latest_version: key.versions.length,
                min_decryption_version: key.minDecryptionVersion,
                min_encryption_version: 0,
            };
        }
        if (what === undefined) {
            const type = String(body.type ?? 'aes256-gcm96');
            if (key === undefined) {
                this.#keys.set(name, newKey(type, body.derived === true, body.convergent_encryption === true));
            }
        }
        else if (key === undefined)
            throw new TransitError(400, 'no existing key named by that name could be found');
        else if (what === 'rotate')
            rotate(key);
        else if (what === 'config')
            key.minDecryptionVersion = Number(body.min_decryption_version);
        else
            throw new TransitError(404, 'unsupported path');
        return undefined;
    }
}
function perform(operation, first, key, body) {
    const context = typeof body.context === 'string' ? body.context : undefined;
    const keyVersion = key.versions.length;
    switch (operation) {
        case 'datakey': {
            const plaintext = randomBytes(Number(body.bits ?? 256) / 8);
            const ciphertext = encrypt(key, plaintext, context);
            if (first === 'wrapped')
                return { ciphertext, key_version: keyVersion };
            return { ciphertext, key_version: keyVersion, plaintext: plaintext.toString('base64') };
        }
        case 'encrypt':
            return {
                ciphertext: encrypt(key, Buffer.from(String(body.plaintext), 'base64'), context),
                key_version: keyVersion,
            };
        case 'decrypt':
            return { plaintext: decrypt(key, String(body.ciphertext), context).toString('base64') };
        case 'rewrap':
            return {
                ciphertext: encrypt(key, decrypt(key, String(body.ciphertext), context), context),
                key_version: keyVersion,
            };
        case 'hmac':
            return { hmac: hmac(key, Buffer.from(String(body.input), 'base64'), Number(body.key_version ?? 0)) };
        default:
            throw new TransitError(404, 'unsupported path');
    }
}
/** What the best fitting line of the policy gives: an exact path, or the longest that ends in `*`. */
function capabilitiesOf(policy, path) {
    if (policy === 'root')
        return ['root'];
    const exact = policy[path];
    if (exact !== undefined)
        return exact;
    const prefixes = Object.keys(policy).filter((line) => line.endsWith('*') && path.startsWith(line.slice(0, -1)));
    const longest = prefixes.sort((a, b) => b.length - a.length)[0];
    return longest === undefined ? ['deny'] : policy[longest];
}
//# sourceMappingURL=transit-server.js.map