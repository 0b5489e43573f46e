// The map that is in force, and the connections that still go by the one before.
import type { Catalog } from '../catalog/catalog.ts'
import type { Config } from '../config/config.ts'
import type { Dependencies } from '../connection/dependencies.ts'
import type { Counts } from '../observe/counts.ts'
import type { Log } from '../observe/log.ts'
import { Shared } from './held-until-released.ts'
import { checkChange } from './map-change.ts'
import { type Sealing, startSealing } from './sealing.ts'

/** A connection that takes over another map once it is idle, and says so. */
type Changeable = { change(deps: Dependencies, adopted: () => void): void }
type MakeDependencies = (sealing: Sealing) => Dependencies

type Held = {
  readonly make: MakeDependencies
  connection: Changeable | undefined
  current: Shared<Sealing>
  pending: Shared<Sealing> | undefined
}

/** A map that is read, checked and ready. */
export type PreparedMap = {
  /** Puts it in force. */
  commit(): void
  abort(): Promise<void>
}

export type JoinedMap = {
  readonly deps: Dependencies
  /** To be called once, with the connection made of `deps`. */
  made(connection: Changeable): void
  /** The connection has ended. */
  left(): void
}

export class MapInForce {
  #config: Config
  #sealing: Shared<Sealing> | undefined
  readonly #log: Log
  readonly #counts: Counts
  readonly #connections = new Set<Held>()
  /** All connections go by the map in force. */
  onSettled: () => void = () => undefined

  constructor(config: Config, sealing: Sealing | undefined, log: Log, counts: Counts) {
    this.#config = config
    this.#sealing = sealing === undefined ? undefined : shared(sealing)
    this.#log = log
    this.#counts = counts
  }

  get config(): Config {
    return this.#config
  }

  get sealing(): Sealing | undefined {
    return this.#sealing?.value
  }

  /** False while connections still go by an earlier map. */
  isSettled(): boolean {
    return ![...this.#connections].some(({ pending }) => pending !== undefined)
  }

  /** Reads the catalogs of all maps again that connections go by; gives that of the map in force. */
  async refresh(): Promise<Catalog> {
    const current = this.#sealing!.value
    const inUse = new Set([...this.#connections].map((held) => held.current.value))
    inUse.delete(current)
    await Promise.all([...inUse].map(({ catalogSource }) => catalogSource.refresh()))
    return current.catalogSource.refresh()
  }

  /** A connection that is served by the map; what it goes by stays open until it has left or changed. */
  join(make: MakeDependencies): JoinedMap | undefined {
    const current = this.#sealing?.take()
    if (current === undefined) return undefined
    const held: Held = { make, connection: undefined, current, pending: undefined }
    this.#connections.add(held)
    return {
      deps: make(current.value),
      made: (connection) => {
        held.connection = connection
      },
      left: () => {
        if (!this.#connections.delete(held)) return
        this.#release(held.current)
        if (held.pending === undefined) return
        this.#release(held.pending)
        if (this.isSettled()) this.onSettled()
      },
    }
  }

  /** Makes everything that `next` needs, beside what is in force. Rejects with what is wrong; then nothing has changed. */
  async prepare(next: Config): Promise<PreparedMap> {
    checkChange(this.#config, next)
    const previous = this.#sealing?.value
    const sealing =
      previous === undefined ? undefined : shared(await startSealing(next, this.#log, this.#counts, { previous }))
    return {
      commit: () => this.#commit(next, sealing),
      abort: async () => sealing?.release(),
    }
  }

  close(): Promise<void> {
    return this.#sealing?.release() ?? Promise.resolve()
  }

  #commit(config: Config, sealing: Shared<Sealing> | undefined): void {
    this.#config = config
    if (sealing === undefined) return
    const before = this.#sealing
    this.#sealing = sealing
    for (const held of this.#connections) this.#change(held, sealing)
    if (this.isSettled()) this.onSettled()
    if (before !== undefined) this.#release(before)
  }

  #change(held: Held, next: Shared<Sealing>): void {
    if (held.pending !== undefined) this.#release(held.pending)
    held.pending = next.take()
    held.connection?.change(held.make(next.value), () => {
      held.pending = undefined
      const { current } = held
      held.current = next
      if (this.isSettled()) this.onSettled()
      this.#release(current)
    })
  }

  #release(sealing: Shared<Sealing>): void {
    sealing.release().catch((error: unknown) => this.#log.failed({ during: 'letting go of an earlier map', error }))
  }
}

function shared(sealing: Sealing): Shared<Sealing> {
  return new Shared(sealing, (one) => one.close())
}
