import { PgsealError } from '../errors.js';
import { dataKeyLength } from '../seal/envelope.js';
import { encodeParts } from '../seal/parts.js';
import { CiphertextRefused } from './provider.js';
import { TransitRefusal, transitFailure } from './transit-failure.js';
import { TransitHttp } from './transit-http.js';
import { fixedToken, tokenFile } from './transit-token.js';
// The transit provider: docs/envelope-format.md section 6.8.
const blobVersion = 1;
/** u8 version, u32 version of the key; then what stands behind the prefix: 12 nonce, ciphertext, 16 tag. */
const blobHead = 5;
const shortestBlob = blobHead + 12 + 16;
/**
 * Index keys must come out the same for ever, whatever the key is rotated to: they are made with its first version.
 * They rotate by their own id, which is part of the message.
 */
const hmacVersion = 1;
/** Kinds of transit keys that authenticate what they encrypt and can be derived. */
const aeadTypes = ['aes256-gcm96', 'aes128-gcm96', 'chacha20-poly1305', 'xchacha20-poly1305'];
/**
 * The transit engine of HashiCorp Vault or OpenBao for one named key. Its keys must be derived ones: then the service mixes
 * the context of a call into the key itself, so that nothing opens under another context. It is the only binding that all of
 * datakey, decrypt and rewrap take; associated_data is none of datakey's parameters.
 */
export function createTransitProvider(config, calls, now) {
    const { mount, namespace, namedKey } = config;
    const http = openHttp(config, calls);
    const token = tokenSource(config, now);
    const prefix = namespace === '' ? `${mount}/keys/` : `${namespace}/${mount}/keys/`;
    const arnOf = (name) => prefix + name;
    const nameOf = (arn) => arn.slice(prefix.length);
    const arn = arnOf(config.keyId);
    const trusted = [arn, ...config.previousKeyIds.map(arnOf)];
    const indexArn = config.indexKeyId === undefined ? undefined : arnOf(config.indexKeyId);
    const send = async (path, body, signal, onCall) => {
        const method = body === undefined ? 'GET' : 'POST';
        const used = token.current();
        if (used === undefined) {
            throw new PgsealError('keyServiceUnavailable', { key: namedKey, reason: 'there is no token for it' });
        }
        let answer = await http.call(method, path, used, body, signal);
        // A token that has run out is refused like one without the right.
        if (answer.status === 403 && token.renewed(used)) {
            answer = await http.call(method, path, token.current(), body, signal);
        }
        if (answer.requestId !== undefined)
            onCall?.(answer.requestId);
        if (answer.status !== 200)
            throw new TransitRefusal(answer);
        return answer;
    };
    const call = (operation, path, body, onCall) => calls.run((signal) => send(path, body, signal, onCall), (error) => transitFailure(namedKey, operation, error));
    const missing = (operation) => {
        const reason = 'its answer lacks what was asked for';
        throw new PgsealError('keyServiceRefused', { key: namedKey, reason }, { logDetail: operation });
    };
    /** 32 bytes out of base64. */
    const secret = (operation, text) => {
        const bytes = typeof text === 'string' ? Buffer.from(text, 'base64') : undefined;
        return bytes?.length === dataKeyLength ? bytes : missing(operation);
    };
    const blobOf = (operation, text) => toBlob(text) ?? missing(operation);
    const check = async (name) => {
        const { data } = await call('read', `${mount}/keys/${name}`);
        const problem = unfit(data);
        if (problem === undefined)
            return;
        throw new PgsealError('keyConfiguration', { key: namedKey, reason: `transit key "${name}" ${problem}` });
    };
    const decrypt = async (from, wrapped, context, onCall) => {
        const body = { ciphertext: fromBlob(wrapped), context: contextText(context) };
        const { data } = await call('decrypt', `${mount}/decrypt/${nameOf(from)}`, body, onCall);
        return secret('decrypt', data.plaintext);
    };
    return {
        name: 'transit',
        immediate: false,
        async describe() {
            await Promise.all([config.keyId, ...config.previousKeyIds].map(check));
            return { arn, trusted, indexArn };
        },
        ping: () => check(config.keyId),
        trusts: (stored) => trusted.includes(stored),
        trustsForIndex: (stored) => stored === indexArn,
        async generate(context, onCall, under = arn) {
            const body = { context: contextText(context), bits: 8 * dataKeyLength };
            const { data } = await call('datakey', `${mount}/datakey/plaintext/${nameOf(under)}`, body, onCall);
            return { plaintext: secret('datakey', data.plaintext), wrapped: blobOf('datakey', data.ciphertext) };
        },
        decrypt,
        async rewrap(from, wrapped, fromContext, toContext, to = arn, onCall = undefined) {
            const context = contextText(toContext);
            if (from === to && contextText(fromContext) === context) {
                const body = { ciphertext: fromBlob(wrapped), context };
                const { data } = await call('rewrap', `${mount}/rewrap/${nameOf(to)}`, body, onCall);
                return blobOf('rewrap', data.ciphertext);
            }
            // The service's own rewrap keeps key and context, so the data key comes through here.
            const plaintext = await decrypt(from, wrapped, fromContext, onCall);
            const body = { plaintext: plaintext.toString('base64'), context };
            plaintext.fill(0);
            const { data } = await call('encrypt', `${mount}/encrypt/${nameOf(to)}`, body, onCall);
            return blobOf('encrypt', data.ciphertext);
        },
        async mac(under, message, onCall) {
            const body = { input: message.toString('base64'), key_version: hmacVersion };
            const { data } = await call('hmac', `${mount}/hmac/${nameOf(under)}/sha2-256`, body, onCall);
            const text = typeof data.hmac === 'string' ? data.hmac : '';
            const head = `vault:v${hmacVersion}:`;
            return text.startsWith(head) ? secret('hmac', text.slice(head.length)) : missing('hmac');
        },
        async dryRunDecrypt(_context, others = []) {
            const names = [...trusted, ...others].map(nameOf);
            const paths = names.flatMap((name) => [`${mount}/decrypt/${name}`, `${mount}/export/encryption-key/${name}`]);
            const answer = await call('capabilities', 'sys/capabilities-self', { paths }).catch(() => undefined);
            if (answer === undefined)
                return 'not known';
            const verdicts = paths.map((path) => capabilities(answer.data[path]));
            if (verdicts.some((verdict) => verdict === undefined))
                return 'not known';
            return verdicts.every((verdict) => verdict.every((capability) => capability === 'deny')) ? 'denied' : 'permitted';
        },
        close: () => http.close(),
    };
}
function openHttp(config, calls) {
    const { address, namespace, caFile } = config;
    try {
        return new TransitHttp({ address, namespace, caFile, connectMs: calls.policy.connectMs, maxSockets: calls.bound });
    }
    catch {
        throw new PgsealError('keyConfiguration', { key: config.namedKey, reason: 'caFile cannot be read' });
    }
}
function tokenSource(config, now) {
    return config.tokenFile === undefined ? fixedToken(config.token ?? '') : tokenFile(config.tokenFile, now);
}
/** Why a key of the service cannot be used; undefined when it can. */
function unfit(data) {
    if (typeof data.type !== 'string' || !aeadTypes.includes(data.type))
        return 'is not of an authenticated kind';
    if (data.derived !== true)
        return 'is not derived, so that it would not bind the encryption context';
    if (data.convergent_encryption === true)
        return 'is convergent, so that equal keys would look equal';
    return undefined;
}
function capabilities(listed) {
    return Array.isArray(listed) && listed.length > 0 ? listed : undefined;
}
/** docs/envelope-format.md section 6.8: what `context` holds, in base64. */
function contextText(context) {
    const pairs = Object.entries(context).map(([key, value]) => [Buffer.from(key), Buffer.from(value)]);
    pairs.sort(([a], [b]) => Buffer.compare(a, b));
    return encodeParts(['pgseal/transit/1', ...pairs.flat()]).toString('base64');
}
/** `vault:vN:BASE64` as bytes; undefined when it is anything else. */
function toBlob(ciphertext) {
    const [, version, base64] = /^vault:v([1-9]\d{0,9}):([A-Za-z0-9+/]+={0,2})$/.exec(String(ciphertext)) ?? [];
    if (version === undefined || base64 === undefined || Number(version) > 0xffff_ffff)
        return undefined;
    const bytes = Buffer.from(base64, 'base64');
    const blob = Buffer.alloc(blobHead + bytes.length);
    blob[0] = blobVersion;
    blob.writeUInt32BE(Number(version), 1);
    bytes.copy(blob, blobHead);
    return blob.length < shortestBlob || fromBlob(blob) !== ciphertext ? undefined : blob;
}
function fromBlob(blob) {
    // The service takes version 0 for 1: a second spelling of one blob is none of ours.
    if (blob.length < shortestBlob || blob[0] !== blobVersion || blob.readUInt32BE(1) === 0) {
        throw new CiphertextRefused('the wrapped key is not one of the transit provider');
    }
    return `vault:v${blob.readUInt32BE(1)}:${blob.toString('base64', blobHead)}`;
}
//# sourceMappingURL=transit.js.map