/**
 * Thrown to whoever waits for a hidden statement that failed or was skipped. The client has, or will have, the server's
 * error in its place; nothing more is to be said for the message at hand.
 */
export class Skipped extends Error {
    constructor() {
        super('skipped');
        this.name = 'Skipped';
    }
}
/** One hidden statement under way: collects rows until the server has answered. */
export class HiddenCall {
    rows = [];
    done;
    settle;
    constructor() {
        this.done = new Promise((resolve, reject) => {
            this.settle = (error) => (error === undefined ? resolve(this.rows) : reject(error));
        });
        // A call whose connection ends has nobody left who waits.
        this.done.catch(() => undefined);
    }
    /** One row, values as the server sent them: views. */
    take(values) {
        this.rows.push(values.map((value) => (value === null ? null : Buffer.from(value))));
    }
    /** The description of its rows, where one was asked for. */
    describe(_fields) { }
    complete() {
        this.settle(undefined);
    }
    skip() {
        this.settle(new Skipped());
    }
}
//# sourceMappingURL=hidden-call.js.map