import { readFileSync, statSync } from 'node:fs';
/** How often a token file is looked at: it is written anew when its token is. */
const lookMs = 1_000;
export function fixedToken(token) {
    return { current: () => token, renewed: () => false };
}
/** A file that holds a token and white space, kept by another program such as Vault Agent. */
export function tokenFile(path, now) {
    let token;
    let stamp = '';
    let looked = Number.NEGATIVE_INFINITY;
    const look = () => {
        looked = now();
        try {
            const { mtimeMs, ino, size } = statSync(path);
            const seen = `${mtimeMs} ${ino} ${size}`;
            if (seen === stamp)
                return;
            const read = readFileSync(path, 'utf8').trim();
            token = read === '' ? undefined : read;
            stamp = seen;
        }
        catch {
            // It may be replaced this very moment: what was read last holds until the service refuses it.
            stamp = '';
        }
    };
    return {
        current() {
            if (now() - looked >= lookMs)
                look();
            return token;
        },
        renewed(refused) {
            look();
            return token !== undefined && token !== refused;
        },
    };
}
//# sourceMappingURL=transit-token.js.map