export class Settling {
    /** Statements may have been closed by messages that are not answered yet. */
    closing = false;
    waiting = [];
    /** True when `entry`, undefined for none, may be wrong: looked up in pipeline number `pipeline` while replies are owed. */
    unsure(entry, pipeline) {
        return entry === undefined ? this.closing : !entry.confirmed && entry.pipeline !== pipeline;
    }
    wait() {
        return new Promise((resolve) => this.waiting.push(resolve));
    }
    /** Everything sent is answered, or (`all` false) nothing more will be before the client speaks. */
    done(all) {
        if (all)
            this.closing = false;
        if (this.waiting.length === 0)
            return;
        const { waiting } = this;
        this.waiting = [];
        for (const resolve of waiting)
            resolve();
    }
}
//# sourceMappingURL=settling.js.map