import { runCase } from '../twin/run-case.js';
import { caseMode } from './arena.js';
import { insertOf, rowsOf } from './rows.js';
/** The text of the file, with as few rows as it takes; undefined where the case on its own does not show it. */
export async function foundCase(arena, { attempt }) {
    const bare = arena.caseOf(attempt);
    const mode = caseMode(attempt.mode);
    const sql = bare.statements.map((statement) => statement.sql).join('\n');
    const rows = rowsOf(arena.seed, arena.exact).filter(({ table }) => sql.includes(table) || sql.includes('thing_list'));
    const withRows = (kept) => ({
        ...bare,
        statements: [
            ...kept.map((row) => plainStatement(insertOf(row, (name) => mentions(sql, name)))),
            ...bare.statements,
        ],
    });
    const shows = async (kept) => {
        const { disagreements } = await runCase(arena.twins, withRows(kept), mode);
        return disagreements.length > 0 && !disagreements[0].includes('PostgreSQL itself refuses');
    };
    try {
        await Promise.all([arena.twins.plain, arena.twins.sealed].map((twin) => twin.admin.rows('delete from parts; delete from things')));
        if (!(await shows(rows)))
            return undefined;
        let kept = rows;
        for (const row of rows) {
            const fewer = kept.filter((one) => one !== row);
            if (await shows(fewer))
                kept = fewer;
        }
        return textOf(withRows(kept));
    }
    finally {
        // The case put the tables back to the fixture's rows, which are none.
        await arena.fill(arena.seed, arena.exact);
    }
}
function mentions(sql, column) {
    return /\*/.test(sql.replaceAll('count(*)', '')) || new RegExp(`\\b${column}\\b`).test(sql);
}
function plainStatement(sql) {
    return {
        sql,
        params: [],
        oids: [],
        error: undefined,
        refused: undefined,
        ignoreRows: false,
        copy: undefined,
        copyFail: undefined,
    };
}
function textOf(one) {
    const head = [
        `-- description: found by the generator: ${one.description}`,
        '-- expect: served',
        ...(one.order === 'multiset' ? ['-- order: multiset'] : []),
    ];
    const statements = one.statements.map((statement) => {
        const own = [
            ...(statement.params.length > 0 ? [`-- params: ${JSON.stringify(statement.params)}`] : []),
            ...(statement.ignoreRows ? ['-- rows: ignored'] : []),
            ...(statement.copy === undefined ? [] : [`-- copy: ${JSON.stringify(statement.copy.map(String))}`]),
        ];
        return [...own, `${statement.sql};`].join('\n');
    });
    return `${head.join('\n')}\n\n${statements.join('\n\n')}\n`;
}
//# sourceMappingURL=found-case.js.map