/** Lengths that protocol 3.2 allows for the key of BackendKeyData and CancelRequest; 3.0 has 4. */
const shortestKey = 4;
const longestKey = 256;
/** The rest of the body as a secret key. */
export function checkSecretKey(reader) {
    const key = reader.rest();
    if (key.length < shortestKey || key.length > longestKey)
        reader.refuse('has a key of a length that is not allowed');
    return key;
}
//# sourceMappingURL=secret-key.js.map