/** A named key of the map with everything at its default but what is given. */
export function namedKey(given) {
    return {
        name: 'default',
        keyId: undefined,
        previousKeyIds: [],
        indexKeyId: undefined,
        region: undefined,
        endpoint: undefined,
        keyFile: undefined,
        dataKeys: 'per-row',
        context: {},
        tenants: undefined,
        cache: { maxAgeMs: 300_000, maxUses: 2 ** 28, maxBytes: 2 ** 40 },
        ...given,
    };
}
/** Keeps what is logged. */
export class MemoryLog {
    lines = [];
    info(fields, message) {
        this.lines.push(`info ${JSON.stringify(fields)} ${message}`);
    }
    warn(fields, message) {
        this.lines.push(`warn ${JSON.stringify(fields)} ${message}`);
    }
}
//# sourceMappingURL=named-keys.js.map