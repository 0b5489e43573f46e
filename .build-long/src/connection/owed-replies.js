export const owedKind = {
    startup: 0,
    parse: 1,
    bind: 2,
    describeStatement: 3,
    describePortal: 4,
    execute: 5,
    close: 6,
    sync: 7,
    query: 8,
    functionCall: 9,
    /** CopyDone or CopyFail was sent: no reply of its own. */
    copyEnd: 10,
};
export class Owed {
    kind;
    /** Its rows go to this call. */
    collects = undefined;
    /** The call is complete with this reply. */
    completes = undefined;
    /** The message is the proxy's own: its reply is checked and not passed on. */
    hidden = false;
    /** Part of a simple Query: the client must not see the replies that only the extended protocol has. */
    quiet = false;
    /** Set when the proxy sent a text that must fail: the server's error becomes this one. */
    refusal = undefined;
    /** What descriptions are held against. */
    plan = undefined;
    /** A Parse: the client's statement, where its text is not the server's. */
    statement = undefined;
    portal = undefined;
    opener = undefined;
    /** What is said of the execution that this is of. */
    audit = undefined;
    /** Where its time goes; undefined unless slow statements are told. */
    timing = undefined;
    /** Counted in Link.opening until it is done. */
    opening = false;
    /** The client was told that copy data follow. */
    copyBegun = false;
    /** Copy data was ended with CopyFail for the reason in `refusal`. */
    copyAborted = false;
    /** Statements that run in its wake: its CommandComplete waits for them. */
    followers = 0;
    /** The last follower: the CommandComplete that waits is passed on when it is done. */
    releases = false;
    /** A statement or portal that is sure to be there once this is answered well. */
    confirms = undefined;
    /** Takes back what sending the message changed in the proxy's books; run when the server skips or fails it. */
    undo = undefined;
    /** A Sync that the server ignores if it is reading copy data by then (pitfall A54). */
    conditional = false;
    /** Such a Sync was sent before any copy data: the server ignored it, however the copy ends. */
    beforeCopyData = false;
    constructor(kind) {
        this.kind = kind;
    }
    addUndo(undo) {
        const earlier = this.undo;
        this.undo = () => {
            undo();
            earlier?.();
        };
    }
}
const compactAt = 256;
export class OwedReplies {
    entries = [];
    first = 0;
    get length() {
        return this.entries.length - this.first;
    }
    push(owed) {
        this.entries.push(owed);
        return owed;
    }
    head() {
        let owed = this.entries[this.first];
        while (owed !== undefined && owed.kind === owedKind.copyEnd) {
            this.shift();
            owed = this.entries[this.first];
        }
        return owed;
    }
    shift() {
        const owed = this.entries[this.first];
        if (owed === undefined)
            return undefined;
        this.first += 1;
        if (this.first === this.entries.length) {
            this.entries.length = 0;
            this.first = 0;
        }
        else if (this.first >= compactAt) {
            this.entries = this.entries.slice(this.first);
            this.first = 0;
        }
        return owed;
    }
    /** The entry pushed last. */
    last() {
        return this.length === 0 ? undefined : this.entries.at(-1);
    }
    /** True when a Sync was sent whose ReadyForQuery has not come. */
    hasSync() {
        for (let i = this.first; i < this.entries.length; i += 1)
            if (this.entries[i].kind === owedKind.sync)
                return true;
        return false;
    }
    /** True when a statement was sent whose end has not come: the server may be working on it. */
    hasStatement() {
        for (let i = this.first; i < this.entries.length; i += 1) {
            const { kind } = this.entries[i];
            if (kind === owedKind.execute || kind === owedKind.query || kind === owedKind.functionCall)
                return true;
        }
        return false;
    }
    /** The head failed: takes out what the server skips, up to but without the next Sync. In order. */
    skipToSync() {
        const skipped = [];
        for (let owed = this.head(); owed !== undefined && owed.kind !== owedKind.sync; owed = this.head()) {
            skipped.push(owed);
            this.shift();
        }
        return skipped;
    }
    /**
     * The server reads copy data: Syncs sent behind the head count only if the copy fails, up to the end of the data. True
     * when that end was sent already.
     */
    beginCopyIn() {
        for (let i = this.first + 1; i < this.entries.length; i += 1) {
            const owed = this.entries[i];
            if (owed.kind === owedKind.copyEnd)
                return true;
            if (owed.kind === owedKind.sync)
                owed.conditional = true;
        }
        return false;
    }
    /** The copy ended well: the Syncs among its data were ignored. */
    dropConditional() {
        this.entries = this.entries.slice(this.first).filter((owed) => !owed.conditional);
        this.first = 0;
    }
    /** The copy failed, at data: the next Sync behind that is answered. */
    keepConditional() {
        this.entries = this.entries.slice(this.first).filter((owed) => !(owed.conditional && owed.beforeCopyData));
        this.first = 0;
        for (const owed of this.entries)
            owed.conditional = false;
    }
}
//# sourceMappingURL=owed-replies.js.map