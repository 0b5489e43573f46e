import { readFileSync } from 'node:fs';
import { Agent as HttpAgent, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
/** Longer answers than this are none of ours. */
const longestAnswer = 256 * 1024;
/** Vault's HTTP API, as much of it as transit needs: JSON over connections that are kept. No redirect is followed. */
export class TransitHttp {
    #options;
    #agent;
    #secure;
    #base;
    /** Throws what reading the CA file throws. */
    constructor(options) {
        this.#options = options;
        this.#base = new URL(options.address);
        this.#secure = this.#base.protocol === 'https:';
        const settings = { keepAlive: true, maxSockets: options.maxSockets };
        const ca = options.caFile === undefined ? {} : { ca: readFileSync(options.caFile) };
        this.#agent = this.#secure ? new HttpsAgent({ ...settings, ...ca }) : new HttpAgent(settings);
    }
    /** `path` is what follows /v1/. Rejects with the system's error, or SyntaxError for an answer that is not JSON. */
    call(method, path, token, body, signal) {
        const { namespace, connectMs } = this.#options;
        const bytes = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
        const options = {
            method,
            agent: this.#agent,
            signal,
            host: this.#base.hostname.replace(/^\[|\]$/g, ''),
            port: this.#base.port,
            path: `${this.#base.pathname.replace(/\/$/, '')}/v1/${path}`,
            headers: {
                'x-vault-request': 'true',
                ...(token === undefined ? {} : { 'x-vault-token': token }),
                ...(namespace === '' ? {} : { 'x-vault-namespace': namespace }),
                ...(bytes === undefined ? {} : { 'content-type': 'application/json', 'content-length': bytes.length }),
            },
        };
        return new Promise((resolve, reject) => {
            const request = (this.#secure ? requestHttps : requestHttp)(options);
            request.on('error', reject);
            request.on('socket', (socket) => boundConnecting(socket, connectMs));
            request.on('response', (response) => readAnswer(response).then(resolve, reject));
            request.end(bytes);
        });
    }
    close() {
        this.#agent.destroy();
    }
}
function boundConnecting(socket, ms) {
    if (!socket.connecting)
        return;
    const late = () => {
        socket.destroy(Object.assign(new Error('not connected in time'), { code: 'ETIMEDOUT' }));
    };
    const timer = setTimeout(late, ms);
    const clear = () => clearTimeout(timer);
    socket.once('connect', clear);
    socket.once('close', clear);
}
async function readAnswer(response) {
    const chunks = [];
    let length = 0;
    for await (const chunk of response) {
        length += chunk.length;
        if (length > longestAnswer)
            throw new Error('answer too long');
        chunks.push(chunk);
    }
    const status = response.statusCode ?? 0;
    const bytes = Buffer.concat(chunks);
    const parsed = status === 204 ? {} : parse(bytes, status);
    bytes.fill(0);
    for (const chunk of chunks)
        chunk.fill(0);
    const { request_id: requestId, data, errors } = parsed;
    return {
        status,
        requestId: typeof requestId === 'string' && requestId !== '' ? requestId : undefined,
        data: typeof data === 'object' && data !== null ? data : {},
        errors: Array.isArray(errors) ? errors.map(String) : [],
    };
}
/** A failure need not be JSON: it may come from something in between. */
function parse(bytes, status) {
    try {
        const value = JSON.parse(bytes.toString('utf8'));
        return typeof value === 'object' && value !== null ? value : {};
    }
    catch (error) {
        if (status >= 400)
            return {};
        throw new SyntaxError('the answer is not JSON', { cause: error.name });
    }
}
//# sourceMappingURL=transit-http.js.map