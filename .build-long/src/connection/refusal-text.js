import { encodeParse } from '../wire/parse.js';
import { encodeQuery } from '../wire/query.js';
/**
 * A statement that parses and always fails in analysis, with 42883: sent in place of a refused one, so that the server
 * itself skips to Sync, fails the transaction and forgets the unnamed statement (design section 6; pitfalls A51, A52, I3).
 * It is all that the server's log sees of a refused statement.
 */
const text = Buffer.from('select pg_catalog.pgseal_refused_this_statement()');
/** What the server answers to it in a transaction that has not failed before. */
export const refusalSqlstate = '42883';
/** A name of ours: a failing Parse of it leaves nothing behind. */
export const refusalName = 'pgseal_refused';
export function refusalParse(name) {
    return encodeParse({ type: 'Parse', name, query: text, parameterTypes: [] });
}
export function refusalQuery() {
    return encodeQuery({ type: 'Query', query: text });
}
//# sourceMappingURL=refusal-text.js.map