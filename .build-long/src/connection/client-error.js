import { clientPosition } from '../sql/client-position.js';
import { encodeErrorResponse } from '../wire/error-response.js';
/** A term as pg_get_indexdef prints it: `((email).eq)`, the name quoted where it must be. */
const termOfColumn = /\(\(((?:"(?:[^"]|"")+")|[\p{L}\p{N}_$]+)\)\.(?:eq|eq_lower|ord|tri)\)/gu;
/** The text of one bytea. */
const bytes = /\\x[0-9a-f]*/g;
/**
 * The ErrorResponse for the client. `plan` is that of the message that failed; `statement` the client's, where a Parse of
 * ours failed. `frame` is returned where nothing has to change.
 */
export function clientTerms(plan, statement, fields, frame) {
    if (plan?.kind !== 'sealed' && statement === undefined)
        return frame;
    const told = [];
    for (const field of fields) {
        const text = plan?.kind === 'sealed' ? sealedField(field, plan, statement) : plainField(field, statement);
        if (text === undefined)
            continue;
        told.push(text === field.value ? field : { code: field.code, value: text });
    }
    return encodeErrorResponse({ type: 'ErrorResponse', fields: told });
}
/** undefined: the field is left out. */
function sealedField(field, plan, statement) {
    const { code, value } = field;
    switch (code) {
        case 'P': {
            if (statement === undefined || plan.edits === undefined)
                return undefined;
            return Buffer.from(String(clientPosition(statement, plan.text, plan.edits, Number(value.toString()))));
        }
        // Positions and texts of what the server made of it.
        case 'p':
        case 'q':
            return undefined;
        case 'W':
            return plan.copy?.direction === 'in' ? copyContext(value) : undefined;
        case 'D':
            return keyDetail(value);
        case 'M':
            return value.includes('\\x') ? Buffer.from('error on a sealed column') : value;
        default:
            return value;
    }
}
/** `COPY t, line 3, column id: "x"`: what follows table, line and column is left out where it holds stored bytes. */
function copyContext(value) {
    if (!value.includes('\\x'))
        return value;
    const place = /^COPY .*?, line [0-9]+(?:, column [^:"]*)?/u.exec(value.toString('utf8'));
    return place === null ? undefined : Buffer.from(place[0]);
}
/** A statement that was sent by itself, though the client has it behind others. */
function plainField({ code, value }, statement) {
    if (code !== 'P' || statement === undefined)
        return value;
    return Buffer.from(String(clientPosition(statement, statement.text, [], Number(value.toString()))));
}
// `Key (((email).eq), tenant)=(\x0f.., 3) already exists.` becomes `Key (email, tenant)=(..., 3) already exists.`; a detail
// that holds stored bytes in another form, such as a failing row, is left out.
function keyDetail(value) {
    if (!value.includes('\\x'))
        return value;
    const text = value.toString('utf8');
    const named = text.replace(termOfColumn, '$1');
    if (named === text)
        return undefined;
    return Buffer.from(named.replace(bytes, '...'), 'utf8');
}
//# sourceMappingURL=client-error.js.map