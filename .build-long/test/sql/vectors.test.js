// Vectors of analysis: test/vectors/sql/*.sql, each a list of cases.
//   -- case: what it shows (pitfall numbers)
//   -- declared: OIDs of Parse          -- mode: encrypt-only          -- names: users=other.users      (optional)
//   the statement
//   -- expect: passthrough REASON | refused SQLSTATE [@position] MESSAGE | sealed
//   -- text, parameters, client, results, rows: what a sealed plan holds
// UPDATE_VECTORS=1 writes what analysis says now; read the difference before keeping it.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { planOf, readCases, vectorFiles, vectorFolder } from './vectors.js';
const update = process.env.UPDATE_VECTORS === '1';
for (const file of vectorFiles()) {
    const cases = readCases(file);
    const written = [];
    for (const one of cases) {
        const actual = describePlan(planOf(one));
        written.push([`-- case: ${one.name}`, ...one.header, one.sql, ...actual, ''].join('\n'));
        if (update)
            continue;
        test(`${file}: ${one.name}`, () => {
            assert.deepEqual(actual, one.expected);
        });
    }
    if (update)
        writeFileSync(join(vectorFolder, file), written.join('\n'));
}
function describePlan(plan) {
    switch (plan.kind) {
        case 'passthrough':
            return [`-- expect: passthrough ${plan.reason}${plan.describeFirst ? ', describe first' : ''}`];
        case 'refused': {
            const { sqlstate, position, message } = plan.error;
            const log = plan.error.logDetail === undefined ? '' : ` [${plan.error.logDetail}]`;
            return [`-- expect: refused ${sqlstate}${position === undefined ? '' : ` @${position}`} ${message}${log}`];
        }
        case 'sealed': {
            const results = plan.results?.map((result) => result === undefined
                ? 'plain'
                : `${result.origins.map((origin) => origin.column.label).join('+')}:${typeText(result.logical)}${result.nested === undefined ? '' : ` in ${result.nested.form}`}`);
            return [
                '-- expect: sealed',
                ...plan.text
                    .toString()
                    .split('\n')
                    .map((line) => `-- text: ${line}`),
                ...plan.parameters.map((parameter, at) => `-- parameter $${at + 1}: ${parameterText(parameter)}`),
                ...(plan.clientParameters.length === 0
                    ? []
                    : [
                        `-- client: ${plan.clientParameters.map((one) => `${one.typeOid}${one.plainAt < 0 ? '' : `@${one.plainAt}`}`).join(' ')}`,
                    ]),
                ...(results === undefined ? [] : [`-- results: ${results.join(', ') || 'all plain'}`]),
                ...(plan.rows === 0 ? [] : [`-- rows: ${plan.rows}`]),
                ...manyLines(plan.many),
                ...(plan.usesSettings ? ['-- uses settings'] : []),
            ];
        }
    }
}
function manyLines(many) {
    if (many === undefined)
        return [];
    const places = many.updateParameters.map(({ from, index }) => from === 'column' ? `column ${index}` : `${from} ${index}`);
    return [
        ...many.select
            .toString()
            .split('\n')
            .map((line) => `-- select: ${line}`),
        ...many.update
            .toString()
            .split('\n')
            .map((line) => `-- update: ${line}`),
        `-- many: ${many.keyColumns} key columns, select of ${many.selectParameters.join(' ') || 'nothing'}, update of ${places.join(', ')}`,
        ...(many.selected.some((at) => at !== undefined)
            ? [`-- selected: ${many.selected.map((at) => at ?? '-').join(' ')}`]
            : []),
        ...(many.asksTypes ? ['-- asks types'] : []),
    ];
}
function parameterText(parameter) {
    if (parameter.role === 'plain')
        return `plain client $${parameter.index + 1} declared ${parameter.declaredOid}`;
    if (parameter.role === 'given' || parameter.role === 'unused')
        return parameter.role;
    if (parameter.role === 'evaluated')
        return `evaluated ${parameter.row}.${parameter.column}`;
    if (parameter.role === 'ordinal')
        return `ordinal ${parameter.number} of ${operandText(parameter.operand)}`;
    const row = parameter.role === 'seal' ? ` row ${parameter.row}` : '';
    return `${parameter.role} ${parameter.target.column.label}${row} of ${operandText(parameter.operand)}`;
}
function operandText(operand) {
    const source = sourceText(operand.source);
    const types = [operand.type, ...operand.casts].map(typeText).join(' to ');
    return `${source} as ${types}${operand.array ? ' array' : ''}`;
}
function sourceText(source) {
    switch (source.from) {
        case 'parameter':
            return `client $${source.index + 1}`;
        case 'constant':
            return source.text === null ? 'NULL' : JSON.stringify(source.text.toString());
        case 'row':
            return `row ${source.at}`;
        case 'computed':
            return `${source.name}(${source.arguments.map(operandText).join(', ')})`;
    }
}
function typeText(type) {
    return type.typmod === -1 ? type.name : `${type.name}/${type.typmod}`;
}
//# sourceMappingURL=vectors.test.js.map