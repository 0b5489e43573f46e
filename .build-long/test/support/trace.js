/**
 * Messages as text, one a line, so that transcripts can be compared and read. What differs between two databases that
 * hold the same (OIDs of their own relations, process ids) is left out; `S` and `N` are left out with `quiet`.
 */
export function trace(messages, options = {}) {
    return messages
        .filter(({ type }) => options.quiet !== true || (type !== 'ParameterStatus' && type !== 'NoticeResponse'))
        .map(traceLine);
}
export function traceLine(message) {
    switch (message.type) {
        case 'RowDescription':
            return `RowDescription ${message.fields
                .map((f) => `${f.name}:${f.typeOid}/${f.typlen}/${f.typmod}/${f.format}/${f.tableOid === 0 ? 0 : `t.${f.attnum}`}`)
                .join(' ')}`;
        case 'DataRow':
            return `DataRow ${message.values.map(traceValue).join(' ')}`;
        case 'CommandComplete':
            return `CommandComplete ${message.tag}`;
        case 'ErrorResponse':
        case 'NoticeResponse':
            return `${message.type} ${message.fields.S} ${message.fields.C}`;
        case 'ReadyForQuery':
            return `ReadyForQuery ${message.status}`;
        case 'ParameterDescription':
            return `ParameterDescription ${message.oids.join(' ')}`.trimEnd();
        case 'ParameterStatus':
            return `ParameterStatus ${message.name}=${message.value}`;
        case 'CopyInResponse':
        case 'CopyOutResponse':
        case 'CopyBothResponse':
            return `${message.type} ${message.formats.join(' ')}`;
        case 'CopyData':
            return `CopyData ${message.data.length > 64 ? `${message.data.length} bytes` : JSON.stringify(message.data.toString('latin1'))}`;
        case 'NotificationResponse':
            return `NotificationResponse ${message.channel} ${message.payload}`;
        case 'NegotiateProtocolVersion':
            return `NegotiateProtocolVersion ${message.version} ${message.unrecognized.join(' ')}`;
        case 'FunctionCallResponse':
            return `FunctionCallResponse ${traceValue(message.value)}`;
        default:
            return message.type;
    }
}
/** Printable text as it is, other bytes as hex. */
export function traceValue(value) {
    if (value === null)
        return 'NULL';
    const text = value.toString();
    const printable = /^[^\p{Cc}\ufffd]*$/u.test(text) && Buffer.from(text).equals(value);
    return printable ? JSON.stringify(text) : `x${value.toString('hex')}`;
}
//# sourceMappingURL=trace.js.map