/**
 * The position (characters, from 1) in the client's whole text that stands for `position` in the server's. What was spliced
 * in stands where it was put. `serverText` is the client's statement with `edits` in it.
 */
export function clientPosition(statement, serverText, edits, position) {
    const at = clientByte(edits, byteOf(serverText, position - 1));
    return statement.characterStart + charactersBefore(statement.text, at) + 1;
}
function clientByte(edits, at) {
    let grown = 0;
    for (const { start, end, length } of edits) {
        if (at < start + grown)
            break;
        if (at < start + grown + length)
            return start;
        grown += length - (end - start);
    }
    return at - grown;
}
function byteOf(text, characters) {
    let seen = 0;
    for (let at = 0; at < text.length; at += 1) {
        if ((text[at] & 0xc0) === 0x80)
            continue;
        if (seen === characters)
            return at;
        seen += 1;
    }
    return text.length;
}
function charactersBefore(text, end) {
    let count = 0;
    for (let at = 0; at < end && at < text.length; at += 1)
        if ((text[at] & 0xc0) !== 0x80)
            count += 1;
    return count;
}
//# sourceMappingURL=client-position.js.map