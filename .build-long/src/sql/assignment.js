// A value for a sealed column: in VALUES, in SET, in ON CONFLICT DO UPDATE SET.
import { assignment } from '../types/conversion.js';
import { typeNumbers } from '../types/logical-type.js';
import { locationOfNode } from './combine.js';
import { computedOperand } from './computed-operand.js';
import { condition } from './condition.js';
import { expression, plainExpression } from './expression.js';
import { refuse, refuseShape, refuseUse } from './refusal.js';
import { mayFail } from './row-reads.js';
import { find } from './scope.js';
import { checkFields } from './shape.js';
import { finalType, isNullConstant } from './statement.js';
import { typeOfTypeName } from './type-name.js';
import { as, list, names, struct, tagOf } from './walk.js';
/** The row that a value lands in: numbered when its first value is sealed. */
export class WrittenRow {
    #context;
    #number;
    constructor(context) {
        this.#context = context;
    }
    /** The row's number; taken now if it has none yet. */
    number() {
        this.#number ??= this.#context.analysis.rows++;
        return this.#number;
    }
    get isUsed() {
        return this.#number !== undefined;
    }
}
/**
 * Claims the value of sealed column `target`. Served: constants, parameters and what is computed of them, NULL, DEFAULT,
 * COALESCE and CASE over such, and the columns in `sameRow`, which hold a value of this very cell already. `rowRead` reads
 * other columns of the row; `conditional`: the database would not compute the value in every case.
 */
export function assignSealed(context, target, node, row, sameRow, rowRead, conditional = false) {
    const { analysis } = context;
    const tag = tagOf(node);
    const assign = (part) => assignSealed(context, target, part, row, sameRow, rowRead, true);
    switch (tag) {
        case 'SetToDefault':
            return;
        case 'CoalesceExpr': {
            const fields = as(node, tag);
            checkFields(analysis, tag, fields, ['args', 'location']);
            for (const argument of list(fields.args))
                assign(argument);
            return;
        }
        case 'CaseExpr':
            walkCase(context, as(node, tag), assign);
            return;
        case 'TypeCast':
            if (castCase(context, target.value, node, row))
                return;
            break;
        case 'ColumnRef': {
            const found = find(context.level, names(as(node, tag).fields));
            if (found.what === 'column' && sameRow.has(found.column))
                return;
            break;
        }
    }
    const computed = computedOperand(context, node, rowRead);
    if (computed !== undefined && !(conditional && mayFail(computed))) {
        claimSeal(context, target.value, node, row, computed);
        return;
    }
    const value = expression(context, node, 'an assignment');
    if (value.kind === 'sealed') {
        refuseUse(analysis, value, `an assignment to "${target.value.name}"`, {
            detail: 'A sealed value belongs to its own column and row; a copy would have to be opened and sealed anew.',
        });
    }
    if (value.kind === 'plain') {
        refuse(analysis, 'sealedAssignment', { column: target.value.name }, locationOfNode(node));
    }
    claimSeal(context, target.value, node, row, analysis.operand(node, target.value.logical));
}
/**
 * `(CASE ... END)::type` to the column's own type, as bulk updates are written: the cast is made of each constant and
 * parameter before it is sealed. False for every other cast.
 */
function castCase(context, target, node, row) {
    const { analysis } = context;
    const cast = as(node, 'TypeCast');
    const fields = as(cast.arg, 'CaseExpr');
    const typeName = struct(cast.typeName);
    const type = typeName === undefined ? undefined : typeOfTypeName(typeName);
    if (fields === undefined || type === undefined)
        return false;
    if (type.name !== target.logical.name || (type.typmod !== -1 && type.typmod !== target.logical.typmod))
        return false;
    const results = list(fields.args).map((item) => as(item, 'CaseWhen')?.result);
    if (fields.defresult !== undefined)
        results.push(fields.defresult);
    // What CASE gives: the type that its results say, text where none says one.
    const said = new Set(results.map((result) => analysis.typeSaid(result)?.name).filter((name) => name !== undefined));
    const [common] = said;
    if (said.size > 1 || results.every((result) => as(result, 'A_Const')?.isnull === true))
        return false;
    walkCase(context, fields, (result) => {
        if (expression(context, result, 'an assignment').kind !== 'operand') {
            refuse(analysis, 'sealedAssignment', { column: target.name }, locationOfNode(result));
        }
        const operand = analysis.operand(result, { name: common ?? 'text', typmod: -1 });
        claimSeal(context, target, result, row, analysis.withCasts(operand, [type], result));
    });
    analysis.claim(node, { to: 'inner', node: cast.arg });
    return true;
}
/** Conditions of a CASE, and what it may give. */
function walkCase(context, fields, assign) {
    const { analysis } = context;
    checkFields(analysis, 'CaseExpr', fields, ['arg', 'args', 'defresult', 'location']);
    if (fields.arg !== undefined)
        plainExpression(context, fields.arg, 'CASE');
    for (const item of list(fields.args)) {
        const when = as(item, 'CaseWhen');
        if (when === undefined)
            refuseShape(analysis, 'CASE');
        if (fields.arg === undefined)
            condition(context, when.expr, 'CASE WHEN');
        else
            plainExpression(context, when.expr, 'CASE WHEN');
        assign(when.result);
    }
    if (fields.defresult !== undefined)
        assign(fields.defresult);
}
/**
 * The value of one row of a VALUES list in FROM, which `casts` turn into the target's: what has no type is text there, not
 * the column's type.
 */
export function assignListed(context, target, node, row, casts) {
    const computed = computedOperand(context, node);
    if (computed === undefined && expression(context, node, 'an assignment').kind !== 'operand') {
        refuse(context.analysis, 'sealedAssignment', { column: target.name }, locationOfNode(node));
    }
    const operand = computed ?? context.analysis.operand(node, { name: 'text', typmod: -1 });
    claimSeal(context, target, node, row, context.analysis.withCasts(operand, casts, node));
}
/** Claims `node` for the operand; `made`: it is none of the client's nodes. Refused where the types do not fit. */
export function claimSeal(context, target, node, row, operand, made = false) {
    const { analysis } = context;
    const from = finalType(operand);
    if (from.name !== target.logical.name && assignment(from.name, target.logical) === undefined) {
        refuse(analysis, 'assignmentTypesDiffer', { column: target.name, to: target.logical.name, from: from.name }, locationOfNode(node));
    }
    if (isNullConstant(operand)) {
        if (tagOf(node) !== 'A_Const')
            analysis.claim(node, { to: 'null' });
        return;
    }
    analysis.claim(node, {
        to: 'parameter',
        ...(made ? { made: true } : {}),
        use: {
            role: 'seal',
            operand,
            target: target.origins[0],
            row: row.number(),
            clientOid: typeNumbers[operand.type.name].oid,
            location: locationOfNode(node),
        },
    });
}
/** Narrows a column to a sealed one. */
export function isSealed(column) {
    return column.value.kind === 'sealed';
}
//# sourceMappingURL=assignment.js.map