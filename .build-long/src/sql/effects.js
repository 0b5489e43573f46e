import { eachCall, isBuiltInCall, isReader } from './functions.js';
import { as, list, struct, tagOf, text, walk } from './walk.js';
/**
 * What a statement does to the state that the proxy keeps of a connection. `statement` is the tagged node of libpg_query.
 *
 * A function that is not PostgreSQL's own may do anything but DDL worth a new reading of the catalog: what it creates is
 * met as an unknown OID. Operators, casts and column types of the user's are taken to change no settings.
 */
export function effectsOf(statement, catalog) {
    const tag = tagOf(statement) ?? '';
    const fields = as(statement, tag) ?? {};
    const calls = callsIn(statement, catalog);
    const own = ownEffects(tag, fields, statement, catalog);
    return {
        statement: tag,
        transaction: undefined,
        forgetsNames: false,
        forgetsSettings: false,
        changesCatalog: false,
        deallocates: undefined,
        copiesIn: false,
        ...own,
        ...(calls.user || calls.sets ? { forgetsNames: true, forgetsSettings: true } : {}),
        mayWrite: own.mayWrite || calls.user || (calls.writes && !isPlannedOnly(tag, fields)),
    };
}
function ownEffects(tag, fields, statement, catalog) {
    switch (tag) {
        case 'TransactionStmt':
            return transactionEffects(text(fields.kind), fields.chain === true);
        case 'SelectStmt':
            return selectEffects(statement, catalog);
        case 'InsertStmt':
        case 'UpdateStmt':
        case 'DeleteStmt':
        case 'MergeStmt':
            return { mayWrite: true };
        case 'VariableSetStmt':
            return settingEffects(fields);
        case 'DiscardStmt':
            return discardEffects(text(fields.target));
        case 'DeallocateStmt':
            return { mayWrite: false, deallocates: fields.isall === true ? '*' : text(fields.name) };
        case 'ClosePortalStmt':
            return { mayWrite: false, closes: text(fields.portalname) || '*' };
        case 'VariableShowStmt':
            return { mayWrite: false };
        case 'PrepareStmt':
            return { mayWrite: false };
        case 'DeclareCursorStmt':
            return selectEffects(statement, catalog);
        case 'ExplainStmt':
            return explainEffects(fields, catalog);
        case 'CopyStmt':
            return copyEffects(fields, statement, catalog);
        // The statement or cursor may hold any function.
        case 'ExecuteStmt':
        case 'FetchStmt':
        case 'CallStmt':
            return { mayWrite: true, forgetsNames: true, forgetsSettings: true };
        case 'DoStmt':
        case 'LoadStmt':
            return { mayWrite: true, forgetsNames: true, forgetsSettings: true, changesCatalog: true };
        case 'ListenStmt':
        case 'UnlistenStmt':
        case 'NotifyStmt':
        case 'LockStmt':
        case 'TruncateStmt':
        case 'VacuumStmt':
        case 'ClusterStmt':
        case 'ReindexStmt':
        case 'CheckPointStmt':
        case 'ConstraintsSetStmt':
        case 'CommentStmt':
        case 'SecLabelStmt':
        case 'RefreshMatViewStmt':
        case 'AlterSystemStmt':
            return { mayWrite: true };
        // Rights decide which schemas of the search path are seen.
        case 'GrantStmt':
        case 'GrantRoleStmt':
        case 'AlterDefaultPrivilegesStmt':
        case 'CreateRoleStmt':
        case 'AlterRoleStmt':
        case 'AlterRoleSetStmt':
        case 'AlterDatabaseSetStmt':
        case 'DropRoleStmt':
        case 'ReassignOwnedStmt':
            return { mayWrite: true, forgetsNames: true };
        default:
            return { mayWrite: true, forgetsNames: true, changesCatalog: true };
    }
}
/** ROLLBACK undoes SET (C63). COMMIT ends SET LOCAL, which has made the connection unsettled: it forgets of itself then. */
function transactionEffects(kind, chains) {
    const chain = chains ? { chains: true } : {};
    switch (kind) {
        case 'TRANS_STMT_BEGIN':
        case 'TRANS_STMT_START':
            return { transaction: 'begin', mayWrite: false };
        // Deferred triggers run here, and what was written becomes durable.
        case 'TRANS_STMT_COMMIT':
            return { transaction: 'commit', mayWrite: true, ...chain };
        case 'TRANS_STMT_ROLLBACK':
            return { transaction: 'rollback', mayWrite: false, forgetsNames: true, forgetsSettings: true, ...chain };
        case 'TRANS_STMT_SAVEPOINT':
            return { transaction: 'savepoint', mayWrite: false };
        case 'TRANS_STMT_RELEASE':
            return { transaction: 'release', mayWrite: false };
        case 'TRANS_STMT_ROLLBACK_TO':
            return { transaction: 'rollback-to', mayWrite: false, forgetsNames: true, forgetsSettings: true };
        case 'TRANS_STMT_PREPARE':
            return { transaction: 'prepare', mayWrite: true, forgetsNames: true, forgetsSettings: true };
        default:
            // COMMIT PREPARED and ROLLBACK PREPARED: another transaction's DDL may come into force.
            return { mayWrite: true, forgetsNames: true, changesCatalog: true };
    }
}
const nameSettings = new Set(['search_path', 'role', 'session_authorization']);
const valueSettings = new Set(['datestyle', 'intervalstyle', 'timezone', 'bytea_output', 'extra_float_digits']);
function settingEffects(fields) {
    const name = text(fields.name).toLowerCase();
    const all = fields.kind === 'VAR_RESET_ALL';
    return {
        mayWrite: false,
        forgetsNames: all || nameSettings.has(name),
        forgetsSettings: all || valueSettings.has(name),
    };
}
function discardEffects(target) {
    if (target === 'DISCARD_ALL') {
        return { mayWrite: true, forgetsNames: true, forgetsSettings: true, deallocates: '*', closes: '*' };
    }
    return target === 'DISCARD_TEMP' ? { mayWrite: true, forgetsNames: true } : { mayWrite: false };
}
/** Without ANALYZE nothing runs but what the planner folds: functions that are said to be immutable. */
function isPlannedOnly(tag, fields) {
    return tag === 'ExplainStmt' && !isAnalyze(fields);
}
function isAnalyze(explain) {
    return list(explain.options).some((option) => {
        const fields = as(option, 'DefElem');
        return text(fields?.defname).toLowerCase() === 'analyze' && !isOff(fields?.arg);
    });
}
/** As defGetBoolean reads an option that says no. */
function isOff(value) {
    const tag = tagOf(value);
    const fields = tag === undefined ? undefined : as(value, tag);
    if (tag === 'String')
        return /^(false|off|0)$/i.test(text(fields?.sval));
    if (tag === 'Boolean')
        return fields?.boolval !== true;
    return tag === 'Integer' && (fields?.ival ?? 0) === 0;
}
function explainEffects(fields, catalog) {
    if (!isAnalyze(fields))
        return { mayWrite: false };
    const inner = tagOf(fields.query) ?? '';
    return ownEffects(inner, as(fields.query, inner) ?? {}, fields.query, catalog);
}
function copyEffects(fields, statement, catalog) {
    if (fields.is_from === true)
        return { mayWrite: true, copiesIn: text(fields.filename) === '' && fields.is_program !== true };
    return text(fields.filename) === '' ? selectEffects(statement, catalog) : { mayWrite: true };
}
/** Row locks, statements in WITH, INTO, and relations that may be views or foreign tables with code behind them. */
function selectEffects(statement, catalog) {
    let writes = false;
    let creates = false;
    const withNames = new Set();
    const relations = [];
    walk(statement, (tag, fields) => {
        if (list(fields.lockingClause).length > 0)
            writes = true;
        if (tag === 'InsertStmt' || tag === 'UpdateStmt' || tag === 'DeleteStmt' || tag === 'MergeStmt')
            writes = true;
        if (struct(fields.intoClause) !== undefined)
            creates = true;
        if (typeof fields.ctename === 'string')
            withNames.add(fields.ctename);
        if (typeof fields.relname === 'string')
            relations.push(fields);
        return true;
    });
    if (creates)
        return { mayWrite: true, forgetsNames: true, changesCatalog: true };
    return { mayWrite: writes || relations.some((relation) => mayRunCode(relation, withNames, catalog)) };
}
function mayRunCode(relation, withNames, catalog) {
    const name = text(relation.relname);
    const schema = text(relation.schemaname);
    if (schema === '' && withNames.has(name))
        return false;
    const found = schema === ''
        ? catalog.relationsNamed(name)
        : [catalog.relationNamed(schema, name)].filter((known) => known !== undefined);
    return found.length === 0 || found.some((known) => !'rpmS'.includes(known.kind));
}
function callsIn(statement, catalog) {
    let user = false;
    let sets = false;
    let writes = false;
    eachCall(statement, (path) => {
        const name = path.at(-1) ?? '';
        if (!isBuiltInCall(path, catalog))
            user = true;
        else if (name === 'set_config')
            sets = true;
        else if (!isReader(name))
            writes = true;
    });
    return { user, sets, writes };
}
//# sourceMappingURL=effects.js.map