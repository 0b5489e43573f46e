import { PgsealError, unreachable } from '../errors.js';
import { keySource, parseEnvelope } from '../seal/envelope.js';
import { openValue } from '../seal/open-value.js';
import { readSealedRecord } from '../seal/sealed-record.js';
import { readRefused } from '../sql/access.js';
import { codecs } from '../types/codecs.js';
import { computation } from '../types/functions.js';
import { applyMask } from '../types/mask.js';
import { readDataRow } from '../wire/data-row.js';
import { composed, MemberTeller, piecesOf } from './nested-value.js';
import { RowTeller } from './row-teller.js';
import { noTokenKeys, tokenFor } from './tokens.js';
/** Keys kept that had to be asked for: a long result of rows with a key each must not hold all of them. */
const maxAsked = 4096;
/**
 * Opens the rows of one result and writes them as the client asked for them. Sealed columns arrive in binary. Works on
 * one row at a time and meets no promise as long as every data key can be had at once; a branch key at hand is enough.
 */
export class Opener {
    offsets;
    columns;
    width;
    /** By place in the server's row: 1 where the client does not see it. */
    hidden;
    tellers;
    counts;
    keyRing;
    audit;
    settings;
    sealedHere;
    constantKey;
    tokenKeys;
    /** The key part opened last: the sealed columns of a row share one, so it saves all but one unwrapping a row. */
    lastKeyPart;
    lastKey;
    lastNamedKey = '';
    lastTenant;
    /** Keys that had to be asked for, by named key and key part: none is asked for twice in one statement. */
    nested = new WeakMap();
    asked = new Map();
    /** Values opened so far, for the log. */
    opened = 0;
    constructor(options) {
        this.width = options.results.length;
        this.offsets = new Int32Array(2 * this.width);
        this.keyRing = options.keyRing;
        this.settings = options.settings;
        this.sealedHere = options.sealedHere;
        this.constantKey = options.constantKey;
        this.tokenKeys = options.tokenKeys ?? noTokenKeys;
        this.counts = options.counts;
        this.hidden = new Uint8Array(this.width);
        for (const place of options.hidden)
            this.hidden[place] = 1;
        const formats = serverFormats(options.results, options.hidden, options.resultFormats);
        const tellers = new Map();
        const tellerOf = (row) => {
            if (row === undefined)
                return undefined;
            const key = `${row.rule.template} ${row.columns.join()}`;
            const teller = tellers.get(key) ?? new RowTeller(row, (column) => formats[column] === 1);
            tellers.set(key, teller);
            return teller;
        };
        const columns = [];
        let seen = 0;
        options.results.forEach((result, index) => {
            const place = seen;
            if (this.hidden[index] === 0)
                seen += 1;
            if (result === undefined)
                return;
            const binary = formatOf(options.resultFormats, place) === 1;
            columns.push({
                index,
                result,
                codec: codecs[result.logical.name],
                compute: result.computed === undefined ? undefined : computation(result.computed),
                binary,
                counters: undefined,
                opens: result.origins.map((origin) => options.counts.column(origin.column.label)),
                tellers: result.rows.map(tellerOf),
                unchecked: false,
                envelope: undefined,
                terms: [],
                origin: undefined,
                key: undefined,
                stored: undefined,
                asNull: false,
                masked: false,
            });
        });
        this.columns = columns;
        this.tellers = [...tellers.values()];
    }
    /** From now on values count for this execution, whose key ring this is. */
    countFor(audit, keyRing) {
        this.keyRing = keyRing;
        this.audit = audit;
        // What is known from an earlier execution is asked for again, so that it is told for this one too.
        this.lastKeyPart = undefined;
        for (const column of this.columns) {
            column.counters = column.result.origins.map((origin) => audit.counter(origin.column.label));
        }
    }
    /**
     * Opens the DataRow `frame` and writes it to `writer`; or returns a promise when keys must be waited for: then nothing
     * was written, and the same frame is to be given again once it has settled. Throws XX001 on anything that cannot be
     * opened, and what the key ring throws.
     */
    open(frame, writer) {
        const waiting = this.findKeys(frame);
        if (waiting !== undefined)
            return waiting;
        this.write(frame, writer);
        return undefined;
    }
    /** Asks for the keys of a later row, so that many are under way at once; undefined when all are at hand. */
    askAhead(frame) {
        return this.findKeys(frame);
    }
    findKeys(frame) {
        if (readDataRow(frame, this.offsets) !== this.width) {
            throw new PgsealError('openFailed', { column: '' }, { logDetail: 'number of fields in a row' });
        }
        for (const teller of this.tellers)
            teller.forget();
        let waiting;
        for (const column of this.columns) {
            const promise = this.findKey(frame, column);
            if (promise !== undefined)
                (waiting ??= []).push(promise);
        }
        return waiting === undefined ? undefined : waiting.length === 1 ? waiting[0] : Promise.all(waiting);
    }
    findKey(frame, column) {
        if (column.result.nested !== undefined)
            return this.findNestedKeys(frame, column);
        column.envelope = undefined;
        column.unchecked = false;
        column.stored = undefined;
        column.asNull = false;
        column.masked = false;
        const length = this.offsets[2 * column.index + 1];
        if (length === -1)
            return undefined;
        const start = this.offsets[2 * column.index];
        const first = column.result.origins[0];
        const value = readSealedRecord(first.physical, frame, start, start + length, first.column.label);
        return this.prepare(frame, column, value);
    }
    findNestedKeys(frame, column) {
        const value = this.nestedValue(frame, column);
        if (value === undefined)
            return undefined;
        let waiting;
        for (const [{ value: stored }, place] of value.places) {
            if (place.ready)
                continue;
            const key = this.prepare(frame, place.column, stored);
            if (key instanceof Promise) {
                const told = key.then((object) => {
                    place.column.key = object;
                    place.ready = true;
                });
                (waiting ??= []).push(told);
            }
            else
                place.ready = true;
        }
        return waiting === undefined ? undefined : Promise.all(waiting);
    }
    /** The nested value of this row, undefined where it is NULL. */
    nestedValue(frame, column) {
        const length = this.offsets[2 * column.index + 1];
        if (length === -1)
            return undefined;
        let values = this.nested.get(frame);
        if (values === undefined)
            this.nested.set(frame, (values = new Map()));
        const known = values.get(column.index);
        if (known !== undefined)
            return known;
        const start = this.offsets[2 * column.index];
        const { nested, origins } = column.result;
        const pieces = piecesOf(nested, frame.subarray(start, start + length), origins[0].column.label);
        const places = new Map();
        for (const piece of pieces) {
            if (piece !== null && typeof piece !== 'string') {
                places.set(piece, { column: this.placeColumn(column.index, piece), ready: false });
            }
        }
        const value = { pieces, places };
        values.set(column.index, value);
        return value;
    }
    placeColumn(index, { shape, members }) {
        const { leaf, row } = shape;
        const teller = row === undefined ? undefined : new MemberTeller(row.rule, members ?? []);
        return {
            index,
            result: { ...leaf, rows: [] },
            codec: codecs[leaf.logical.name],
            compute: undefined,
            binary: false,
            counters: leaf.origins.flatMap(({ column }) => this.audit?.counter(column.label) ?? []),
            opens: leaf.origins.map(({ column }) => this.counts.column(column.label)),
            tellers: leaf.origins.map(() => teller),
            envelope: undefined,
            terms: [],
            origin: undefined,
            unchecked: false,
            key: undefined,
            stored: undefined,
            asNull: false,
            masked: false,
        };
    }
    /** Finds out what a stored value is and what opens it: a promise where its key must be waited for. */
    prepare(frame, column, value) {
        const origins = column.result.origins;
        const first = origins[0];
        const label = first.column.label;
        const envelope = parseEnvelope(value.envelope, label);
        column.envelope = envelope;
        column.terms = value.terms;
        let at = 0;
        if (envelope.labelTag !== first.column.labelTag && origins.length > 1) {
            at = Math.max(0, origins.findIndex((candidate) => candidate.column.labelTag === envelope.labelTag));
        }
        const origin = origins[at];
        column.origin = origin;
        if (this.sealedHere !== undefined) {
            column.stored = this.sealedHere.get(value.envelope.toString('latin1'));
            if (column.stored !== undefined) {
                if (column.tellers[at] !== undefined)
                    this.rowOf(frame, column, at, envelope);
                return undefined;
            }
        }
        if (envelope.keyPart.source === keySource.statement) {
            if (this.constantKey === undefined) {
                throw new PgsealError('openFailed', { column: label }, { logDetail: 'a statement key was found stored' });
            }
            column.key = this.constantKey;
            return undefined;
        }
        if (column.result.reading.as !== 'value' && !this.opensFor(column, value, label))
            return undefined;
        const tenant = this.rowOf(frame, column, at, envelope);
        const namedKey = origin.column.namedKey;
        if (this.lastKeyPart !== undefined &&
            this.lastNamedKey === namedKey &&
            this.lastTenant === tenant &&
            this.lastKeyPart.equals(envelope.keyPartBytes)) {
            column.key = this.lastKey;
            return undefined;
        }
        const key = this.askFor(envelope, origin, tenant);
        if (key instanceof Promise)
            return key;
        column.key = key;
        // The insecure test key is that of every row: each is asked for, so that each is told.
        if (envelope.keyPart.source === keySource.insecureTestKey)
            return undefined;
        this.lastKeyPart = envelope.keyPartBytes;
        this.lastKey = key;
        this.lastNamedKey = namedKey;
        this.lastTenant = tenant;
        return undefined;
    }
    /**
     * Holds the envelope's record against the row that the value stands in; gives the row's tenant, '' without one, undefined
     * where the row is not known. A value that was moved to another row ends here, before any key is asked for.
     */
    rowOf(frame, column, at, envelope) {
        const origin = column.result.origins[at];
        const teller = column.tellers[at];
        if (teller === undefined) {
            column.unchecked = origin.hasRecord;
            if (origin.hasRecord)
                return undefined;
            if (envelope.record.length !== 0)
                throw moved(origin, 'a record without a template');
            return '';
        }
        const record = teller.recordOf(frame, this.offsets);
        if (record === undefined)
            throw moved(origin, 'a value in a row without a record');
        if (!record.equals(envelope.record))
            throw moved(origin, 'record mismatch: the value is of another row');
        return teller.tenantOf;
    }
    /** Where stored values are not given as they are: whether the value at hand must be opened nevertheless. */
    opensFor(column, value, label) {
        const { reading } = column.result;
        switch (reading.as) {
            case 'value':
                return true;
            case 'refused':
                throw readRefused(reading.by, label);
            case 'null':
                column.asNull = true;
                return false;
            case 'token':
                column.stored = tokenFor(column.origin, column.envelope.labelTag, value, this.tokenKeys);
                return false;
            case 'mask':
                if (reading.mask.kind === 'constant')
                    column.stored = reading.mask.stored;
                column.masked = true;
                return reading.mask.kind === 'template';
            default:
                return unreachable(reading);
        }
    }
    /** The data key, asked for at most once in a statement where it is not at hand. */
    askFor(envelope, origin, tenant) {
        const { namedKey, label } = origin.column;
        const context = { table: origin.table, record: envelope.record.toString('utf8'), tenant };
        // A KMS data key is never at hand; a branch key mostly is, and then no name is made.
        const { source } = envelope.keyPart;
        if (source !== keySource.kms && this.asked.size === 0) {
            const key = this.keyRing.open(namedKey, envelope.keyPart, context, label);
            if (!(key instanceof Promise))
                return key;
            return this.keep(keyName(envelope, namedKey, tenant), key);
        }
        const name = keyName(envelope, namedKey, tenant);
        const known = this.asked.get(name);
        if (known !== undefined)
            return known;
        const key = this.keyRing.open(namedKey, envelope.keyPart, context, label);
        if (key instanceof Promise)
            return this.keep(name, key);
        if (source !== keySource.insecureTestKey)
            this.asked.set(name, key);
        return key;
    }
    keep(name, key) {
        if (this.asked.size >= maxAsked)
            this.asked.delete(this.asked.keys().next().value);
        this.asked.set(name, key);
        void key
            .then((object) => {
            if (this.asked.get(name) === key)
                this.asked.set(name, object);
        })
            .catch(() => undefined);
        return key;
    }
    write(frame, writer) {
        writer.begin();
        try {
            let field = 0;
            for (const column of this.columns) {
                for (; field < column.index; field += 1)
                    this.copy(frame, field, writer);
                const length = this.offsets[2 * field + 1];
                field += 1;
                if (length === -1 || column.asNull) {
                    writer.nullField();
                    continue;
                }
                if (column.result.nested !== undefined) {
                    this.writeNested(frame, column, writer);
                    continue;
                }
                const opened = column.stored ?? this.openOne(column);
                const stored = column.compute === undefined ? opened : column.compute(opened, this.settings);
                if (stored === null) {
                    writer.nullField();
                    continue;
                }
                writer.field(column.binary ? column.codec.toBinary(stored) : column.codec.toText(stored, this.settings));
            }
            for (; field < this.width; field += 1)
                this.copy(frame, field, writer);
        }
        catch (error) {
            writer.abandon();
            throw error;
        }
        writer.end();
    }
    writeNested(frame, column, writer) {
        const { pieces, places } = this.nestedValue(frame, column);
        const field = composed(column.result.nested, pieces, column.binary, this.settings, (piece) => {
            const { column: place } = places.get(piece);
            return place.asNull ? null : (place.stored ?? this.openOne(place));
        });
        if (field === null)
            writer.nullField();
        else
            writer.field(field);
    }
    openOne(column) {
        const { column: sealed, logical } = column.origin;
        const stored = openValue(sealed, column.envelope, column.key, column.terms);
        this.opened += 1;
        const { counters, opens } = column;
        if (column.key !== this.constantKey) {
            const at = opens.length === 1 ? 0 : column.result.origins.indexOf(column.origin);
            opens[at].opened += 1;
            counters?.[at]?.add();
        }
        if (column.unchecked) {
            this.counts.uncheckedRecords += 1;
            if (this.audit !== undefined)
                this.audit.unchecked += 1;
        }
        const { reading } = column.result;
        return column.masked && reading.as === 'mask' ? applyMask(reading.mask, stored, logical) : stored;
    }
    copy(frame, field, writer) {
        if (this.hidden[field] === 1)
            return;
        const start = this.offsets[2 * field];
        const length = this.offsets[2 * field + 1];
        if (length === -1)
            writer.nullField();
        else
            writer.field(frame, start, start + length);
    }
}
function moved(origin, logDetail) {
    return new PgsealError('openFailed', { column: origin.column.label }, { logDetail });
}
function keyName(envelope, namedKey, tenant) {
    const { record, keyPartBytes } = envelope;
    return JSON.stringify([namedKey, tenant, record.toString('latin1'), keyPartBytes.toString('latin1')]);
}
/**
 * The format in which the server is to send each column: what the client asked for, with sealed columns (pitfall B18) and
 * those that it does not see in binary.
 */
export function serverFormats(results, hidden, formats) {
    let seen = 0;
    return results.map((result, place) => {
        if (hidden.includes(place))
            return 1;
        const wanted = formatOf(formats, seen);
        seen += 1;
        return result === undefined ? wanted : 1;
    });
}
/** The format code that a Bind's list gives column or parameter `index`: none is text, one is for all. */
export function formatOf(formats, index) {
    return formats.length === 0 ? 0 : formats.length === 1 ? formats[0] : (formats[index] ?? 0);
}
//# sourceMappingURL=opener.js.map