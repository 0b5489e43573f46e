import { PgsealError } from '../errors.js';
import { decodeFunctionCall } from '../wire/function-call.js';
import { owedKind } from './owed-replies.js';
import { refusalQuery } from './refusal-text.js';
/**
 * The large-object functions, by the OIDs that pg_proc.dat has fixed since they exist: lo_open, lo_close, loread, lowrite,
 * lo_lseek, lo_creat, lo_create, lo_tell, lo_truncate, lo_unlink, and those of 64 bits.
 */
const largeObjectFunctions = new Set([952, 953, 954, 955, 956, 957, 715, 958, 1004, 964, 3170, 3171, 3172]);
/** FunctionCall takes raw values to any function, past all analysis: only large objects are served (pitfall A66). */
export function handleFunctionCall(link, frame) {
    if (!largeObjectFunctions.has(decodeFunctionCall(frame.subarray(5)).functionOid)) {
        const owed = link.submit(owedKind.functionCall, refusalQuery());
        if (owed !== undefined)
            owed.refusal = new PgsealError('functionCall');
    }
    else
        link.submit(owedKind.functionCall, frame);
    link.endPipeline();
    return undefined;
}
//# sourceMappingURL=function-call.js.map