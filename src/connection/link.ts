// State of one client's connection and the few ways in which it may change. Messages are handled in client-*.ts and
// server-*.ts; nothing here waits for the network but the promises that it hands out. It is long so that all state and
// every change of it stand in one place.
import type { Catalog } from '../catalog/catalog.ts'
import type { PgsealError } from '../errors.ts'
import type { ParsedStatement } from '../sql/analysis.ts'
import type { Effects, Plan } from '../sql/plan.ts'
import type { BackendKeyData } from '../wire/backend-key-data.ts'
import { encodeErrorFrame } from '../wire/error-frame.ts'
import { encodeFlush } from '../wire/flush.ts'
import type { TransactionStatus } from '../wire/ready-for-query.ts'
import type { RowSink } from '../wire/row-sink.ts'
import { RowWriter } from '../wire/row-writer.ts'
import { encodeSync } from '../wire/sync.ts'
import type { CopyIn } from './copy-in.ts'
import { planFetch } from './cursors.ts'
import type { Dependencies, Outlets } from './dependencies.ts'
import { DefaultTexts } from './evaluate-defaults.ts'
import { planExecuted } from './execute-prepared.ts'
import { failedBlockPlan } from './failed-block-plan.ts'
import type { HiddenRow } from './hidden-call.ts'
import { submitHidden } from './hidden-statement.ts'
import { KeyWaits } from './key-waits.ts'
import type { Opener } from './opener.ts'
import { Outlet } from './outlet.ts'
import { Owed, type OwedKind, OwedReplies, owedKind } from './owed-replies.ts'
import { Prepared, type Sent } from './prepared.ts'
import { refusalName, refusalParse } from './refusal-text.ts'
import { factsQuery, namesParameter, ServerFacts } from './server-facts.ts'
import { Settling } from './settling.ts'
import { StatementClock } from './statement-clock.ts'
import { TableGate } from './table-gate.ts'

/** Statements that change what a mapped table consists of. */
const definitions: ReadonlySet<string> = new Set(['CreateStmt', 'AlterTableStmt', 'IndexStmt'])

const flushFrame = encodeFlush()
const syncFrame = encodeSync()

export class Link {
  deps: Dependencies
  readonly toClient: Outlet
  readonly toServer: Outlet
  readonly destroy: () => void
  readonly owed = new OwedReplies()
  readonly prepared = new Prepared()
  readonly facts = new ServerFacts()
  readonly defaults = new DefaultTexts()
  readonly dataRows = new RowWriter()
  /** What the rows under way are written to: `dataRows`, or the lines of a COPY. */
  rows: RowSink = this.dataRows
  /** What waits for keys; `deps.keyRing` goes through it. */
  readonly keyWaits = new KeyWaits()

  /** Counts where the time of statements goes; undefined where nobody asks. */
  readonly clock: StatementClock | undefined
  /** Where statements wait while a job exchanges a table; undefined where none does. */
  readonly gate: TableGate | undefined
  /** TableHolds.exchanged when names were last asked for. */
  private exchanged = 0

  /** By which cancel requests name this connection. */
  backendKey: BackendKeyData | undefined = undefined
  /** Counts Syncs and Queries: messages of one pipeline fail together. */
  pipeline = 0
  readonly settling = new Settling()
  /** Messages were sent since the last Sync or Query. */
  pipelineOpen = false
  /** One of them may write. */
  pipelineWrites = false
  /** In a transaction block, as far as what was sent goes; corrected by each ReadyForQuery. */
  block = false
  /** That block has failed. */
  failedBlock = false
  /** The server skips to Sync, so the client's messages are dropped up to it (PROTOCOL-FLOW-EXT-QUERY; pitfall A53). */
  skipping = false
  /** An error of the server's own put it there. */
  serverSkips = false
  /** An error of ours was given to the client in place of a result: everything up to ReadyForQuery is swallowed. */
  failing = false
  /** Results under way that must be opened or checked. */
  opening = 0
  /** The server reads copy data, and whether the client has sent their end. */
  copyingIn = false
  copyEnded = false
  /** So many COPY FROM STDIN were sent whose copy data have not ended. */
  copiesExpected = 0
  /** Some was sent since. */
  copyDataSent = false
  /** Its data are sealed; kept until the next COPY, so that what comes late is dropped. */
  copyIn: CopyIn | undefined = undefined
  /** What is left of a simple Query once the client has ended its copy data. */
  afterCopy: (() => Promise<void>) | undefined = undefined
  /** Major version of the server. */
  serverVersion = 0
  /** Plans whose description the server has given and that agreed with it: not asked for again on this connection. */
  readonly verified = new WeakSet<Plan>()
  /** Openers of plans whose last execution has ended: most plans are executed again. */
  readonly openers = new WeakMap<Plan, Opener>()
  /** Types of the server's parameters, as it described them on this connection. */
  readonly parameterTypes = new WeakMap<Plan, readonly number[]>()
  /** Counts statements sent that may write. */
  writes = 0
  /** The guard of shared names is prepared on the server. */
  guardPrepared = false
  /**
   * Description of the rows that a writing statement of a simple Query returns: PostgreSQL carries the statement out before
   * it describes them, so an error comes without.
   */
  heldDescription: Buffer | undefined = undefined
  /** CommandComplete that waits for the statements in its wake. */
  heldComplete: Buffer | undefined = undefined

  /** Names or settings changed in a transaction that may yet be rolled back. */
  private unsettled = false
  /** DDL was sent; what `localCatalog` holds was read since, in the same transaction. */
  private catalogChanged = false
  private localCatalog: Catalog | undefined = undefined
  /** Grows whenever what the transaction sees may have changed: a reading that was sent before is not kept. */
  private localVersion = 0
  /** A reading begun since the DDL was committed. */
  private committed: Promise<Catalog> | undefined = undefined
  private waiters: (() => void)[] = []
  /** The connection has ended. */
  private abandoned = false

  constructor(deps: Dependencies, outlets: Outlets) {
    this.clock =
      deps.slow === undefined ? undefined : new StatementClock(deps.slow, deps.fingerprint, () => this.owed.head())
    this.deps = this.own(deps)
    this.toClient = new Outlet((bytes) => outlets.toClient(bytes))
    this.toServer = new Outlet((bytes) => outlets.toServer(bytes))
    this.destroy = () => outlets.destroy()
    this.owed.push(new Owed(owedKind.startup))
    const inTransaction = (): boolean => this.block || this.pipelineOpen
    this.gate =
      deps.holds === undefined
        ? undefined
        : new TableGate(deps.holds, { inTransaction, owes: () => this.owed.length > 0 })
    this.exchanged = this.gate?.exchanged ?? 0
  }

  /**
   * From the next statement on everything is made from another map: names, settings and plans are asked for anew, and a
   * prepared statement must come out the same. Nothing is under way.
   */
  adopt(deps: Dependencies): void {
    this.deps = this.own(deps)
    this.catalogChanged = false
    this.localCatalog = undefined
    this.committed = undefined
    this.forgetFacts()
  }

  private own(deps: Dependencies): Dependencies {
    const timed = this.clock === undefined ? deps : this.clock.over(deps)
    return { ...timed, keyRing: this.keyWaits.over(timed.keyRing) }
  }

  // ---- sending -------------------------------------------------------------------------------------------------------

  /** Sends a frame whose reply is owed. `frame` may be the client's own view. Dropped while the server skips. */
  submit(kind: OwedKind, frame: Buffer): Owed | undefined {
    if (this.skipping) return undefined
    this.toServer.pass(frame)
    this.pipelineOpen = true
    return this.owed.push(new Owed(kind))
  }

  /** Asks the server for what it has, because something waits for it. */
  flushServer(): void {
    if (!this.skipping) this.toServer.pass(flushFrame)
    this.toServer.flush()
  }

  endPipeline(): void {
    this.pipelineOpen = false
    this.pipelineWrites = false
    this.pipeline += 1
  }

  /** Ends the pipeline. */
  submitSync(frame: Buffer = syncFrame): Owed {
    this.skipping = false
    this.serverSkips = false
    this.toServer.pass(frame)
    this.endPipeline()
    if (!this.block) {
      this.prepared.portals.clear()
      this.prepared.cursors.endTransaction(true)
    }
    if (this.unsettled) this.forgetFacts()
    const owed = this.owed.push(new Owed(owedKind.sync))
    owed.conditional = this.copyingIn && !this.copyEnded
    owed.beforeCopyData = !this.copyDataSent
    return owed
  }

  /** A text that must fail, in place of a message that is refused; the rest up to Sync is dropped. */
  submitRefusal(error: PgsealError, statement = refusalName): void {
    const owed = this.submit(owedKind.parse, refusalParse(statement))
    if (owed !== undefined) owed.refusal = error
    this.skipping = true
  }

  // ---- hidden statements ---------------------------------------------------------------------------------------------

  /**
   * Runs one statement of ours on the client's connection, in its place in the order. Values in text.
   * Between pipelines it ends with a Sync of its own; within one with Flush, for a Sync would commit.
   * Rejects with Skipped when the server failed or skipped it.
   */
  hiddenQuery(sql: string, parameters: readonly string[] = []): Promise<readonly HiddenRow[]> {
    return submitHidden(this, sql, parameters)
  }

  // ---- what plans are made from --------------------------------------------------------------------------------------

  /** The plan of a statement: at once, unless the server must be asked what its names mean or the catalog is out of date. */
  plan(statement: ParsedStatement, declaredOids: readonly number[]): Plan | Promise<Plan> {
    const held = this.gate?.pass(statement.names, statement.statement === 'ExecuteStmt')
    if (held !== undefined) return held.then(() => this.plan(statement, declaredOids))
    // Another connection may have made or dropped the table since: what a definition adds depends on it.
    const shared = this.deps.catalog()
    if (definitions.has(statement.statement) && statement.names.some((name) => shared.relevantNames.has(name))) {
      this.catalogChanged = true
    }
    const catalog = this.catalog()
    if (catalog instanceof Promise) return catalog.then((read) => this.planWith(read, statement, declaredOids))
    return this.planWith(catalog, statement, declaredOids)
  }

  private planWith(
    catalog: Catalog,
    statement: ParsedStatement,
    declaredOids: readonly number[],
  ): Plan | Promise<Plan> {
    const analyze = (): Plan | Promise<Plan> => {
      const plan = this.deps.analyze({
        statement,
        catalog,
        names: this.facts.names,
        declaredOids,
        mode: this.deps.mode,
        access: this.deps.access,
        currentSchema: this.facts.currentSchema,
      })
      if (plan.kind !== 'passthrough') return plan
      if (plan.fetches !== undefined) return planFetch(this, plan, statement)
      if (plan.executes === undefined) return plan
      return planExecuted(this, plan, statement, declaredOids)
    }
    if (this.gate !== undefined && this.exchanged !== this.gate.exchanged) {
      this.exchanged = this.gate.exchanged
      this.forgetFacts()
    }
    if (!statement.names.some((name) => catalog.relevantNames.has(name))) return analyze()
    const missing = this.facts.missing(statement.names, catalog.relevantNames)
    if (missing.length === 0) return analyze()
    // A failed block answers everything with 25P02, hidden statements too.
    if (this.failedBlock) return failedBlockPlan
    return this.ask(missing).then(analyze)
  }

  /** The settings that values depend on. */
  settings(): Promise<unknown> | undefined {
    return this.facts.settings === undefined ? this.ask([]) : undefined
  }

  private async ask(names: readonly string[]): Promise<void> {
    const rows = await this.hiddenQuery(factsQuery, [namesParameter(names)])
    this.facts.learn(names, rows)
  }

  /** The catalog as this connection sees it. */
  catalog(): Catalog | Promise<Catalog> {
    if (!this.catalogChanged) return this.deps.catalogUnderWay() ?? this.deps.catalog()
    if (this.localCatalog !== undefined) return this.localCatalog
    if (this.failedBlock) return this.deps.catalog()
    if (!this.pipelineOpen && !this.block && this.owed.length === 0) return this.readCommitted()
    const version = this.localVersion
    return this.deps
      .readCatalog((sql) => this.hiddenQuery(sql))
      .then((catalog) => {
        if (this.catalogChanged && version === this.localVersion) this.localCatalog = catalog
        return catalog
      })
  }

  /** Reads the catalog again at once when DDL is committed: statements of every connection wait for it. */
  private readCommitted(): Promise<Catalog> {
    if (this.committed !== undefined) return this.committed
    const reading = this.deps.refreshCatalog().then(
      (catalog) => {
        if (this.committed === reading) this.catalogChanged = false
        return catalog
      },
      (error: unknown) => {
        if (this.committed === reading) this.committed = undefined
        throw error
      },
    )
    reading.catch(() => undefined)
    this.committed = reading
    return reading
  }

  /** True when a plan made from `catalog` and names `version` still holds. */
  current(catalog: Catalog | undefined, version: number): boolean {
    if (this.catalogChanged || this.deps.catalogUnderWay() !== undefined) return false
    return catalog === this.deps.catalog() && version === this.facts.version
  }

  // ---- effects -------------------------------------------------------------------------------------------------------

  /** What a statement does to all this, applied when it is sent: what is sent behind it already sees it. */
  apply(effects: Effects, owed?: Owed): void {
    if (effects.mayWrite) {
      this.pipelineWrites = true
      this.writes += 1
    }
    if (effects.forgetsNames || effects.forgetsSettings) {
      this.forgetFacts()
      this.unsettled = true
    }
    if (effects.changesCatalog) {
      this.catalogChanged = true
      this.forgetLocalCatalog()
      this.committed = undefined
    }
    if (effects.copiesIn) {
      this.copiesExpected += 1
      this.copyDataSent = false
      this.copyIn = undefined
    }
    if (effects.deallocates !== undefined) {
      this.settling.closing = true
      const undo = this.prepared.deallocate(effects.deallocates)
      if (owed !== undefined) owed.addUndo(undo)
      if (effects.deallocates === '*') this.guardPrepared = false
    }
    if (effects.closes !== undefined) {
      const undo = this.prepared.cursors.close(effects.closes)
      if (owed !== undefined) owed.addUndo(undo)
    }
    switch (effects.transaction) {
      case 'begin':
        this.block = true
        break
      case 'commit':
      case 'rollback':
      case 'prepare':
        this.gate?.forgetTouched()
        this.block = effects.chains === true
        this.failedBlock = false
        this.prepared.portals.clear()
        this.forgetLocalCatalog()
        this.prepared.cursors.endTransaction(effects.transaction === 'commit')
        // A COMMIT ends SET LOCAL and temporary tables, and what the block did is settled; else names stay what they are.
        if (effects.transaction !== 'commit' || this.unsettled) this.forgetFacts()
        break
      case 'rollback-to':
        this.gate?.forgetTouched()
        this.failedBlock = false
        this.forgetLocalCatalog()
        this.forgetFacts()
        break
      default:
    }
  }

  /** ReadyForQuery of the last pipeline sent: what the server says holds. */
  ready(status: TransactionStatus): void {
    this.block = status !== 'I'
    this.failedBlock = status === 'E'
    this.copiesExpected = 0
    this.localCatalog = undefined
    if (this.catalogChanged && !this.block) this.readCommitted()
    if (this.unsettled && !this.block) {
      this.forgetFacts()
      this.unsettled = false
    }
  }

  private forgetLocalCatalog(): void {
    this.localCatalog = undefined
    this.localVersion += 1
  }

  private forgetFacts(): void {
    this.facts.forgetNames()
    this.defaults.forget()
    this.facts.forgetSettings()
  }

  // ---- what is there -------------------------------------------------------------------------------------------------

  /**
   * A statement or portal by its entry, undefined for none. The entry may be wrong where messages of an earlier pipeline
   * made or took it away and are not answered yet: a promise then, after which it is to be looked up again.
   */
  unsure(entry: Sent | undefined): Promise<void> | undefined {
    if (this.owed.length === 0 || this.copyingIn || !this.settling.unsure(entry, this.pipeline)) return undefined
    this.flushServer()
    return this.settling.wait()
  }

  /** Called when messages were answered. A client that sends anything but copy data now has its error from the server. */
  settled(): void {
    this.gate?.answered()
    if (this.owed.length === 0 || this.copyingIn) this.settling.done(this.owed.length === 0)
  }

  // ---- results that must be opened -----------------------------------------------------------------------------------

  /** undefined when no result under way must be opened; else settles when the last is done, failed or skipped. */
  whenOpened(): Promise<void> | undefined {
    if (this.opening === 0) return undefined
    return new Promise((resolve) => this.waiters.push(resolve))
  }

  opened(): void {
    this.opening -= 1
    if (this.opening === 0) this.wake()
  }

  /** Gives the client the rows that are opened. */
  sendRows(): void {
    if (this.rows.pending === 0) return
    // They leave before the execution's end is known: that it opens values is on record first.
    const unwritten = this.owed.head()?.audit?.release()
    if (unwritten === undefined) {
      this.toClient.send(this.rows.takeBytes())
      return
    }
    this.dropRows()
    this.fail(unwritten)
  }

  /** The rows of an execution whose line is written. */
  sendAuditedRows(): void {
    if (this.rows.pending > 0) this.toClient.send(this.rows.takeBytes())
  }

  /** Rows that are opened and must not leave. */
  dropRows(): void {
    if (this.rows.pending > 0) this.rows.takeBytes()
  }

  /** The connection has ended: nobody waits any more. */
  abandon(): void {
    this.abandoned = true
    this.gate?.leave()
    this.copyIn?.drop()
    this.keyWaits.close()
    this.wake()
    this.settled()
  }

  private wake(): void {
    const waiters = this.waiters
    this.waiters = []
    for (const resolve of waiters) resolve()
  }

  /** Gives the client an error in place of a result: nothing more of this pipeline reaches it but ReadyForQuery. */
  fail(error: PgsealError): void {
    if (this.failing || this.abandoned) return
    this.failing = true
    this.deps.counts.statements.unopened += 1
    this.deps.log.refused({ error, statement: 'result' })
    this.sendRows()
    this.rows = this.dataRows
    this.toClient.send(encodeErrorFrame(error))
    if (!this.owed.hasSync() && this.pipelineOpen) this.skipping = true
    this.heldComplete = undefined
    this.heldDescription = undefined
    this.wake()
  }
}
