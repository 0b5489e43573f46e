// The spliced text is parsed again; its tree must be the client's with exactly the claimed nodes replaced (I4).
import { PgsealError } from '../errors.js';
import { extremeTree } from './extremes.js';
import { memberTree, ordinalTree, pathTree, termTree } from './grouping-text.js';
import { parseText } from './parser.js';
import { setTree } from './set-text.js';
import { as, list, struct } from './walk.js';
/** Throws spliceFailed where the server would read anything else than what analysis decided. */
export function verifySplice(original, spliced, claims, numbers) {
    const statements = parseText(spliced);
    if (statements.length !== 1 || !same(original, statements[0].stmt, claims, numbers)) {
        throw new PgsealError('spliceFailed', {}, { logDetail: 'the spliced statement does not parse as it should' });
    }
}
const locations = new Set(['location', 'list_start', 'list_end', 'rexpr_list_start', 'rexpr_list_end']);
function same(original, spliced, claims, numbers) {
    if (typeof original !== 'object' || original === null)
        return original === spliced;
    const claim = claims.get(original);
    if (claim !== undefined)
        return isReplaced(original, claim, spliced, claims, numbers);
    return sameFields(original, spliced, claims, numbers);
}
function sameFields(original, spliced, claims, numbers) {
    if (typeof spliced !== 'object' || spliced === null)
        return false;
    if (Array.isArray(original)) {
        const items = original.flatMap((item) => listedItems(item, claims, numbers));
        if (!Array.isArray(spliced) || spliced.length !== items.length)
            return false;
        return items.every((item, at) => same(item, spliced[at], claims, numbers));
    }
    const [before, after] = [original, spliced];
    for (const key in before) {
        if (!locations.has(key) && !same(before[key], after[key], claims, numbers))
            return false;
    }
    for (const key in after)
        if (!locations.has(key) && !(key in before))
            return false;
    return true;
}
/** The items that an item of a select list becomes. */
function listedItems(item, claims, numbers) {
    const claim = claims.get(item);
    if (claim?.to !== 'listed')
        return [item];
    return claim.items.map((one) => {
        return { ResTarget: { val: Array.isArray(one) ? pathTree(one) : { ParamRef: { number: numbers.get(one) } } } };
    });
}
function isReplaced(original, claim, spliced, claims, numbers) {
    const node = struct(spliced) ?? {};
    switch (claim.to) {
        case 'parameter': {
            const parameter = { ParamRef: { number: numbers.get(original) } };
            if (claim.asks !== true)
                return sameFields(parameter, node, claims, numbers);
            const asked = struct(node.A_Expr) ?? {};
            const equals = { kind: 'AEXPR_OP', name: [{ String: { sval: '=' } }], lexpr: asked.lexpr, rexpr: parameter };
            return (sameFields({ A_Expr: equals }, node, noClaims, numbers) &&
                isTerm(struct(asked.lexpr) ?? {}, claim.use.term, (argument) => sameFields(original, argument, noClaims, numbers)));
        }
        case 'evaluated':
            return sameFields({ ParamRef: { number: numbers.get(claim.use) } }, node, claims, numbers);
        case 'row': {
            const [after, before] = [list(as(node, 'List')?.items), list(as(original, 'List')?.items)];
            const expected = [...before, ...claim.more.map((use) => moreValue(use, numbers))];
            return sameFields(expected, after, claims, numbers);
        }
        case 'insert': {
            const fields = original;
            const columns = claim.columns.map((name) => ({ ResTarget: { name } }));
            const cols = columns.length === 0 ? fields.cols : [...list(fields.cols), ...columns];
            const override = claim.overriding ? 'OVERRIDING_SYSTEM_VALUE' : fields.override;
            return sameFields({ ...fields, ...(cols === undefined ? {} : { cols }), override }, node, claims, numbers);
        }
        case 'longer': {
            const fields = original;
            const more = claim.names.map((name) => claim.field === 'colnames' ? { String: { sval: name } } : { ResTarget: { val: reference(name) } });
            return sameFields({ ...fields, [claim.field]: [...list(fields[claim.field]), ...more] }, node, claims, numbers);
        }
        case 'listed':
            return false;
        case 'aliased': {
            const colnames = claim.columns.map((sval) => ({ String: { sval } }));
            const alias = { aliasname: claim.name, colnames };
            return sameFields({ ...original, alias }, node, claims, numbers);
        }
        case 'appended': {
            const own = list(original);
            const all = list(spliced);
            const more = claim.items.map((item) => ({ ResTarget: { name: item.name, val: appendedTree(item) } }));
            return sameFields([...own, ...more], all, claims, numbers);
        }
        case 'beside': {
            const funcname = ['pg_catalog', 'json_build_array'].map((sval) => ({ String: { sval } }));
            const args = [original, ...claim.paths.map(pathTree)];
            const result = { FuncCall: { funcname, args, funcformat: 'COERCE_EXPLICIT_CALL' } };
            const expr = { NullTest: { arg: original, nulltesttype: 'IS_NOT_NULL' } };
            return sameFields({ CaseExpr: { args: [{ CaseWhen: { expr, result } }] } }, node, noClaims, numbers);
        }
        case 'set':
            return sameFields(setTree(original, claim.set), spliced, claims, numbers);
        case 'array-agg': {
            const fields = as(original, 'FuncCall') ?? {};
            const funcname = ['pg_catalog', 'array_agg'].map((sval) => ({ String: { sval } }));
            const call = { FuncCall: { ...fields, funcname, args: list(fields.args).slice(0, 1) } };
            return sameFields(call, node, claims, numbers);
        }
        case 'term-of':
            return sameFields(termTree(pathTree(claim.path), claim.term), node, noClaims, numbers);
        case 'member':
            return sameFields(memberTree(original, claim.form), node, noClaims, numbers);
        case 'item':
            return sameFields({ ResTarget: { name: claim.name, val: claim.column } }, node, noClaims, numbers);
        case 'extreme':
            return sameFields(extremeTree(original, claim.most), node, claims, numbers);
        case 'named': {
            const fields = as(original, 'ResTarget') ?? {};
            return sameFields({ ResTarget: { ...fields, name: claim.name } }, node, claims, numbers);
        }
        case 'case': {
            const { lexpr, rexpr } = as(original, 'A_Expr') ?? {};
            const equal = { A_Expr: { kind: 'AEXPR_OP', name: [{ String: { sval: '=' } }], lexpr, rexpr } };
            const when = { CaseWhen: { expr: equal, result: { A_Const: { isnull: true } } } };
            // A copy, since the column itself is replaced where it is compared.
            const defresult = structuredClone(claim.column);
            return sameFields({ CaseExpr: { args: [when], defresult } }, node, claims, numbers);
        }
        case 'distinct-on': {
            const items = claim.items.map((item) => typeof item === 'number' ? ordinalTree(item) : termTree(pathTree(item.path), item.term));
            return sameFields(items, spliced, noClaims, numbers);
        }
        case 'null':
            return sameFields({ A_Const: { isnull: true } }, node, claims, numbers);
        case 'term':
            return isTerm(node, claim.term, (argument) => sameFields(original, argument, claims, numbers));
        case 'index-term': {
            const { name, ...rest } = original.IndexElem;
            const { expr, ...others } = struct(node.IndexElem) ?? {};
            const column = { ColumnRef: { fields: [{ String: { sval: name } }] } };
            return (sameFields(rest, others, claims, numbers) &&
                isTerm(struct(expr) ?? {}, claim.term, (argument) => sameFields(column, argument, claims, numbers)));
        }
        case 'inner':
            return same(claim.node, spliced, claims, numbers);
    }
}
/** What the analysis has written itself holds nothing that is replaced. */
const noClaims = new Map();
function appendedTree(item) {
    if ('nullOf' in item) {
        const names = ['pg_catalog', item.nullOf].map((sval) => ({ String: { sval } }));
        return { TypeCast: { arg: { A_Const: { isnull: true } }, typeName: { names, typemod: -1 } } };
    }
    const column = pathTree(item.path);
    return item.member === undefined ? column : memberTree(column, item.member);
}
function reference(name) {
    return { ColumnRef: { fields: [{ String: { sval: name } }] } };
}
function moreValue(use, numbers) {
    return use === undefined ? { SetToDefault: {} } : { ParamRef: { number: numbers.get(use) } };
}
function isTerm(node, term, isArgument) {
    const fields = struct(node.A_Indirection);
    if (fields === undefined || Object.keys(node).length !== 1)
        return false;
    const steps = list(fields.indirection);
    return (isArgument(fields.arg) &&
        steps.length === 1 &&
        sameFields({ String: { sval: term ?? 'eq' } }, steps[0], new Map(), new Map()));
}
//# sourceMappingURL=verify.js.map