/** Types whose order terms are as long for every value. */
const fixedTypes = new Set([
    'bool',
    'int2',
    'int4',
    'int8',
    'float4',
    'float8',
    'date',
    'time',
    'timestamp',
    'timestamptz',
    'uuid',
]);
// A row of an index has 2,704 bytes: docs/types.md, Order.
const maxCharacters = 40;
const maxPrecision = 385;
/** What is wrong with `search: [order]` on a column: the key of the column that it is said of, and the problem. */
export function orderProblems(raw, type) {
    const isOrdered = raw.search.includes('order');
    if (!isOrdered)
        return raw.acceptLeakage ? [['acceptLeakage', 'applies to columns with search: [order]']] : [];
    const problems = [];
    const problem = typeProblem(type);
    if (problem !== undefined)
        problems.push(['search', problem]);
    if (!raw.acceptLeakage) {
        problems.push([
            'search',
            'search: [order] needs acceptLeakage: true on the column: who reads the database learns the order of its values and ' +
                'the first bit in which any two differ (docs/threat-model.md)',
        ]);
    }
    if (raw.pad !== undefined && (type.type === 'varchar' || type.type === 'bpchar')) {
        problems.push(['pad', 'hides no length beside search: [order], whose terms are as long as the text']);
    }
    return problems;
}
function typeProblem({ type, typmod }) {
    if (fixedTypes.has(type) || type === '')
        return undefined;
    switch (type) {
        case 'numeric': {
            if (typmod === -1)
                return 'search: [order] on numeric needs a precision, such as numeric(12,2)';
            const precision = ((typmod - 4) >> 16) & 0xffff;
            return precision > maxPrecision ? `search: [order] serves a precision up to ${maxPrecision}` : undefined;
        }
        case 'varchar':
        case 'bpchar':
            if (typmod !== -1 && typmod - 4 <= maxCharacters)
                return undefined;
            return `search: [order] needs varchar(n) or char(n) with n up to ${maxCharacters}`;
        default:
            return `search: [order] does not serve type "${type}"`;
    }
}
//# sourceMappingURL=order-search.js.map