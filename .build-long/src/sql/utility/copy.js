import { PgsealError } from '../../errors.js';
import { readRefused } from '../access.js';
import { copyOptions } from '../copy-options.js';
import { planData } from '../data-statement.js';
import { parseStatements } from '../parsed-text.js';
import { scanTokens } from '../parser.js';
import { quoted } from '../quoted.js';
import { refuseAbsent } from '../relevance.js';
import { TokenRanges } from '../token-ranges.js';
import { as, list, locationOf, struct, text } from '../walk.js';
import { Rewrite } from './edits.js';
import { passthrough, rewritten } from './outcome.js';
import { meantBy, refuseSealedIn, refuseShadow, relevantIn, sealedColumns } from './touched.js';
/** Plans a CopyStmt. Throws refusals. */
export function planCopy(input, effects, statement) {
    const table = relevantIn(input, statement);
    const query = struct(statement.query);
    if (table === undefined) {
        if (query !== undefined)
            planData(input, effects, query, false);
        return passthrough(effects, 'copies a table without sealed columns');
    }
    // A file or program of the server is read and written past the proxy (A77).
    if (text(statement.filename) !== '' || statement.is_program === true)
        throw new PgsealError('serverFile', { table });
    refuseAbsent(input, input.statement.parse);
    const options = copyOptions(statement);
    if (query !== undefined)
        return copyQuery(input, effects, options, innerQuery(input));
    const meant = meantBy(input, struct(statement.relation) ?? {});
    refuseShadow(meant);
    const { relation } = meant;
    if (relation === undefined)
        throw new PgsealError('statementNotServed', { statement: 'COPY', table });
    const columns = columnsOf(statement, relation);
    if (statement.is_from === true)
        return copyIn(input, effects, statement, meant, relation, columns, options);
    return copyTable(input, effects, statement, relation, columns, options);
}
/** Those named, or all but generated ones in the order of the table (A77). */
function columnsOf(statement, relation) {
    const given = list(statement.attlist).map((item) => text(as(item, 'String')?.sval));
    if (given.length === 0)
        return relation.columns.filter(({ generated }) => !generated).map(({ name }) => name);
    given.forEach((column, at) => {
        if (!relation.columns.some(({ name }) => name === column)) {
            throw new PgsealError('missingTargetColumn', { column, table: relation.name });
        }
        if (given.indexOf(column) !== at)
            throw new PgsealError('columnTwice', { column });
    });
    return given;
}
// ---- out ---------------------------------------------------------------------------------------------------------------
const kinds = {
    p: 'partitioned table',
    v: 'view',
    m: 'materialized view',
    f: 'foreign table',
    S: 'sequence',
};
function copyTable(input, effects, statement, relation, columns, options) {
    if (relation.kind !== 'r') {
        throw new PgsealError('copyRelation', { kind: kinds[relation.kind] ?? 'relation', table: relation.name });
    }
    const name = relationName(struct(statement.relation) ?? {});
    const select = `select ${columns.map(quoted).join(', ')} from only ${name}`;
    return copyQuery(input, effects, options, madeStatement(input, select));
}
/** As the client names it, so that it means the same. */
function relationName(rangeVar) {
    const schema = text(rangeVar.schemaname);
    return `${schema === '' ? '' : `${quoted(schema)}.`}${quoted(text(rangeVar.relname))}`;
}
/** A statement of ours in place of the client's. */
function madeStatement(input, sql) {
    const made = parseStatements(Buffer.from(sql)).statements[0];
    if (made === undefined)
        throw new PgsealError('internal', {}, { logDetail: 'a statement made for COPY' });
    return { ...made, characterStart: input.statement.characterStart };
}
/** What stands between the parentheses of COPY (...) TO. */
function innerQuery(input) {
    const outer = input.statement;
    const tokens = scanTokens(outer.text);
    const ranges = new TokenRanges(tokens, outer.text, outer.start);
    const open = ranges.next(0, '(');
    const from = tokens[open].end;
    const inner = outer.text.subarray(from, tokens[ranges.closing(open)].start);
    const { statements } = parseStatements(inner);
    const [statement] = statements;
    if (statement === undefined || statements.length > 1) {
        throw new PgsealError('spliceFailed', {}, { logDetail: 'the query of a COPY is not where it should be' });
    }
    const before = outer.text.toString('utf8', 0, from);
    return { ...statement, characterStart: outer.characterStart + [...before].length + statement.characterStart };
}
function copyQuery(input, effects, options, statement) {
    const plan = planData({ ...input, statement, declaredOids: [] }, effects, statement.parse, false);
    if (plan.kind !== 'sealed')
        return plan.kind === 'refused' ? plan : passthrough(effects, plan.reason);
    const { results } = plan;
    if (results === undefined)
        throw new PgsealError('shapeNotServed', { shape: 'COPY of a query without rows' });
    if (plan.clientParameters.length > 0)
        throw new PgsealError('shapeNotServed', { shape: 'a parameter in COPY' });
    if (plan.many !== undefined)
        throw new PgsealError('shapeNotServed', { shape: 'COPY of an UPDATE of many rows' });
    for (const result of results) {
        // What is copied is mostly meant to be restored: masks in place of values would be stored as values.
        if (result === undefined || result.reading.as === 'value')
            continue;
        const by = input.mode === 'encrypt-only' ? 'mode' : 'roles';
        throw readRefused(by, result.origins[0].column.label);
    }
    // Positions count in a text of ours.
    return { ...plan, edits: undefined, copy: { direction: 'out', options } };
}
// ---- in ----------------------------------------------------------------------------------------------------------------
function copyIn(input, effects, statement, meant, relation, columns, options) {
    const table = `${relation.schema}.${relation.name}`;
    if (relation.kind !== 'r' && relation.kind !== 'p') {
        throw new PgsealError('writeNotServed', { verb: 'COPY', table });
    }
    refuseSealedIn(statement.whereClause, sealedColumns(input, meant), 'WHERE of COPY');
    const row = rowPlan(input, effects, statement, relation, columns);
    const rewrite = new Rewrite(input);
    if (list(statement.attlist).length === 0) {
        nameColumns(rewrite, statement, columns);
    }
    if (row === undefined)
        return passthrough(effects, 'gives no value for a sealed column');
    return {
        ...rewritten(effects, rewrite.finish(), []),
        usesSettings: row.usesSettings,
        seals: row.seals,
        copy: { direction: 'in', options, table: relation.name, columns, row },
    };
}
/** The plan of an INSERT of one row whose parameters are the fields; undefined where none of them is for a sealed column. */
function rowPlan(input, effects, statement, relation, columns) {
    const name = relationName(struct(statement.relation) ?? {});
    const values = columns.map((_, at) => `$${at + 1}`).join(', ');
    const made = madeStatement(input, `insert into ${name} (${columns.map(quoted).join(', ')}) values (${values})`);
    const plan = planData({ ...input, statement: made, declaredOids: [] }, effects, made.parse, false);
    if (plan.kind === 'refused')
        throw plan.error;
    if (plan.kind === 'passthrough')
        return undefined;
    const missing = plan.evaluates?.columns[0];
    if (missing !== undefined) {
        const rule = relation.record;
        throw new PgsealError('recordNotKnown', {
            table: `${relation.schema}.${relation.name}`,
            template: rule?.template ?? '',
            reason: `COPY gives no column "${missing.column.name}"`,
        });
    }
    return { ...plan, parameters: plan.parameters.map((parameter) => withLength(parameter)) };
}
/** A field is read by the input function of the column's type with its length or scale, not assigned as a value without. */
function withLength(parameter) {
    if (parameter.role !== 'seal')
        return parameter;
    const { operand, target } = parameter;
    if (operand.type.name !== target.logical.name || operand.casts.length > 0)
        return parameter;
    return { ...parameter, operand: { ...operand, type: target.logical } };
}
/** The server's own default list may have changed since the catalog was read. */
function nameColumns(rewrite, statement, columns) {
    const { ranges } = rewrite;
    const relation = struct(statement.relation) ?? {};
    let last = ranges.identifierEnd(ranges.at(locationOf(relation)));
    while (ranges.word(last + 1) === '.')
        last = ranges.identifierEnd(last + 2);
    rewrite.insertBefore(last + 1, `(${columns.map(quoted).join(', ')})`);
    const tree = as(rewrite.tree, 'CopyStmt');
    tree.attlist = columns.map((name) => ({ String: { sval: name } }));
}
//# sourceMappingURL=copy.js.map