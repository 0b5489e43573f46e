import { PgsealError } from '../errors.js';
import { argumentNamed, eachCall, isBuiltInCall } from './functions.js';
import { as, list, names, struct, tagOf, text, walk } from './walk.js';
const sealSchema = 'pgseal';
/** Attributes of the composite types of schema pgseal. */
const attributes = new Set(['v', 'c', 'eq', 'eq_lower', 'ord', 'tri']);
/** What the names of the proxy's own prepared statements and portals begin with. */
const ownNames = 'pgseal_';
/** Throws for a prepared statement's or portal's name that is one of the proxy's: it would run a statement of ours. */
export function refuseOwnName(name) {
    if (name.startsWith(ownNames))
        throw new PgsealError('ownStatementName', { prefix: ownNames });
}
/**
 * What no statement through the proxy may do, whatever it touches: name schema pgseal, put it in the search path, name a
 * prepared statement or cursor as the proxy names its own, switch off what analysis stands on (standard_conforming_strings,
 * UTF-8; B24, B25). With `relevant`, when it names a relation
 * with sealed columns: also take a part of a value, or set one. Undefined when nothing of it is there.
 *
 * A name inside a string ('pgseal.keys'::regclass) is let through: it opens nothing, and rights on the schema stay.
 */
export function forbiddenIn(statement, catalog, relevant) {
    let found;
    walk(statement, (tag, fields) => {
        found ??=
            schemaNamed(tag, fields) ??
                ownStatement(tag, fields) ??
                settingForbidden(tag, fields) ??
                (relevant ? partTaken(tag, fields) : undefined);
        return found === undefined;
    });
    return found ?? settingCallForbidden(statement, catalog);
}
/** Fields that hold free text, roles or databases, which may well be called pgseal. */
const freeFields = new Set([
    'rolename',
    'role',
    'user',
    'dbname',
    'catalogname',
    'comment',
    'label',
    'payload',
    'conditionname',
    'savepoint_name',
    'gid',
    'priv_name',
]);
function schemaNamed(tag, fields) {
    for (const key in fields) {
        // The text of a literal hangs in a struct without a tag; that of a name in a String.
        if (key === 'sval' && tag !== 'String')
            continue;
        if (fields[key] === sealSchema && !freeFields.has(key))
            return new PgsealError('pgsealSchemaNamed');
    }
    return undefined;
}
/** By node: the field that names a prepared statement or a cursor. */
const nameFields = {
    PrepareStmt: 'name',
    ExecuteStmt: 'name',
    DeallocateStmt: 'name',
    DeclareCursorStmt: 'portalname',
    FetchStmt: 'portalname',
    ClosePortalStmt: 'portalname',
};
function ownStatement(tag, fields) {
    const field = nameFields[tag];
    if (field === undefined || !text(fields[field]).startsWith(ownNames))
        return undefined;
    return new PgsealError('ownStatementName', { prefix: ownNames });
}
/** Settings with the only values that are let through, lower-case; undefined for any but the schema. */
const guarded = {
    standard_conforming_strings: new Set(['on', 'true', 'yes', '1', 't', 'tr', 'tru', 'y', 'ye']),
    client_encoding: new Set(['utf8', 'utf-8', 'unicode']),
    search_path: undefined,
};
function settingForbidden(tag, fields) {
    if (tag === 'UpdateStmt' && struct(fields.relation)?.relname === 'pg_settings') {
        return new PgsealError('settingNotServed', { setting: 'pg_settings' });
    }
    if (typeof fields.kind !== 'string' || !fields.kind.startsWith('VAR_'))
        return undefined;
    const name = text(fields.name).toLowerCase();
    if (!(name in guarded))
        return undefined;
    if (fields.kind !== 'VAR_SET_VALUE')
        return undefined;
    return list(fields.args).every((argument) => isAllowed(name, constantText(argument)))
        ? undefined
        : new PgsealError('settingNotServed', { setting: name });
}
/** `value` is one argument of SET, or the whole of set_config's second; undefined when it is not a constant. */
function isAllowed(name, value) {
    if (value === undefined)
        return false;
    const allowed = guarded[name];
    if (allowed !== undefined)
        return allowed.has(value.trim().toLowerCase());
    return !/(^|[,\s"])pgseal($|[,\s"])/i.test(value);
}
/** set_config() does what SET does, in any position (C53). Both arguments are looked at; a name that is not a constant could be any. */
function settingCallForbidden(statement, catalog) {
    let found;
    eachCall(statement, (path, fields) => {
        if (path.at(-1) !== 'set_config' || !isBuiltInCall(path, catalog))
            return;
        const name = constantText(argumentNamed(fields, 0, 'setting_name'))?.toLowerCase();
        const value = constantText(argumentNamed(fields, 1, 'new_value'));
        const any = name === undefined || fields.func_variadic === true;
        if (any && fields.func_variadic !== true && value === ofNoGuarded)
            return;
        if (any) {
            found ??= new PgsealError('settingNotServed', { setting: 'set_config' });
        }
        else if (name in guarded && !isAllowed(name, value)) {
            found ??= new PgsealError('settingNotServed', { setting: name });
        }
    });
    return found;
}
/**
 * What pg_dump gives restrict_nonsystem_relation_kind, whose name it takes from pg_settings. As a search path it is harmless;
 * no other guarded setting takes it.
 */
const ofNoGuarded = 'view, foreign-table';
/** Text of a constant, also under a cast to a string type; undefined for anything else. */
function constantText(node) {
    const cast = as(node, 'TypeCast');
    if (cast !== undefined) {
        const type = names(struct(cast.typeName)?.names).at(-1) ?? '';
        return ['text', 'varchar', 'bpchar'].includes(type) ? constantText(cast.arg) : undefined;
    }
    const constant = as(node, 'A_Const');
    if (constant === undefined)
        return undefined;
    for (const kind of ['sval', 'ival', 'fval', 'boolval']) {
        const value = struct(constant[kind]);
        if (value !== undefined)
            return String(value[kind] ?? (kind === 'sval' ? '' : kind === 'boolval' ? 'false' : '0'));
    }
    return undefined;
}
/** `(x).c`, `c(x)`, `set x.c =`: the parts of a sealed value are the proxy's own. */
function partTaken(tag, fields) {
    const taken = (Array.isArray(fields.indirection) && fields.indirection.some(isAttribute)) ||
        (tag === 'FuncCall' && isPartCall(fields));
    return taken ? new PgsealError('sealedPart') : undefined;
}
function isAttribute(node) {
    return tagOf(node) === 'String' && attributes.has(text(as(node, 'String')?.sval));
}
function isPartCall(call) {
    const path = names(call.funcname);
    return path.length === 1 && attributes.has(path[0]) && list(call.args).length === 1;
}
//# sourceMappingURL=forbidden.js.map