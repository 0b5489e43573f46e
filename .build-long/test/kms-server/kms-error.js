/** An answer that is an error of the KMS: `type` is the exception's name, as in AWS JSON 1.1. */
export class KmsError extends Error {
    type;
    status;
    constructor(type, message = type, status = 400) {
        super(message);
        this.type = type;
        this.status = status;
    }
}
//# sourceMappingURL=kms-error.js.map