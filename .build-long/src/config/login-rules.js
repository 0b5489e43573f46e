/** What `tls:` says, with absolute paths. Undefined without it: clients are answered that TLS is not spoken. */
export function clientTls({ tls }, absolute, refuse) {
    if (tls === undefined)
        return undefined;
    const clientCertificates = tls.clientCertificates ?? (tls.clientCa === undefined ? 'ignore' : 'verify');
    if (clientCertificates !== 'ignore' && tls.clientCa === undefined) {
        refuse(['tls', 'clientCertificates'], `${clientCertificates} needs clientCa, to know a good certificate by`);
    }
    if (clientCertificates === 'ignore' && Object.keys(tls.certificateUsers).length > 0) {
        refuse(['tls', 'certificateUsers'], 'needs clientCa: certificates of clients are not looked at');
    }
    return {
        mode: tls.mode,
        certificate: absolute(tls.certificate),
        key: absolute(tls.key),
        clientCa: tls.clientCa === undefined ? undefined : absolute(tls.clientCa),
        clientCertificates,
        certificateUsers: new Map(Object.entries(tls.certificateUsers)),
    };
}
/** What `auth:` says, with absolute paths. Undefined without it: logins are relayed. */
export function loginTermination(map, absolute, refuse) {
    const { auth } = map;
    if (auth === undefined)
        return undefined;
    const { secretsFile, secretsQuery, serverPasswordsFile, certificates } = auth;
    if ((secretsFile === undefined) === (secretsQuery === undefined)) {
        refuse(['auth'], 'needs one of secretsFile and secretsQuery');
    }
    if (certificates && map.tls?.clientCa === undefined) {
        refuse(['auth', 'certificates'], 'needs tls.clientCa, to know a good certificate by');
    }
    if (certificates && serverPasswordsFile === undefined) {
        refuse(['auth', 'certificates'], 'needs serverPasswordsFile: a certificate gives no password for the server');
    }
    return {
        secrets: secretsFile === undefined ? { query: secretsQuery ?? '' } : { file: absolute(secretsFile) },
        serverPasswords: serverPasswordsFile === undefined ? undefined : absolute(serverPasswordsFile),
        certificates,
    };
}
//# sourceMappingURL=login-rules.js.map