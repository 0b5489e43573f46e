import { groups, lists, orders, windows } from './lines/clauses.js';
import { aggregates, castLines, otherFunctions, textFunctions } from './lines/functions.js';
import { comparisons, patterns, values } from './lines/operators.js';
import { others, writes } from './lines/statements.js';
import { typeLines } from './lines/types.js';
import { wholes } from './lines/whole.js';
import { wrapped } from './lines/within.js';
export const allGroups = [
    lists,
    orders,
    groups,
    windows,
    writes,
    others,
    wrapped,
    wholes,
    comparisons,
    patterns,
    values,
    textFunctions,
    castLines,
    aggregates,
    otherFunctions,
    typeLines,
];
export const allLines = allGroups.flatMap(({ lines }) => lines);
export const madeLines = allLines.filter((line) => 'make' in line);
const predicateLines = madeLines.flatMap(({ id, predicate, beyond }) => predicate === undefined || beyond === true ? [] : [{ id, predicate }]);
/** Lines whose statement may stand within others, or beside them. */
function within(groups, pattern, otherwise) {
    return groups.flatMap(({ lines }) => lines.flatMap((line) => {
        if (!('make' in line) || line.beyond === true)
            return [];
        const query = (draft) => {
            const made = line.make(draft);
            return typeof made === 'string' && pattern.test(made) ? made : otherwise;
        };
        return [{ id: line.id, query }];
    }));
}
const queries = within([lists, orders, groups, windows, comparisons, values, textFunctions, castLines, aggregates, wholes], /^(select|values|\()/, 'select id, s_text from things');
const writing = within([writes], /^(insert|update|delete|with)/, 'delete from things where id = 1');
/** What drafts choose from. */
export const choices = {
    predicates: predicateLines,
    queries,
    writes: writing,
};
//# sourceMappingURL=all-lines.js.map