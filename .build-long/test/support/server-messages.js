// The server's messages, read by hand from PROTOCOL-MESSAGE-FORMATS, without src/wire.
const bareNames = {
    '1': 'ParseComplete',
    '2': 'BindComplete',
    '3': 'CloseComplete',
    n: 'NoData',
    I: 'EmptyQueryResponse',
    s: 'PortalSuspended',
    c: 'CopyDone',
};
const copyNames = { G: 'CopyInResponse', H: 'CopyOutResponse', W: 'CopyBothResponse' };
/** `body` is everything after the length. Throws on a type that no server sends, and on left-over bytes. */
export function decodeServerMessage(type, body) {
    const reader = new Reader(body);
    const message = decode(type, reader);
    if (reader.at !== body.length)
        throw new Error(`message ${type} has ${body.length - reader.at} left-over bytes`);
    return message;
}
function decode(type, reader) {
    if (type in bareNames)
        return { type: bareNames[type] };
    switch (type) {
        case 'R':
            return { type: 'Authentication', code: reader.int32(), data: reader.rest() };
        case 'S':
            return { type: 'ParameterStatus', name: reader.text(), value: reader.text() };
        case 'K':
            return { type: 'BackendKeyData', pid: reader.int32(), secret: reader.rest() };
        case 'Z':
            return { type: 'ReadyForQuery', status: reader.take(1).toString() };
        case 'T':
            return { type: 'RowDescription', fields: reader.list(reader.int16(), () => readField(reader)) };
        case 'D':
            return { type: 'DataRow', values: reader.list(reader.int16(), () => reader.value()) };
        case 'C':
            return { type: 'CommandComplete', tag: reader.text() };
        case 'E':
        case 'N':
            return { type: type === 'E' ? 'ErrorResponse' : 'NoticeResponse', fields: readErrorFields(reader) };
        case 't':
            return { type: 'ParameterDescription', oids: reader.list(reader.uint16(), () => reader.uint32()) };
        case 'A':
            return { type: 'NotificationResponse', pid: reader.int32(), channel: reader.text(), payload: reader.text() };
        case 'v': {
            const version = reader.int32();
            return {
                type: 'NegotiateProtocolVersion',
                version,
                unrecognized: reader.list(reader.int32(), () => reader.text()),
            };
        }
        case 'G':
        case 'H':
        case 'W':
            reader.take(1);
            return { type: copyNames[type], formats: reader.list(reader.int16(), () => reader.int16()) };
        case 'd':
            return { type: 'CopyData', data: reader.rest() };
        case 'V':
            return { type: 'FunctionCallResponse', value: reader.value() };
        default:
            throw new Error(`unrecognized message type ${JSON.stringify(type)}`);
    }
}
function readField(reader) {
    return {
        name: reader.text(),
        tableOid: reader.uint32(),
        attnum: reader.int16(),
        typeOid: reader.uint32(),
        typlen: reader.int16(),
        typmod: reader.int32(),
        format: reader.int16(),
    };
}
function readErrorFields(reader) {
    const fields = {};
    for (let code = reader.take(1).toString('latin1'); code !== '\0'; code = reader.take(1).toString('latin1')) {
        fields[code] = reader.text();
    }
    return fields;
}
class Reader {
    at = 0;
    #bytes;
    constructor(bytes) {
        this.#bytes = bytes;
    }
    take(length) {
        const part = this.#bytes.subarray(this.at, this.at + length);
        if (length < 0 || part.length !== length)
            throw new Error('message is too short');
        this.at += length;
        return part;
    }
    rest() {
        return this.take(this.#bytes.length - this.at);
    }
    int16() {
        return this.take(2).readInt16BE();
    }
    uint16() {
        return this.take(2).readUInt16BE();
    }
    int32() {
        return this.take(4).readInt32BE();
    }
    uint32() {
        return this.take(4).readUInt32BE();
    }
    text() {
        const end = this.#bytes.indexOf(0, this.at);
        if (end === -1)
            throw new Error('text without end');
        const value = this.take(end - this.at).toString();
        this.at += 1;
        return value;
    }
    value() {
        const length = this.int32();
        return length === -1 ? null : this.take(length);
    }
    list(count, read) {
        return Array.from({ length: count }, read);
    }
}
//# sourceMappingURL=server-messages.js.map