/** Reads one; undefined for anything else, an md5 hash included. */
export function parseScramSecret(text) {
    const match = /^SCRAM-SHA-256\$(\d{1,9}):([A-Za-z0-9+/]+={0,2})\$([A-Za-z0-9+/]{43}=):([A-Za-z0-9+/]{43}=)$/.exec(text);
    if (match === null)
        return undefined;
    const [, iterations, salt, storedKey, serverKey] = match;
    if (Number(iterations) < 1)
        return undefined;
    return {
        iterations: Number(iterations),
        salt: Buffer.from(salt, 'base64'),
        storedKey: Buffer.from(storedKey, 'base64'),
        serverKey: Buffer.from(serverKey, 'base64'),
    };
}
//# sourceMappingURL=scram-secret.js.map