// Every statement but SELECT, INSERT, UPDATE and DELETE (C62): by kind, and where the kind is not listed, passed on only if no
// word of it is the name of a relation with sealed columns.
import { PgsealError } from '../errors.ts'
import type { AnalysisInput } from './analysis.ts'
import { effectsOf } from './effects.ts'
import { eachCall, runsText } from './functions.ts'
import type { Effects, Plan } from './plan.ts'
import { planAlterTable } from './utility/alter-table.ts'
import {
  planPolicy,
  planPublication,
  planRename,
  planRule,
  planSetSchema,
  planStatistics,
  planTrigger,
} from './utility/attached.ts'
import { planCode } from './utility/code.ts'
import { planCopy } from './utility/copy.ts'
import { planCreateIndex } from './utility/create-index.ts'
import { planCreateTable } from './utility/create-table.ts'
import { planDeclare, planFetchStatement } from './utility/cursor.ts'
import { passthrough } from './utility/outcome.ts'
import { planPrepare } from './utility/prepare.ts'
import { planExecute, planExplain } from './utility/prepared.ts'

import { planCreateTableAs, planCreateView } from './utility/view.ts'
import { as, type Fields, list } from './walk.ts'

/** Statements that neither read a sealed column nor give a value for one, whatever they name. */
const harmless = new Set([
  'AlterDatabaseRefreshCollStmt',
  'AlterDatabaseSetStmt',
  'AlterDatabaseStmt',
  'AlterDefaultPrivilegesStmt',
  'AlterObjectDependsStmt',
  'AlterOwnerStmt',
  'AlterRoleSetStmt',
  'AlterRoleStmt',
  'AlterSeqStmt',
  'AlterStatsStmt',
  'AlterSystemStmt',
  'AlterTableMoveAllStmt',
  'AlterTableSpaceOptionsStmt',
  'CheckPointStmt',
  'ClosePortalStmt',
  'ClusterStmt',
  'CommentStmt',
  'ConstraintsSetStmt',
  'CreateRoleStmt',
  'CreateTableSpaceStmt',
  'CreatedbStmt',
  'DeallocateStmt',
  'DiscardStmt',
  'DropOwnedStmt',
  'DropRoleStmt',
  'DropStmt',
  'DropTableSpaceStmt',
  'DropdbStmt',
  'GrantRoleStmt',
  'GrantStmt',
  'ListenStmt',
  'LockStmt',
  'NotifyStmt',
  'ReassignOwnedStmt',
  'RefreshMatViewStmt',
  'ReindexStmt',
  'SecLabelStmt',
  'TransactionStmt',
  'TruncateStmt',
  'UnlistenStmt',
  'VacuumStmt',
  'VariableSetStmt',
  'VariableShowStmt',
])

/** Plans a statement that forbiddenIn let through; `analyze` plans one within it. Throws refusals. */
export function planUtility(input: AnalysisInput, analyze: (input: AnalysisInput) => Plan): Plan {
  const { catalog, statement } = input
  const tag = statement.statement
  const fields = as(statement.parse, tag) ?? {}
  const effects = effectsOf(statement.parse, catalog)
  if (harmless.has(tag)) return passthrough(effects, 'reads no values and gives none')
  if (catalog.mappedTables.length > 0) refuseTextRunners(statement.parse)
  switch (tag) {
    case 'ExplainStmt':
      return planExplain(input, effects, fields)
    case 'CopyStmt':
      return planCopy(input, effects, fields)
    case 'PrepareStmt':
      return planPrepare(input, effects, fields, analyze)
    case 'DeclareCursorStmt':
      return planDeclare(input, effects, fields)
    case 'ExecuteStmt':
      return planExecute(effects, fields)
    case 'FetchStmt':
      return planFetchStatement(effects, fields)
    case 'DoStmt':
      return planCode(input, effects, 'DO', false)
    case 'CallStmt':
      return planCode(input, effects, 'CALL', true)
    case 'CreateFunctionStmt':
      return planCode(input, effects, 'CREATE FUNCTION', false)
    case 'CreateStmt':
      return planCreateTable(input, effects, fields)
    case 'AlterTableStmt':
      return planAlterTable(input, effects, fields)
    case 'IndexStmt':
      return planCreateIndex(input, effects, fields)
    case 'ViewStmt':
      return planCreateView(input, effects, fields)
    case 'CreateTableAsStmt':
      return planCreateTableAs(input, effects, fields)
    case 'CreatePolicyStmt':
    case 'AlterPolicyStmt':
      return planPolicy(input, effects, fields)
    case 'CreateTrigStmt':
      return planTrigger(input, effects, fields)
    case 'RuleStmt':
      return planRule(input, effects, fields)
    case 'CreateStatsStmt':
      return planStatistics(input, effects, fields)
    case 'CreatePublicationStmt':
    case 'AlterPublicationStmt':
      return planPublication(input, effects, fields)
    case 'RenameStmt':
      return planRename(input, effects, fields)
    case 'AlterObjectSchemaStmt':
      return planSetSchema(input, effects, fields)
    case 'ImportForeignSchemaStmt':
      return planImport(input, effects, fields)
    default:
      return planCode(input, effects, kindOf(tag), false)
  }
}

/** Foreign tables come with the names they have elsewhere, which may be those of mapped tables that do not exist yet. */
function planImport(input: AnalysisInput, effects: Effects, fields: Fields): Plan {
  const absent = input.catalog.mappedTables.find(
    (entry) => entry.schema === fields.local_schema && entry.relation === undefined,
  )
  if (absent !== undefined) {
    throw new PgsealError('statementNotServed', {
      statement: 'IMPORT FOREIGN SCHEMA into its schema',
      table: absent.mapName,
    })
  }
  return planCode(input, effects, 'IMPORT FOREIGN SCHEMA', false)
}

/** Functions that run SQL in a string, or read a table named by one (C56). */
function refuseTextRunners(node: unknown): void {
  eachCall(node, (path, fields) => {
    if (runsText(path, list(fields.args).length)) {
      throw new PgsealError('functionNotServed', { function: path.at(-1) ?? '' })
    }
  })
}

/** `CreateDomainStmt` as `CREATE DOMAIN`. */
function kindOf(tag: string): string {
  return tag
    .replace(/Stmt$/, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toUpperCase()
}
