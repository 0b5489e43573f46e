import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repoRoot } from '../../support/root.ts'

/**
 * What a library sent for one task, in a file `<library>/NNN_task.sql`. Its first line names the library and driver:
 *
 *     -- by: drizzle-orm 0.45.4, pg 8.23.1
 *
 * Then statements, each ended by a semicolon at the end of a line, with lines directly above that hold for it alone:
 *
 *     -- simple: true                   a simple Query; otherwise Parse, Bind and Execute
 *     -- oids: [25]                     parameter types that Parse declared
 *     -- params: ["text", null]         values of the Bind; {"hex": ".."} is a binary one
 *     -- results: [1]                   result formats of the Bind
 */
export type Recording = {
  readonly library: string
  /** library/NNN_task */
  readonly name: string
  readonly by: string
  readonly statements: readonly RecordedStatement[]
}

export type RecordedStatement = {
  readonly sql: string
  readonly simple: boolean
  readonly oids: readonly number[]
  /** A string came in text, bytes came in binary. */
  readonly values: readonly (string | Buffer | null)[]
  readonly results: readonly number[]
}

type WrittenValue = string | null | { readonly hex: string }

export const recordedFolder = join(repoRoot, 'test/twin/recorded')

/** Every recording, in order of library and number. */
export function readRecordings(): Recording[] {
  return readdirSync(recordedFolder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /^[^/]+\/\d{3}_\w+\.sql$/.test(path))
    .sort()
    .map((path) => parseRecording(path.replace(/\.sql$/, ''), readFileSync(join(recordedFolder, path), 'utf8')))
}

/** Throws with the recording's name when the file is not of the form above. */
export function parseRecording(name: string, text: string): Recording {
  const statements: RecordedStatement[] = []
  let by: string | undefined
  let notes = new Map<string, string>()
  let sql: string[] = []
  for (const line of text.split('\n')) {
    const note = sql.length === 0 ? /^-- (by|simple|oids|params|results): (.*)$/.exec(line) : null
    if (note?.[1] === 'by') by = note[2]
    else if (note !== null) notes.set(note[1]!, note[2]!)
    else if (sql.length > 0 || line !== '') {
      sql.push(line)
      if (!line.endsWith(';')) continue
      statements.push({
        sql: sql.join('\n').slice(0, -1),
        simple: notes.get('simple') === 'true',
        oids: JSON.parse(notes.get('oids') ?? '[]') as number[],
        values: (JSON.parse(notes.get('params') ?? '[]') as WrittenValue[]).map(readValue),
        results: JSON.parse(notes.get('results') ?? '[]') as number[],
      })
      sql = []
      notes = new Map()
    }
  }
  if (by === undefined || sql.length > 0) throw new Error(`${name}: not a recording`)
  return { library: name.slice(0, name.indexOf('/')), name, by, statements }
}

/** The text of a recording's file. Throws where a statement cannot be told from two in such a file. */
export function writeRecording(by: string, statements: readonly RecordedStatement[]): string {
  const parts = statements.map(({ sql, simple, oids, values, results }) => {
    if (/;\n|^-- (by|simple|oids|params|results):|^\n/.test(sql)) throw new Error(`not for a file of this form: ${sql}`)
    const notes: string[] = []
    if (simple) notes.push('-- simple: true')
    if (oids.length > 0) notes.push(`-- oids: ${spaced(oids)}`)
    if (values.length > 0) notes.push(`-- params: ${spaced(values.map(writtenValue))}`)
    if (results.length > 0) notes.push(`-- results: ${spaced(results)}`)
    return [...notes, `${sql};`].join('\n')
  })
  return [`-- by: ${by}`, ...parts].join('\n\n').concat('\n')
}

const readValue = (value: WrittenValue): string | Buffer | null =>
  value === null || typeof value === 'string' ? value : Buffer.from(value.hex, 'hex')

const writtenValue = (value: string | Buffer | null): WrittenValue =>
  Buffer.isBuffer(value) ? { hex: value.toString('hex') } : value

const spaced = (list: readonly unknown[]): string => `[${list.map((one) => JSON.stringify(one)).join(', ')}]`
