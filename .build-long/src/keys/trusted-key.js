/** A key part or row that the map does not vouch for. The message says why, for the log. */
export class KeyDistrusted extends Error {
    constructor(reason) {
        super(reason);
        this.name = 'KeyDistrusted';
    }
}
/** Throws KeyDistrusted when the row whose value is opened is known to belong to another tenant than the key. */
export function checkTenant(ofKey, ofRow) {
    if (ofRow === undefined || ofKey === ofRow)
        return;
    throw new KeyDistrusted(ofKey === '' ? 'sealed under a key without a tenant' : 'sealed under a key of another tenant than the row names');
}
/**
 * Throws KeyDistrusted unless the row may open values of the named key. The database is not trusted to say which keys are
 * good: docs/envelope-format.md section 6.1.
 */
export function checkTrusted(row, kind, config, provider, tenantKeys) {
    if (row.kind !== kind)
        throw new KeyDistrusted(`the key id names a key of kind ${row.kind}`);
    if (row.namedKey !== config.name)
        throw new KeyDistrusted('the key id names a key of another named key');
    if (row.provider !== provider.name)
        throw new KeyDistrusted('the key id names a key of another provider');
    if (row.retired !== null)
        throw new KeyDistrusted('the key id names a key that was retired');
    if (row.tenant !== '' && tenantKeys !== undefined)
        return tenantKeys.check(row);
    if (!provider.trusts(row.arn))
        throw new KeyDistrusted('the key id names a KMS key that the map does not trust');
}
//# sourceMappingURL=trusted-key.js.map