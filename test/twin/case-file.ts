import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repoRoot } from '../support/root.ts'

export type Mode = 'simple' | 'text' | 'binary' | 'batch'

/**
 * A case: statements that must do the same on a plain database and through the proxy on a sealed one. Lines at the top:
 *
 *     -- description: what is shown
 *     -- expect: served | refused          refused: at least one statement is marked so
 *     -- modes: simple text binary batch   how it is run; default: simple text binary
 *     -- order: list | multiset            how rows are compared; default: list
 *     -- user: app | postgres              who runs it; default: app
 *     -- since: 16                         the first major version of the server that knows it
 *     -- cleanup: SQL                      run directly on both databases afterwards
 *
 * Then statements, each ended by a semicolon at the end of a line, with lines directly above that hold for it alone:
 *
 *     -- params: ["text", null]            parameters as text; in mode simple they are written into the statement
 *     -- oids: [25]                        parameter types that Parse declares
 *     -- error: 23505                      what PostgreSQL itself answers
 *     -- refused: 0A000 words              what pgseal answers instead: SQLSTATE and a part of message or detail
 *     -- rows: ignored                     only the shape of the answer is compared
 *     -- copy: ["1\\tx\\n", "2\\ty\\n"]     copy data that follow, a message each; bytes above 127 as \\u00e9
 *     -- copyhex: 5047434f...              the same in hexadecimal digits, one message
 *     -- copyfail: words                   they end with CopyFail
 */
export type TwinCase = {
  readonly group: string
  /** group/NNN_slug */
  readonly name: string
  readonly description: string
  readonly expect: 'served' | 'refused'
  readonly modes: readonly Mode[]
  readonly order: 'list' | 'multiset'
  readonly user: string
  readonly since: number
  readonly cleanup: string | undefined
  readonly statements: readonly CaseStatement[]
}

export type CaseStatement = {
  readonly sql: string
  readonly params: readonly (string | null)[]
  readonly oids: readonly number[]
  readonly error: string | undefined
  readonly refused: { readonly code: string; readonly words: string } | undefined
  readonly ignoreRows: boolean
  /** Copy data, undefined where none are sent. */
  readonly copy: readonly Buffer[] | undefined
  readonly copyFail: string | undefined
}

export const casesFolder = join(repoRoot, 'test/twin/cases')

/** Every case file, in order of group and number. */
export function readCases(folder: string = casesFolder): TwinCase[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.sql'))
    .sort()
    .map((path) =>
      parseCase(path.replaceAll('\\', '/').replace(/\.sql$/, ''), readFileSync(join(folder, path), 'utf8')),
    )
}

/** Throws with the case's name when the file is not of the form above. */
export function parseCase(name: string, text: string): TwinCase {
  const wrong = (what: string): Error => new Error(`${name}: ${what}`)
  const header = new Map<string, string>()
  let own = new Map<string, string>()
  const statements: CaseStatement[] = []
  let sql: string[] = []
  for (const line of text.split('\n')) {
    const note = sql.length === 0 ? /^-- (\w+): (.*)$/.exec(line) : null
    if (note !== null) {
      const [, key = '', value = ''] = note
      if (headerKeys.has(key)) header.set(key, value)
      else if (statementKeys.has(key)) own.set(key, value)
      else throw wrong(`unrecognized line ${key}`)
    } else if (sql.length > 0 || line.trim() !== '') {
      sql.push(line)
      if (line.trimEnd().endsWith(';')) {
        statements.push(readStatement(sql.join('\n').trimEnd().slice(0, -1), own, wrong))
        sql = []
        own = new Map()
      }
    }
  }
  if (sql.join('').trim() !== '') throw wrong('a statement without its semicolon')
  if (statements.length === 0) throw wrong('no statement')
  const description = header.get('description')
  if (description === undefined) throw wrong('no description')
  const expect = header.get('expect')
  if (expect !== 'served' && expect !== 'refused') throw wrong('expect is served or refused')
  if ((expect === 'refused') !== statements.some(({ refused }) => refused !== undefined)) {
    throw wrong('expect does not fit its statements')
  }
  const modes = (header.get('modes') ?? 'simple text binary').split(' ') as Mode[]
  if (modes.some((mode) => !['simple', 'text', 'binary', 'batch'].includes(mode))) throw wrong('unrecognized mode')
  return {
    group: name.slice(0, name.lastIndexOf('/')),
    name,
    description,
    expect,
    modes,
    order: header.get('order') === 'multiset' ? 'multiset' : 'list',
    user: header.get('user') ?? 'app',
    since: Number(header.get('since') ?? 0),
    cleanup: header.get('cleanup'),
    statements,
  }
}

const headerKeys = new Set(['description', 'expect', 'modes', 'order', 'user', 'since', 'cleanup'])
const statementKeys = new Set(['params', 'oids', 'error', 'refused', 'rows', 'copy', 'copyhex', 'copyfail'])

function readStatement(sql: string, own: ReadonlyMap<string, string>, wrong: (what: string) => Error): CaseStatement {
  const refused = own.get('refused')
  const match = refused === undefined ? undefined : /^(\w{5}) (.+)$/.exec(refused)
  if (match === null) throw wrong('refused is an SQLSTATE and words of the message')
  return {
    sql,
    params: JSON.parse(own.get('params') ?? '[]') as (string | null)[],
    oids: JSON.parse(own.get('oids') ?? '[]') as number[],
    error: own.get('error'),
    refused: match === undefined ? undefined : { code: match[1]!, words: match[2]! },
    ignoreRows: own.get('rows') === 'ignored',
    copy: copyData(own.get('copy'), own.get('copyhex')),
    copyFail: own.get('copyfail'),
  }
}

function copyData(json: string | undefined, hex: string | undefined): Buffer[] | undefined {
  if (hex !== undefined) return [Buffer.from(hex, 'hex')]
  return json === undefined ? undefined : (JSON.parse(json) as string[]).map((text) => Buffer.from(text))
}

/** The statement with its parameters written in as literals, for the simple protocol. */
export function inlineParameters({ sql, params }: CaseStatement): string {
  return sql.replace(/\$(\d+)/g, (whole, number: string) => {
    const value = params[Number(number) - 1]
    if (value === undefined) return whole
    return value === null ? 'NULL' : `'${value.replaceAll("'", "''")}'`
  })
}
