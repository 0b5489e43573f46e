import { PgsealError } from '../errors.js';
import { explicitCast } from '../types/conversion.js';
import { refuseSearch } from './access.js';
import { arrayCast, arrayOperandOf } from './array-operand.js';
import { operandOf } from './operand.js';
import { refuse } from './refusal.js';
import { as, locationOf, number, tagOf, walk } from './walk.js';
/** Types whose text depends on settings of the connection. */
const settingTypes = new Set([
    'date',
    'time',
    'timestamp',
    'timestamptz',
    'interval',
    'float4',
    'float8',
    'bytea',
]);
/** OIDs with which a client leaves a parameter's type open: none, and `unknown`. */
const openOids = new Set([0, 705]);
export class Analysis {
    input;
    /** A stored view's definition: its text is the server's own, nothing in it can be replaced. */
    inView;
    /** A relation with sealed columns, or a view over one, is read or written. */
    relevant = false;
    /** A relation or function that the catalog does not know is used. */
    unknownObjects = false;
    /** Rows that the statement writes so far: each has its own data key. */
    rows = 0;
    /** By row number: which row of which table it is, where the table has a `record`. */
    records = [];
    /** Defaults that are to be evaluated first. */
    evaluation = {
        columns: [],
        rows: [],
        /** Rows of the VALUES lists in which something is evaluated. */
        inserted: 0,
    };
    /** Types of open parameters that name a row and stand elsewhere too, by index. */
    namingTypes = new Map();
    /** Lists whose values the server gets the numbers of. */
    carried = new Set();
    /** The list of an INSERT of a query, and what takes its items. */
    inserting = undefined;
    usesSettings = false;
    /** Lists of subqueries may be made longer, so that the rows of sealed values in them can be told from outside. */
    exposesRows = false;
    /** The row of a value in the result is not told, and what its table says of that. */
    missesRows = undefined;
    /** The statement is an UPDATE that seals values in rows which nothing pins. */
    many = undefined;
    /** The statement is an INSERT of a query that seals values in rows of any number. */
    inserted = undefined;
    claims = new Map();
    /** In the order of analysis. */
    references = [];
    seals = new Set();
    searches = new Set();
    /** The list whose rows are the statement's own result, and what they are ordered by. */
    final = undefined;
    /** Some item of that list is computed on opened values. */
    computes = false;
    /** A result column is JSON, an array or a joined text with sealed values in it. */
    nests = false;
    /** How many expressions are written in another way, which would give a result column another name. */
    renames = 0;
    #added = 0;
    #parameterUses;
    constructor(input, inView) {
        this.input = input;
        this.inView = inView;
    }
    /** 1-based position in characters of a byte offset of the parsed text; undefined in a view. */
    characterAt(location) {
        if (this.inView)
            return undefined;
        const { text, start, characterStart } = this.input.statement;
        let characters = characterStart + 1;
        const end = Math.min(location - start, text.length);
        for (let at = 0; at < end; at += 1)
            if ((text[at] & 0xc0) !== 0x80)
                characters += 1;
        return characters;
    }
    /** A literal or parameter as a value of `target` where it says no type itself; refused where it cannot be read. */
    operand(node, target, array = false) {
        const { declaredOids } = this.input;
        const operand = array ? arrayOperandOf(node, declaredOids, target) : operandOf(node, declaredOids, target);
        if (operand === undefined) {
            refuse(this, 'operandNotServed', { type: array ? `${target.name}[]` : target.name }, innerLocation(node));
        }
        this.noteType(operand.type.name);
        return this.withCasts({ ...operand, casts: [] }, operand.casts, node);
    }
    /** The operand under further explicit casts; refused where one of them is not served. */
    withCasts(operand, casts, node) {
        let from = finalType(operand);
        for (const cast of casts) {
            if (explicitCast(from.name, cast) === undefined) {
                refuse(this, 'operandNotServed', { type: cast.name }, innerLocation(node));
            }
            this.noteType(cast.name);
            from = cast;
        }
        return casts.length === 0 ? operand : { ...operand, casts: [...operand.casts, ...casts] };
    }
    /** The type that a literal or parameter says itself; undefined for a string, NULL or a parameter not declared. */
    typeSaid(node) {
        if (this.isOpen(node))
            return undefined;
        const operand = operandOf(node, this.input.declaredOids, { name: 'text', typmod: -1 });
        return operand === undefined ? undefined : finalType(operand);
    }
    /** True for what takes its type from where it stands: a string, NULL, a parameter not declared. */
    isOpen(node) {
        const constant = as(node, 'A_Const');
        if (constant !== undefined)
            return constant.sval !== undefined || constant.isnull === true;
        const parameter = as(node, 'ParamRef');
        return parameter !== undefined && openOids.has(this.input.declaredOids[number(parameter.number) - 1] ?? 0);
    }
    /** The element type of a cast to an array. */
    elementCast(cast) {
        const type = arrayCast(cast.typeName);
        if (type === undefined)
            refuse(this, 'operandNotServed', { type: 'array' }, locationOf(cast));
        return type;
    }
    /** How often a client parameter is named. */
    parameterUses(index) {
        if (this.#parameterUses === undefined) {
            const uses = new Map();
            walk(this.input.statement.parse, (tag, fields) => {
                if (tag === 'ParamRef')
                    uses.set(number(fields.number) - 1, (uses.get(number(fields.number) - 1) ?? 0) + 1);
                return undefined;
            });
            this.#parameterUses = uses;
        }
        return this.#parameterUses.get(index) ?? 0;
    }
    /** A name that nothing in the statement has. */
    addedName() {
        const { text } = this.input.statement;
        let name;
        do
            name = `pgseal_row_${++this.#added}`;
        while (text.includes(name));
        return name;
    }
    /** Puts an item at the end of a select list of the client's tree. */
    append(targets, item) {
        const known = this.claims.get(targets);
        if (known?.to === 'appended')
            this.claims.set(targets, { to: 'appended', items: [...known.items, item] });
        else
            this.claim(targets, { to: 'appended', items: [item] });
    }
    /** A grouped column, an item of this select list, becomes something else than the value of a member. */
    unclaimMember(node, target) {
        if (this.claims.get(node)?.to === 'member')
            this.claims.delete(node);
        if (this.claims.get(target)?.to === 'named')
            this.claims.delete(target);
    }
    noteType(type) {
        if (settingTypes.has(type))
            this.usesSettings = true;
    }
    claim(node, claim) {
        if (this.inView)
            throw new PgsealError('shapeNotServed', { shape: 'a view that computes with a sealed column' });
        if (this.claims.has(node)) {
            throw new PgsealError('spliceFailed', {}, { logDetail: 'a node of the statement has two roles' });
        }
        this.claims.set(node, claim);
        if (claim.to !== 'parameter')
            return;
        const label = claim.use.target.column.label;
        if (claim.use.role === 'seal')
            this.seals.add(label);
        if (claim.use.role === 'term') {
            refuseSearch(this, label, label, claim.use.location);
            this.searches.add(label);
        }
    }
}
/** The type of an operand after its casts. */
export function finalType(operand) {
    return operand.casts.at(-1) ?? operand.type;
}
/** True when each of the operand's casts is one that the proxy makes itself. */
export function isConvertible({ type, casts }) {
    return casts.every((cast, at) => explicitCast((casts[at - 1] ?? type).name, cast) !== undefined);
}
/** True for SQL NULL written as a constant. */
export function isNullConstant(operand) {
    return operand.source.from === 'constant' && operand.source.text === null;
}
/** Where a constant or parameter under casts stands. */
function innerLocation(node) {
    const tag = tagOf(node);
    const fields = tag === undefined ? undefined : as(node, tag);
    if (fields === undefined)
        return undefined;
    return tag === 'TypeCast' ? innerLocation(fields.arg) : locationOf(fields);
}
//# sourceMappingURL=statement.js.map