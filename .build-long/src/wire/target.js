const statement = 0x53; // S
const portal = 0x50; // P
export function decodeTarget(reader) {
    const code = reader.uint8();
    if (code === statement)
        return 'statement';
    if (code === portal)
        return 'portal';
    return reader.refuse('names neither a statement nor a portal');
}
export function encodeTarget(target) {
    return target === 'statement' ? statement : portal;
}
//# sourceMappingURL=target.js.map