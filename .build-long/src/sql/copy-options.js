// The options of COPY, read and checked as PostgreSQL does: where the proxy writes or reads the data itself, nobody else
// would. Each problem has PostgreSQL's SQLSTATE.
import { PgsealError } from '../errors.js';
import { as, list, names, number, struct, tagOf, text } from './walk.js';
const known = new Set([
    'format',
    'freeze',
    'delimiter',
    'null',
    'default',
    'header',
    'quote',
    'escape',
    'force_quote',
    'force_not_null',
    'force_null',
    'encoding',
]);
/** Options of newer servers by which rows may be left out or told of: the proxy would have to do so too. */
const notServed = new Set(['on_error', 'reject_limit', 'log_verbosity', 'convert_selectively']);
/** Options of the CopyStmt `statement`. Throws refusals: a wrong option as PostgreSQL would, one that is not served by name. */
export function copyOptions(statement) {
    const from = statement.is_from === true;
    const given = givenOptions(statement);
    const format = formatOf(given);
    if (given.has('encoding'))
        checkEncoding(given);
    if (given.has('freeze') && !from)
        fail('copyOptionUse', 'COPY FREEZE cannot be used with COPY TO');
    if (format === 'binary')
        return binaryOptions(given);
    const csv = format === 'csv';
    const delimiter = singleByte(given, 'delimiter', csv ? ',' : '\t', true);
    const quote = singleByte(given, 'quote', '"', csv);
    const escaping = singleByte(given, 'escape', String.fromCharCode(quote), csv);
    const nullText = Buffer.from(stringOf(given, 'null') ?? (csv ? '' : '\\N'));
    const marker = stringOf(given, 'default');
    const options = {
        format,
        delimiter,
        quote,
        escaping,
        nullText,
        defaultText: marker === undefined ? undefined : Buffer.from(marker),
        header: headerOf(given, from),
        forceQuote: columnsOf(given, 'force_quote', csv, !from),
        forceNotNull: columnsOf(given, 'force_not_null', csv, from),
        forceNull: columnsOf(given, 'force_null', csv, from),
    };
    checkTogether(options, from);
    return options;
}
function givenOptions(statement) {
    const given = new Map();
    for (const option of list(statement.options)) {
        const fields = as(option, 'DefElem') ?? {};
        const name = text(fields.defname);
        if (notServed.has(name) && !isStop(name, fields.arg)) {
            fail('copyOptionUse', `COPY option "${name}" is not served on mapped tables`);
        }
        if (!known.has(name) && !notServed.has(name))
            fail('copyOptions', 'option of COPY not recognized');
        if (given.has(name))
            fail('copyOptions', 'conflicting or redundant options');
        given.set(name, fields.arg);
    }
    return given;
}
/** ON_ERROR stop is what COPY does without it. */
function isStop(name, arg) {
    return name === 'on_error' && text(as(arg, 'String')?.sval).toLowerCase() === 'stop';
}
function formatOf(given) {
    const format = stringOf(given, 'format') ?? 'text';
    if (format !== 'text' && format !== 'csv' && format !== 'binary') {
        return fail('copyOptionValue', 'COPY format not recognized');
    }
    return format;
}
function binaryOptions(given) {
    for (const name of ['delimiter', 'null', 'default']) {
        if (given.has(name))
            fail('copyOptions', `cannot specify ${name.toUpperCase()} in BINARY mode`);
    }
    const header = given.has('header') && headerOf(given, true) !== 'none';
    if (header)
        fail('copyOptionUse', 'cannot specify HEADER in BINARY mode');
    for (const name of ['quote', 'escape', 'force_quote', 'force_not_null', 'force_null']) {
        if (given.has(name))
            fail('copyOptionUse', `COPY ${name} available only in CSV mode`);
    }
    return {
        format: 'binary',
        delimiter: 0,
        quote: 0,
        escaping: 0,
        nullText: Buffer.alloc(0),
        defaultText: undefined,
        header: 'none',
        forceQuote: [],
        forceNotNull: [],
        forceNull: [],
    };
}
/** UTF8 is what the connection speaks: in any other encoding the fields would not be what they seem. */
function checkEncoding(given) {
    const encoding = (stringOf(given, 'encoding') ?? '').replace(/[^a-zA-Z0-9]/g, '').toLowerCase();
    if (encoding !== 'utf8' && encoding !== 'unicode') {
        fail('copyOptionUse', 'COPY of a mapped table is served in encoding UTF8 only');
    }
}
function stringOf(given, name) {
    const arg = given.get(name);
    if (!given.has(name))
        return undefined;
    switch (tagOf(arg)) {
        case 'String':
            return text(as(arg, 'String')?.sval);
        case 'Integer':
            return String(number(as(arg, 'Integer')?.ival));
        case 'TypeName':
            return names(as(arg, 'TypeName')?.names).at(-1) ?? '';
        default:
            return fail('copyOptions', `${name} requires a parameter`);
    }
}
function singleByte(given, name, standard, allowed) {
    const value = stringOf(given, name);
    if (value !== undefined && !allowed)
        fail('copyOptionUse', `COPY ${name} available only in CSV mode`);
    const bytes = Buffer.from(value ?? standard);
    if (bytes.length !== 1)
        fail('copyOptionUse', `COPY ${name} must be a single one-byte character`);
    return bytes[0];
}
function headerOf(given, from) {
    if (!given.has('header'))
        return 'none';
    const arg = given.get('header');
    if (arg === undefined || arg === null || struct(arg) === undefined)
        return 'line';
    if (tagOf(arg) === 'Boolean')
        return as(arg, 'Boolean')?.boolval === true ? 'line' : 'none';
    const word = (stringOf(given, 'header') ?? '').toLowerCase();
    if (word === 'true' || word === 'on' || word === '1')
        return 'line';
    if (word === 'false' || word === 'off' || word === '0')
        return 'none';
    if (word !== 'match')
        fail('copyOptions', 'header requires a Boolean value or "match"');
    if (!from)
        fail('copyOptionUse', 'cannot use "match" with HEADER in COPY TO');
    return 'match';
}
function columnsOf(given, name, csv, direction) {
    if (!given.has(name))
        return [];
    const arg = given.get(name);
    if (!csv)
        fail('copyOptionUse', `COPY ${name} available only in CSV mode`);
    if (!direction)
        fail('copyOptionUse', `COPY ${name} is not available in this direction`);
    if (tagOf(arg) === 'A_Star')
        return '*';
    return list(as(arg, 'List')?.items).map((item) => text(as(item, 'String')?.sval));
}
const lineEnds = /[\n\r]/;
/** What a backslash makes of these in text would not be a delimiter any more. */
const meantOtherwise = Buffer.from('\\.abcdefghijklmnopqrstuvwxyz0123456789');
function checkTogether(options, from) {
    const { format, delimiter, quote, nullText, defaultText } = options;
    const csv = format === 'csv';
    if (delimiter === 0x0a || delimiter === 0x0d) {
        fail('copyOptionValue', 'COPY delimiter cannot be newline or carriage return');
    }
    if (!csv && meantOtherwise.includes(delimiter))
        fail('copyOptionValue', 'COPY delimiter cannot be that character');
    if (csv && delimiter === quote)
        fail('copyOptionValue', 'COPY delimiter and quote must be different');
    for (const [what, bytes] of [
        ['NULL', nullText],
        ['DEFAULT', defaultText],
    ]) {
        if (bytes === undefined)
            continue;
        if (lineEnds.test(bytes.toString('latin1'))) {
            fail('copyOptionValue', `COPY ${what} representation cannot use newline or carriage return`);
        }
        if (bytes.includes(delimiter)) {
            fail('copyOptionUse', `COPY delimiter must not appear in the ${what} specification`);
        }
        if (csv && bytes.includes(quote)) {
            fail('copyOptionUse', `CSV quote character must not appear in the ${what} specification`);
        }
    }
    if (defaultText === undefined)
        return;
    if (!from)
        fail('copyOptionUse', 'COPY DEFAULT only available using COPY FROM');
    if (defaultText.equals(nullText)) {
        fail('copyOptionValue', 'NULL specification and DEFAULT specification cannot be the same');
    }
}
function fail(error, problem) {
    throw new PgsealError(error, { problem });
}
//# sourceMappingURL=copy-options.js.map