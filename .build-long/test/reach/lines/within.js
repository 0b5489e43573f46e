import { statement } from '../line.js';
/** Statements around any query of the page. */
export const wrapped = {
    title: 'Queries within statements',
    lines: [
        statement('within.from', 'in FROM', (d) => `select * from (${d.query()}) q`),
        statement('within.count', 'counted', (d) => `select count(*) from (${d.query()}) q`),
        statement('within.with', 'in WITH', (d) => `with q as (${d.query()}) select * from q`),
        statement('within.with-twice', 'in WITH, read twice', (d) => `with q as (${d.query()}) select * from q union all select * from q`),
        statement('within.exists', 'in EXISTS', (d) => `select id, exists (${d.query()}) from parts${d.byId()}`),
        statement('within.prepare', 'in PREPARE', (d) => [
            `prepare reach as ${d.query()}`,
            'execute reach',
            'execute reach',
        ]),
        statement('within.cursor', 'in DECLARE', (d) => [
            `declare reach ${d.pick(['', 'binary ', 'scroll '])}cursor for ${d.query()}`,
            'fetch all from reach',
        ]),
        statement('within.copy', 'in COPY TO', (d) => `copy (${d.query()}) to stdout${d.pick(['', ' with (format csv)'])}`),
        statement('within.explain', 'in EXPLAIN', (d) => `explain (costs off) ${d.query()}`, { shapeOnly: true }),
        statement('within.parentheses', 'in parentheses', (d) => `((${d.query()}))`),
        statement('within.view', 'in CREATE VIEW', (d) => [
            `create view reach_view as ${d.query()}`,
            'select * from reach_view',
        ]),
    ],
};
//# sourceMappingURL=within.js.map