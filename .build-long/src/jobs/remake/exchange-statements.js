// The statements by which the new table takes the old one's place, with everything that belongs to the place. All of them
// run in one transaction that has locked the old table, and none of them reads rows.
import { quoteIdent, quoteLiteral, quoteName } from '../../control/quote.js';
import { dirtyName, dirtyTrigger, markName, oldName, shadowName } from './shadow.js';
/** `states`: of the identity columns' sequences, read under the lock. */
export function exchangeStatements(shape, states) {
    const { quoted } = shape;
    const old = quoteName('pgseal', oldName(shape.oid));
    const foreign = shape.constraints.filter(({ kind }) => kind === 'f');
    return {
        statements: [
            ...shape.views.toReversed().map(({ name }) => `drop view ${name}`),
            ...foreign.map(({ table, name }) => `alter table ${table} drop constraint ${quoteIdent(name)}`),
            ...emptied(shape),
            ...shape.indexes.map(({ schema, name, oid }) => `alter index ${quoteName(schema, name)} rename to ${quoteIdent(`old_${oid}`)}`),
            `alter table ${quoted} rename to ${quoteIdent(oldName(shape.oid))}`,
            `alter table ${quoteName(shape.schema, oldName(shape.oid))} set schema pgseal`,
            `alter table ${quoteName('pgseal', shadowName(shape.oid))} rename to ${quoteIdent(shape.name)}`,
            `alter table ${quoteName('pgseal', shape.name)} set schema ${quoteIdent(shape.schema)}`,
            ...sequences(shape, states),
            ...belongings(shape),
            ...rights(quoted, shape.owner, shape.grants),
            ...shape.columns.flatMap(({ name, grants }) => grantStatements(quoted, grants, quoteIdent(name))),
            ...foreign.map(({ table, name, definition, validated }) => `alter table ${table} add constraint ${quoteIdent(name)} ${definition}${validated ? ' not valid' : ''}`),
            ...foreign.flatMap(constraintComment),
            ...shape.views.flatMap((view) => [
                `create view ${view.name}${view.options.length === 0 ? '' : ` with (${view.options.map(optionOfView).join(', ')})`} as ${view.definition}`,
                `alter view ${view.name} owner to ${view.owner}`,
                ...rights(view.name, view.owner, view.grants),
                ...(view.comment === null ? [] : [`comment on view ${view.name} is ${quoteLiteral(view.comment)}`]),
            ]),
            ...closed(old),
        ],
        rest: [
            ...foreign
                .filter(({ validated }) => validated)
                .map(({ table, name }) => `alter table ${table} validate constraint ${quoteIdent(name)}`),
            `analyze ${quoted}`,
        ],
    };
}
/** What the old table would keep alive, or do, besides its rows. */
function emptied(shape) {
    const { quoted } = shape;
    return [
        `drop trigger ${dirtyTrigger} on ${quoted}`,
        `drop trigger ${dirtyTrigger}_truncate on ${quoted}`,
        `drop function ${quoteName('pgseal', markName(shape.oid))}()`,
        `drop table ${quoteName('pgseal', dirtyName(shape.oid))}`,
        ...shape.triggers.map(({ name }) => `drop trigger ${quoteIdent(name)} on ${quoted}`),
        ...shape.policies.map(({ name }) => `drop policy ${quoteIdent(name)} on ${quoted}`),
        ...shape.statistics.map(({ name }) => `drop statistics ${name}`),
        ...shape.sequences.map(({ name }) => `alter sequence ${name} owned by none`),
        ...shape.identities.map(({ column }) => `alter table ${quoted} alter column ${quoteIdent(column)} drop identity`),
        ...shape.columns
            .filter(({ hasDefault, generated }) => hasDefault && !generated)
            .map(({ name }) => `alter table ${quoted} alter column ${quoteIdent(name)} drop default`),
    ];
}
function sequences(shape, states) {
    const { quoted } = shape;
    const owned = shape.sequences.map(({ name, column }) => `alter sequence ${name} owned by ${quoted}.${quoteIdent(column)}`);
    const identities = shape.identities.flatMap(({ column, kind, sequence, options, grants }) => {
        const state = states.find((one) => one.column === column);
        const always = kind === 'a' ? 'always' : 'by default';
        return [
            `alter table ${quoted} alter column ${quoteIdent(column)} add generated ${always} as identity (sequence name ${sequence} ${options})`,
            ...(state === undefined
                ? []
                : [`select setval(${quoteLiteral(sequence)}, ${state.lastValue}, ${state.isCalled})`]),
            ...grantStatements(`sequence ${sequence}`, grants),
        ];
    });
    return [...owned, ...identities];
}
function belongings(shape) {
    const { quoted } = shape;
    const enabled = { O: undefined, A: 'enable always', R: 'enable replica', D: 'disable' };
    const statements = [
        ...shape.statistics.map(({ definition }) => definition),
        ...shape.triggers.flatMap(({ name, definition, enabled: mode, comment }) => {
            const how = enabled[mode];
            const named = `${quoteIdent(name)} on ${quoted}`;
            return [
                definition,
                ...(how === undefined ? [] : [`alter table ${quoted} ${how} trigger ${quoteIdent(name)}`]),
                ...(comment === null ? [] : [`comment on trigger ${named} is ${quoteLiteral(comment)}`]),
            ];
        }),
        ...shape.policies.flatMap(({ name, definition, comment }) => {
            const named = `${quoteIdent(name)} on ${quoted}`;
            return [
                `create policy ${named} ${definition}`,
                ...(comment === null ? [] : [`comment on policy ${named} is ${quoteLiteral(comment)}`]),
            ];
        }),
        ...shape.constraints.filter(({ own, kind }) => own && kind === 'c').flatMap(constraintComment),
    ];
    if (shape.rowSecurity)
        statements.push(`alter table ${quoted} enable row level security`);
    if (shape.forceRowSecurity)
        statements.push(`alter table ${quoted} force row level security`);
    if (shape.comment !== null)
        statements.push(`comment on table ${quoted} is ${quoteLiteral(shape.comment)}`);
    if (shape.replicaIdentity === 'n')
        statements.push(`alter table ${quoted} replica identity nothing`);
    for (const { name, clustered, replicaIdentity } of shape.indexes) {
        if (clustered)
            statements.push(`alter table ${quoted} cluster on ${quoteIdent(name)}`);
        if (replicaIdentity)
            statements.push(`alter table ${quoted} replica identity using index ${quoteIdent(name)}`);
    }
    return statements;
}
function constraintComment({ name, table, comment }) {
    if (comment === null)
        return [];
    return [`comment on constraint ${quoteIdent(name)} on ${table} is ${quoteLiteral(comment)}`];
}
/** Makes rights what they were, whatever the default privileges of the login gave. */
function rights(quoted, owner, grants) {
    return [
        `alter table ${quoted} owner to ${owner}`,
        revokeAll(quoted),
        ...(grants === null
            ? [`grant all on ${quoted} to ${owner}`]
            : [`revoke all on ${quoted} from ${owner}`, ...grantStatements(quoted, grants)]),
    ];
}
function revokeAll(quoted) {
    const body = `declare r record; begin for r in select distinct case g.grantee when 0 then 'public' else quote_ident(pg_catalog.pg_get_userbyid(g.grantee)) end as who from pg_catalog.pg_class c, pg_catalog.aclexplode(c.relacl) g where c.oid = ${quoteLiteral(quoted)}::regclass loop execute format('revoke all on %s from %s', ${quoteLiteral(quoted)}, r.who); end loop; end`;
    return `do ${quoteLiteral(body)}`;
}
function grantStatements(on, grants, column) {
    return (grants ?? []).map(({ grantee, privilege, grantable }) => {
        const what = column === undefined ? privilege : `${privilege} (${column})`;
        return `grant ${what} on ${on} to ${grantee}${grantable ? ' with grant option' : ''}`;
    });
}
function optionOfView(option) {
    const at = option.indexOf('=');
    return at === -1 ? option : `${option.slice(0, at)} = ${quoteLiteral(option.slice(at + 1))}`;
}
/** Nobody writes to the old table any more, its owner and superusers included. */
function closed(old) {
    return [
        `create trigger pgseal_closed before insert or update or delete or truncate on ${old} for each statement execute function pgseal.refuse_writes()`,
        `alter table ${old} enable always trigger pgseal_closed`,
        // Its owner's own rights too: nobody reads it by mistake.
        revokeAll(old),
    ];
}
//# sourceMappingURL=exchange-statements.js.map