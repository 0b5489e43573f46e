// The pieces of a nested value: bytes that pass as they are, and places where a stored value stands.
import { openFailed } from '../seal/open-failed.js';
import { readSealedRecord } from '../seal/sealed-record.js';
import { decodeSealedRecordJson } from '../seal/sealed-record-json.js';
import { readArray } from '../types/array.js';
/** The elements of an array as array_send wrote it. Throws openFailed, class malformed, on anything but an array of one dimension. */
export function arrayPieces({ shape }, bytes, label) {
    if (shape.is !== 'list' || shape.of.is !== 'value')
        throw openFailed(label, 'malformed', 'shape of an array');
    const { of } = shape;
    const physical = of.leaf.origins[0].physical;
    const { elements, dimensions } = readArray(bytes, true, physical.oid);
    if (dimensions.length > 1 || (dimensions[0]?.lowerBound ?? 1) !== 1) {
        throw openFailed(label, 'malformed', 'dimensions of an array');
    }
    return elements.map((element) => element === null
        ? null
        : { shape: of, value: readSealedRecord(physical, element, 0, element.length, label), members: undefined });
}
/** Throws openFailed, class malformed, where the JSON is not built as the plan says. */
export function jsonPieces({ shape }, bytes, label) {
    return new JsonCutter(bytes.toString('latin1'), label).cut(shape);
}
const space = /[ \t\n\r]*/y;
const scalar = /"[^"\\]*(?:\\.[^"\\]*)*"|[-+.0-9a-zA-Z]+/y;
class JsonCutter {
    #text;
    #label;
    #pieces = [];
    #at = 0;
    /** Where what is not in a piece yet begins. */
    #from = 0;
    constructor(text, label) {
        this.#text = text;
        this.#label = label;
    }
    cut(shape) {
        this.#walk(shape, undefined);
        this.#space();
        if (this.#at !== this.#text.length)
            this.#fail('bytes after the JSON');
        this.#flush(this.#at);
        return this.#pieces;
    }
    #fail(what) {
        throw openFailed(this.#label, 'malformed', what);
    }
    #flush(end) {
        if (end > this.#from)
            this.#pieces.push(this.#text.slice(this.#from, end));
        this.#from = end;
    }
    #space() {
        space.lastIndex = this.#at;
        space.exec(this.#text);
        this.#at = space.lastIndex;
    }
    #next() {
        this.#space();
        return this.#text[this.#at] ?? this.#fail('the end of the JSON');
    }
    #take(character) {
        if (this.#next() !== character)
            this.#fail(`no ${character} in the JSON`);
        this.#at += 1;
    }
    /** `around`: begin and end of each member of the object that this is one of. */
    #walk(shape, around) {
        const first = this.#next();
        if (shape.is === 'plain')
            return this.#skip();
        if (this.#isNull())
            return;
        switch (shape.is) {
            case 'value':
                return this.#value(shape, around);
            case 'list':
                this.#items('[', ']', (at) => {
                    if (shape.tight && at > 0)
                        this.#tighten();
                    this.#walk(shape.of, undefined);
                });
                return;
            case 'tuple': {
                const count = this.#items('[', ']', (at) => this.#walk(shape.of[at] ?? this.#fail('items of a JSON'), undefined));
                if (count !== 0 && count !== shape.of.length)
                    this.#fail('items of a JSON');
                return;
            }
            case 'map':
                this.#items('{', '}', () => {
                    this.#key();
                    this.#walk(shape.of, undefined);
                });
                return;
            case 'object':
                if (first !== '{')
                    this.#fail('no object in the JSON');
                this.#object(shape);
        }
    }
    #isNull() {
        if (!this.#text.startsWith('null', this.#at))
            return false;
        this.#at += 4;
        return true;
    }
    #items(open, close, item) {
        this.#take(open);
        let count = 0;
        if (this.#next() === close) {
            this.#at += 1;
            return 0;
        }
        for (;;) {
            item(count);
            count += 1;
            if (this.#next() === close)
                break;
            this.#take(',');
        }
        this.#at += 1;
        return count;
    }
    /** The blanks behind a comma become one. */
    #tighten() {
        this.#flush(this.#at);
        this.#space();
        this.#pieces.push(' ');
        this.#from = this.#at;
    }
    /** The key of a member, without quotes, as it is written. */
    #key() {
        this.#space();
        const start = this.#at;
        this.#skip();
        const key = this.#text.slice(start + 1, this.#at - 1);
        this.#take(':');
        return key;
    }
    #object(shape) {
        const start = this.#at;
        const members = [];
        const keys = [];
        const count = this.#items('{', '}', () => {
            keys.push(this.#key());
            this.#space();
            const from = this.#at;
            this.#skip();
            members.push([from, this.#at]);
        });
        const end = this.#at;
        if (count === 0)
            return;
        const places = shape.sorted ? this.#sortedPlaces(shape, keys) : keys.map((_, at) => at);
        if (!shape.sorted && count !== shape.of.length)
            this.#fail('members of a JSON object');
        if (shape.sorted && count !== new Set(shape.keys).size)
            this.#fail('members of a JSON object');
        // By place in the shape, as what tells rows is.
        const byShape = [];
        places.forEach((place, at) => {
            byShape[place] = members[at];
        });
        this.#at = start;
        members.forEach(([from, to], at) => {
            this.#at = from;
            this.#walk(shape.of[places[at]], byShape);
            if (this.#at !== to)
                this.#fail('a member of a JSON object');
        });
        this.#at = end;
    }
    /** For each member of a jsonb its place in the shape: of a key that is there twice, the last. */
    #sortedPlaces(shape, keys) {
        return keys.map((raw) => {
            const key = Buffer.from(unescapedKey(raw), 'latin1').toString('utf8');
            const place = shape.keys.lastIndexOf(key);
            return place === -1 ? this.#fail('a key of a JSON object') : place;
        });
    }
    #value(shape, around) {
        const columns = shape.row?.columns;
        const physical = shape.leaf.origins[0].physical;
        if (columns !== 'beside') {
            const members = columns?.map((at) => {
                const [from, to] = around?.[at] ?? this.#fail('a member that tells a row');
                return this.#text.slice(from, to);
            });
            const start = this.#at;
            this.#place(shape, this.#sealed(physical), members, start);
            return;
        }
        const start = this.#at;
        let value;
        const members = [];
        this.#items('[', ']', (at) => {
            this.#space();
            if (at === 0) {
                value = this.#sealed(physical);
                return;
            }
            const from = this.#at;
            this.#skip();
            members.push(this.#text.slice(from, this.#at));
        });
        if (members.length !== shape.row.rule.columns.length)
            this.#fail('what tells the row of a value');
        if (value === undefined)
            this.#fail('no sealed value beside what tells its row');
        this.#place(shape, value, members, start);
    }
    #place(shape, value, members, start) {
        this.#flush(start);
        this.#pieces.push({ shape, value, members });
        this.#from = this.#at;
    }
    #sealed(physical) {
        const start = this.#at;
        if (this.#next() !== '{')
            this.#fail('no sealed value in the JSON');
        this.#skip();
        return decodeSealedRecordJson(physical, this.#text.slice(start, this.#at), this.#label);
    }
    /** Past a value of any kind, without recursion. */
    #skip() {
        let depth = 0;
        for (;;) {
            const next = this.#next();
            if (next === '{' || next === '[')
                depth += 1;
            else if (next === '}' || next === ']')
                depth -= 1;
            if (next === '{' || next === '[' || next === '}' || next === ']' || next === ',' || next === ':')
                this.#at += 1;
            else {
                scalar.lastIndex = this.#at;
                if (scalar.exec(this.#text) === null)
                    this.#fail('a value of the JSON');
                this.#at = scalar.lastIndex;
            }
            if (depth < 0)
                this.#fail('brackets of the JSON');
            if (depth === 0)
                return;
        }
    }
}
const letters = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
/** jsonb writes no other escapes. */
function unescapedKey(raw) {
    return raw.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_, hex, letter) => hex === undefined ? (letters[letter] ?? letter) : String.fromCharCode(Number.parseInt(hex, 16)));
}
/** The text of a JSON scalar: what is in quotes without them and without escapes. Latin-1. */
export function scalarText(json) {
    return json.startsWith('"') ? unescapedKey(json.slice(1, -1)) : json;
}
//# sourceMappingURL=nested-text.js.map