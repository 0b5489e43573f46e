import type { Config } from '../config/config.ts'
import { readRegisteredColumns } from '../control/column-registry.ts'
import type { Database } from '../control/database.ts'
import { type KeyTableRow, openKeyTable } from '../control/key-table.ts'
import { countByKey } from '../jobs/key-counts.ts'
import { createKeyRing } from '../keys/create-key-ring.ts'
import type { KeyRing } from '../keys/key-ring.ts'
import { keySource } from '../seal/envelope.ts'
import { textTable } from './text-table.ts'

/** `status --count`: for each column, how many values rest on which key, and whether that is what the map seals with now. */
export async function countText(database: Database, config: Config): Promise<string> {
  const keyTable = openKeyTable(database)
  const { counts, denied } = await countByKey(database, await readRegisteredColumns(database))
  const rows = new Map((await keyTable.all()).map((row) => [row.id, row]))
  const log = { info: () => undefined, warn: () => undefined }
  // Mode full asks for no dry run. Without a key service the counts are shown all the same.
  const ring = await createKeyRing({ keys: config.keys, mode: 'full', prove: false, store: keyTable, log }).catch(
    () => undefined,
  )
  try {
    const lines: string[][] = []
    for (const { label, source, keyId, values } of counts) {
      const row = source === keySource.insecureTestKey ? undefined : rows.get(keyId)
      lines.push([
        label,
        row?.namedKey ?? '-',
        modeOf(source),
        row?.arn ?? '-',
        await restsOn(source, row, ring),
        `${values}`,
      ])
    }
    const table = textTable([['COLUMN', 'KEY', 'DATA KEYS', 'NAMED THERE', 'RESTS ON', 'VALUES'], ...lines])
    return [table, ...denied.map((label) => `${label}: this login may not read its table\n`)].join('')
  } finally {
    ring?.close()
  }
}

function modeOf(source: number): string {
  if (source === keySource.branch) return 'branch'
  return source === keySource.kms ? 'per-row' : source === keySource.insecureTestKey ? 'test key' : 'not known'
}

async function restsOn(source: number, row: KeyTableRow | undefined, ring: KeyRing | undefined): Promise<string> {
  if (source === keySource.insecureTestKey) return 'the insecure test key'
  if (row === undefined) return 'a key that is not in pgseal.keys'
  if (ring === undefined) return 'not known'
  if (await ring.isPresent(row)) return 'the present key'
  const trusted = ring.status().find(({ name }) => name === row.namedKey)?.trusted
  return trusted?.includes(row.arn) === true ? 'an old key' : 'a key that the map does not name'
}
