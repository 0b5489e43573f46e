import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import * as send from './client-messages.js';
import { decodeServerMessage } from './server-messages.js';
/** A connection that says exactly what a test wants it to say, and keeps every message that comes back. */
export class WireClient {
    parameters = new Map();
    /** Messages of the start-up, ReadyForQuery included. */
    startup = [];
    pid = 0;
    secret = Buffer.alloc(0);
    socket;
    #input = [];
    #length = 0;
    #messages = [];
    #wake;
    #failure;
    #ended = false;
    constructor(socket) {
        this.socket = socket;
        socket.setNoDelay(true);
        socket.on('data', (chunk) => {
            this.#input.push(chunk);
            this.#length += chunk.length;
            try {
                this.#decode();
            }
            catch (error) {
                this.#failure = error;
            }
            this.#wake?.();
        });
        socket.on('error', (error) => {
            this.#failure ??= error;
            this.#wake?.();
        });
        socket.on('close', () => {
            this.#ended = true;
            this.#wake?.();
        });
    }
    /** Connects and logs in (trust, cleartext or SCRAM-SHA-256); rejects with the server's message when refused. */
    static async connect(options) {
        const client = await WireClient.open(options.port, options.host);
        const user = options.user ?? 'postgres';
        client.send(send.startup({ user, database: options.database ?? 'postgres', ...options.parameters }, options.version));
        await client.#authenticate(options.password ?? '');
        return client;
    }
    static async connectUrl(url, parameters = {}) {
        const parsed = new URL(url);
        return WireClient.connect({
            host: parsed.hostname,
            port: parsed.port === '' ? 5432 : Number(parsed.port),
            user: decodeURIComponent(parsed.username),
            password: decodeURIComponent(parsed.password),
            database: parsed.pathname.slice(1),
            parameters,
        });
    }
    /** A socket with nothing said on it. */
    static async open(port, host = '127.0.0.1') {
        const socket = connect({ port, host });
        await once(socket, 'connect');
        return new WireClient(socket);
    }
    get ended() {
        return this.#ended;
    }
    send(...messages) {
        this.socket.write(Buffer.concat(messages));
    }
    /** The next message, or undefined when the peer has closed the connection. */
    async receive() {
        for (;;) {
            const next = this.#messages.shift();
            if (next !== undefined)
                return next;
            if (this.#ended)
                return undefined;
            if (this.#failure !== undefined)
                throw this.#failure;
            await new Promise((resolve) => {
                this.#wake = resolve;
            });
            this.#wake = undefined;
        }
    }
    /** Messages up to and including the first that `last` accepts; ParameterStatus is kept in `parameters` too. */
    async receiveUntil(last) {
        const messages = [];
        for (;;) {
            const message = await this.receive();
            if (message === undefined) {
                const error = messages.findLast((one) => one.type === 'ErrorResponse');
                const said = error?.type === 'ErrorResponse' ? `: ${error.fields.C} ${error.fields.M}` : '';
                throw Object.assign(new Error(`connection closed${said}`), { messages });
            }
            messages.push(message);
            if (last(message))
                return messages;
        }
    }
    /** Sends, then collects up to the given number of ReadyForQuery. */
    async exchange(messages, readies = 1) {
        this.send(...messages);
        let left = readies;
        return this.receiveUntil((message) => message.type === 'ReadyForQuery' && (left -= 1) === 0);
    }
    /** One simple Query. */
    async query(sql) {
        return outcomeOf(await this.exchange([send.query(sql)]));
    }
    /** Parse, Describe, Bind, Execute and Sync of the unnamed statement in one packet. */
    async extended(sql, options = {}) {
        const describe = options.describe ?? 'statement';
        return outcomeOf(await this.exchange([
            send.parse(sql, { oids: options.oids ?? [] }),
            ...(describe === 'statement' ? [send.describeStatement()] : []),
            send.bind({
                values: options.values ?? [],
                formats: options.formats ?? [],
                resultFormats: options.resultFormats ?? [],
            }),
            ...(describe === 'portal' ? [send.describePortal()] : []),
            send.execute(),
            send.sync(),
        ]));
    }
    /** Text of all rows of one simple Query that must succeed. */
    async rows(sql) {
        const outcome = await this.query(sql);
        if (outcome.error !== undefined)
            throw new Error(`${outcome.error.C} ${outcome.error.M}: ${sql}`);
        return outcome.rows.map((row) => row.map((value) => (value === null ? null : value.toString())));
    }
    /** Says goodbye and waits until the peer has closed. */
    async close() {
        if (this.#ended)
            return;
        const closed = once(this.socket, 'close');
        this.socket.end(send.terminate());
        this.socket.resume();
        await closed;
    }
    destroy() {
        this.socket.destroy();
    }
    async #authenticate(password) {
        for (;;) {
            const message = await this.receive();
            if (message === undefined)
                throw new Error('connection closed during start-up');
            this.startup.push(message);
            if (message.type === 'ErrorResponse') {
                this.destroy();
                const { C: code, M: text } = message.fields;
                throw Object.assign(new Error(`${code} ${text}`), { fields: message.fields });
            }
            if (message.type === 'BackendKeyData') {
                this.pid = message.pid;
                this.secret = Buffer.from(message.secret);
            }
            if (message.type === 'Authentication' && message.code === 3) {
                this.send(send.password(Buffer.from(`${password}\0`)));
            }
            if (message.type === 'Authentication' && message.code === 10)
                await this.#scram(password);
            if (message.type === 'ReadyForQuery')
                return;
        }
    }
    // RFC 5802 without channel binding.
    async #scram(password) {
        const nonce = randomBytes(18).toString('base64');
        const clientFirst = `n=,r=${nonce}`;
        this.send(send.saslInitial('SCRAM-SHA-256', `n,,${clientFirst}`));
        const serverFirst = await this.#sasl(11);
        const { r = '', s = '', i = '' } = Object.fromEntries(serverFirst.split(',').map((one) => [one[0], one.slice(2)]));
        if (!r.startsWith(nonce))
            throw new Error('server nonce does not extend ours');
        const salted = pbkdf2Sync(password, Buffer.from(s, 'base64'), Number(i), 32, 'sha256');
        const hmac = (key, text) => createHmac('sha256', key).update(text).digest();
        const clientKey = hmac(salted, 'Client Key');
        const withoutProof = `c=biws,r=${r}`;
        const authMessage = `${clientFirst},${serverFirst},${withoutProof}`;
        const signature = hmac(createHash('sha256').update(clientKey).digest(), authMessage);
        const proof = Buffer.from(clientKey.map((byte, index) => byte ^ signature[index]));
        this.send(send.password(Buffer.from(`${withoutProof},p=${proof.toString('base64')}`)));
        const serverFinal = await this.#sasl(12);
        const expected = hmac(hmac(salted, 'Server Key'), authMessage).toString('base64');
        if (serverFinal !== `v=${expected}`)
            throw new Error('server signature is wrong');
    }
    async #sasl(code) {
        const message = await this.receive();
        if (message?.type === 'ErrorResponse') {
            throw Object.assign(new Error(`${message.fields.C} ${message.fields.M}`), { fields: message.fields });
        }
        if (message?.type !== 'Authentication' || message.code !== code)
            throw new Error(`expected authentication ${code}`);
        return message.data.toString();
    }
    #decode() {
        for (;;) {
            if (this.#length < 5)
                return;
            let head = this.#input[0];
            if (head.length < 5)
                head = this.#join();
            const size = head.readInt32BE(1) + 1;
            if (this.#length < size)
                return;
            if (head.length < size)
                head = this.#join();
            const message = decodeServerMessage(String.fromCharCode(head[0]), head.subarray(5, size));
            if (message.type === 'ParameterStatus')
                this.parameters.set(message.name, message.value);
            this.#messages.push(message);
            this.#length -= size;
            if (head.length === size)
                this.#input.shift();
            else
                this.#input[0] = head.subarray(size);
        }
    }
    #join() {
        this.#input = [Buffer.concat(this.#input)];
        return this.#input[0];
    }
}
/** The messages of one or more statements, sorted. */
export function outcomeOf(messages) {
    let fields;
    let parameterOids;
    let error;
    let status;
    const rows = [];
    const tags = [];
    for (const message of messages) {
        if (message.type === 'RowDescription')
            fields = message.fields;
        else if (message.type === 'ParameterDescription')
            parameterOids = message.oids;
        else if (message.type === 'DataRow')
            rows.push(message.values);
        else if (message.type === 'CommandComplete')
            tags.push(message.tag);
        else if (message.type === 'ErrorResponse')
            error ??= message.fields;
        else if (message.type === 'ReadyForQuery')
            status = message.status;
    }
    return { messages, fields, parameterOids, rows, tags, error, status };
}
//# sourceMappingURL=wire-client.js.map