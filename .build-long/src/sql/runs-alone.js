import { as, list, text } from './walk.js';
/** The statement as the error names it, where it cannot stand beside others; undefined for all that can. */
export function runsAlone(statement) {
    const fields = as(statement.parse, statement.statement) ?? {};
    switch (statement.statement) {
        case 'VacuumStmt':
            return fields.is_vacuumcmd === true ? 'VACUUM' : undefined;
        case 'CreatedbStmt':
            return 'CREATE DATABASE';
        case 'DropdbStmt':
            return 'DROP DATABASE';
        case 'CreateTableSpaceStmt':
            return 'CREATE TABLESPACE';
        case 'DropTableSpaceStmt':
            return 'DROP TABLESPACE';
        case 'AlterSystemStmt':
            return 'ALTER SYSTEM';
        case 'IndexStmt':
            return fields.concurrent === true ? 'CREATE INDEX CONCURRENTLY' : undefined;
        case 'DropStmt':
            return fields.concurrent === true ? 'DROP INDEX CONCURRENTLY' : undefined;
        case 'ReindexStmt':
            return reindex(fields);
        case 'ClusterStmt':
            return fields.relation === undefined ? 'CLUSTER' : undefined;
        case 'DiscardStmt':
            return fields.target === undefined || fields.target === 'DISCARD_ALL' ? 'DISCARD ALL' : undefined;
        case 'TransactionStmt':
            if (fields.kind === 'TRANS_STMT_COMMIT_PREPARED')
                return 'COMMIT PREPARED';
            return fields.kind === 'TRANS_STMT_ROLLBACK_PREPARED' ? 'ROLLBACK PREPARED' : undefined;
        default:
            return undefined;
    }
}
const wholeDatabase = {
    REINDEX_OBJECT_SCHEMA: 'REINDEX SCHEMA',
    REINDEX_OBJECT_SYSTEM: 'REINDEX SYSTEM',
    REINDEX_OBJECT_DATABASE: 'REINDEX DATABASE',
};
function reindex(fields) {
    const concurrent = list(fields.params).some((option) => as(option, 'DefElem')?.defname === 'concurrently');
    return concurrent ? 'REINDEX CONCURRENTLY' : wholeDatabase[text(fields.kind)];
}
//# sourceMappingURL=runs-alone.js.map