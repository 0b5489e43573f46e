import { readFileSync } from 'node:fs';
import { PgsealError } from '../errors.js';
const parameters = ['sslmode', 'sslrootcert', 'sslcert', 'sslkey', 'sslnegotiation'];
/**
 * Reads the parameters of TLS itself: pg takes `require` for a check of the certificate, and libpq does not. Throws
 * fileUnreadable for a certificate that cannot be read.
 */
export function poolAddress(text) {
    const url = new URL(text);
    const given = (name) => url.searchParams.get(name) ?? undefined;
    const mode = given('sslmode') ?? 'disable';
    const [root, certificate, key] = [given('sslrootcert'), given('sslcert'), given('sslkey')];
    for (const name of parameters)
        url.searchParams.delete(name);
    const connectionString = url.href;
    if (mode === 'disable')
        return { connectionString, ssl: false };
    // libpq: with authorities at hand, require checks as verify-ca does.
    const checked = mode !== 'require' || root !== undefined;
    return {
        connectionString,
        ssl: {
            minVersion: 'TLSv1.2',
            rejectUnauthorized: checked,
            ...(root === undefined ? {} : { ca: read(root) }),
            ...(certificate === undefined ? {} : { cert: read(certificate) }),
            ...(key === undefined ? {} : { key: read(key) }),
            ...(mode === 'verify-full' ? {} : { checkServerIdentity: () => undefined }),
        },
    };
}
function read(file) {
    try {
        return readFileSync(file);
    }
    catch (error) {
        const reason = error.code ?? 'unreadable';
        throw new PgsealError('fileUnreadable', { file, reason });
    }
}
//# sourceMappingURL=pool-address.js.map