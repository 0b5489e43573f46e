// Each is cast to those behind it without being asked; the last one is preferred.
const widening = [
    ['int2', 'int4', 'int8', 'numeric', 'float4', 'float8'],
    ['date', 'timestamp', 'timestamptz'],
];
const strings = ['text', 'varchar', 'bpchar'];
/** The common type of these, in their order; undefined where there is none, or none. */
export function commonType(types) {
    let common = types[0];
    for (const type of types) {
        if (common === undefined || type === common)
            continue;
        const chain = widening.find((one) => one.includes(type));
        if (chain?.includes(common) === true) {
            if (chain.indexOf(type) > chain.indexOf(common))
                common = type;
        }
        else if (!strings.includes(type) || !strings.includes(common))
            return undefined;
    }
    return common;
}
//# sourceMappingURL=common-type.js.map