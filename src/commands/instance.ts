// A serving process as jobs know it: it says in pgseal.instances that it lives and what it serves, hears when a job is about
// to exchange a table, and keeps statements from it until the job has done so or has ended.
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { pid } from 'node:process'
import { setInterval, setTimeout } from 'node:timers'
import type { Catalog } from '../catalog/catalog.ts'
import type { TableHolds } from '../connection/table-holds.ts'
import type { Database, Listener } from '../control/database.ts'
import {
  addInstance,
  awaitUnlocked,
  beat,
  type Hold,
  instanceChannel,
  noteHeld,
  readHolds,
  removeInstance,
} from '../control/instance-table.ts'
import { PgsealError } from '../errors.ts'

export type InstanceOptions = {
  readonly database: Database
  readonly holds: TableHolds
  /** The catalog that every connection goes by; undefined while some still go by an earlier map. */
  readonly catalog: () => Catalog | undefined
  /** Reads the catalog again; what it gives is true after the call. */
  readonly refresh: () => Promise<Catalog>
  readonly onError: (error: unknown) => void
  /** Columns that the map names are served as plain: labels with states. */
  readonly onOpen: (columns: readonly string[]) => void
}

export type RunningInstance = {
  /** Another map or catalog is in force: what is served is said anew. */
  changed(): void
  stop(): Promise<void>
}

const beatMs = 2_000
const retryMs = 1_000
/** After so long without a word the catalog is read again before the next: a job may have gone on without this process. */
const lapseMs = 8_000

/** Registers the process. Where schema pgseal is of an earlier `apply`, it tries again at each beat. */
export async function startInstance(options: InstanceOptions): Promise<RunningInstance> {
  const instance = new Instance(options)
  await instance.start()
  return instance
}

class Instance implements RunningInstance {
  readonly #options: InstanceOptions
  readonly #id = randomUUID()
  #listener: Listener | undefined
  #timer: NodeJS.Timeout | undefined
  #relisten: NodeJS.Timeout | undefined
  #stopped = false
  #said = ''
  #columns: readonly string[] = []
  #open = ''
  #lastBeat = performance.now()
  #working: Promise<void> | undefined
  #again = false
  /** Holds that were seen: they are in force here, or over. */
  readonly #seen = new Set<string>()

  constructor(options: InstanceOptions) {
    this.#options = options
  }

  async start(): Promise<void> {
    this.#timer = setInterval(() => void this.#work(), beatMs).unref()
    this.#watch()
    await this.#listen()
    await this.#work()
  }

  changed(): void {
    this.#watch()
    void this.#work()
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearInterval(this.#timer)
    clearTimeout(this.#relisten)
    await this.#working?.catch(() => undefined)
    await this.#listener?.close()
    await removeInstance(this.#options.database, this.#id).catch(() => undefined)
  }

  async #listen(): Promise<void> {
    try {
      this.#listener = await this.#options.database.listen(
        instanceChannel,
        (what) => this.#heard(what),
        () => this.#listenLater(),
      )
    } catch (error) {
      this.#options.onError(error)
      this.#listenLater()
      return
    }
    if (this.#stopped) await this.#listener.close()
  }

  #listenLater(): void {
    if (this.#stopped) return
    this.#relisten = setTimeout(() => {
      // What was said meanwhile was not heard.
      void this.#listen().then(() => this.#heard('columns'))
    }, retryMs).unref()
  }

  #heard(what: string): void {
    if (this.#stopped) return
    if (what !== 'columns') void this.#work()
    else
      this.#options.refresh().then(
        () => this.changed(),
        (error: unknown) => this.#options.onError(error),
      )
  }

  #watch(): void {
    const { catalog, holds } = this.#options
    const read = catalog()
    if (read === undefined) return
    const moving = read.mappedTables.filter(
      ({ relation, open }) =>
        (open ?? []).some(({ state }) => state === 'sealing') ||
        relation?.columns.some(({ mapped }) => mapped?.state === 'resealing' || mapped?.state === 'unsealing') === true,
    )
    const mapped = new Set(read.mappedTables.map(({ name }) => name))
    holds.watch(moving, new Set([...read.reachedNames].filter((name) => !mapped.has(name))))
    this.#columns = servedColumns(read)
    const open = read.mappedTables.flatMap((table) =>
      (table.open ?? []).map(({ label, state }) => `${label} (${state})`),
    )
    if (open.join() !== this.#open) {
      this.#open = open.join()
      if (open.length > 0) this.#options.onOpen(open)
    }
  }

  /** Says that the process lives and what it serves, and takes up holds; one run at a time. */
  #work(): Promise<void> {
    this.#again = true
    this.#working ??= this.#run().finally(() => {
      this.#working = undefined
    })
    return this.#working
  }

  async #run(): Promise<void> {
    while (this.#again && !this.#stopped) {
      this.#again = false
      try {
        const { database, holds, refresh } = this.#options
        const began = performance.now()
        if (began - this.#lastBeat > lapseMs) {
          await refresh()
          this.#watch()
        }
        if (!(await beat(database, this.#id, this.#columns))) {
          await addInstance(database, this.#id, hostname(), pid)
          await beat(database, this.#id, this.#columns)
        }
        for (const hold of await readHolds(database)) {
          if (this.#seen.has(hold.id)) continue
          this.#seen.add(hold.id)
          void this.#hold(hold)
        }
        this.#lastBeat = began
        holds.renew(began)
        this.#said = ''
      } catch (error) {
        // An `apply` of this release has not run yet.
        const isOld = error instanceof PgsealError && error.errorName === 'schemaMissing'
        const said = error instanceof Error ? error.message : ''
        if (!isOld && said !== this.#said) this.#options.onError(error)
        this.#said = said
      }
    }
  }

  async #hold(hold: Hold): Promise<void> {
    const { database, holds, refresh, onError } = this.#options
    const table = { schema: hold.schema, name: hold.table }
    const state = { isOver: false }
    const quiet = holds.hold(table, hold.id)
    const noted = quiet
      .then(() => (state.isOver ? undefined : noteHeld(database, this.#id, hold.id, true)))
      .catch(onError)
    // The job's lock, not its word, says when the hold is over: a job that was killed has said nothing.
    for (;;) {
      try {
        await database.reserve((session) => awaitUnlocked(session, hold.relation))
        await refresh()
        break
      } catch (error) {
        onError(error)
        await new Promise((resolve) => setTimeout(resolve, retryMs).unref())
        if (this.#stopped) break
      }
    }
    state.isOver = true
    this.#watch()
    holds.release(table, hold.id)
    await noted
    await noteHeld(database, this.#id, hold.id, false).catch(onError)
    this.changed()
  }
}

/** `label state` of what is served; columns that are refused are not. */
function servedColumns(catalog: Catalog): string[] {
  const served = new Set<string>()
  for (const { relation, open } of catalog.mappedTables) {
    for (const { label, state } of open ?? []) served.add(`${label} ${state}`)
    for (const { mapped } of relation?.columns ?? []) {
      if (mapped === undefined || mapped.refused !== undefined) continue
      served.add(`${mapped.column.label} ${mapped.state}`)
      if (mapped.leaves === true) served.add(`${mapped.column.label} leaving`)
    }
  }
  return [...served].sort()
}
