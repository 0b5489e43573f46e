import { integers, strings } from '../draft.js';
import { aggregate, expression, predicate } from '../line.js';
const ofText = [
    ['length', '`length()`', (c) => `length(${c})`],
    [
        'char-length',
        '`char_length()`, `character_length()`',
        (c, d) => `${d.pick(['char_length', 'character_length'])}(${c})`,
    ],
    ['octet-length', '`octet_length()`', (c) => `octet_length(${c})`],
    ['bit-length', '`bit_length()`', (c) => `bit_length(${c})`],
    ['left', '`left()`', (c, d) => `left(${c}, ${d.pick([3, 0, 1, 100, -2])})`],
    ['right', '`right()`', (c, d) => `right(${c}, ${d.pick([3, 0, 1, 100, -2])})`],
    ['substr', '`substr()`', (c, d) => `substr(${c}, ${d.pick(['2', '2, 3', '0, 3', '-1, 4', '1, 0', '9'])})`],
    [
        'substring',
        '`substring(x from a for b)`',
        (c, d) => `substring(${c} ${d.pick(['from 2 for 3', 'from 3', 'for 2', 'from 0 for 2'])})`,
    ],
    ['trim', '`trim()`', (c) => `trim(${c})`],
    [
        'trim-sides',
        '`trim(leading from x)`, `trim(trailing from x)`',
        (c, d) => `trim(${d.pick(['leading', 'trailing', 'both'])} from ${c})`,
    ],
    ['btrim', '`btrim()`', (c) => `btrim(${c})`],
    ['ltrim', '`ltrim()`', (c) => `ltrim(${c})`],
    ['rtrim', '`rtrim()`', (c) => `rtrim(${c})`],
    ['reverse', '`reverse()`', (c) => `reverse(${c})`],
    ['replace', '`replace()`', (c, d) => `replace(${c}, ${d.pick(["'a', 'b'", "'nary', ''", "'', 'x'", "'ž', 'z'"])})`],
    [
        'split-part',
        '`split_part()`',
        (c, d) => `split_part(${c}, ${d.pick(["' ', 1", "'a', 2", "'@', 2", "'x', 3", "'', 1"])})`,
    ],
    ['strpos', '`strpos()`', (c, d) => `strpos(${c}, ${d.pick(["'a'", "'ž'", "''", "'x'"])})`],
    ['position', '`position(a in x)`', (c, d) => `position(${d.pick(["'a'", "'ry'", "''"])} in ${c})`],
    ['starts-with', '`starts_with()`', (c, d) => `starts_with(${c}, ${d.pick(["'can'", "''", "'x'"])})`],
    ['md5', '`md5()`', (c) => `md5(${c})`],
    ['concat-right', "`column || 'constant'`", (c) => `${c} || '-x'`],
    ['concat-left', "`'constant' || column`", (c) => `'x-' || ${c}`],
];
const folds = [
    ['lower', '`lower()`', (c) => `lower(${c})`],
    ['upper', '`upper()`', (c) => `upper(${c})`],
];
const furtherText = [
    ['concat', '`concat()`', (c) => `concat(${c}, '-x')`],
    ['format', '`format()`', (c) => `format('%s!', ${c})`],
];
const beyondText = [
    ['initcap', '`initcap()`', (c) => `initcap(${c})`],
    ['lpad', '`lpad()`, `rpad()`', (c, d) => `${d.pick(['lpad', 'rpad'])}(${c}, 5)`],
    ['repeat', '`repeat()`', (c) => `repeat(${c}, 2)`],
    ['translate', '`translate()`', (c) => `translate(${c}, 'a', 'b')`],
    ['ascii', '`ascii()`', (c) => `ascii(${c})`],
    ['overlay', '`overlay()`', (c) => `overlay(${c} placing 'x' from 1)`],
    ['regexp', '`regexp_replace()` and its kin', (c) => `regexp_replace(${c}, 'a', 'b')`],
    ['quote', '`quote_literal()` and its kin', (c) => `quote_literal(${c})`],
    ['two-columns', '`column || column`', (c) => `${c} || ${c.source.prefix}p_text`],
];
const call = (types, options = {}) => ([id, words, make]) => expression(`fn.${id}`, words, (d) => make(d.sealed(types), d), options);
export const textFunctions = {
    title: 'Functions of text',
    lines: [
        ...ofText.map(call(strings)),
        ...folds.map(call(strings)),
        ...furtherText.map(call(strings)),
        expression('fn.nested', 'functions within one another', (d) => {
            const c = d.sealed(strings);
            return `${d.pick(['length', 'reverse', 'octet_length'])}(left(trim(${c}), 4))`;
        }),
        expression('fn.bytea', '`length()` and `octet_length()` of bytea', (d) => `${d.pick(['length', 'octet_length', 'bit_length'])}(${d.sealed(['bytea'])})`),
        ...beyondText.map(call(['text'], { beyond: true })),
    ],
};
const casts = [
    ['text', ['varchar(5)', 'varchar', 'char(4)']],
    ['varchar', ['text', 'varchar(3)']],
    ['bpchar', ['text', 'varchar']],
    ['bool', ['text', 'int']],
    ['int2', ['int', 'bigint', 'numeric', 'text', 'float8']],
    ['int4', ['bigint', 'numeric', 'text', 'smallint', 'bool', 'float4']],
    ['int8', ['int', 'numeric', 'text', 'float8']],
    ['float4', ['float8', 'text', 'numeric', 'int']],
    ['float8', ['float4', 'text', 'numeric', 'bigint']],
    ['numeric', ['int', 'text', 'float8', 'numeric(8,1)']],
    ['uuid', ['text']],
    ['date', ['timestamp', 'text', 'timestamptz']],
    ['time', ['interval', 'text', 'time(2)']],
    ['timestamp', ['date', 'text', 'time', 'timestamptz', 'timestamp(0)']],
    ['timestamptz', ['date', 'text', 'timestamp', 'timestamptz(3)']],
    ['interval', ['text', 'time', 'interval(1)']],
    ['bytea', ['text']],
    ['json', ['jsonb', 'text']],
    ['jsonb', ['json', 'text']],
];
export const castLines = {
    title: 'Casts of a sealed column',
    lines: casts.map(([from, to]) => {
        const name = from === 'bpchar' ? 'char' : from;
        return expression(`cast.${name}`, `${name} to ${to.join(', ')}`, (d) => {
            const c = d.sealed([from]);
            const target = d.pick(to);
            return d.chance(3) ? `cast(${c} as ${target})` : `${c}::${target}`;
        });
    }),
};
export const aggregates = {
    title: 'Aggregates',
    lines: [
        aggregate('agg.count-all', '`count(*)`', () => 'count(*)'),
        aggregate('agg.count', '`count(column)`', (d) => `count(${d.sealed()})`),
        aggregate('agg.count-distinct', '`count(DISTINCT column)`', (d) => `count(distinct ${d.searched()})`),
        aggregate('agg.min', '`min()`', (d) => `min(${d.ranked()})`),
        aggregate('agg.max', '`max()`', (d) => `max(${d.ranked()})`),
        aggregate('agg.array-agg', '`array_agg(column)`', (d) => `array_agg(${d.sealed(['text', 'int4', 'date', 'uuid'])} order by id)`),
        aggregate('agg.array-agg-ordered', '`array_agg(plain ORDER BY sealed)`', (d) => `array_agg(id order by ${d.ord()}, id)`),
        aggregate('agg.string-agg', '`string_agg(column, ...)`', (d) => `string_agg(${d.sealed(['text'])}, ',' order by id)`),
        aggregate('agg.string-agg-plain', '`string_agg(plain ORDER BY sealed)`', (d) => `string_agg(p_text, ',' order by ${d.ord()}, id)`),
        aggregate('agg.filter', '`FILTER (WHERE ...)`', (d) => {
            const c = d.searched();
            return `count(*) filter (where ${c} = ${d.value(c)})`;
        }),
        aggregate('agg.filter-max', '`max(...) FILTER`', (d) => {
            const c = d.searched();
            return `max(${d.ranked()}) filter (where ${c} <> ${d.value(c)})`;
        }),
        aggregate('agg.bool', '`bool_and()`, `bool_or()` of a comparison', (d) => {
            const c = d.searched();
            return `${d.pick(['bool_and', 'bool_or', 'every'])}(${c} = ${d.value(c)})`;
        }),
        aggregate('agg.bool-column', '`bool_and()`, `bool_or()` of a sealed boolean', (d) => `${d.pick(['bool_and', 'bool_or', 'every'])}(${d.searched(['bool'])})`),
        aggregate('agg.plain', 'aggregates of plain columns', (d) => `${d.pick(['sum', 'max', 'min'])}(p_int4), avg(p_int2)`),
        aggregate('agg.case', '`sum(CASE WHEN comparison ...)`', (d) => {
            const c = d.searched();
            return `sum(case when ${c} = ${d.value(c)} then 1 else 0 end)`;
        }),
        aggregate('agg.sum', '`sum()`, `avg()` of a sealed number', (d) => `${d.pick(['sum', 'avg'])}(${d.searched(integers)})`, { beyond: true }),
        aggregate('agg.percentile', '`percentile_disc()`, `mode()`', (d) => `percentile_disc(0.5) within group (order by ${d.ord(integers)})`, { beyond: true }),
        aggregate('agg.array-distinct', '`array_agg(DISTINCT column)`', (d) => `array_agg(distinct ${d.ord(['int4'])})`, {
            beyond: true,
        }),
        aggregate('agg.json', '`json_agg()`, `jsonb_agg()`', (d) => `${d.pick(['json_agg', 'jsonb_agg'])}(${d.sealed(['text', 'int4', 'bool', 'date'])} order by id)`),
        aggregate('agg.json-object', '`json_object_agg()`', (d) => `${d.pick(['json_object_agg', 'jsonb_object_agg'])}(id, ${d.sealed(['text', 'int4', 'bool'])} order by id)`),
    ],
};
export const otherFunctions = {
    title: 'Other functions',
    lines: [
        expression('fn.json-build-object', '`json_build_object()`, `jsonb_build_object()`', (d) => {
            return `${d.pick(['json_build_object', 'jsonb_build_object'])}('id', ${d.source.prefix}id, 'v', ${d.sealed(['text', 'int4', 'bool', 'date'])})`;
        }),
        expression('fn.json-build-array', '`json_build_array()`', (d) => `json_build_array(${d.source.prefix}id, ${d.sealed(['text', 'int4', 'bool'])})`),
        expression('fn.row-to-json', '`row_to_json(row)`', (d) => `row_to_json(${d.source.prefix === '' ? 'things' : 't'})`),
        expression('fn.to-json', '`to_json()`, `to_jsonb()`', (d) => `${d.pick(['to_json', 'to_jsonb'])}(${d.sealed(['text', 'int4', 'bool', 'date'])})`),
        expression('fn.extract', '`extract()`, `date_part()`', (d) => {
            const c = d.sealed(['date', 'timestamp', 'timestamptz']);
            return d.pick([`extract(year from ${c})`, `date_part('month', ${c})`]);
        }),
        expression('fn.pg-typeof', '`pg_typeof()`', (d) => `pg_typeof(${d.sealed()})`),
        expression('fn.date-trunc', '`date_trunc()`', (d) => `date_trunc('day', ${d.sealed(['timestamp'])})`, {
            beyond: true,
        }),
        expression('fn.to-char', '`to_char()`', (d) => `to_char(${d.sealed(['timestamp'])}, 'YYYY')`, { beyond: true }),
        expression('fn.age', '`age()`', (d) => `age(${d.sealed(['timestamp'])})`, { beyond: true }),
        expression('fn.round', '`abs()`, `round()` and other functions of numbers', (d) => `${d.pick(['abs', 'round', 'floor', 'ceil'])}(${d.sealed(['numeric'])})`, { beyond: true }),
        expression('fn.encode', '`encode()`, `sha256()`', (d) => `encode(${d.sealed(['bytea'])}, 'hex')`, { beyond: true }),
        expression('fn.num-nulls', '`num_nulls()`', (d) => `num_nulls(${d.sealed()})`, { beyond: true }),
        expression('fn.now', '`now()` and what else needs no column', (d) => `${d.pick(['now() is not null', 'current_user is not null', 'length(version()) > 3'])}, ${d.sealed()}`),
        predicate('fn.plain-in-where', 'functions of plain columns in a condition', (d) => `lower(${d.source.prefix}p_text) = 'plain a'`),
        predicate('fn.in-where', 'a function of a sealed column in a condition', (d) => `length(${d.sealed(['text'])}) > 5`, { beyond: true }),
    ],
};
//# sourceMappingURL=functions.js.map