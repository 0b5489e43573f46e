import { setInterval } from 'node:timers'
import type { MappedTable } from '../config/config.ts'
import type { RegisteredColumn } from '../control/column-registry.ts'
import { buildCatalog, type CatalogTexts, indexKeysOf, readSystemCatalog, type SystemCatalog } from './build-catalog.ts'
import type { Catalog } from './catalog.ts'
import { catalogQuery, catalogQueryColumns, fingerprintQuery, systemCatalogQuery } from './catalog-query.ts'
import { collationsOf, type Folds } from './normalizer.ts'

type FoldOrProblem = Folds extends ReadonlyMap<string, infer Value> ? Value : never

export type CatalogDatabase = {
  query<T>(text: string): Promise<T[]>
  /** Runs `work` in one transaction. */
  transaction<T>(work: (session: { query<R>(text: string): Promise<R[]> }) => Promise<T>): Promise<T>
}

export type CatalogSourceOptions = {
  /** The control connection. */
  readonly database: CatalogDatabase
  readonly tables: readonly MappedTable[]
  /** pgseal.columns; asked only when the map names a table. */
  readonly readRegisteredColumns: (session: {
    query<R>(text: string): Promise<R[]>
  }) => Promise<readonly RegisteredColumn[]>
  /** What lower() does under a collation: asked once for each that a column with `normalize` needs. Left out where no term is made. */
  readonly readLetterCase?: (
    session: { query<R>(text: string): Promise<R[]> },
    collation: string,
  ) => Promise<FoldOrProblem>
  /** Loads the index keys that a catalog needs, before it is given out. A failure is reported, and tried again by the timer. */
  readonly loadIndexKeys?: (ids: readonly string[]) => Promise<void>
  /** Told of failures of the timer and of loadIndexKeys; the last good catalog stays. */
  readonly onError?: (error: unknown) => void
  /** Milliseconds between looks at the database; 5000 by default, 0 for none. */
  readonly interval?: number
}

/** Holds the current catalog. `start` reads it first; `current` throws before that. */
export type CatalogSource = {
  start(): Promise<Catalog>
  current(): Catalog
  /** Reads again and gives what is true after the call: for DDL that has committed. Rejects when the database cannot be asked. */
  refresh(): Promise<Catalog>
  /** The reading that is under way, if any: what it gives is newer than `current`. */
  refreshing(): Promise<Catalog> | undefined
  /** The text of the hidden statement for a client's own connection: one row, one text column each, for `privateCatalog`. */
  readonly query: string
  readonly queryColumns: number
  /**
   * What `query` answered on a client's connection: a catalog for that transaction alone, with an epoch of its own; the
   * current one when nothing differs. Throws on a text that is no answer of that query.
   */
  privateCatalog(texts: CatalogTexts): Catalog
  /** Called with each new current catalog. Gives the function that ends it. */
  onChange(listener: (catalog: Catalog) => void): () => void
  stop(): void
}

export function createCatalogSource(options: CatalogSourceOptions): CatalogSource {
  const { database, tables } = options
  const query = catalogQuery(tables)
  const fingerprint = fingerprintQuery(tables.length > 0)
  const listeners = new Set<(catalog: Catalog) => void>()
  let system: SystemCatalog | undefined
  let current:
    | { catalog: Catalog; texts: CatalogTexts; registered: readonly RegisteredColumn[]; content: string }
    | undefined
  const folds = options.readLetterCase === undefined ? undefined : new Map<string, FoldOrProblem>()
  let lastFingerprint = ''
  let epoch = 0
  let keysLoaded = true
  let keysLoading = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<Catalog> | undefined
  let queued: Promise<Catalog> | undefined
  let ticking = false

  async function load(): Promise<Catalog> {
    system ??= readSystemCatalog(await texts(database, systemCatalogQuery, 4))
    const read = await again(() =>
      database.transaction(async (session) => {
        // The fingerprint first: a change in between makes the timer read once more, never once too few.
        const [row] = await session.query<{ fingerprint: string }>(fingerprint)
        return {
          fingerprint: row!.fingerprint,
          registered: tables.length === 0 ? [] : await options.readRegisteredColumns(session),
          texts: await texts(session, query, catalogQueryColumns.length),
        }
      }),
    )
    const content = JSON.stringify([read.texts, read.registered])
    lastFingerprint = read.fingerprint
    if (current?.content === content) {
      return current.catalog
    }
    await readFolds(read.registered)
    const { registered } = read
    const catalog = buildCatalog({ system, texts: read.texts, registered, tables, folds, epoch: ++epoch })
    // While the key service is known to be in trouble nobody who waits for the catalog waits for it too.
    if (keysLoaded) await loadKeys(catalog)
    current = { catalog, texts: read.texts, registered: read.registered, content }
    for (const listener of listeners) listener(catalog)
    return catalog
  }

  async function readFolds(registered: readonly RegisteredColumn[]): Promise<void> {
    if (folds === undefined || options.readLetterCase === undefined) return
    for (const collation of collationsOf(registered.flatMap(({ normalizers }) => normalizers))) {
      if (folds.has(collation)) continue
      folds.set(collation, await options.readLetterCase(database, collation))
    }
  }

  async function loadKeys(catalog: Catalog): Promise<void> {
    if (options.loadIndexKeys === undefined) return
    keysLoading = true
    try {
      await options.loadIndexKeys(indexKeysOf(catalog))
      keysLoaded = true
    } catch (error) {
      keysLoaded = false
      options.onError?.(error)
    } finally {
      keysLoading = false
    }
  }

  // A load that is under way may have read before the caller's DDL committed, so the caller waits for the one after it,
  // which all callers share.
  function refresh(): Promise<Catalog> {
    if (running === undefined) {
      running = load().finally(() => {
        running = undefined
      })
      return running
    }
    queued ??= running
      .catch(() => undefined)
      .then(() => {
        queued = undefined
        return refresh()
      })
    return queued
  }

  async function tick(): Promise<void> {
    if (ticking || running !== undefined) return
    ticking = true
    try {
      const [row] = await database.query<{ fingerprint: string }>(fingerprint)
      if (row!.fingerprint !== lastFingerprint) await refresh()
      if (!keysLoaded && !keysLoading) void loadKeys(held().catalog)
    } catch (error) {
      options.onError?.(error)
    } finally {
      ticking = false
    }
  }

  function held() {
    if (current === undefined) throw new Error('the catalog was not read yet')
    return current
  }

  return {
    query,
    queryColumns: catalogQueryColumns.length,
    start: async () => {
      const catalog = await refresh()
      const interval = options.interval ?? 5000
      if (interval > 0) timer = setInterval(() => void tick(), interval).unref()
      return catalog
    },
    current: () => held().catalog,
    refresh,
    refreshing: () => queued ?? running,
    privateCatalog: (given) => {
      const { catalog, texts: known, registered } = held()
      if (given.length === known.length && given.every((text, at) => text === known[at])) return catalog
      return buildCatalog({ system: system!, texts: given, registered, tables, folds, epoch: ++epoch })
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop: () => {
      clearInterval(timer)
      listeners.clear()
    },
  }
}

async function texts(
  session: { query<R>(text: string): Promise<R[]> },
  text: string,
  columns: number,
): Promise<CatalogTexts> {
  const [row] = await session.query<Record<string, string>>(text)
  const values = Object.values(row ?? {})
  if (values.length !== columns) throw new Error('the catalog query gave an unexpected row')
  return values
}

/** PostgreSQL's own functions fail on what another connection drops while the catalog is read: then it is read again. */
async function again<T>(read: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await read()
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'XX000' || tries === 5) throw error
    }
  }
}
