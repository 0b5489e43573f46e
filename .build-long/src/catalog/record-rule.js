import { logicalTypeOfOid } from '../types/logical-type.js';
/**
 * The rule of a relation with these columns, by name; undefined without template and tenant. A text says why the map cannot
 * be followed: record and tenant must be known before a row is written and readable from the row afterwards (pitfall B17).
 */
export function recordRule(binding, live, domains) {
    if (binding?.record === undefined && binding?.tenant === undefined)
        return undefined;
    const { record, tenant } = binding;
    const columns = [];
    for (const name of new Set([...(record?.columns ?? []), ...(tenant === undefined ? [] : [tenant])])) {
        const which = record?.columns.includes(name) === true ? 'record' : 'tenant';
        const row = live.get(name);
        if (row === undefined)
            return `its "${which}" names column "${name}", which does not exist`;
        const [, attnum, , typeOid, typmod, notNull, , generated] = row;
        if (!notNull)
            return `its "${which}" names column "${name}", which is not NOT NULL`;
        if (generated)
            return `its "${which}" names column "${name}", which is generated`;
        const type = baseType(typeOid, typmod, domains);
        if (type === undefined)
            return `its "${which}" names column "${name}", whose type is not served`;
        columns.push({ name, attnum, typeOid, type, exact: isExact(type, row[10]) });
    }
    return {
        template: bindingText(binding),
        literals: record?.literals ?? [''],
        columns,
        tenantAt: columns.findIndex(({ name }) => name === tenant),
        rebind: binding.rebind ?? false,
        // A tenant who writes to the database must not read what is another's by a result that does not tell the row.
        verify: record?.verify ?? 'always',
    };
}
/** What values of a table are bound to, in the words of the map; '' where to nothing but their column. */
export function bindingText({ record, tenant }) {
    return [record?.text, tenant === undefined ? undefined : `tenant {${tenant}}`]
        .filter((part) => part !== undefined)
        .join(', ');
}
function baseType(oid, typmod, domains) {
    const name = logicalTypeOfOid(oid);
    if (name !== undefined)
        return { name, typmod };
    const domain = domains.find((row) => row[0] === oid);
    return domain === undefined ? undefined : baseType(domain[1], domain[3], domains);
}
// 1.0 and 1.00, 0 and -0, 24 hours and a day are equal and written differently.
const inexact = new Set(['float4', 'float8', 'interval', 'json', 'jsonb']);
function isExact({ name, typmod }, deterministic) {
    if (name === 'numeric' || name === 'bpchar')
        return typmod >= 0 && deterministic;
    return deterministic && !inexact.has(name);
}
//# sourceMappingURL=record-rule.js.map