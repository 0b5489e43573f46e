/** Reads `host:port`, an IPv6 address in brackets. Port 0 lets the system choose. */
export function parseEndpoint(text) {
    const match = /^(?:\[([0-9a-fA-F:.%]+)\]|([^\s:[\]/@]+)):(\d{1,5})$/.exec(text);
    const port = Number(match?.[3]);
    if (match === null || port > 65535)
        return { problem: 'expected host:port' };
    return { host: (match[1] ?? match[2]), port };
}
/**
 * Reads the server's URL: `postgres://host:port/database`, or with `?host=/folder` (or a percent-encoded folder as host)
 * for a Unix socket, and libpq's parameters sslmode, sslnegotiation, sslrootcert, sslcert and sslkey. `absolute` makes a
 * file's path absolute. Logins do not belong here: clients bring their own.
 */
export function parseUpstream(text, absolute) {
    const parts = parseUrl(text);
    if ('problem' in parts)
        return parts;
    if (parts.user !== '' || parts.password !== '') {
        return { problem: 'must not hold a user or password: clients keep their own' };
    }
    const { host, port, database } = parts;
    if (host.startsWith('/')) {
        return { host, port, database, tls: plainText, socketPath: `${host.replace(/\/$/, '')}/.s.PGSQL.${port}` };
    }
    const { rootCertificate, certificate, key } = parts.tls;
    const tls = {
        ...parts.tls,
        rootCertificate: rootCertificate === undefined ? undefined : absolute(rootCertificate),
        certificate: certificate === undefined ? undefined : absolute(certificate),
        key: key === undefined ? undefined : absolute(key),
    };
    return { host, port, database, tls };
}
/**
 * Checks the URL of the proxy's own login and gives its database, and the URL with the paths of its files made absolute.
 * Messages never hold a part of it.
 */
export function checkControl(text, absolute) {
    const parts = parseUrl(text);
    if ('problem' in parts)
        return parts;
    if (parts.user === '')
        return { problem: "must hold the user of the proxy's own login" };
    if (parts.tls.mode === 'allow' || parts.tls.mode === 'prefer') {
        return { problem: 'the sslmode of the control URL is one of disable, require, verify-ca and verify-full' };
    }
    if (parts.tls.negotiation === 'direct')
        return { problem: 'sslnegotiation=direct is served for upstream alone' };
    const url = new URL(text);
    for (const name of ['sslrootcert', 'sslcert', 'sslkey']) {
        const file = url.searchParams.get(name);
        if (file !== null)
            url.searchParams.set(name, absolute(file));
    }
    url.searchParams.set('sslmode', parts.tls.mode);
    return { database: parts.database, url: url.href };
}
/** True for the names and addresses of this machine's loopback and for folders of Unix sockets. */
export function isLoopback(host) {
    return host.startsWith('/') || host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
/** No TLS. */
export const plainText = {
    mode: 'disable',
    negotiation: 'postgres',
    rootCertificate: undefined,
    certificate: undefined,
    key: undefined,
};
const parameters = ['host', 'sslmode', 'sslnegotiation', 'sslrootcert', 'sslcert', 'sslkey'];
const sslModes = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'];
function parseUrl(text) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url === undefined || !/^postgres(ql)?:$/.test(url.protocol) || url.hash !== '') {
        return { problem: 'expected a URL of the form postgres://host:port/database' };
    }
    for (const name of url.searchParams.keys()) {
        if (!parameters.includes(name))
            return { problem: `unrecognized parameter "${name}" in the URL` };
        if (url.searchParams.getAll(name).length > 1)
            return { problem: `parameter "${name}" is given twice in the URL` };
    }
    const decoded = [url.hostname, url.pathname.slice(1), url.username, url.password].map(decode);
    if (decoded.includes(undefined))
        return { problem: 'the URL holds an invalid percent-encoding' };
    const [hostname, database, user, password] = decoded;
    const socket = url.searchParams.get('host');
    if (socket !== null && (hostname !== '' || !socket.startsWith('/'))) {
        return {
            problem: 'parameter "host" of the URL names the folder of a Unix socket, and the URL then has no other host',
        };
    }
    const host = socket ?? hostname.replace(/^\[(.*)\]$/, '$1');
    if (host === '')
        return { problem: 'the URL must name a host' };
    if (database === '' || database.includes('/'))
        return { problem: 'the URL must name one database' };
    const tls = tlsOf(url.searchParams, host);
    if ('problem' in tls)
        return tls;
    return { host, port: url.port === '' ? 5432 : Number(url.port), database, user, password, tls };
}
// Without sslmode a host that is not this machine must prove who it is.
function tlsOf(given, host) {
    const written = given.get('sslmode');
    const mode = written === null ? (isLoopback(host) ? 'disable' : 'verify-full') : sslModes.find((one) => one === written);
    if (mode === undefined)
        return { problem: 'unrecognized sslmode in the URL' };
    if (host.startsWith('/') && mode !== 'disable')
        return { problem: 'TLS is not spoken over a Unix socket' };
    const negotiation = given.get('sslnegotiation') ?? 'postgres';
    if (negotiation !== 'postgres' && negotiation !== 'direct') {
        return { problem: 'unrecognized sslnegotiation in the URL' };
    }
    if (negotiation === 'direct' && ['disable', 'allow', 'prefer'].includes(mode)) {
        return { problem: 'sslnegotiation=direct needs sslmode=require, verify-ca or verify-full' };
    }
    const file = (name) => given.get(name) ?? undefined;
    const [rootCertificate, certificate, key] = [file('sslrootcert'), file('sslcert'), file('sslkey')];
    if ((certificate === undefined) !== (key === undefined))
        return { problem: 'sslcert and sslkey belong together' };
    if (mode === 'disable' && (rootCertificate ?? certificate) !== undefined) {
        return { problem: 'certificates are given, but TLS is not asked for' };
    }
    return { mode, negotiation, rootCertificate, certificate, key };
}
function decode(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=connection-url.js.map