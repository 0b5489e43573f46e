// Pieces of an UPDATE's text, cut at tokens. The tree says where a few nodes begin; ends come from commas and words outside
// parentheses. A wrong cut cannot pass: what is made of the pieces is parsed again and compared (many-rows-verify.ts).
import { scanTokens } from './parser.js';
import { lost } from './token-ranges.js';
import { as, list, locationOf, struct } from './walk.js';
/** Reserved words that begin what follows a select list. */
const afterList = new Set([
    ...['from', 'where', 'group', 'having', 'window', 'order', 'limit', 'offset', 'fetch', 'for'],
]);
export class PieceText {
    tokens;
    #text;
    constructor(text) {
        this.#text = text;
        this.tokens = scanTokens(text);
    }
    /** The tokens of an UpdateStmt whose locations count from the text's begin. */
    cut(update) {
        const relation = this.#at(locationOf(struct(update.relation) ?? {}));
        const targets = list(update.targetList);
        const firstSet = this.#at(locationOf(as(targets[0], 'ResTarget') ?? {}));
        const set = this.word(firstSet - 1) === '(' ? firstSet - 2 : firstSet - 1;
        let verb = relation - 1;
        while (this.word(verb) === '(' || this.word(verb) === 'only')
            verb -= 1;
        if (this.word(verb) !== 'update' || this.word(set) !== 'set')
            throw lost('an UPDATE without its words');
        const end = this.tokens.length;
        const returning = update.returningClause === undefined ? end : this.#find('returning', set + 1, end);
        const where = update.whereClause === undefined ? returning : this.#find('where', set + 1, returning);
        const from = update.fromClause === undefined ? where : this.#find('from', set + 1, where);
        const exprs = list(struct(update.returningClause)?.exprs);
        const firstReturned = exprs.length === 0 ? end : this.#firstOf(exprs[0]);
        return {
            with: verb === 0 ? undefined : { first: 0, last: verb - 1 },
            target: { first: verb + 1, last: set - 1 },
            set: this.#items(set + 1, from - 1),
            from: from === where ? undefined : { first: from + 1, last: where - 1 },
            where: where === returning ? undefined : { first: where + 1, last: returning - 1 },
            returningOptions: firstReturned > returning + 1 ? { first: returning + 1, last: firstReturned - 1 } : undefined,
            returning: returning === end ? [] : this.#items(firstReturned, end - 1),
        };
    }
    /** The tokens of an InsertStmt of a query. */
    cutInsert(insert) {
        const relation = this.#at(locationOf(struct(insert.relation) ?? {}));
        const head = relation - 2;
        if (this.word(head) !== 'insert')
            throw lost('an INSERT without its words');
        const query = as(insert.selectStmt, 'SelectStmt');
        const end = this.tokens.length;
        const first = this.#find(query?.withClause === undefined ? 'select' : 'with', relation, end);
        let tail = insert.returningClause === undefined ? end : this.#find('returning', first, end);
        if (insert.onConflictClause !== undefined) {
            let at = tail - 1;
            while (at > first && !(this.word(at) === 'on' && this.word(at + 1) === 'conflict'))
                at -= 1;
            tail = at;
        }
        const items = list(query?.targetList);
        const begin = this.#firstOf(items[0]);
        let last = begin;
        let depth = 0;
        for (; last < tail; last += 1) {
            const [here, before] = [this.word(last), this.word(last - 1)];
            const isClause = afterList.has(here) && before !== '.' && before !== 'as';
            if (depth === 0 && isClause && !(here === 'from' && before === 'distinct'))
                break;
            depth += nesting(here);
        }
        return {
            with: head === 0 ? undefined : { first: 0, last: head - 1 },
            head: { first: head, last: first - 1 },
            select: { first, last: tail - 1 },
            list: this.#items(begin, last - 1),
            tail: tail === end ? undefined : { first: tail, last: end - 1 },
        };
    }
    /** What is left and right of the `=` of a SET item. */
    sides(item) {
        const equals = this.#find('=', item.first, item.last);
        return { target: { first: item.first, last: equals - 1 }, value: { first: equals + 1, last: item.last } };
    }
    /** A RETURNING item without the name at its end: `x AS name`, `x name`. */
    beforeName(item) {
        let last = item.last - 1;
        if (this.word(last) === 'uescape')
            last -= 2;
        return { first: item.first, last: this.word(last) === 'as' ? last - 1 : last };
    }
    /** The text of a piece, each parameter `$n` replaced. */
    text(piece, parameter) {
        const parts = [];
        let at = this.tokens[piece.first].start;
        for (let index = piece.first; index <= piece.last; index += 1) {
            const token = this.tokens[index];
            if (token.name !== 'PARAM')
                continue;
            parts.push(this.#text.toString('utf8', at, token.start));
            parts.push(parameter(Number(this.#text.toString('latin1', token.start + 1, token.end))));
            at = token.end;
        }
        parts.push(this.#text.toString('utf8', at, this.tokens[piece.last].end));
        return parts.join('');
    }
    /** The token's text, lower-case; '' past the end. */
    word(index) {
        const token = this.tokens[index];
        return token === undefined ? '' : this.#text.toString('latin1', token.start, token.end).toLowerCase();
    }
    #at(location) {
        const index = this.tokens.findIndex((token) => token.start === location);
        if (index < 0)
            throw lost('no token at the location of a node');
        return index;
    }
    /** First token of a RETURNING item: a name given by AS comes behind its expression. */
    #firstOf(target) {
        return this.#at(locationOf(as(target, 'ResTarget') ?? {}));
    }
    /** The first token with this text outside parentheses that begins a clause: `IS DISTINCT FROM` and `a.from` do not. */
    #find(word, from, to) {
        let depth = 0;
        for (let index = from; index < to; index += 1) {
            const here = this.word(index);
            const before = this.word(index - 1);
            if (depth === 0 && here === word && before !== '.' && !(word === 'from' && before === 'distinct'))
                return index;
            depth += nesting(here);
        }
        throw lost('a clause without its word');
    }
    #items(first, last) {
        const items = [];
        let depth = 0;
        let begin = first;
        for (let index = first; index <= last; index += 1) {
            const here = this.word(index);
            if (depth === 0 && here === ',') {
                items.push({ first: begin, last: index - 1 });
                begin = index + 1;
            }
            depth += nesting(here);
        }
        items.push({ first: begin, last });
        return items;
    }
}
function nesting(word) {
    return word === '(' || word === '[' ? 1 : word === ')' || word === ']' ? -1 : 0;
}
/** A text under construction, with parameters of its own numbering. */
export class NumberedText {
    parameters = [];
    #parts = [];
    #numbers = new Map();
    add(...parts) {
        this.#parts.push(...parts);
    }
    /** `$n` of this parameter. */
    parameter(place) {
        const key = `${place.from} ${place.index}`;
        let number = this.#numbers.get(key);
        if (number === undefined) {
            number = this.parameters.push(place);
            this.#numbers.set(key, number);
        }
        return `$${number}`;
    }
    text() {
        return Buffer.from(this.#parts.join(' '));
    }
}
/** True when a parameter that the client left without a type stands in more than one place: each place would guess alone. */
export function guessesTypes(source, parameters) {
    const seen = new Set();
    for (const [index, token] of source.tokens.entries()) {
        if (token.name !== 'PARAM')
            continue;
        const word = source.word(index);
        const parameter = parameters[Number(word.slice(1)) - 1];
        if (parameter?.role === 'plain' && parameter.declaredOid === 0 && seen.has(word))
            return true;
        seen.add(word);
    }
    return false;
}
//# sourceMappingURL=many-rows-text.js.map