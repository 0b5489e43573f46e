// Where the nodes of a tree begin and end in the text. The tree has starts only, as byte offsets (B28); ends come from the
// scanner's tokens. A wrong guess cannot pass: the spliced text is parsed again and compared (verify.ts).
import { PgsealError } from '../errors.js';
import { as, list, locationOf, names, tagOf } from './walk.js';
/** Reserved words that begin what follows a select list. */
const afterList = new Set([
    'from',
    'where',
    'group',
    'having',
    'window',
    'union',
    'intersect',
    'except',
    'order',
    'limit',
    'offset',
    'fetch',
    'for',
    'into',
]);
/** Reserved words that begin what follows a query without parentheses in a set operation. */
const afterQuery = new Set([
    'union',
    'intersect',
    'except',
    'order',
    'limit',
    'offset',
    'fetch',
    'for',
]);
export class TokenRanges {
    tokens;
    #text;
    /** Offset of the text within what the tree's locations count from. */
    #start;
    constructor(tokens, text, start) {
        this.tokens = tokens;
        this.#text = text;
        this.#start = start;
    }
    /** The tokens of a column reference, constant, parameter, call, operator, CASE or cast of such. */
    of(node) {
        const tag = tagOf(node);
        const fields = tag === undefined ? {} : node[tag];
        switch (tag) {
            case 'SetToDefault':
            case 'ParamRef': {
                const at = this.at(locationOf(fields));
                return { first: at, last: at };
            }
            case 'SQLValueFunction':
            case 'CoalesceExpr':
            case 'MinMaxExpr':
            case 'FuncCall':
                return this.#call(this.at(locationOf(fields)));
            case 'ColumnRef':
                return this.#column(this.at(locationOf(fields)), list(fields.fields).length);
            case 'A_Const':
                return this.#constant(this.at(locationOf(fields)));
            case 'A_ArrayExpr':
                return this.#array(fields);
            case 'A_Expr':
                return fields.kind === 'AEXPR_NULLIF' ? this.#call(this.at(locationOf(fields))) : this.#operator(fields);
            case 'TypeCast':
                return this.#cast(fields);
            case 'CaseExpr':
                return this.#case(this.at(locationOf(fields)));
            default:
                throw lost(`no range for ${tag ?? 'a node without tag'}`);
        }
    }
    /** As it is written. */
    textOf(node) {
        const { first, last } = this.of(node);
        return this.#text.toString('utf8', this.tokens[first].start, this.tokens[last].end);
    }
    /** Index of the token that begins at this location. */
    at(location) {
        const start = (location ?? -1) - this.#start;
        let low = 0;
        let high = this.tokens.length - 1;
        while (low <= high) {
            const middle = (low + high) >> 1;
            const token = this.tokens[middle];
            if (token.start === start)
                return middle;
            if (token.start < start)
                low = middle + 1;
            else
                high = middle - 1;
        }
        throw lost('no token at the location of a node');
    }
    /** The token's text, lower-case; '' past the end. */
    word(index) {
        const token = this.tokens[index];
        return token === undefined ? '' : this.#text.toString('latin1', token.start, token.end).toLowerCase();
    }
    /** The token in the place of item `at` of a parenthesised list that opens at `open`. */
    listItem(open, at) {
        let index = open + 1;
        for (let item = 0; item < at; item += 1) {
            let depth = 0;
            for (; index < this.tokens.length && (depth > 0 || this.word(index) !== ','); index += 1) {
                if (this.word(index) === '(')
                    depth += 1;
                if (this.word(index) === ')')
                    depth -= 1;
                if (depth < 0)
                    throw lost('a list ends early');
            }
            index += 1;
        }
        return index;
    }
    /** The next token from `index` on that is this word, outside parentheses. */
    next(index, word) {
        for (let at = index; at < this.tokens.length; at += 1) {
            if (this.word(at) === word)
                return at;
            if (this.word(at) === '(' || this.word(at) === '[')
                at = this.closing(at);
        }
        throw lost('a word of the statement is not in its text');
    }
    /** The last token of a select list, by what may follow one. */
    listEnd(targets) {
        const last = as(targets.at(-1), 'ResTarget');
        return this.#endFrom(this.at(last === undefined ? undefined : locationOf(last)), false);
    }
    /** The last token of an item of a select list. */
    itemEnd(target) {
        return this.#endFrom(this.at(locationOf(as(target, 'ResTarget') ?? {})), true);
    }
    #endFrom(first, ofItem) {
        let index = first;
        for (; index < this.tokens.length; index += 1) {
            const word = this.word(index);
            if (word === '(' || word === '[')
                index = this.closing(index);
            else if (word === ')' || word === ';' || (ofItem && word === ',') || this.#endsList(index))
                break;
        }
        return index - 1;
    }
    /** This word, which stands right before a select list. */
    beforeList(targets, word) {
        const first = as(targets[0], 'ResTarget');
        const index = this.at(first === undefined ? undefined : locationOf(first)) - 1;
        if (this.word(index) !== word)
            throw lost('a word does not stand before its list');
        return index;
    }
    /** This word, which stands before token `index` outside parentheses. */
    before(index, word) {
        for (let at = index - 1; at >= 0; at -= 1) {
            if (this.word(at) === word)
                return at;
            if (this.word(at) === ')' || this.word(at) === ']')
                at = this.#opening(at);
        }
        throw lost('a word of the statement is not in its text');
    }
    #opening(close) {
        let depth = 0;
        for (let index = close; index >= 0; index -= 1) {
            const word = this.word(index);
            if (word === ')' || word === ']')
                depth += 1;
            if (word === '(' || word === '[')
                depth -= 1;
            if (depth === 0)
                return index;
        }
        throw lost('a parenthesis is not opened');
    }
    /** The last token of a query that goes on at `from`; `whole`: with ORDER BY and what follows, since it is in parentheses. */
    queryEnd(from, whole) {
        let index = from;
        for (; index < this.tokens.length; index += 1) {
            const [before, word] = [this.word(index - 1), this.word(index)];
            if (word === '(' || word === '[') {
                index = this.closing(index);
                continue;
            }
            if (word === ')' || word === ';')
                break;
            if (!whole && afterQuery.has(word) && before !== '.' && before !== 'as')
                break;
        }
        return index - 1;
    }
    #endsList(index) {
        const [before, word, after] = [this.word(index - 1), this.word(index), this.word(index + 1)];
        if (!afterList.has(word) || before === '.' || before === 'as')
            return false;
        if (word === 'from')
            return before !== 'distinct';
        return word !== 'group' || after !== '(';
    }
    /** The end of one identifier: U&"..." may have a UESCAPE. */
    identifierEnd(index) {
        return this.word(index).startsWith('u&') && this.word(index + 1) === 'uescape' ? index + 2 : index;
    }
    /** The end of a name with its schema. */
    nameEnd(first) {
        let last = this.identifierEnd(first);
        while (this.word(last + 1) === '.')
            last = this.identifierEnd(last + 2);
        return last;
    }
    /** The end of the FILTER clause behind a call that ends at `last`. */
    filterEnd(last) {
        if (this.word(last + 1) !== 'filter' || this.word(last + 2) !== '(')
            throw lost('no FILTER behind an aggregate');
        return this.closing(last + 2);
    }
    /** A call of a function, or a word that is one, such as CURRENT_TIMESTAMP. */
    #call(first) {
        const last = this.nameEnd(first);
        return { first, last: this.word(last + 1) === '(' ? this.closing(last + 1) : last };
    }
    /** An operator between its operands, which may stand in parentheses, or before one. */
    #operator(fields) {
        const at = this.at(locationOf(fields));
        let { first, last } = this.of(fields.rexpr);
        while (first - 1 > at && this.word(first - 1) === '(') {
            if (this.word(last + 1) !== ')')
                throw lost('an operand is not beside its operator');
            first -= 1;
            last += 1;
        }
        if (first - 1 !== at)
            throw lost('an operand is not beside its operator');
        return { first: fields.lexpr === undefined ? at : this.parenthesized(this.of(fields.lexpr), at).first, last };
    }
    #column(first, parts) {
        let last = this.identifierEnd(first);
        for (let part = 1; part < parts; part += 1) {
            if (this.word(last + 1) !== '.')
                throw lost('a column reference ends early');
            last = this.identifierEnd(last + 2);
        }
        return { first, last };
    }
    /** A constant; the grammar folds minus signs before a number into it, parentheses between them included. */
    #constant(first) {
        let last = first;
        let open = 0;
        while (this.word(last) === '-' || this.word(last) === '(') {
            if (this.word(last) === '(')
                open += 1;
            last += 1;
        }
        last = this.identifierEnd(last);
        for (; open > 0; open -= 1) {
            last += 1;
            if (this.word(last) !== ')')
                throw lost('a number ends early');
        }
        return { first, last };
    }
    #case(first) {
        let open = 0;
        for (let index = first; index < this.tokens.length; index += 1) {
            if (this.word(index) === 'case')
                open += 1;
            if (this.word(index) === 'end' && --open === 0)
                return { first, last: index };
        }
        throw lost('CASE does not end');
    }
    #array(fields) {
        const first = this.at(locationOf(fields));
        return { first, last: this.closing(first + 1) };
    }
    #cast(fields) {
        const location = locationOf(fields);
        const type = fields.typeName;
        if (location === undefined) {
            // type 'literal', where an interval's fields may follow.
            const last = this.of(fields.arg).last;
            return {
                first: this.at(locationOf(type)),
                last: names(type.names).at(-1) === 'interval' ? this.#intervalFields(last) : last,
            };
        }
        const at = this.at(location);
        if (this.word(at) === 'cast')
            return { first: at, last: this.closing(at + 1) };
        const inner = this.parenthesized(this.of(fields.arg), at);
        return { first: inner.first, last: this.typeEnd(at + 1) };
    }
    /** `range` with the parentheses around it that end before token `end`. */
    parenthesized(range, end) {
        let { first, last } = range;
        while (last + 1 < end) {
            if (this.word(last + 1) !== ')' || this.word(first - 1) !== '(')
                throw lost('a cast is not beside its argument');
            first -= 1;
            last += 1;
        }
        return { first, last };
    }
    /** Last token of the type name that begins at `index`. */
    typeEnd(index) {
        let last = index;
        const word = this.word(index);
        const next = (...words) => {
            if (!words.every((one, at) => this.word(last + 1 + at) === one))
                return false;
            last += words.length;
            return true;
        };
        last = this.identifierEnd(last);
        if (word === 'double')
            next('precision');
        else if (word === 'national')
            next('character') || next('char');
        while (this.word(last + 1) === '.')
            last = this.identifierEnd(last + 2);
        next('varying');
        if (this.word(last + 1) === '(')
            last = this.closing(last + 1);
        if (word === 'time' || word === 'timestamp')
            next('with', 'time', 'zone') || next('without', 'time', 'zone');
        if (word === 'interval')
            last = this.#intervalFields(last);
        next('array');
        while (this.word(last + 1) === '[')
            last = this.closing(last + 1);
        return last;
    }
    #intervalFields(last) {
        const fields = new Set(['year', 'month', 'day', 'hour', 'minute', 'second', 'to']);
        let end = last;
        while (fields.has(this.word(end + 1)))
            end += 1;
        return end > last && this.word(end + 1) === '(' ? this.closing(end + 1) : end;
    }
    /** The parenthesis or bracket that closes the one at `open`. */
    closing(open) {
        let depth = 0;
        for (let index = open; index < this.tokens.length; index += 1) {
            const word = this.word(index);
            if (word === '(' || word === '[')
                depth += 1;
            if (word === ')' || word === ']')
                depth -= 1;
            if (depth === 0)
                return index;
        }
        throw lost('a parenthesis is not closed');
    }
}
/** A node of the tree does not stand in the text where it should. */
export function lost(what) {
    return new PgsealError('spliceFailed', {}, { logDetail: what });
}
//# sourceMappingURL=token-ranges.js.map