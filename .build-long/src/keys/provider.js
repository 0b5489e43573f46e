/** The wrapped key is not one that this KMS key wrapped under this context. */
export class CiphertextRefused extends Error {
    constructor(reason) {
        super(reason);
        this.name = 'CiphertextRefused';
    }
}
//# sourceMappingURL=provider.js.map