// Reading of vector files, see vectors.test.ts.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Access, encryptOnlyAccess, openAccess } from '../../src/sql/access.ts'
import { analyze } from '../../src/sql/analyze.ts'
import { parseStatements } from '../../src/sql/parsed-text.ts'
import type { Plan } from '../../src/sql/plan.ts'
import { repoRoot } from '../support/root.ts'
import { fixtureCatalog, publicNames, relations } from './fixture-catalog.ts'

export type Case = {
  readonly file: string
  readonly name: string
  readonly header: string[]
  readonly sql: string
  readonly expected: string[]
}

export const vectorFolder: string = join(repoRoot, 'test/vectors/sql')

export function vectorFiles(): string[] {
  return readdirSync(vectorFolder).filter((name) => name.endsWith('.sql'))
}

export function readCases(file: string): Case[] {
  const text = readFileSync(join(vectorFolder, file), 'utf8')
  const cases: Case[] = []
  for (const block of text.split(/^-- case: /m).slice(1)) {
    const lines = block.split('\n')
    const name = lines.shift()!
    const header: string[] = []
    while (/^-- (declared|mode|names): /.test(lines[0] ?? '')) header.push(lines.shift()!)
    const at = lines.findIndex((line) => line.startsWith('-- expect: '))
    const sql = (at < 0 ? lines : lines.slice(0, at)).join('\n').trim()
    const expected = (at < 0 ? [] : lines.slice(at)).join('\n').trim().split('\n')
    cases.push({ file, name, header, sql, expected })
  }
  return cases
}

/** The plan of a case; `access` takes the place of what its mode says. */
export function planOf(one: Case, access?: Access): Plan {
  const header = (key: string) => one.header.find((line) => line.startsWith(`-- ${key}: `))?.slice(key.length + 5)
  const statement = parseStatements(Buffer.from(one.sql)).statements[0]!
  const overrides = new Map(
    (header('names') ?? '').split(' ').flatMap((pair) => {
      const [name, meaning] = pair.split('=')
      if (meaning === undefined) return []
      return [[name!, relations.find((one) => `${one.schema}.${one.name}` === meaning)?.oid ?? 99999] as const]
    }),
  )
  return analyze({
    statement,
    catalog: fixtureCatalog,
    names: publicNames(statement.names, overrides),
    declaredOids: (header('declared') ?? '').split(' ').filter(Boolean).map(Number),
    mode: header('mode') === 'encrypt-only' ? 'encrypt-only' : 'full',
    access: access ?? (header('mode') === 'encrypt-only' ? encryptOnlyAccess() : openAccess),
    currentSchema: 'public',
  })
}
