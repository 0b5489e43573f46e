import { KmsError } from './kms-error.js';
/**
 * Who may do what: callers are known by their access key id. A caller for whom nothing was said may do everything; after
 * `allow` only that; `deny` takes away in any case.
 */
export class KmsPrincipals {
    #grants = new Map();
    #denied = new Map();
    /** From now on the caller may do only what this and earlier calls allow. */
    allow(principal, ...grants) {
        this.#grants.set(principal, [...(this.#grants.get(principal) ?? []), ...grants]);
    }
    /** From now on the caller may not do these; replaces what was denied before. */
    deny(principal, ...operations) {
        this.#denied.set(principal, new Set(operations));
    }
    /** As if nothing had been said of the caller. */
    forget(principal) {
        this.#grants.delete(principal);
        this.#denied.delete(principal);
    }
    check(principal, operation, keyArn, context) {
        const grants = this.#grants.get(principal);
        const allowed = grants === undefined || grants.some((grant) => covers(grant, operation, keyArn, context));
        if (allowed && this.#denied.get(principal)?.has(operation) !== true)
            return;
        throw new KmsError('AccessDeniedException', `not authorized to perform: kms:${operation}`);
    }
}
function covers(grant, operation, keyArn, context) {
    return (grant.operations.includes(operation) &&
        (grant.keys === undefined || grant.keys.includes(keyArn)) &&
        Object.entries(grant.context ?? {}).every(([name, value]) => context[name] === value) &&
        (grant.present ?? []).every((name) => context[name] !== undefined) &&
        (grant.contextKeys === undefined || Object.keys(context).every((name) => grant.contextKeys.includes(name))));
}
//# sourceMappingURL=kms-principals.js.map