// The client's messages, built by hand from PROTOCOL-MESSAGE-FORMATS: tests share no code with src/wire, so that an error
// there cannot hide itself here.
const int16 = (value) => Buffer.from([(value >> 8) & 0xff, value & 0xff]);
const int32 = (value) => {
    const bytes = Buffer.alloc(4);
    bytes.writeInt32BE(value | 0);
    return bytes;
};
const text = (value) => Buffer.concat([Buffer.from(value), Buffer.from([0])]);
/** A message of any type; the length is filled in. */
export function frame(type, ...parts) {
    const body = Buffer.concat(parts);
    return Buffer.concat([Buffer.from(type, 'latin1'), int32(body.length + 4), body]);
}
function untyped(...parts) {
    const body = Buffer.concat(parts.map((part) => (typeof part === 'number' ? int32(part) : Buffer.from(part))));
    return Buffer.concat([int32(body.length + 4), body]);
}
export const protocol30 = 196608;
export function startup(parameters, version = protocol30) {
    const pairs = Object.entries(parameters).flatMap(([name, value]) => [text(name), text(value)]);
    return untyped(version, Buffer.concat([...pairs, Buffer.from([0])]));
}
export const sslRequest = () => untyped(80877103);
export const gssEncRequest = () => untyped(80877104);
export const cancelRequest = (pid, secret) => untyped(80877102, pid, secret);
export const query = (sql) => frame('Q', text(sql));
export const sync = () => frame('S');
export const flush = () => frame('H');
export const terminate = () => frame('X');
export const copyData = (data) => frame('d', Buffer.from(data));
export const copyDone = () => frame('c');
export const copyFail = (reason) => frame('f', text(reason));
export const password = (data) => frame('p', data);
export function parse(sql, options = {}) {
    const oids = options.oids ?? [];
    return frame('P', text(options.name ?? ''), text(sql), int16(oids.length), ...oids.map(int32));
}
export function bind(options = {}) {
    const values = (options.values ?? []).map((value) => {
        if (value === null)
            return int32(-1);
        const bytes = Buffer.from(value);
        return Buffer.concat([int32(bytes.length), bytes]);
    });
    const formats = options.formats ?? [];
    const results = options.resultFormats ?? [];
    return frame('B', text(options.portal ?? ''), text(options.statement ?? ''), int16(formats.length), ...formats.map(int16), int16(values.length), ...values, int16(results.length), ...results.map(int16));
}
export const describeStatement = (name = '') => frame('D', Buffer.from('S'), text(name));
export const describePortal = (name = '') => frame('D', Buffer.from('P'), text(name));
export const execute = (portal = '', maxRows = 0) => frame('E', text(portal), int32(maxRows));
export const closeStatement = (name = '') => frame('C', Buffer.from('S'), text(name));
export const closePortal = (name = '') => frame('C', Buffer.from('P'), text(name));
export function functionCall(oid, values) {
    const parts = values.map((value) => (value === null ? int32(-1) : Buffer.concat([int32(value.length), value])));
    return frame('F', int32(oid), int16(1), int16(1), int16(values.length), ...parts, int16(1));
}
/** SASLInitialResponse: the mechanism, then the first message with its length. */
export const saslInitial = (mechanism, first) => password(Buffer.concat([text(mechanism), int32(first.length), Buffer.from(first)]));
//# sourceMappingURL=client-messages.js.map