import { latencyBounds } from '../observe/counts.js';
import { parserRestarts } from '../sql/parser.js';
export function metricFamilies({ config, counts, server, sealing }) {
    const families = [
        gauge('pgseal_connections', 'Connections of clients that are open.', one(server.connections())),
        counter('pgseal_connections_total', 'Connections that were accepted.', one(counts.connections)),
        counter('pgseal_connection_failures_total', 'Connections ended by an error, by its name.', named(counts.failures, 'error')),
        gauge('pgseal_owed_replies', 'Replies that the server owes, over all connections.', one(server.owedReplies())),
        counter('pgseal_statements_total', 'Statements by outcome.', by('outcome', counts.statements)),
        counter('pgseal_refusals_total', 'Statements refused and results not opened, by the name of the error.', named(counts.refusals, 'error')),
        counter('pgseal_values_total', 'Values sealed and opened.', columnSamples(config, counts)),
        counter('pgseal_unchecked_records_total', 'Values opened whose row was not known (verify: when-known).', one(counts.uncheckedRecords)),
        counter('pgseal_descriptions_total', 'Results whose description was known, or had to be asked for.', by('cache', counts.descriptions)),
        counter('pgseal_alerts_total', 'Alerts by kind.', by('kind', counts.alerts)),
        counter('pgseal_audit_lines_total', 'Lines of the audit trail, and statements refused for want of one.', [
            { labels: { outcome: 'written' }, value: counts.audit.written },
            { labels: { outcome: 'lost' }, value: counts.audit.lost },
            { labels: { outcome: 'refused' }, value: counts.audit.refused },
        ]),
        counter('pgseal_parser_replacements_total', 'Parser instances that were replaced.', one(parserRestarts())),
        ...keyFamilies(counts),
    ];
    if (sealing !== undefined) {
        const { statements } = sealing;
        const { textsFound, textsParsed, plansFound, plansMade } = statements.counts;
        families.push(counter('pgseal_plans_total', 'Texts and plans found in the cache or made.', [
            { labels: { of: 'text', cache: 'found' }, value: textsFound },
            { labels: { of: 'text', cache: 'made' }, value: textsParsed },
            { labels: { of: 'plan', cache: 'found' }, value: plansFound },
            { labels: { of: 'plan', cache: 'made' }, value: plansMade },
        ]), gauge('pgseal_columns_served_plain', 'Columns that the map names and that are served as plain.', one(sealing.catalogSource.current().mappedTables.reduce((sum, { open }) => sum + (open?.length ?? 0), 0))), gauge('pgseal_plan_cache_texts', 'Texts in the cache.', one(statements.texts)), gauge('pgseal_plan_cache_bytes', 'What they are taken to cost.', one(statements.bytes)));
    }
    return families;
}
function keyFamilies(counts) {
    const services = [...counts.keyServices];
    const of = (make) => services.flatMap(([key, service]) => make(service, key));
    return [
        counter('pgseal_key_calls_total', 'Calls to key services by outcome, each attempt counted.', of(({ outcomes }, key) => Object.entries(outcomes).map(([outcome, value]) => ({ labels: { key, outcome }, value })))),
        {
            name: 'pgseal_key_call_seconds',
            type: 'histogram',
            help: 'How long calls to key services took.',
            samples: of((service, key) => histogram(service, key)),
        },
        gauge('pgseal_key_breaker_open', 'Processes that leave a key service alone because it does not answer.', of(({ breakerOpen }, key) => [{ labels: { key }, value: breakerOpen ? 1 : 0 }])),
    ];
}
function histogram({ buckets, totalMs }, key) {
    let sum = 0;
    const samples = buckets.map((count, at) => {
        sum += count;
        const bound = latencyBounds[at];
        return { suffix: '_bucket', labels: { key, le: bound === undefined ? '+Inf' : String(bound / 1_000) }, value: sum };
    });
    return [
        ...samples,
        { suffix: '_sum', labels: { key }, value: totalMs / 1_000 },
        { suffix: '_count', labels: { key }, value: sum },
    ];
}
function columnSamples(config, counts) {
    return config.tables.flatMap(({ mapName, columns }) => columns.flatMap(({ name, label }) => {
        const { sealed, opened } = counts.column(label);
        const labels = { table: mapName, column: name };
        return [
            { labels: { ...labels, operation: 'seal' }, value: sealed },
            { labels: { ...labels, operation: 'open' }, value: opened },
        ];
    }));
}
function counter(name, help, samples) {
    return { name, type: 'counter', help, samples };
}
function gauge(name, help, samples) {
    return { name, type: 'gauge', help, samples };
}
function one(value) {
    return [{ labels: {}, value }];
}
function by(label, counts) {
    return Object.entries(counts).map(([name, value]) => ({ labels: { [label]: name }, value }));
}
function named(counts, label) {
    return [...counts].map(([name, value]) => ({ labels: { [label]: name }, value }));
}
//# sourceMappingURL=metric-families.js.map