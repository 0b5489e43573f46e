import { loadConfig } from '../config/load-config.ts'
import { readRegisteredColumns } from '../control/column-registry.ts'
import { createLog } from '../observe/log.ts'
import { startSealing } from './sealing.ts'
import { textTable } from './text-table.ts'

export type StatusOptions = { readonly config: string; readonly insecureTestKey: boolean }

/** Prints the keys of the map as their key services name them, and the state of each mapped column. */
export async function status(options: StatusOptions): Promise<void> {
  const config = await loadConfig(options.config, { allowInsecureTestKey: options.insecureTestKey })
  if (config.tables.length === 0) {
    process.stdout.write('The map names no table: everything is passed on unchanged.\n')
    return
  }
  const sealing = await startSealing(config, createLog('error'), 0)
  try {
    const keys = sealing.keyRing
      .status()
      .map(({ name, kms, dataKeys, arn, indexArn }) => [name, kms, dataKeys, arn, indexArn ?? '-'])
    process.stdout.write(textTable([['KEY', 'KMS', 'DATA KEYS', 'SEALS UNDER', 'INDEX KEY'], ...keys]))

    const states = new Map(
      (await readRegisteredColumns(sealing.database)).map((column) => [column.label, column.state] as const),
    )
    const catalog = sealing.catalogSource.current()
    const columns = config.tables.flatMap((table) =>
      table.columns.map((column) => {
        const entry = catalog.mappedTables.find(({ mapName }) => mapName === table.mapName)
        const mapped =
          entry?.relation?.columns.find(({ name }) => name === column.name)?.mapped ?? entry?.absent.get(column.name)
        const state = entry?.absent.has(column.name) ? 'absent' : (mapped?.state ?? states.get(column.label) ?? 'plain')
        return [column.label, state, column.namedKey, column.search.join(', ') || '-', mapped?.refused ?? '']
      }),
    )
    process.stdout.write(`\n${textTable([['COLUMN', 'STATE', 'KEY', 'SEARCH', 'REFUSED BECAUSE'], ...columns])}`)
  } finally {
    await sealing.close()
  }
}
