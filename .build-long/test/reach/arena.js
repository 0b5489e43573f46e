// The twins with rows in `things` and `parts`, on which generated statements are run one after the other.
import * as send from '../support/client-messages.js';
import { answer, errorOf, normal, stepsOf } from '../twin/run-case.js';
import { choices } from './all-lines.js';
import { Draft } from './draft.js';
import { random, rowStatements } from './rows.js';
import { columnsOf, reachTables } from './schema.js';
import { errorNamed, sqlOf } from './verdict.js';
export class Arena {
    twins;
    exact = true;
    seed = 0;
    /** SETs under which statements are run. */
    settings = [];
    #plain;
    #sealed;
    /** A second connection to the plain twin, which is asked for types. */
    #asked;
    #binary = new Map();
    constructor(twins) {
        this.twins = twins;
    }
    /** Other rows in both tables, the same in both twins. */
    async fill(seed, exact) {
        this.exact = exact;
        this.seed = seed;
        this.settings = settingsOf(seed);
        this.disconnect();
        await this.#connect();
        for (const sql of ['delete from parts', 'delete from things', ...rowStatements(seed, exact)]) {
            const outcomes = await Promise.all([this.#plain.query(sql), this.#sealed.query(sql)]);
            for (const { error } of outcomes)
                if (error !== undefined)
                    throw new Error(`${error.C} ${error.M}: ${sql}`);
        }
    }
    draftOf({ line, numbers, shown }) {
        const draft = new Draft(numbers, { exact: this.exact, ...choices, shown: shown === true });
        const made = line.make(draft);
        return { draft, made: Array.isArray(made) ? made : [made] };
    }
    /** The attempt as a case of the twins, without the rows. */
    caseOf(attempt) {
        const { draft, made } = this.draftOf(attempt);
        return {
            group: 'found',
            name: attempt.line.id,
            description: attempt.line.id,
            expect: 'served',
            modes: [caseMode(attempt.mode)],
            order: draft.isOrdered ? 'list' : 'multiset',
            user: 'app',
            since: attempt.line.since ?? 0,
            cleanup: undefined,
            statements: made.map((one) => caseStatement(one, draft.parameters, attempt.line.shapeOnly === true)),
        };
    }
    /** Runs the attempt on both twins; whatever it changed is undone. */
    async attempt(attempt) {
        const one = this.caseOf(attempt);
        const lines = [attempt.line.id, ...this.draftOf(attempt).draft.holds];
        await this.#connect();
        try {
            return { ...(await this.#run(one, attempt.mode)), lines };
        }
        catch (error) {
            this.disconnect();
            const text = `${one.statements.map(({ sql }) => sql).join(';\n')}\n  ${error.message}`;
            return { kind: 'crashed', name: '', text, lines };
        }
    }
    disconnect() {
        for (const client of [this.#plain, this.#sealed, this.#asked])
            client?.destroy();
        this.#plain = undefined;
        this.#sealed = undefined;
        this.#asked = undefined;
    }
    async #connect() {
        if (this.#plain !== undefined)
            return;
        this.#plain = await this.twins.plain.connect('postgres');
        this.#sealed = await this.twins.sealed.connect('postgres');
        this.#asked = await this.twins.plain.connect('postgres');
        for (const sql of this.settings) {
            for (const client of [this.#plain, this.#sealed, this.#asked])
                await client.query(sql);
        }
    }
    async #run(one, mode) {
        const alone = one.statements.length === 1 && isRead(one.statements[0].sql);
        if (!alone)
            await this.#both('begin');
        let outcome = { kind: 'agreed', name: '', text: '' };
        for (const step of mode === 'pipeline' ? [pipelined(one)] : stepsOf(one, caseMode(mode))) {
            outcome = await this.#step(one, step, mode);
            if (outcome.kind !== 'agreed')
                break;
        }
        if (!alone) {
            if (outcome.kind === 'agreed')
                outcome = await this.#compareTables(one);
            await this.#both('rollback');
            // What was prepared outlives the transaction.
            if (one.statements.some(({ sql }) => sql.startsWith('prepare')))
                await this.#both('deallocate all');
        }
        return outcome;
    }
    async #step(one, step, mode) {
        const packets = mode === 'binary'
            ? await this.#binaryPackets(step)
            : mode === 'paged' && one.order === 'list' && step.statements[0].copy === undefined
                ? pagedPackets(step.statements[0])
                : step.packets(undefined);
        const [left, right] = await Promise.all([
            answer('plain', this.#plain, packets),
            answer('proxy', this.#sealed, packets),
        ]);
        const error = errorOf(right);
        const expected = errorOf(left);
        if (error !== undefined && error.C !== expected?.C) {
            const name = errorNamed(error.C ?? '', error.M ?? '');
            if (name !== undefined && isRefusal(error.C ?? ''))
                return { kind: 'refused', name, text: '' };
        }
        const ignoreRows = step.statements.some((statement) => statement.ignoreRows);
        const got = await normal(this.twins.sealed, right, one, ignoreRows);
        const wanted = (await normal(this.twins.plain, left, one, ignoreRows)).map((line, at) => withoutLength(line, got[at]));
        if (error !== undefined && error.C === expected?.C)
            return { kind: 'failed', name: error.C ?? '', text: '' };
        if (wanted.join('\n') === got.join('\n'))
            return { kind: 'agreed', name: '', text: '' };
        return { kind: 'disagreed', name: difference(wanted, got, error), text: told(step, wanted, got, error) };
    }
    /** What a statement wrote is read back, as far as it stands. */
    async #compareTables(one) {
        for (const table of reachTables) {
            if (!one.statements.some(({ sql }) => sql.includes(table) || sql.includes('thing_list')))
                continue;
            if (one.statements.some(({ sql }) => sql.startsWith(`drop table ${table}`)))
                continue;
            const packets = [send.query(`select ${readBack(one, table)} from ${table} order by id`)];
            const [left, right] = await Promise.all([
                answer('plain', this.#plain, packets),
                answer('proxy', this.#sealed, packets),
            ]);
            const ordered = { order: 'list' };
            const wanted = await normal(this.twins.plain, left, ordered, false);
            const got = await normal(this.twins.sealed, right, ordered, false);
            if (wanted.join('\n') === got.join('\n'))
                continue;
            const error = errorOf(right);
            const name = error === undefined ? undefined : errorNamed(error.C ?? '', error.M ?? '');
            if (name !== undefined && isRefusal(error?.C ?? ''))
                return { kind: 'refused', name, text: '' };
            const [first] = stepsOf(one, 'text');
            return {
                kind: 'disagreed',
                name: `table ${difference(wanted, got)}`,
                text: told(first, wanted, got, errorOf(right)),
            };
        }
        return { kind: 'agreed', name: '', text: '' };
    }
    async #both(sql) {
        await Promise.all([
            answer('plain', this.#plain, [send.query(sql)]),
            answer('proxy', this.#sealed, [send.query(sql)]),
        ]);
    }
    /** Parameters in binary, as the plain twin's server would send them; in text where it does not say. */
    async #binaryPackets(step) {
        const [statement] = step.statements;
        if (statement === undefined || statement.params.length === 0)
            return step.packets({ values: [], formats: [] });
        const described = await this.#asked.exchange([send.parse(statement.sql), send.describeStatement(), send.sync()]);
        const types = described.find((message) => message.type === 'ParameterDescription');
        if (types?.type !== 'ParameterDescription')
            return step.packets({ values: statement.params, formats: [] });
        const values = [];
        const formats = [];
        for (const [index, oid] of types.oids.entries()) {
            const text = statement.params[index] ?? null;
            const binary = text === null ? undefined : await this.#binaryOf(oid, text);
            values.push(text === null ? null : (binary ?? Buffer.from(text)));
            formats.push(binary === undefined ? 0 : 1);
        }
        return step.packets({ values, formats });
    }
    async #binaryOf(oid, text) {
        const key = `${this.settings.join()} ${oid} ${text}`;
        if (!this.#binary.has(key)) {
            const outcome = await this.#asked.extended('select $1', { oids: [oid], values: [text], resultFormats: [1] });
            this.#binary.set(key, outcome.rows[0]?.[0] ?? undefined);
        }
        return this.#binary.get(key);
    }
}
/** The mode in which the case of an attempt is run. */
export function caseMode(mode) {
    return mode === 'paged' || mode === 'pipeline' ? 'text' : mode;
}
/** All steps as one, with one Sync. */
function pipelined(one) {
    const steps = stepsOf(one, 'text');
    const packets = () => [...steps.flatMap((step) => step.packets(undefined).slice(0, -1)), send.sync()];
    return { sql: steps.map(({ sql }) => sql).join(';\n'), statements: one.statements, packets, plainPackets: packets };
}
function settingsOf(seed) {
    const next = random(seed + 77);
    if (next() % 2 === 0)
        return [];
    const pick = (values) => values[next() % values.length];
    return [
        `set datestyle = ${pick(["'ISO, MDY'", "'German, DMY'", "'SQL, MDY'", "'SQL, DMY'", "'Postgres, MDY'", "'ISO, YMD'"])}`,
        `set timezone = ${pick(["'UTC'", "'Europe/Prague'", "'America/New_York'", "'Asia/Kolkata'", "'Asia/Kathmandu'"])}`,
        `set intervalstyle = ${pick(['postgres', 'iso_8601', 'sql_standard', 'postgres_verbose'])}`,
        `set bytea_output = ${pick(['hex', 'escape'])}`,
        `set extra_float_digits = ${pick(['1', '0', '-3', '3'])}`,
    ];
}
function pagedPackets({ sql, params }) {
    return [
        // What an error left behind.
        send.closeStatement('reach_statement'),
        send.parse(sql, { name: 'reach_statement' }),
        send.describeStatement('reach_statement'),
        send.bind({ statement: 'reach_statement', portal: 'reach_portal', values: params }),
        send.describePortal('reach_portal'),
        send.execute('reach_portal', 3),
        send.execute('reach_portal', 3),
        send.execute('reach_portal', 0),
        send.closePortal('reach_portal'),
        send.closeStatement('reach_statement'),
        send.sync(),
    ];
}
function caseStatement(made, parameters, ignoreRows) {
    const text = sqlOf(made);
    const own = /^\s*prepare\b/.test(text);
    // Numbered anew: other statements of the draft may have parameters too.
    const used = own ? [] : [...new Set([...text.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number)))];
    const sql = own ? text : text.replaceAll(/\$(\d+)/g, (_, number) => `$${used.indexOf(Number(number)) + 1}`);
    return {
        sql,
        params: used.map((number) => parameters[number - 1] ?? null),
        oids: [],
        error: undefined,
        refused: undefined,
        ignoreRows,
        copy: typeof made === 'string' ? undefined : made.copy.map((text) => Buffer.from(text)),
        copyFail: undefined,
    };
}
/** The columns that a statement may have written, which is all where it does not say. */
function readBack(one, table) {
    const sql = one.statements.map((statement) => statement.sql).join(' ');
    const named = columnsOf(table).filter(({ name }) => new RegExp(`\\b${name}\\b`).test(sql));
    if (named.length === 0 || /\balter\b|\*/.test(sql))
        return '*';
    return ['id', 'ref', 'p_text', ...named.map(({ name }) => name)].join(', ');
}
function isRead(sql) {
    return /^\s*(select|with|values|table|\()/i.test(sql) && !/\b(insert|update|delete|into|merge|share)\b/i.test(sql);
}
function isRefusal(sqlstate) {
    return ['0A000', '42883', '42804', '42501'].includes(sqlstate);
}
/**
 * The server's planner may drop what it finds to be NULL, as in COALESCE(x, NULL), and then describes an expression with the
 * length or scale that is left; described as -1 it is as right.
 */
function withoutLength(wanted, got) {
    if (got === undefined || wanted === got || !wanted.startsWith('RowDescription'))
        return wanted;
    const others = got.split(' ');
    return wanted
        .split(' ')
        .map((field, at) => {
        const bare = field.replace(/^(.*:\d+\/-?\d+)\/\d+(\/[01]\/0)$/, '$1/-1$2');
        return bare === others[at] ? bare : field;
    })
        .join(' ');
}
/** In few words, to tell one disagreement from another. */
function difference(wanted, got, error) {
    if (error !== undefined)
        return `error ${error.C} ${error.M?.replaceAll(/"[^"]*"|\d+/g, '')}`;
    const at = wanted.findIndex((line, index) => line !== got[index]);
    const words = (line) => {
        if (line === undefined)
            return 'nothing';
        return line.startsWith('ErrorResponse') ? line : (line.split(' ')[0] ?? '');
    };
    return `${words(wanted[at === -1 ? wanted.length : at])} / ${words(got[at === -1 ? wanted.length : at])}`;
}
function told(step, wanted, got, error) {
    const parameters = step.statements.map(({ params }) => JSON.stringify(params)).join(' ');
    const only = (one, other) => one
        .filter((line) => !other.includes(line))
        .slice(0, 6)
        .map((line) => `    ${line.slice(0, 600)}\n`)
        .join('');
    const said = error === undefined ? '' : `  the proxy said: ${error.C} ${error.M} ${error.D ?? ''}\n`;
    return `${step.sql}\n  ${parameters}\n  expected alone:\n${only(wanted, got)}  got alone:\n${only(got, wanted)}${said}`;
}
//# sourceMappingURL=arena.js.map