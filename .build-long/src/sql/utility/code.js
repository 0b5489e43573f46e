// DO, CALL, CREATE FUNCTION: code that analysis does not read. It is let through where no word of it is a mapped name; what it
// does at run time meets the types of the sealed columns (C10, C49).
import { PgsealError } from '../../errors.js';
import { mentionIn } from './mentions.js';
import { passthrough } from './outcome.js';
/** Plans a statement that holds code, or anything else that is not known in detail. Throws refusals. */
export function planCode(input, effects, statement, describeFirst) {
    const { catalog } = input;
    const name = catalog.mappedTables.length === 0 ? undefined : mentionIn(input.statement.parse, catalog);
    if (name !== undefined)
        throw new PgsealError('codeMentionsTable', { statement, name: name.toLowerCase() });
    return passthrough(effects, 'mentions no mapped table', describeFirst);
}
//# sourceMappingURL=code.js.map