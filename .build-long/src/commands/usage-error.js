/** The command line asks for something that cannot be meant: exit code 2. The message is one sentence. */
export class UsageError extends Error {
    constructor(message) {
        super(message);
        this.name = 'UsageError';
    }
}
//# sourceMappingURL=usage-error.js.map