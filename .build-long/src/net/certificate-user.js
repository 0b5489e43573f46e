import { PgsealError } from '../errors.js';
/**
 * Throws clientCertificateRefused when a client's certificate may not log in as `user`: its common name is the user's, or
 * the map lists the user for it. `commonName` is that of a certificate that was found good, undefined without one.
 */
export function checkCertificate(rules, commonName, user) {
    if (rules.clientCertificates === 'ignore')
        return;
    if (commonName === undefined) {
        if (rules.clientCertificates === 'verify')
            return;
        throw new PgsealError('clientCertificateRefused', { user, reason: 'The certificate has no common name.' });
    }
    const users = rules.certificateUsers.get(commonName) ?? [commonName];
    if (users.includes(user))
        return;
    throw new PgsealError('clientCertificateRefused', { user, reason: 'The certificate names another user.' });
}
//# sourceMappingURL=certificate-user.js.map