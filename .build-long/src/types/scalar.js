// Functions and operators of several values that the proxy computes exactly as PostgreSQL does, and which of them a call
// means. functions.ts has those of one value and constants; the same are found here for arguments of every kind.
import { PgsealError } from '../errors.js';
import { explicitCast } from './conversion.js';
import { computation, functionStep } from './functions.js';
import { readInteger } from './integer.js';
import { chosen } from './scalar-choice.js';
import { datetimeScalar } from './scalar-datetime.js';
import { strict } from './scalar-form.js';
import { numberScalar } from './scalar-number.js';
import { textScalar } from './scalar-text.js';
/**
 * The function that a call of this name means; undefined where it is not served. Operators have their own names; COALESCE,
 * NULLIF, GREATEST and LEAST are in lower case.
 */
export function scalar(name, given) {
    return (chosen(name, given) ??
        numberScalar(name, given) ??
        datetimeScalar(name, given) ??
        textScalar(name, given) ??
        ofOneValue(name, given));
}
/** A function of functions.ts whose further arguments are values too: texts and integers. */
function ofOneValue(name, given) {
    const [first = 'text', ...others] = given;
    if (given.length === 0 || name.includes(' '))
        return undefined;
    const from = first;
    const takes = others.map((type, at) => {
        if (type === undefined)
            return sampleOf(name, at) === 1 ? 'int4' : 'text';
        if (type === 'int2' || type === 'int4')
            return 'int4';
        return type === 'text' || type === 'varchar' ? 'text' : undefined;
    });
    if (takes.some((type) => type === undefined))
        return undefined;
    const samples = takes.map((type) => (type === 'int4' ? 1 : 'x'));
    const step = functionStep(name, from, samples);
    if (step === undefined)
        return undefined;
    return {
        takes: [from, ...takes],
        to: step.to.name,
        compute: strict(([stored, ...rest], settings) => {
            const values = rest.map((value, at) => takes[at] === 'int4' ? Number(readInteger(value)) : value.toString('utf8'));
            const exact = functionStep(name, from, values);
            if (exact === undefined)
                throw new PgsealError('computedNotServed', { function: name });
            return computation([exact])(stored, settings);
        }),
    };
}
/** What a function without a type for its argument number `at` behind the first takes. */
function sampleOf(name, at) {
    return integersOf[name]?.includes(at) === true ? 1 : 'x';
}
const integersOf = {
    left: [0],
    right: [0],
    substr: [0, 1],
    substring: [0, 1],
    split_part: [1],
};
/** A value of one type as the argument of another, as an implicit cast makes it. */
export function asArgument(value, from, to, settings) {
    if (value === null || from === to)
        return value;
    const convert = explicitCast(from, { name: to, typmod: -1 });
    if (convert === undefined)
        throw new PgsealError('internal', {}, { logDetail: 'an argument that no plan should have' });
    return convert(value, settings);
}
//# sourceMappingURL=scalar.js.map