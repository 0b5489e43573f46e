import { PgsealError } from '../../errors.js';
import { refuseAbsent } from '../relevance.js';
import { as, list, struct, text } from '../walk.js';
import { indexStatements, refuseInConstraint, refuseReference } from './create-table.js';
import { Rewrite } from './edits.js';
import { passthrough, rewritten } from './outcome.js';
import { contype, sealDefinition } from './sealed-definition.js';
import { meantBy, refuseSealedIn, refuseShadow, relevantIn, sealedColumns, } from './touched.js';
/** Changes of a relation with sealed columns that neither read them nor give a value for one. */
const harmless = new Set([
    'AT_DropColumn',
    'AT_SetNotNull',
    'AT_DropNotNull',
    'AT_SetStatistics',
    'AT_SetOptions',
    'AT_ResetOptions',
    'AT_SetStorage',
    'AT_SetCompression',
    'AT_DropConstraint',
    'AT_ValidateConstraint',
    'AT_AlterConstraint',
    'AT_ChangeOwner',
    'AT_ClusterOn',
    'AT_DropCluster',
    'AT_SetLogged',
    'AT_SetUnLogged',
    'AT_SetAccessMethod',
    'AT_SetTableSpace',
    'AT_SetRelOptions',
    'AT_ResetRelOptions',
    'AT_EnableTrig',
    'AT_EnableAlwaysTrig',
    'AT_EnableReplicaTrig',
    'AT_DisableTrig',
    'AT_EnableTrigAll',
    'AT_DisableTrigAll',
    'AT_EnableTrigUser',
    'AT_DisableTrigUser',
    'AT_EnableRowSecurity',
    'AT_DisableRowSecurity',
    'AT_ForceRowSecurity',
    'AT_NoForceRowSecurity',
    'AT_DropIdentity',
    'AT_SetIdentity',
    'AT_DropExpression',
    'AT_DetachPartition',
    'AT_DetachPartitionFinalize',
]);
/** Plans an AlterTableStmt, of a view or index as well. Throws refusals. */
export function planAlterTable(input, effects, statement) {
    const meant = meantBy(input, struct(statement.relation) ?? {});
    refuseShadow(meant);
    if (meant.relation === undefined && statement.missing_ok !== true)
        refuseAbsent(input, { RangeVar: statement.relation });
    const commands = list(statement.cmds).map((command) => as(command, 'AlterTableCmd') ?? {});
    if (meant.mapped === undefined && meant.relation?.relevant !== true) {
        for (const command of commands)
            refuseRelevantIn(input, command);
        return passthrough(effects, 'alters a relation without sealed columns');
    }
    const sealed = sealedColumns(input, meant);
    const rewrite = new Rewrite(input);
    const copies = list(as(rewrite.tree, 'AlterTableStmt')?.cmds);
    const indexes = [];
    commands.forEach((command, at) => {
        refuseRelevantIn(input, command);
        const index = alter(input, meant, sealed, command, rewrite, as(copies[at], 'AlterTableCmd'));
        if (index !== undefined)
            indexes.push(index);
    });
    if (!rewrite.changed)
        return passthrough(effects, 'reads no sealed column and gives no value for one');
    return rewritten(effects, rewrite.finish(), indexStatements(input, meant, indexes, false));
}
/** Other relations that a change names: partitions, parents, types of rows, referenced tables. */
function refuseRelevantIn(input, command) {
    const { def } = command;
    refuseReference(input, def);
    for (const constraint of list(as(def, 'ColumnDef')?.constraints))
        refuseReference(input, constraint);
    const definition = as(def, 'ColumnDef');
    const named = definition === undefined ? (contype(def) === '' ? def : undefined) : definition.typeName;
    const table = relevantIn(input, named);
    if (table !== undefined)
        throw new PgsealError('statementNotServed', { statement: changeOf(command), table });
}
function alter(input, meant, sealed, command, rewrite, copy) {
    const column = sealed.columns.get(text(command.name));
    const definition = as(command.def, 'ColumnDef');
    switch (command.subtype) {
        case 'AT_AddColumn':
            return addColumn(input, meant, sealed, definition ?? {}, rewrite, as(copy.def, 'ColumnDef'), command);
        case 'AT_ColumnDefault':
            if (column !== undefined && command.def !== undefined && as(command.def, 'A_Const')?.isnull !== true) {
                throw new PgsealError('sealedColumnUse', { column, clause: 'SET DEFAULT' });
            }
            return undefined;
        case 'AT_AlterColumnType':
            if (column !== undefined)
                throw new PgsealError('sealedColumnUse', { column, clause: 'ALTER COLUMN TYPE' });
            refuseSealedIn(definition?.raw_default, sealed, 'ALTER COLUMN TYPE ... USING');
            return undefined;
        case 'AT_AddConstraint':
            refuseInConstraint(command.def, sealed);
            return undefined;
        case 'AT_AddIdentity':
        case 'AT_SetExpression':
            if (column !== undefined)
                throw new PgsealError('sealedColumnUse', { column, clause: 'GENERATED' });
            refuseSealedIn(command.def, sealed, 'GENERATED');
            return undefined;
        case 'AT_ReplicaIdentity':
            if (as(command.def, 'ReplicaIdentityStmt')?.identity_type !== 'f')
                return undefined;
            return refuseChange(meant, 'REPLICA IDENTITY FULL');
        default:
            if (harmless.has(text(command.subtype)))
                return undefined;
            return refuseChange(meant, changeOf(command));
    }
}
function addColumn(input, meant, sealed, definition, rewrite, copy, command) {
    const name = text(definition.colname);
    const existing = meant.relation?.columns.find((column) => column.name === name);
    const column = meant.mapped?.absent.get(name) ?? existing?.mapped;
    if (column === undefined) {
        // A parent's new column is a new column of its children.
        const child = meant.mapped === undefined ? input.catalog.mappedTables.find((entry) => entry.absent.has(name)) : undefined;
        if (child !== undefined)
            refuseChange(meant, `ADD COLUMN of a name that ${child.mapName} has sealed`);
        for (const constraint of list(definition.constraints))
            refuseInConstraint(constraint, sealed);
        return undefined;
    }
    const index = sealDefinition(input, rewrite, copy, column, sealed.columns.get(name));
    // IF NOT EXISTS on a column that is there does nothing; without it the server raises its own error.
    if (existing !== undefined)
        return undefined;
    if (index !== undefined && command.missing_ok === true) {
        throw new PgsealError('sealedColumnUse', {
            column: sealed.columns.get(name),
            clause: 'ADD COLUMN IF NOT EXISTS with UNIQUE',
        });
    }
    return index;
}
function refuseChange(meant, change) {
    const { relation, mapped } = meant;
    const table = mapped?.mapName ?? `${relation?.schema}.${relation?.name}`;
    throw new PgsealError('statementNotServed', { statement: change, table });
}
/** `AT_AttachPartition` as `ALTER TABLE ATTACH PARTITION`. */
function changeOf(command) {
    const words = text(command.subtype)
        .slice(3)
        .replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
    return `ALTER TABLE ${words.toUpperCase()}`;
}
//# sourceMappingURL=alter-table.js.map