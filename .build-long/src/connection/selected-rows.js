import { HiddenCall } from './hidden-call.js';
/** The rows of an UPDATE of many rows, as its SELECT gives them: each row of the table once, with the first row joined to it. */
export class SelectedRows extends HiddenCall {
    found = [];
    fields = [];
    /** More rows of the table came than may be changed; nothing is kept beyond that. */
    tooMany = false;
    /** Their values have more bytes than may be held. */
    tooLarge = false;
    bytes = 0;
    keyColumns;
    limit;
    byteLimit;
    keys = new Set();
    constructor(keyColumns, limit, byteLimit) {
        super();
        this.keyColumns = keyColumns;
        this.limit = limit;
        this.byteLimit = byteLimit;
    }
    describe(fields) {
        this.fields = fields;
    }
    take(values) {
        if (this.tooMany || this.tooLarge)
            return;
        const key = this.keyOf(values);
        if (this.keyColumns > 0 && this.keys.has(key))
            return;
        if (this.found.length >= this.limit) {
            this.tooMany = true;
            return;
        }
        for (const value of values)
            this.bytes += value?.length ?? 0;
        if (this.bytes > this.byteLimit) {
            this.tooLarge = true;
            this.found.length = 0;
            return;
        }
        if (this.keyColumns > 0)
            this.keys.add(key);
        this.found.push(values);
    }
    keyOf(values) {
        let key = '';
        for (let at = 0; at < this.keyColumns; at += 1) {
            const value = values[at]?.toString('latin1') ?? '';
            key += `${value.length} ${value}`;
        }
        return key;
    }
}
//# sourceMappingURL=selected-rows.js.map