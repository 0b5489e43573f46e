import { makeRecord } from '../seal/make-record.js';
import { codecs } from '../types/codecs.js';
import { recordText } from '../types/record-text.js';
export class RowTeller {
    row;
    /** For each of the row's columns, whether the server sends it in binary. */
    binary;
    parts;
    known = false;
    record;
    tenant = '';
    constructor(row, isBinary) {
        this.row = row;
        this.binary = row.columns.map(isBinary);
        this.parts = row.rule.literals.length - 1;
    }
    /** Another result row is at hand. */
    forget() {
        this.known = false;
    }
    /**
     * The record's UTF-8 bytes, empty without a template; undefined where a column of it is NULL, as none of a row is. `offsets`
     * are those of readDataRow.
     */
    recordOf(frame, offsets) {
        if (!this.known)
            this.read(frame, offsets);
        return this.record;
    }
    /** '' without one; for the row of the last recordOf. */
    get tenantOf() {
        return this.tenant;
    }
    read(frame, offsets) {
        const { rule, columns } = this.row;
        this.known = true;
        this.record = undefined;
        const texts = [];
        for (const [at, column] of columns.entries()) {
            const start = offsets[2 * column];
            const length = offsets[2 * column + 1];
            if (length === -1)
                return;
            texts.push(textOf(rule.columns[at], frame.subarray(start, start + length), this.binary[at]));
        }
        this.tenant = rule.tenantAt === -1 ? '' : texts[rule.tenantAt].toString('utf8');
        this.record = makeRecord(rule.literals, texts.slice(0, this.parts));
    }
}
/** A column in text is asked for only where its type has one text under all settings. */
function textOf({ type }, bytes, binary) {
    return binary ? recordText(type.name, codecs[type.name].fromBinary(bytes, type.typmod)) : bytes;
}
//# sourceMappingURL=row-teller.js.map