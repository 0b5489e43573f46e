import { isDeepStrictEqual } from 'node:util';
/** pgseal.keys in memory: what the contract of KeyStore says, and no more. Rows may be changed, as a database's owner could. */
export class MemoryKeyStore {
    rows = [];
    finds = 0;
    /** Rejections for the next calls. */
    failures = [];
    async insert(row) {
        await this.#turn();
        if (this.rows.some(({ id }) => id === row.id))
            throw new Error('duplicate key');
        this.rows.push(copy(row));
    }
    async obtain(row) {
        await this.#turn();
        const same = this.rows.find((other) => other.kind === row.kind && isDeepStrictEqual(identity(other), identity(row)));
        if (same !== undefined)
            return copy(same);
        this.rows.push(copy(row));
        return copy(row);
    }
    async find(ids) {
        this.finds++;
        await this.#turn();
        return this.rows.filter(({ id }) => ids.includes(id)).map(copy);
    }
    async tenantRetired(namedKey, tenant) {
        await this.#turn();
        return this.rows.some((row) => row.namedKey === namedKey && row.tenant === tenant && row.retired !== null);
    }
    /** Changes the row in place of which `id` is the id. */
    change(id, changes) {
        const index = this.rows.findIndex((row) => row.id === id);
        this.rows[index] = { ...this.rows[index], ...changes };
    }
    async #turn() {
        await new Promise((resolve) => setImmediate(resolve));
        const failure = this.failures.shift();
        if (failure !== undefined)
            throw failure;
    }
}
function identity(row) {
    return row.kind === 'index'
        ? [row.group, row.slot]
        : [row.namedKey, row.provider, row.arn, row.tenant, { ...row.context }];
}
function copy(row) {
    return { ...row, wrapped: row.wrapped === null ? null : Buffer.from(row.wrapped) };
}
//# sourceMappingURL=memory-key-store.js.map