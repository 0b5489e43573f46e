// The statements that move rows from the table to the one that takes its place. Keys travel as text.
import { quoteIdent, quoteName } from '../../control/quote.js';
import { dirtyName, shadowName } from './shadow.js';
export function rowTexts(shape, key, change) {
    const source = shape.quoted;
    const shadow = quoteName('pgseal', shadowName(shape.oid));
    const dirty = quoteName('pgseal', dirtyName(shape.oid));
    const of = (row) => key.map(({ name }) => `${row}.${quoteIdent(name)}`);
    const keys = (row) => of(row).map((column, at) => `${column}::text as k${at}`);
    const parameters = (from) => key.map(({ type }, at) => `$${from + at}::text::${type}`);
    const sources = change.changes.flatMap((one) => one.source).map((text, at) => `${text} as s${at}`);
    const extras = change.extra.map((text, at) => `${text} as x${at}`);
    const made = change.changes.flatMap((one) => one.made).map((text, at) => `${text} as m${at}`);
    const range = (row, low, high) => {
        const conditions = [];
        if (low)
            conditions.push(`(${of(row).join(', ')}) > (${parameters(1).join(', ')})`);
        if (high)
            conditions.push(`(${of(row).join(', ')}) <= (${parameters(low ? key.length + 1 : 1).join(', ')})`);
        return conditions.length === 0 ? '' : ` where ${conditions.join(' and ')}`;
    };
    const given = (parts = []) => {
        const arrays = [...key.map(() => 'text'), ...parts].map((type, at) => `unnest($${at + 1}::${type}[])`);
        const names = [...key.map((_, at) => `k${at}`), ...parts.map((_, at) => `p${at}`)];
        const typed = [
            ...key.map(({ type }, at) => `g.k${at}::${type} as k${at}`),
            ...parts.map((_, at) => `g.p${at} as p${at}`),
        ];
        return `(select ${typed.join(', ')} from rows from (${arrays.join(', ')}) as g (${names.join(', ')})) g`;
    };
    const onKey = (row, other = 'g') => key.map(({ name, equals }, at) => `${row}.${quoteIdent(name)} ${equals} ${other}.k${at}`).join(' and ');
    const changed = new Map();
    let part = 0;
    for (const one of change.changes) {
        changed.set(one.name, one.assemble(one.parts.map(() => `g.p${part++}`)));
    }
    const stored = shape.columns.filter(({ generated }) => !generated);
    const columns = stored.map(({ name }) => quoteIdent(name)).join(', ');
    const values = stored.map(({ name }) => changed.get(name) ?? `t.${quoteIdent(name)}`).join(', ');
    const kept = shape.columns.filter(({ name }) => !changed.has(name));
    const image = (row) => `row(${kept.map(({ name }) => `${row}.${quoteIdent(name)}`).join(', ')})::text`;
    const first = key[0].name;
    const missing = `n.${quoteIdent(first)} is null`;
    const extra = `t.${quoteIdent(first)} is null`;
    const matched = key.map(({ name, equals }) => `t.${quoteIdent(name)} ${equals} n.${quoteIdent(name)}`).join(' and ');
    const either = key.map(({ name }, at) => `coalesce(t.${quoteIdent(name)}, n.${quoteIdent(name)})::text as k${at}`);
    const written = key
        .map(({ name, equals }, at) => `d.k${at} ${equals} coalesce(t.${quoteIdent(name)}, n.${quoteIdent(name)})`)
        .join(' and ');
    const side = [
        ...either,
        ...sources,
        ...extras,
        ...made,
        `${missing} as missing`,
        `${extra} as extra`,
        `not (${missing}) and not (${extra}) and ${image('t')} <> ${image('n')} as differs`,
    ].join(', ');
    const dirtyKeys = key.map((_, at) => `k${at}::text as k${at}`).join(', ');
    return {
        page: (low, high) => `select ${[...keys('t'), ...sources, ...extras].join(', ')} from only ${source} t${range('t', low, high)} order by ${of('t').join(', ')}`,
        cut: (low, limit) => `select ${key.map((_, at) => `k${at}`).join(', ')}, n from (select ${keys('t').join(', ')}, row_number() over (order by ${of('t').join(', ')})::int4 as n
       from only ${source} t${range('t', low, false)} order by ${of('t').join(', ')} limit ${limit}) c order by n desc limit 1`,
        byKey: `select ${[...keys('t'), ...sources, ...extras].join(', ')} from ${given()} join only ${source} t on ${onKey('t')}`,
        insert: `insert into ${shadow} (${columns}) select ${values} from ${given(change.changes.flatMap((one) => one.parts))} join only ${source} t on ${onKey('t')}`,
        remove: `delete from ${shadow} n using ${given()} where ${onKey('n')}`,
        removeMissing: `delete from ${shadow} n where not exists (select from only ${source} t where ${matched})`,
        compare: (low, high) => `select ${side} from (select * from only ${source} t${range('t', low, high)}) t full join (select * from ${shadow} n${range('n', low, high)}) n on ${matched}
       where not exists (select from ${dirty} d where ${written}) and not exists (select from ${dirty} d where d.k0 is null)`,
        compareKeys: `select ${side} from ${given()} left join only ${source} t on ${onKey('t')} left join ${shadow} n on ${onKey('n')} where t.${quoteIdent(first)} is not null or n.${quoteIdent(first)} is not null`,
        takeDirty: (limit) => limit === undefined
            ? `delete from ${dirty} returning ${dirtyKeys}`
            : `delete from ${dirty} where ctid = any (array(select ctid from ${dirty} limit ${limit})) returning ${dirtyKeys}`,
        countDirty: `select count(*)::float8 as n from ${dirty}`,
    };
}
//# sourceMappingURL=row-texts.js.map