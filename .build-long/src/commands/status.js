import { checkControlRights } from '../control/schema.js';
import { readStatus } from '../jobs/status.js';
import { naming, openAdmin } from './apply-map.js';
import { countText } from './count-text.js';
import { loadMap } from './load-map.js';
import { textTable } from './text-table.js';
/**
 * Prints the state of each mapped column, the keys that the database knows, and jobs. A key service is asked only with
 * `count`, and only for the ARN of an alias.
 */
export async function status(options) {
    const config = await loadMap(options.config, options);
    const database = openAdmin(config, options.adminUrl);
    try {
        await naming(options.adminUrl !== undefined, checkControlRights(database));
        process.stdout.write(statusText(await readStatus(database, config.tables)));
        if (options.count === true)
            process.stdout.write(`\n${await countText(database, config)}`);
    }
    finally {
        await database.close();
    }
}
function older(lacks) {
    return lacks.length === 0 ? '' : `; an older pgseal made it, run pgseal apply for: ${lacks.join(', ')}`;
}
function statusText({ schemaVersion, schemaLacks, columns, keys, jobs, remakes, leftovers }) {
    const schema = schemaVersion === undefined ? 'is missing: run pgseal apply' : `has version ${schemaVersion}${older(schemaLacks)}`;
    const columnRows = columns.map(({ label, state, type, namedKey, search, problem }) => [
        label,
        state,
        type,
        namedKey,
        search.join(', ') || '-',
        problem ?? '-',
    ]);
    const keyRows = keys.map(({ namedKey, kind, provider, arn, group, slot, created, retired, unused }) => [
        namedKey,
        kind,
        provider,
        arn || '-',
        group || '-',
        retired !== null
            ? 'retired'
            : unused !== null
                ? `nothing rests on it (${unused.toISOString()})`
                : (slot ?? 'in use'),
        created.toISOString(),
    ]);
    const jobRows = jobs.map((job) => [
        job.kind,
        job.tableName,
        job.labels.length.toString(),
        job.phase === 'moving' ? `moving, pass ${job.pass}` : job.phase,
        `${job.valuesMoved}`,
        `${job.valuesFailed}`,
        job.started.toISOString(),
        job.updated.toISOString(),
    ]);
    const remakeRows = remakes.map((job) => [
        `${job.kind} online`,
        `${job.schema}.${job.table}`,
        job.labels.length.toString(),
        job.phase,
        job.total > 0 ? `${job.rowsCopied} of about ${job.total}` : `${job.rowsCopied}`,
        `${job.rowsVerified}`,
        `${job.rowsAgain}`,
        job.oldKept ? 'kept: apply --drop-plaintext' : '-',
        job.started.toISOString(),
        job.updated.toISOString(),
    ]);
    return [
        `schema pgseal ${schema}\n`,
        textTable([['COLUMN', 'STATE', 'TYPE', 'KEY', 'SEARCH', 'PROBLEM'], ...columnRows]),
        textTable([['KEY', 'KIND', 'KMS', 'NAMED THERE', 'INDEX GROUP', 'USE', 'CREATED'], ...keyRows]),
        ...(jobs.length === 0
            ? []
            : [textTable([['JOB', 'TABLE', 'COLUMNS', 'PHASE', 'MOVED', 'FAILED', 'STARTED', 'LAST BATCH'], ...jobRows])]),
        ...(remakes.length === 0
            ? []
            : [
                textTable([
                    ['JOB', 'TABLE', 'COLUMNS', 'PHASE', 'COPIED', 'VERIFIED', 'AGAIN', 'OLD TABLE', 'STARTED', 'LAST BATCH'],
                    ...remakeRows,
                ]),
            ]),
        ...leftovers.map((catalog) => `Old plaintext may rest in ${catalog}: run pgseal apply as the owner of the database.\n`),
    ].join('\n');
}
//# sourceMappingURL=status.js.map