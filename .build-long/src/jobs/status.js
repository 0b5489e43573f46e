import { readJobs } from '../control/job-table.js';
import { readRemakes } from '../control/remake-table.js';
import { missingOf, readSchemaFacts } from '../control/schema.js';
import { planApply } from './apply-plan.js';
/** What the database says of the map's columns and of the keys. Reads only; needs the control login's rights. */
export async function readStatus(session, tables) {
    const facts = await readSchemaFacts(session);
    const plan = await planApply(session, tables);
    const columns = plan.tables.flatMap(({ table, columns: planned }) => planned.map(({ column, place, registered, obstacles, action, addCheck }) => {
        const { label, name, type, namedKey, search } = column;
        const stored = registered?.state;
        const state = place === undefined ? 'absent' : place.sealed ? sealedState(stored) : plainState(stored);
        const what = obstacles.map((obstacle) => obstacle.what);
        if (addCheck)
            what.push('the check on the column is missing');
        if (what.length === 0 && action !== 'none')
            what.push('run pgseal apply');
        if (column.unseal === true && place?.sealed === true)
            what.push('run pgseal unseal');
        if (column.unseal === true && state === 'unsealed')
            what.push('served as plain: take it out of the map');
        return {
            label,
            table: table.mapName,
            column: name,
            type,
            namedKey,
            search,
            state,
            indexKeyId: registered?.indexKey ?? undefined,
            problem: what.length === 0 ? undefined : what.join('; '),
        };
    }));
    for (const { label, obstacle } of plan.orphans) {
        columns.push({
            label,
            table: '',
            column: '',
            type: '',
            namedKey: '',
            search: [],
            state: 'sealed',
            indexKeyId: undefined,
            problem: obstacle.what,
        });
    }
    const keys = facts.names.has('keys')
        ? await session.query(`select id, kind, named_key as "namedKey", provider, arn, index_group as "group", slot, created, retired,
          ${facts.names.has('unused_keys') ? '(select u.counted from pgseal.unused_keys u where u.key = k.id)' : 'null'} as unused
         from pgseal.keys k order by created, id`)
        : [];
    const jobs = facts.names.has('jobs') ? latest(await readJobs(session)) : [];
    const schemaLacks = facts.schema ? missingOf(facts.tables) : [];
    const remakes = facts.names.has('remakes') ? latestRemakes(await readRemakes(session)) : [];
    return { schemaVersion: facts.version, schemaLacks, columns, keys, jobs, remakes, leftovers: plan.leftovers };
}
function latestRemakes(remakes) {
    const seen = new Set();
    return remakes.filter(({ schema, table, finished, oldKept }) => {
        const name = `${schema}.${table}`;
        const first = !seen.has(name);
        seen.add(name);
        return first || finished === null || oldKept;
    });
}
function latest(jobs) {
    const ended = new Set();
    return jobs.filter(({ kind, tableName, finished }) => {
        if (finished === null)
            return true;
        const name = `${kind} ${tableName}`;
        if (ended.has(name))
            return false;
        ended.add(name);
        return true;
    });
}
function sealedState(stored) {
    return stored === 'resealing' || stored === 'unsealing' ? stored : 'sealed';
}
function plainState(stored) {
    return stored === 'unsealed' || stored === 'sealing' ? stored : 'plain';
}
//# sourceMappingURL=status.js.map