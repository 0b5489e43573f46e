/** A key id as the UUID text of pgseal.keys to the 16 bytes of an envelope. */
export function keyIdBytes(id) {
    return Buffer.from(id.replaceAll('-', ''), 'hex');
}
/** 16 bytes to UUID text. */
export function keyIdText(bytes) {
    const hex = bytes.toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
//# sourceMappingURL=key-id.js.map