import { openDatabase } from '../control/database.ts'
import { checkControlRights } from '../control/schema.ts'
import { readStatus, type Status } from '../jobs/status.ts'
import { loadMap } from './load-map.ts'
import { textTable } from './text-table.ts'

export type StatusOptions = { readonly config: string; readonly insecureTestKey: boolean }

/** Prints the state of each mapped column and the keys that the database knows. No key service is asked. */
export async function status(options: StatusOptions): Promise<void> {
  const config = await loadMap(options.config, options)
  const database = openDatabase(config.control, 1)
  try {
    await checkControlRights(database)
    process.stdout.write(statusText(await readStatus(database, config.tables)))
  } finally {
    await database.close()
  }
}

function statusText({ schemaVersion, columns, keys, leftovers }: Status): string {
  const schema = schemaVersion === undefined ? 'is missing: run pgseal apply' : `has version ${schemaVersion}`
  const columnRows = columns.map(({ label, state, type, namedKey, search, problem }) => [
    label,
    state,
    type,
    namedKey,
    search.join(', ') || '-',
    problem ?? '-',
  ])
  const keyRows = keys.map(({ namedKey, kind, provider, arn, group, slot, created, retired }) => [
    namedKey,
    kind,
    provider,
    arn || '-',
    group || '-',
    retired === null ? (slot ?? 'in use') : 'retired',
    created.toISOString(),
  ])
  return [
    `schema pgseal ${schema}\n`,
    textTable([['COLUMN', 'STATE', 'TYPE', 'KEY', 'SEARCH', 'PROBLEM'], ...columnRows]),
    textTable([['KEY', 'KIND', 'KMS', 'NAMED THERE', 'INDEX GROUP', 'USE', 'CREATED'], ...keyRows]),
    ...leftovers.map(
      (catalog) => `Old plaintext may rest in ${catalog}: run pgseal apply as the owner of the database.\n`,
    ),
  ].join('\n')
}
