import { Counts } from '../observe/counts.js';
import { createLog } from '../observe/log.js';
import { startSealing } from './sealing.js';
/** For a database user, or one that the map's roles do not name. The map names at least one table. */
export async function startPlanning(config, user = 'public') {
    const sealing = await startSealing(config, createLog('error'), new Counts(), { interval: 0 });
    const { parse, analyze, catalog, access } = sealing.dependencies(createLog('silent').connection(0), user);
    return {
        sealing,
        parse: (text) => parse(text).statements,
        plan: (statement) => analyze({
            statement,
            catalog: catalog(),
            names: resolvedNames(statement, catalog()),
            declaredOids: [],
            mode: config.mode,
            access,
            currentSchema: 'public',
        }),
        close: () => sealing.close(),
    };
}
// No client is there whose search path could decide: schema public, else the only table of that name.
function resolvedNames(statement, catalog) {
    return new Map(statement.names.map((name) => {
        const found = catalog.relationNamed('public', name) ?? only(catalog.relationsNamed(name));
        return [name, found?.oid ?? 0];
    }));
}
function only(items) {
    return items.length === 1 ? items[0] : undefined;
}
//# sourceMappingURL=planning.js.map