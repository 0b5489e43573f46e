import { eachCall, functionName, isBuiltInCall } from './functions.js';
import { as, list, names, struct, text } from './walk.js';
/** PostgreSQL's own functions without arguments, by what they return. */
const makers = {
    gen_random_uuid: 'uuid',
    uuidv4: 'uuid',
    uuidv7: 'uuid',
    now: 'timestamptz',
    transaction_timestamp: 'timestamptz',
    statement_timestamp: 'timestamptz',
    clock_timestamp: 'timestamptz',
};
const keywords = {
    SVFOP_CURRENT_TIMESTAMP: { text: 'current_timestamp', type: 'timestamptz' },
    SVFOP_CURRENT_DATE: { text: 'current_date', type: 'date' },
    SVFOP_LOCALTIMESTAMP: { text: 'localtimestamp', type: 'timestamp' },
};
/** undefined for every other expression. */
export function madeValue(node, catalog) {
    const keyword = as(node, 'SQLValueFunction');
    if (keyword !== undefined)
        return keywords[text(keyword.op)];
    const call = as(node, 'FuncCall');
    if (call === undefined)
        return undefined;
    const path = names(call.funcname);
    const known = new Set(['funcname', 'args', 'funcformat', 'location']);
    if (path.length > 2 || !isBuiltInCall(path, catalog) || Object.keys(call).some((field) => !known.has(field))) {
        return undefined;
    }
    const { name } = functionName(path);
    const given = list(call.args);
    if (name === 'nextval' && given.length === 1) {
        const sequence = sequenceName(given[0]);
        return sequence === undefined ? undefined : { text: `pg_catalog.nextval(${literal(sequence)})`, type: 'int8' };
    }
    const type = given.length === 0 && Object.hasOwn(makers, name) ? makers[name] : undefined;
    return type === undefined ? undefined : { text: `pg_catalog.${name}()`, type };
}
/** The sequences that currval() and lastval() in a statement name, without their schema; '' for one that is not said. */
export function lastValuesAsked(statement) {
    const asked = [];
    eachCall(statement, (path, fields) => {
        const name = path.at(-1);
        if (name === 'lastval')
            asked.push('');
        if (name !== 'currval')
            return;
        const sequence = sequenceName(list(fields.args)[0]) ?? '';
        asked.push(/^[^".]+$/.test(sequence.split('.').at(-1)) ? sequence.split('.').at(-1) : '');
    });
    return asked;
}
/** 'name', or that as a regclass. */
function sequenceName(node) {
    const cast = as(node, 'TypeCast');
    const type = names(struct(cast?.typeName)?.names);
    if (cast !== undefined)
        return type.at(-1) === 'regclass' && type.length < 3 ? sequenceName(cast.arg) : undefined;
    const string = struct(as(node, 'A_Const')?.sval);
    return string === undefined ? undefined : text(string.sval);
}
function literal(value) {
    const body = value.replaceAll("'", "''");
    return body.includes('\\') ? `E'${body.replaceAll('\\', '\\\\')}'` : `'${body}'`;
}
//# sourceMappingURL=made-value.js.map