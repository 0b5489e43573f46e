/** Why the audit trail could not be begun; the text names files, never what they hold. */
export class AuditSetupError extends Error {
    constructor(reason) {
        super(reason);
        this.name = 'AuditSetupError';
    }
}
//# sourceMappingURL=audit-setup-error.js.map