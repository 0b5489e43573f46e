import { PgsealError } from '../errors.js';
import { encodeBind } from '../wire/bind.js';
import { encodeClose } from '../wire/close.js';
import { encodeExecute } from '../wire/execute.js';
import { encodeParse } from '../wire/parse.js';
import { owedKind } from './owed-replies.js';
const guardName = 'pgseal_guard';
/** What the guard fails with: division_by_zero. */
export const guardSqlstate = '22012';
// $1: the name, quoted; $2: the OID it was planned for.
const guardText = Buffer.from('select 1 operator(pg_catalog./) (coalesce(pg_catalog.to_regclass($1)::pg_catalog.oid ' +
    'operator(pg_catalog.=) $2::pg_catalog.oid, false))::pg_catalog.int4');
const sharedByCatalog = new WeakMap();
function sharedNames(catalog) {
    let shared = sharedByCatalog.get(catalog);
    if (shared === undefined) {
        const seen = new Set();
        shared = new Set(catalog.mappedTables.map((table) => table.name).filter((name) => seen.size === seen.add(name).size));
        sharedByCatalog.set(catalog, shared);
    }
    return shared;
}
/** The names of a statement that more than one mapped table has, with what they mean on this connection. */
export function guardedNames(link, statement) {
    if (statement === undefined)
        return [];
    const catalog = link.catalog();
    if (catalog instanceof Promise)
        return [];
    const shared = sharedNames(catalog);
    if (shared.size === 0)
        return [];
    const guarded = [];
    for (const name of statement.names) {
        if (!shared.has(name))
            continue;
        const oid = link.facts.names.get(name);
        if (oid !== undefined && oid !== 0)
            guarded.push([name, oid]);
    }
    return guarded;
}
/** Sends a guard for each name ahead of the statement's own Bind. */
export function submitGuards(link, names) {
    if (names.length === 0)
        return;
    const hide = (kind, frame) => {
        const owed = link.submit(kind, frame);
        if (owed !== undefined)
            owed.hidden = true;
        return owed;
    };
    if (!link.guardPrepared) {
        // Closed first: an earlier Parse may have come through where its Execute did not.
        hide(owedKind.close, encodeClose({ type: 'Close', target: 'statement', name: guardName }));
        const parse = encodeParse({ type: 'Parse', name: guardName, query: guardText, parameterTypes: [25, 26] });
        const owed = hide(owedKind.parse, parse);
        link.guardPrepared = owed !== undefined;
        if (owed !== undefined) {
            owed.undo = () => {
                link.guardPrepared = false;
            };
        }
    }
    for (const [name, oid] of names) {
        const quoted = Buffer.from(`"${name.replaceAll('"', '""')}"`);
        const bind = encodeBind({
            type: 'Bind',
            portal: guardName,
            statement: guardName,
            parameterFormats: [],
            values: [quoted, Buffer.from(String(oid))],
            resultFormats: [],
        });
        hide(owedKind.bind, bind);
        const execute = hide(owedKind.execute, encodeExecute({ type: 'Execute', portal: guardName, maxRows: 0 }));
        if (execute !== undefined) {
            execute.refusal = new PgsealError('nameChanged', { name });
            execute.undo = () => link.facts.forgetNames();
        }
        hide(owedKind.close, encodeClose({ type: 'Close', target: 'portal', name: guardName }));
    }
}
//# sourceMappingURL=name-guard.js.map