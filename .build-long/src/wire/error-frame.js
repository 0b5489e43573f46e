import { encodeErrorResponse } from './error-response.js';
/** The ErrorResponse that tells a client of one of our own errors. `severity` stands for the error's own where given. */
export function encodeErrorFrame(error, severity = error.severity) {
    const fields = [];
    const add = (code, value) => {
        if (value !== undefined)
            fields.push({ code, value: Buffer.from(value, 'utf8') });
    };
    add('S', severity);
    add('V', severity);
    add('C', error.sqlstate);
    add('M', error.message);
    add('D', error.detail);
    add('H', error.hint);
    add('P', error.position?.toString());
    add('W', error.context);
    add('R', error.routine);
    return encodeErrorResponse({ type: 'ErrorResponse', fields });
}
//# sourceMappingURL=error-frame.js.map