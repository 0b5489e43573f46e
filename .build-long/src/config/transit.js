import { resolve } from 'node:path';
import { isLoopback } from './connection-url.js';
/** As Vault takes names of keys. */
const keyName = /^\w(?:[\w.-]*\w)?$/;
/** Paths of an engine or a namespace: parts of such characters, between slashes. */
const enginePath = /^\w[\w.-]*(?:\/\w[\w.-]*)*$/;
/** Where the engine is; relative files begin at `folder`. Problems go to `refuse`. */
export function checkTransit(raw, folder, path, refuse) {
    const url = URL.canParse(raw.address) ? new URL(raw.address) : undefined;
    if (url === undefined ||
        !/^https?:$/.test(url.protocol) ||
        url.search !== '' ||
        url.hash !== '' ||
        url.username !== '') {
        refuse([...path, 'address'], 'expected an https URL without user, query and fragment');
    }
    else if (url.protocol === 'http:' && !isLoopback(url.hostname.replace(/^\[|\]$/g, ''))) {
        refuse([...path, 'address'], 'must be https: tokens and data keys would cross the network in the clear');
    }
    for (const name of ['mount', 'namespace']) {
        const value = raw[name];
        if (value !== undefined && !enginePath.test(value))
            refuse([...path, name], 'expected a path such as team/transit');
    }
    const names = [
        ['keyId', raw.keyId],
        ['indexKeyId', raw.indexKeyId],
        ...raw.previousKeyIds.map((name, index) => [['previousKeyIds', index], name]),
    ];
    for (const [at, name] of names) {
        if (name !== undefined && !keyName.test(name))
            refuse([...path, at].flat(), 'expected the name of a transit key');
    }
    if ((raw.token === undefined) === (raw.tokenFile === undefined)) {
        refuse(path, 'needs either token or tokenFile');
    }
    return {
        address: raw.address.replace(/\/+$/, ''),
        mount: raw.mount,
        namespace: raw.namespace ?? '',
        token: raw.token,
        tokenFile: raw.tokenFile === undefined ? undefined : resolve(folder, raw.tokenFile),
        caFile: raw.caFile === undefined ? undefined : resolve(folder, raw.caFile),
    };
}
//# sourceMappingURL=transit.js.map