import { PgsealError } from '../errors.js';
import { UsageError } from './usage-error.js';
export const exitDone = 0;
export const exitFailed = 1;
export const exitUsage = 2;
/** What the operator reads of an error, without a stack: the sentence, then detail and hint on lines of their own. */
export function errorText(error) {
    const lines = [`pgseal: ${sentence(error)}`];
    if (error instanceof PgsealError) {
        // A command's reader is the operator: the part of the error kept from clients is for him.
        for (const line of [error.detail, error.logDetail])
            if (line !== undefined)
                lines.push(line);
        if (error.hint !== undefined)
            lines.push(`HINT: ${error.hint}`);
    }
    return `${lines.join('\n')}\n`;
}
/** Exit code for an error that ended a command. */
export function exitCode(error) {
    return error instanceof UsageError ? exitUsage : exitFailed;
}
function sentence(error) {
    if (error instanceof PgsealError || error instanceof UsageError)
        return error.message;
    if (!(error instanceof Error))
        return 'internal error';
    const code = error.code;
    // Errors of the server: its message may quote a value where the class is data (22) or a constraint (23).
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && 'severity' in error) {
        return /^2[23]/.test(code) ? `the server answered ${code}` : `the server answered ${code}: ${error.message}`;
    }
    if (typeof code === 'string')
        return `${error.message.split('\n')[0]}`;
    const place = /\bsrc\/\S+?:\d+/.exec(error.stack ?? '')?.[0];
    return `internal error: ${error.name}${place === undefined ? '' : ` at ${place}`}`;
}
//# sourceMappingURL=report-error.js.map