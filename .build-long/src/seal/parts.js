/** docs/envelope-format.md section 1: each part as u32 length and bytes, so that no two lists give the same bytes. */
export function encodeParts(parts) {
    const buffers = parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : part));
    const bytes = Buffer.allocUnsafe(buffers.reduce((sum, part) => sum + 4 + part.length, 0));
    let at = 0;
    for (const part of buffers) {
        at = bytes.writeUInt32BE(part.length, at);
        at += part.copy(bytes, at);
    }
    return bytes;
}
//# sourceMappingURL=parts.js.map