// Arithmetic whose result is exact, with PostgreSQL's types and errors: integers, and numeric without division.
import { PgsealError } from '../errors.js';
import { readDecimal, roundDecimal, storeDecimal } from './decimal.js';
import { readFloat, storeFloat } from './float.js';
import { readInteger, storeInteger } from './integer.js';
import { isNumericNaN, numericInfinity } from './numeric.js';
import { strict } from './scalar-form.js';
const integers = ['int2', 'int4', 'int8'];
export function numberScalar(name, given) {
    if (given.length === 2 && operators.has(name))
        return operator(name, given);
    const [type, digits] = given;
    if (name === 'round' && given.length === 2 && type !== undefined && isExact(type)) {
        if (digits !== undefined && digits !== 'int4' && digits !== 'int2')
            return undefined;
        return {
            takes: ['numeric', 'int4'],
            to: 'numeric',
            compute: strict(([value, count]) => rounded(value, Number(readInteger(count)))),
        };
    }
    if (given.length !== 1 || type === undefined)
        return undefined;
    switch (name) {
        case 'abs':
            return absolute(type);
        case 'round':
            return type === 'numeric'
                ? { takes: [type], to: type, compute: strict(([value]) => rounded(value, 0)) }
                : undefined;
        case '-':
            return negated(type);
        default:
            return undefined;
    }
}
const operators = new Set(['+', '-', '*', '/', '%']);
function isExact(type) {
    return type === 'numeric' || integers.includes(type);
}
function operator(name, [left, right]) {
    // A literal or parameter without a type takes the other's.
    const [a, b] = [left ?? right, right ?? left];
    if (a === undefined || b === undefined)
        return undefined;
    if (integers.includes(a) && integers.includes(b)) {
        const type = integers[Math.max(integers.indexOf(a), integers.indexOf(b))];
        return {
            takes: [type, type],
            to: type,
            compute: strict(([x, y]) => storeInteger(type, integerResult(name, readInteger(x), readInteger(y)))),
        };
    }
    if (isExact(a) && isExact(b) && ['+', '-', '*'].includes(name)) {
        return {
            takes: ['numeric', 'numeric'],
            to: 'numeric',
            compute: strict(([x, y]) => numericResult(name, x, y)),
        };
    }
    if (a === 'float8' && b === 'float8' && name !== '%') {
        return {
            takes: [a, a],
            to: a,
            compute: strict(([x, y]) => storeFloat(a, floatResult(name, a, readFloat(a, x), readFloat(a, y)))),
        };
    }
    return undefined;
}
function integerResult(name, x, y) {
    switch (name) {
        case '+':
            return x + y;
        case '-':
            return x - y;
        case '*':
            return x * y;
        default:
            if (y === 0n)
                throw new PgsealError('divisionByZero', {});
            return name === '/' ? x / y : x % y;
    }
}
function floatResult(name, type, x, y) {
    if (name === '/' && y === 0 && !Number.isNaN(x))
        throw new PgsealError('divisionByZero', {});
    const result = name === '+' ? x + y : name === '-' ? x - y : name === '*' ? x * y : x / y;
    const overflows = !Number.isFinite(result) && Number.isFinite(x) && Number.isFinite(y);
    const vanishes = result === 0 && x !== 0 && (name === '*' ? y !== 0 : name === '/' && Number.isFinite(y));
    if (overflows || vanishes)
        throw new PgsealError('valueOutOfRange', { type });
    return result;
}
function units({ negative, digits, scale, shown }) {
    const value = (digits === '' ? 0n : BigInt(digits)) * 10n ** BigInt(shown - scale);
    return negative ? -value : value;
}
function ofUnits(value, shown) {
    const digits = (value < 0n ? -value : value).toString();
    return storeDecimal({ negative: value < 0n, digits: digits === '0' ? '' : digits, scale: shown, shown });
}
function numericResult(name, x, y) {
    const [a, b] = [finite(x, name), finite(y, name)];
    if (name === '*')
        return ofUnits(units(a) * units(b), a.shown + b.shown);
    const shown = Math.max(a.shown, b.shown);
    const [left, right] = [units({ ...a, shown }), units({ ...b, shown })];
    return ofUnits(name === '+' ? left + right : left - right, shown);
}
/** NaN and the infinities have rules of their own, which are left to the database. */
function finite(stored, name) {
    if (isNumericNaN(stored) || numericInfinity(stored) !== 0)
        throw new PgsealError('computedNotServed', { function: name });
    return readDecimal(stored);
}
function rounded(stored, digits) {
    if (isNumericNaN(stored) || numericInfinity(stored) !== 0)
        return stored;
    if (Math.abs(digits) > 1000)
        throw new PgsealError('computedNotServed', { function: 'round' });
    return storeDecimal(roundDecimal(readDecimal(stored), digits));
}
function absolute(type) {
    if (integers.includes(type)) {
        const name = type;
        return {
            takes: [type],
            to: type,
            compute: strict(([value]) => {
                const number = readInteger(value);
                return number < 0n ? storeInteger(name, -number) : value;
            }),
        };
    }
    if (type !== 'numeric')
        return undefined;
    return {
        takes: [type],
        to: type,
        compute: strict(([value]) => {
            const decimal = finite(value, 'abs');
            return storeDecimal({ ...decimal, negative: false });
        }),
    };
}
function negated(type) {
    if (integers.includes(type)) {
        const name = type;
        return { takes: [type], to: type, compute: strict(([value]) => storeInteger(name, -readInteger(value))) };
    }
    if (type !== 'numeric')
        return undefined;
    return {
        takes: [type],
        to: type,
        compute: strict(([value]) => {
            const decimal = finite(value, '-');
            return storeDecimal({ ...decimal, negative: !decimal.negative && decimal.digits !== '' });
        }),
    };
}
//# sourceMappingURL=scalar-number.js.map