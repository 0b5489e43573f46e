/** ISO/IEC 7816-4: the byte 80, then the fewest zero bytes that make the length a multiple of `multiple` (at least 1). */
export function padPlaintext(plaintext, multiple) {
    const padded = Buffer.alloc(plaintext.length + multiple - (plaintext.length % multiple));
    plaintext.copy(padded);
    padded[plaintext.length] = 0x80;
    return padded;
}
/** The plaintext as a view, or undefined when the padding is not one. */
export function unpadPlaintext(padded) {
    let end = padded.length;
    while (end > 0 && padded[end - 1] === 0)
        end--;
    return end > 0 && padded[end - 1] === 0x80 ? padded.subarray(0, end - 1) : undefined;
}
//# sourceMappingURL=padding.js.map