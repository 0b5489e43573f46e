import { createHash } from 'node:crypto';
import { openDatabase } from '../control/database.js';
import { PgsealError } from '../errors.js';
import { createClientTls } from '../net/client-tls.js';
import { openLoginFile, passwordProblem, secretProblem, secretsOf } from '../net/login-file.js';
import { parseScramSecret } from '../net/scram-secret.js';
/** Reads the files. Throws fileUnreadable; a change of a file that is no good is logged, and what was read before holds. */
export function openLoginRules(config, log) {
    const closing = [];
    const failed = (during) => (error) => log.failed({ during, error });
    const close = async () => {
        for (const end of closing)
            await end();
    };
    try {
        const tls = config.tls === undefined ? undefined : createClientTls(config.tls, failed('reading certificates'));
        if (tls !== undefined)
            closing.push(() => tls.close());
        const termination = config.auth === undefined ? undefined : openTermination(config, failed, closing);
        return { tls, termination, close };
    }
    catch (error) {
        void close();
        throw error;
    }
}
function openTermination(config, failed, closing) {
    const { secrets, serverPasswords, certificates } = config.auth;
    const passwords = serverPasswords === undefined
        ? undefined
        : openLoginFile(serverPasswords, passwordProblem, failed('reading passwords'));
    if (passwords !== undefined)
        closing.push(() => passwords.close());
    const serverPassword = (user) => passwords?.get(user);
    if ('file' in secrets) {
        const file = openLoginFile(secrets.file, secretProblem, failed('reading secrets'));
        closing.push(() => file.close());
        return { secrets: secretsOf(file), serverPassword, certificates };
    }
    const database = openDatabase(config.control, 2);
    closing.push(() => database.close());
    return { secrets: secretsByQuery(database, secrets.query, config.control), serverPassword, certificates };
}
function secretsByQuery(database, query, control) {
    const mockKey = createHash('sha256').update('pgseal/mock/1').update(control).digest();
    return {
        find: async (user) => {
            const [row] = await database.query(query, [user]).catch((error) => {
                if (error instanceof PgsealError)
                    throw error;
                const code = error instanceof Error && 'code' in error ? String(error.code) : 'no code';
                throw new PgsealError('controlUnavailable', {}, { logDetail: `auth.secretsQuery failed: ${code}` });
            });
            const text = row === undefined ? undefined : Object.values(row)[0];
            return { secret: typeof text === 'string' ? parseScramSecret(text) : undefined, mockKey };
        },
    };
}
//# sourceMappingURL=login-rules.js.map