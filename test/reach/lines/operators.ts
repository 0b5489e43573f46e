// Operators and patterns, a line each. It is long because each of them has its line.
import type { LogicalTypeName } from '../../../src/types/logical-type.ts'
import { integers, strings } from '../draft.ts'
import { expression, type Group, parts, predicate, statement, things } from '../line.ts'

const numbers = ['int4', 'int2', 'int8', 'numeric'] as const

/** Values that PostgreSQL compares with a column of the type, and that are of another. */
const others: Partial<Record<LogicalTypeName, readonly string[]>> = {
  int2: ['7', '40000', "'7'::int8", '1.5', '7.0', "'867'::int4", '-32769', '1e2'],
  int4: ["'7'::int8", '5000000000', '1.5', '42.0', "'7'::int2", "'1.5'::float8", '-2147483649'],
  int8: ["'42'::int4", '1.5', '42.0', "'7'::int2", '9223372036854775808', '1e30'],
  float4: ['1.5', '0.1', '0', "'0.1'::float8", "'1.5'::float8", "'NaN'::float8", "'0.1'::float4", '2'],
  float8: ['1.5', '0.1', '0', "'0.1'::float4", "'1.5'::float4", "'NaN'::float4", '2', "'7'::int8"],
  numeric: ['42', '42.0000', '0.0005', "'7'::int8", "'42'::int2", "'NaN'::numeric", '1e3'],
  date: ["'2000-01-01 00:00'::timestamp", "'2000-01-01 00:00:01'::timestamp", "'infinity'::timestamp"],
  timestamp: ["'2000-01-01'::date", "'infinity'::date", "'2024-02-29'::date"],
  timestamptz: ["'2000-01-01'::date", "'2000-01-01 00:00'::timestamp", "'2024-02-29 10:00'::timestamp"],
  varchar: ["'canary a'::text", "'canary'::varchar(3)", "'canary a'::varchar"],
  text: ["'canary a'::varchar", "'canary a'::varchar(6)", "' canary '::text"],
  bpchar: ["'canary'::bpchar", "'canary  '::char(20)", "'canary'::char(3)"],
  time: ["'12:00'::time(0)", "'24:00'::time"],
  interval: ["'24 hours'::interval", "'1 mon'::interval", "'30 days'::interval"],
}

export const comparisons: Group = {
  title: 'Comparisons',
  lines: [
    predicate('op.equal', '`=`', (d) => {
      const c = d.eq()
      return `${c} = ${d.value(c)}`
    }),
    predicate('op.equal-ordered', '`=` on a column with `order`', (d) => {
      const c = d.ord()
      return `${c} = ${d.value(c)}`
    }),
    predicate('op.equal-turned', '`value = column`', (d) => {
      const c = d.searched()
      return `${d.value(c)} = ${c}`
    }),
    predicate('op.not-equal', '`<>`', (d) => {
      const c = d.searched()
      return `${c} <> ${d.value(c)}`
    }),
    predicate('op.not-equal-c', '`!=`', (d) => {
      const c = d.searched()
      return `${c} != ${d.value(c)}`
    }),
    ...[
      ['less', '<'],
      ['less-or-equal', '<='],
      ['greater', '>'],
      ['greater-or-equal', '>='],
    ].map(([id, operator]) =>
      predicate(`op.${id}`, `\`${operator}\``, (d) => {
        const c = d.ord()
        return d.chance(3) ? `${d.value(c)} ${operator} ${c}` : `${c} ${operator} ${d.value(c)}`
      }),
    ),
    predicate('op.between', '`BETWEEN`', (d) => {
      const c = d.ord()
      return `${c} between ${d.value(c)} and ${d.value(c)}`
    }),
    predicate('op.not-between', '`NOT BETWEEN`', (d) => {
      const c = d.ord()
      return `${c} not between ${d.value(c)} and ${d.value(c)}`
    }),
    predicate('op.between-symmetric', '`BETWEEN SYMMETRIC`', (d) => {
      const c = d.ord()
      return `${c} ${d.pick(['', 'not '])}between symmetric ${d.value(c)} and ${d.value(c)}`
    }),
    predicate('op.is-null', '`IS NULL`, `ISNULL`', (d) => `${d.sealed()} ${d.pick(['is null', 'isnull'])}`),
    predicate(
      'op.is-not-null',
      '`IS NOT NULL`, `NOTNULL`',
      (d) => `${d.sealed()} ${d.pick(['is not null', 'notnull'])}`,
    ),
    predicate('op.distinct', '`IS DISTINCT FROM`', (d) => {
      const c = d.searched()
      return `${c} is distinct from ${d.value(c)}`
    }),
    predicate('op.not-distinct', '`IS NOT DISTINCT FROM`', (d) => {
      const c = d.searched()
      return `${c} is not distinct from ${d.value(c)}`
    }),
    predicate('op.in', '`IN` a list', (d) => {
      const c = d.searched()
      return `${c} in (${d.value(c)}, ${d.value(c)}${d.chance(3) ? `, ${d.value(c)}` : ''})`
    }),
    predicate('op.not-in', '`NOT IN` a list', (d) => {
      const c = d.searched()
      return `${c} not in (${d.value(c)}, ${d.value(c)})`
    }),
    predicate('op.in-values', '`IN (VALUES ...)`', (d) => {
      const c = d.eq(strings)
      return `${c} in (values (${d.value(c)}), (${d.value(c)}))`
    }),
    predicate('op.in-query', '`IN` a query of a sealed column', (d) => {
      const [c, other] = d.pair(d.pick(['equality', 'order']), d.source, parts)
      return `${c} in (select ${other} from parts p where p.id > ${d.draw(5)})`
    }),
    predicate('op.not-in-query', '`NOT IN` a query, NULLs included', (d) => {
      const [c, other] = d.pair(d.pick(['equality', 'order']), d.source, parts)
      return `${c} not in (select ${other} from parts p${d.chance(2) ? ` where ${other} is not null` : ''})`
    }),
    predicate('op.any-array', '`= ANY (ARRAY[...])`', (d) => {
      const c = d.eq(['text', 'int4', 'uuid', 'date'])
      return `${c} = any (array[${d.value(c)}, ${d.value(c)}]::${c.column.type}[])`
    }),
    predicate('op.any-text', "`= ANY ('{...}')`", (d) => {
      const c = d.searched(['int4', 'int8', 'date', 'uuid', 'bool'])
      return `${c} = any ('{${d.text(c)},NULL,${d.text(c)}}')`
    }),
    predicate('op.any-parameter', '`= ANY ($1)`', (d) => {
      const c = d.searched(['int4', 'int8', 'date', 'uuid', 'bool', 'int2'])
      return `${c} = any (${d.parameter(`{${d.text(c)},NULL,${d.text(c)}}`)})`
    }),
    predicate('op.some', '`= SOME (array)`', (d) => {
      const c = d.searched(['int4', 'int8', 'date', 'uuid'])
      return `${c} = some (${d.parameter(`{${d.text(c)}}`)})`
    }),
    predicate('op.all', '`<> ALL (array)`', (d) => {
      const c = d.searched(['int4', 'int8', 'date', 'uuid'])
      return `${c} <> all ('{${d.text(c)},${d.text(c)}}')`
    }),
    predicate('op.any-query', '`= ANY (query)`', (d) => {
      const [c, other] = d.pair('equality', d.source, parts)
      return `${c} = any (select ${other} from parts p)`
    }),
    predicate('op.all-query', '`<> ALL (query)`', (d) => {
      const [c, other] = d.pair('equality', d.source, parts)
      return `${c} <> all (select ${other} from parts p where ${other} is not null)`
    }),
    predicate('op.less-any', '`< ANY (array)`', (d) => {
      const c = d.ord(['int4', 'int8', 'date'])
      return `${c} ${d.pick(['<', '>', '<=', '>='])} ${d.pick(['any', 'all'])} ('{${d.text(c)},${d.text(c)}}')`
    }),
    predicate('op.scalar-query', '`= (query)` of a sealed column', (d) => {
      const [c, other] = d.pair(d.pick(['equality', 'order']), d.source, parts)
      return `${c} = (select ${other} from parts p where p.id = ${d.id()})`
    }),
    predicate('op.less-query', '`< (query)` of a sealed column', (d) => {
      const [c, other] = d.pair('order', d.source, parts)
      return `${c} < (select ${other} from parts p where p.id = ${d.id()})`
    }),
    predicate('op.exists', '`EXISTS`, correlated by sealed columns', (d) => {
      const outer = d.source.prefix === '' ? 'things.' : d.source.prefix
      const [c, other] = d.pair('equality', { ...d.source, prefix: outer }, { table: 'parts', prefix: 'x.' })
      return `${d.pick(['', 'not '])}exists (select 1 from parts x where ${other} = ${c})`
    }),
    predicate('op.row-equal', '`(a, b) = (x, y)`', (d) => {
      const c = d.searched()
      const e = d.searched()
      return `(${c}, ${d.source.prefix}id, ${e}) ${d.pick(['=', '<>'])} (${d.value(c)}, ${d.id()}, ${d.value(e)})`
    }),
    predicate('op.row-less', '`(a, b) < (x, y)`, paging by keys', (d) => {
      const c = d.ord()
      return `(${c}, ${d.source.prefix}id) ${d.pick(['>', '<', '>=', '<='])} (${d.value(c)}, ${d.id()})`
    }),
    predicate('op.row-in', '`(a, b) IN (...)`', (d) => {
      const c = d.searched()
      return `(${d.source.prefix}id, ${c}) ${d.pick(['in', 'not in'])} ((${d.id()}, ${d.value(c)}), (${d.id()}, ${d.value(c)}))`
    }),
    predicate('op.row-in-query', '`(a, b) IN` a query', (d) => {
      const [c, other] = d.pair('equality', d.source, parts)
      return `(${c}, ${d.source.prefix}id) in (select ${other}, p.ref from parts p)`
    }),
    predicate('op.optional', '`$1 IS NULL OR column = $1`', (d) => {
      const c = d.searched(['text', 'int4', 'date', 'uuid', 'bool'])
      const p = d.parameter(d.chance(2) ? null : d.text(c))
      return `(${p}::${c.column.type} is null or ${c} = ${p}::${c.column.type})`
    }),
    predicate('op.bool', 'a sealed boolean as a condition', (d) => {
      const c = d.searched(['bool'])
      return `${c}`
    }),
    predicate('op.not-bool', '`NOT` of a sealed boolean', (d) => `not ${d.searched(['bool'])}`),
    predicate('op.is-true', '`IS [NOT] TRUE`', (d) => `${d.searched(['bool'])} is ${d.pick(['', 'not '])}true`),
    predicate('op.is-false', '`IS [NOT] FALSE`', (d) => `${d.searched(['bool'])} is ${d.pick(['', 'not '])}false`),
    predicate(
      'op.is-unknown',
      '`IS [NOT] UNKNOWN`',
      (d) => `${d.searched(['bool'])} is ${d.pick(['', 'not '])}unknown`,
    ),
    predicate('op.and', '`AND`', (d) => {
      const [c, e] = [d.searched(), d.searched()]
      return `(${c} = ${d.value(c)} and ${e} <> ${d.value(e)})`
    }),
    predicate('op.or', '`OR`', (d) => {
      const [c, e] = [d.searched(), d.searched()]
      return `(${c} = ${d.value(c)} or ${e} = ${d.value(e)})`
    }),
    predicate('op.not', '`NOT`', (d) => {
      const c = d.searched()
      return `not ${c} = ${d.value(c)}`
    }),
    predicate('op.own-cast', 'a column cast to its own type', (d) => {
      const c = d.eq(['text', 'int4', 'date', 'uuid'])
      return `${c}::${c.column.type} = ${d.value(c)}`
    }),
    predicate('op.text-varchar', 'text with varchar', (d) => {
      const c = d.eq(['varchar'])
      return `${c}::text = ${d.parameter(d.text(c))}`
    }),
    predicate('op.int8-int4', 'an integer with another kind of integer', (d) => {
      const c = d.searched(integers)
      return `${c} = ${d.pick(["'7'", "'0'", "'-1'", "'40000'", "'5000000000'"])}::${d.pick(['int8', 'int4', 'int2', 'numeric'])}`
    }),
    predicate('op.other-type', '`=` with a value of another type', (d) => {
      const c = d.searched(Object.keys(others) as LogicalTypeName[])
      return `${c} ${d.pick(['=', '<>', 'is distinct from'])} ${d.pick(others[c.column.type]!)}`
    }),
    predicate('op.other-type-order', '`<` with a value of another type', (d) => {
      const c = d.ord(Object.keys(others) as LogicalTypeName[])
      return `${c} ${d.pick(['<', '<=', '>', '>=', '='])} ${d.pick(others[c.column.type]!)}`
    }),
    predicate('op.in-other-types', '`IN` a list of several types', (d) => {
      const c = d.searched(Object.keys(others) as LogicalTypeName[])
      const more = d.chance(2) ? `, ${d.value(c)}` : ''
      return `${c} ${d.pick(['in', 'not in'])} (${d.value(c)}, ${d.pick(others[c.column.type]!)}${more})`
    }),
    predicate('op.any-other-types', '`= ANY (ARRAY[...])` of several types', (d) => {
      const c = d.eq(Object.keys(others) as LogicalTypeName[])
      return `${c} = any (array[${d.value(c)}, ${d.pick(others[c.column.type]!)}, ${d.value(c)}])`
    }),
    predicate('op.int-fraction', 'an integer with a fraction', (d) => {
      const c = d.searched(integers)
      return `${c} = ${d.pick(['1.5', '7.0', '42.000'])}`
    }),
    predicate('op.order-fraction', 'an integer beside a fraction: `<`', (d) => {
      const c = d.ord(integers)
      return `${c} ${d.pick(['<', '>=', '>', '<='])} ${d.pick(['1.5', '7.0', '-0.5', '1e30'])}`
    }),
    predicate('op.date-timestamp', 'a date with a timestamp', (d) => {
      const c = d.searched(['date'])
      return `${c} = ${d.pick(["'2000-01-01 00:00'", "'2000-01-01 12:00'", "'infinity'"])}::timestamp`
    }),
    predicate('op.date-less-timestamp', 'a date beside a timestamp: `<`', (d) => {
      const c = d.ord(['date'])
      return `${c} ${d.pick(['<', '>='])} ${d.pick(["'2000-01-01 00:00'", "'2000-01-01 12:00'", "'-infinity'"])}::timestamp`
    }),
    predicate('op.two-columns', 'two sealed columns of one table', (d) => {
      const other = { table: 'parts', prefix: 'y.' } as const
      const [c, e] = d.pair(d.pick(['equality', 'order']), d.source, other)
      return `exists (select 1 from parts y where ${c} ${d.pick(['=', '<>'])} ${e} and y.id < 4)`
    }),
    statement('op.join-equal', 'sealed columns of two tables, `=` in JOIN', (d) => {
      const [c, e] = d.pair(d.pick(['equality', 'order']), things, parts)
      return `select t.id, p.id from things t join parts p on ${c} = ${e}`
    }),
    statement('op.join-less', 'sealed columns of two tables, `<`', (d) => {
      const [c, e] = d.pair('order', things, parts)
      return `select t.id, p.id from things t join parts p on ${c} ${d.pick(['<', '>='])} ${e}`
    }),
    predicate(
      'op.plain-column',
      'a sealed column with a plain one',
      (d) => `${d.eq(['text'])} = ${d.source.prefix}p_text`,
      {
        beyond: true,
      },
    ),
    predicate(
      'op.not-searched',
      '`=` on a column that is not searched',
      (d) => `${d.source.prefix}u_text = 'canary a'`,
      {
        beyond: true,
      },
    ),
    predicate('op.less-equality', '`<` on a column without `order`', (d) => `${d.source.prefix}s_int4 < 7`, {
      beyond: true,
    }),
  ],
}

export const patterns: Group = {
  title: 'Patterns',
  lines: [
    predicate(
      'op.like',
      '`LIKE`',
      (d) => `${d.eq(strings)} like ${d.pick(["'canary%'", "'%a'", "'canary _'", "'%nary%'"])}`,
    ),
    predicate('op.not-like', '`NOT LIKE`', (d) => `${d.eq(strings)} not like ${d.pick(["'canary%'", "'%a'"])}`),
    predicate('op.like-exact', '`LIKE` without a wildcard', (d) => {
      const c = d.lower()
      return `${c} ${d.pick(['like', 'not like'])} ${d.pick([d.literal(c).replaceAll(/[%_\\\\]/g, ''), "'canary\\_a'"])}`
    }),
    predicate('op.ilike', '`ILIKE` without a wildcard', (d) => {
      const c = d.lower()
      return `${c} ${d.pick(['ilike', 'not ilike'])} ${d.pick([d.literal(c).replaceAll(/[%_\\\\]/g, ''), "'CANARY ž'"])}`
    }),
    predicate(
      'op.ilike-pattern',
      '`ILIKE` with a wildcard',
      (d) => `${d.lower()} ilike ${d.pick(["'canary%'", "'%A'"])}`,
    ),
    predicate('op.lower-equal', '`lower(column) = lower(value)`', (d) => {
      const c = d.lower()
      return `lower(${c}) ${d.pick(['=', '<>', 'is distinct from'])} lower(${d.value(c)})`
    }),
    predicate('op.lower-value', '`lower(column) = value`', (d) => {
      const c = d.lower()
      return `lower(${c}) = ${d.value(c)}`
    }),
    predicate('op.lower-in', '`lower(column) IN (...)`', (d) => {
      const c = d.lower()
      return `lower(${c}) ${d.pick(['in', 'not in'])} (lower(${d.value(c)}), ${d.value(c)})`
    }),
    predicate('op.lower-columns', '`lower(column) = lower(column)`', (d) => {
      const left = d.source.prefix === '' ? 'things.' : d.source.prefix
      return `exists (select 1 from parts x where lower(x.l_text) = lower(${left}l_text))`
    }),
    predicate('op.starts-with', '`starts_with()`, `^@`', (d) => {
      const c = d.eq(['text'])
      return d.pick([`starts_with(${c}, 'canary')`, `${c} ^@ 'canary'`])
    }),
    predicate('op.regex', '`~`, `~*`, `!~`', (d) => `${d.eq(['text'])} ${d.pick(['~', '~*', '!~'])} '^canary'`, {
      beyond: true,
    }),
    predicate('op.similar', '`SIMILAR TO`', (d) => `${d.eq(['text'])} similar to 'canary%'`, { beyond: true }),
    predicate('op.collate', '`COLLATE` in a comparison', (d) => `${d.eq(['text'])} collate "C" = 'canary a'`, {
      beyond: true,
    }),
  ],
}

export const values: Group = {
  title: 'Expressions',
  lines: [
    expression('ex.column', 'a column', (d) => `${d.sealed()}`),
    expression('ex.parentheses', 'parentheses', (d) => `(${d.sealed()})`),
    expression('ex.coalesce', '`COALESCE` with a value', (d) => {
      const c = d.sealed()
      return `coalesce(${c}, ${d.value(c)})`
    }),
    expression('ex.nested', '`COALESCE`, `CASE` and `NULLIF` within one another', (d) => d.operand(d.sealed())),
    expression('ex.coalesce-columns', '`COALESCE` of two columns', (d) => {
      const c = d.sealed(['text'])
      return `coalesce(${c}, ${d.source.prefix}s_code)`
    }),
    expression('ex.case', '`CASE WHEN ... THEN column`', (d) => {
      const c = d.sealed()
      return `case when ${d.condition()} then ${c} end`
    }),
    expression('ex.case-value', '`CASE` of a column and a value', (d) => {
      const c = d.sealed()
      return `case when ${d.condition()} then ${c} else ${d.value(c)} end`
    }),
    expression('ex.case-simple', '`CASE column WHEN value`', (d) => {
      const c = d.searched()
      return `case ${c} when ${d.value(c)} then 'one' when ${d.value(c)} then 'two' else 'none' end`
    }),
    expression('ex.nullif', '`NULLIF`', (d) => {
      const c = d.searched()
      return `nullif(${c}, ${d.value(c)})`
    }),
    expression('ex.greatest', '`GREATEST`, `LEAST`', (d) => {
      const c = d.ord()
      return `${d.pick(['greatest', 'least'])}(${c}, ${d.value(c)})`
    }),
    expression('ex.cast-own', 'a cast to its own type', (d) => {
      const c = d.sealed(['text', 'int4', 'date', 'uuid', 'bool', 'jsonb'])
      return d.pick([`${c}::${c.column.type}`, `cast(${c} as ${c.column.type})`])
    }),
    expression('ex.scalar-query', 'a query that gives one value', (d) => {
      const c = d.sealed(undefined, { table: 'parts', prefix: 'z.' })
      const outer = d.source.prefix === '' ? 'things.' : d.source.prefix
      return `(select ${c} from parts z where z.id = ${outer}id)`
    }),
    expression('ex.row', '`ROW(...)`', (d) => `row(${d.source.prefix}id, ${d.sealed()})`, { beyond: true }),
    expression('ex.array', '`ARRAY[column]`', (d) => `array[${d.eq(['text'])}]`),
    expression('ex.whole-row', 'a whole row', (d) =>
      d.source.prefix === '' ? 'things' : d.source.prefix.slice(0, -1),
    ),
    expression('ex.constant', 'a value beside sealed columns', (d) => `${d.sealed()}, ${d.plain()}, 'plain', 7, null`),
    expression(
      'ex.plain',
      'expressions of plain columns',
      (d) => `upper(${d.source.prefix}p_text), ${d.source.prefix}p_int2 % 3`,
    ),
    expression('ex.comparison', 'a comparison as a value', (d) => {
      const c = d.searched()
      return `${c} = ${d.value(c)}`
    }),
    expression('ex.is-null', '`IS NULL` as a value', (d) => `${d.sealed()} is null`),
    expression(
      'ex.arithmetic',
      'arithmetic of a sealed number',
      (d) => `${d.sealed(numbers)} ${d.pick(['+', '-', '*'])} 1`,
      { beyond: true },
    ),
    expression(
      'ex.json-arrow',
      '`->`, `->>` of a sealed value',
      (d) => `${d.eq(['jsonb'])} ${d.pick(['->', '->>'])} 'canary'`,
      { beyond: true },
    ),
    expression('ex.time-zone', '`AT TIME ZONE`', (d) => `${d.eq(['timestamptz'])} at time zone 'UTC'`, {
      beyond: true,
    }),
    expression('ex.subscript', 'a subscript of a sealed value', (d) => `${d.eq(['jsonb'])}['canary']`, {
      beyond: true,
    }),
  ],
}
