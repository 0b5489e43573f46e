import { randomBytes } from 'node:crypto';
import { TransitServer } from '../transit-server/transit-server.js';
import { namedKey } from './named-keys.js';
/** Our own server, for tests that look at its log, need its faults or its tokens. */
export async function startTransit(t) {
    const token = 'root token of the test';
    const server = new TransitServer(token);
    const address = await server.listen();
    t.after(() => server.close());
    return { server, ...engineAt(address, token) };
}
/** Any engine mounted at `transit`: that of PGSEAL_TEST_VAULT_ADDR and PGSEAL_TEST_VAULT_TOKEN if they are set, else our own. */
export async function anyTransit(t) {
    const { PGSEAL_TEST_VAULT_ADDR: address, PGSEAL_TEST_VAULT_TOKEN: token } = process.env;
    return address !== undefined && token !== undefined ? engineAt(address, token) : startTransit(t);
}
function engineAt(address, token) {
    const operate = async (path, body = {}) => {
        const headers = { 'x-vault-token': token };
        const answer = await fetch(`${address}/v1/transit/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
        if (!answer.ok)
            throw new Error(`${path}: HTTP ${answer.status}`);
        await answer.arrayBuffer();
    };
    const create = async (parameters = { derived: true }) => {
        const name = `pgseal-test-${randomBytes(6).toString('hex')}`;
        await operate(`keys/${name}`, parameters);
        return name;
    };
    return { address, token, create, operate };
}
/** A named key of the map at this engine, asked with its own token unless another is given. */
export function transitKey(engine, given, transit = {}) {
    const { address, token } = engine;
    const settings = { address, mount: 'transit', namespace: '', token, tokenFile: undefined, caFile: undefined };
    return namedKey({ kms: 'transit', transit: { ...settings, ...transit }, ...given });
}
//# sourceMappingURL=test-transit.js.map