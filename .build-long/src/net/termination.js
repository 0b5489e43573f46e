import { PgsealError } from '../errors.js';
import { authenticationRequests } from '../wire/authentication.js';
import { clientLogin } from './client-login.js';
export const loginDone = {
    type: 'Authentication',
    request: authenticationRequests.ok,
    bytes: Buffer.alloc(0),
};
/**
 * Lets the client show who it is and gives what to log in to the server with; undefined when the client left. Rejects with
 * what the client must be told. That a certificate may log in as `user` was checked before.
 */
export async function checkedCredential(rules, client, frames, user, secured) {
    const password = rules.serverPassword(user);
    if (rules.certificates && secured?.commonName !== undefined) {
        if (password !== undefined)
            return { password };
        throw new PgsealError('upstreamLoginRefused', { user, reason: 'There is no password for the user in the file.' });
    }
    const credential = await clientLogin(client, frames, user, await rules.secrets.find(user), secured?.binding);
    return credential === undefined || password === undefined ? credential : { password };
}
//# sourceMappingURL=termination.js.map