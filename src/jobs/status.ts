import type { MappedTable } from '../config/config.ts'
import type { Session } from '../control/database.ts'
import { type Job, readJobs } from '../control/job-table.ts'
import { type Remake, readRemakes } from '../control/remake-table.ts'
import { missingOf, readSchemaFacts } from '../control/schema.ts'
import { planApply } from './apply-plan.ts'

/** A row of `pgseal status`. */
export type ColumnStatus = {
  readonly label: string
  readonly table: string
  readonly column: string
  readonly type: string
  readonly namedKey: string
  readonly search: readonly string[]
  /** Design section 7; `absent` while the column does not exist. */
  readonly state: 'absent' | 'plain' | 'sealing' | 'sealed' | 'resealing' | 'unsealing' | 'unsealed'
  readonly indexKeyId: string | undefined
  /** What disagrees or is in the way; undefined when nothing is. */
  readonly problem: string | undefined
}

/** A row of pgseal.keys without what is wrapped. */
export type StoredKeyStatus = {
  readonly id: string
  readonly kind: string
  readonly namedKey: string
  readonly provider: string
  readonly arn: string
  readonly group: string
  readonly slot: string | null
  readonly created: Date
  readonly retired: Date | null
  /** When a job counted that nothing rests on it; null when it did not, or something did. */
  readonly unused: Date | null
}

export type Status = {
  /** undefined before the first apply. */
  readonly schemaVersion: number | undefined
  /** What apply would add to a schema that an older pgseal made. */
  readonly schemaLacks: readonly string[]
  readonly columns: readonly ColumnStatus[]
  readonly keys: readonly StoredKeyStatus[]
  /** Open jobs, and the last of each kind and table that ended. */
  readonly jobs: readonly Job[]
  /** Online jobs: open ones, the last of each table, and those whose old table is kept. */
  readonly remakes: readonly Remake[]
  /** Catalogs in which plaintext may still rest: run apply as the owner of the database. */
  readonly leftovers: readonly string[]
}

/** What the database says of the map's columns and of the keys. Reads only; needs the control login's rights. */
export async function readStatus(session: Session, tables: readonly MappedTable[]): Promise<Status> {
  const facts = await readSchemaFacts(session)
  const plan = await planApply(session, tables)
  const columns = plan.tables.flatMap(({ table, columns: planned }) =>
    planned.map(({ column, place, registered, obstacles, action, addCheck }): ColumnStatus => {
      const { label, name, type, namedKey, search } = column
      const stored = registered?.state
      const state = place === undefined ? 'absent' : place.sealed ? sealedState(stored) : plainState(stored)
      const what = obstacles.map((obstacle) => obstacle.what)
      if (addCheck) what.push('the check on the column is missing')
      if (what.length === 0 && action !== 'none') what.push('run pgseal apply')
      if (column.unseal === true && place?.sealed === true) what.push('run pgseal unseal')
      if (column.unseal === true && state === 'unsealed') what.push('served as plain: take it out of the map')
      return {
        label,
        table: table.mapName,
        column: name,
        type,
        namedKey,
        search,
        state,
        indexKeyId: registered?.indexKey ?? undefined,
        problem: what.length === 0 ? undefined : what.join('; '),
      }
    }),
  )
  for (const { label, obstacle } of plan.orphans) {
    columns.push({
      label,
      table: '',
      column: '',
      type: '',
      namedKey: '',
      search: [],
      state: 'sealed',
      indexKeyId: undefined,
      problem: obstacle.what,
    })
  }
  const keys = facts.names.has('keys')
    ? await session.query<StoredKeyStatus>(
        `select id, kind, named_key as "namedKey", provider, arn, index_group as "group", slot, created, retired,
          ${facts.names.has('unused_keys') ? '(select u.counted from pgseal.unused_keys u where u.key = k.id)' : 'null'} as unused
         from pgseal.keys k order by created, id`,
      )
    : []
  const jobs = facts.names.has('jobs') ? latest(await readJobs(session)) : []
  const schemaLacks = facts.schema ? missingOf(facts.tables) : []
  const remakes = facts.names.has('remakes') ? latestRemakes(await readRemakes(session)) : []
  return { schemaVersion: facts.version, schemaLacks, columns, keys, jobs, remakes, leftovers: plan.leftovers }
}

function latestRemakes(remakes: readonly Remake[]): Remake[] {
  const seen = new Set<string>()
  return remakes.filter(({ schema, table, finished, oldKept }) => {
    const name = `${schema}.${table}`
    const first = !seen.has(name)
    seen.add(name)
    return first || finished === null || oldKept
  })
}

function latest(jobs: readonly Job[]): Job[] {
  const ended = new Set<string>()
  return jobs.filter(({ kind, tableName, finished }) => {
    if (finished === null) return true
    const name = `${kind} ${tableName}`
    if (ended.has(name)) return false
    ended.add(name)
    return true
  })
}

function sealedState(stored: string | undefined): ColumnStatus['state'] {
  return stored === 'resealing' || stored === 'unsealing' ? stored : 'sealed'
}

function plainState(stored: string | undefined): ColumnStatus['state'] {
  return stored === 'unsealed' || stored === 'sealing' ? stored : 'plain'
}
