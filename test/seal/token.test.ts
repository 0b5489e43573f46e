import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { MappedColumn } from '../../src/catalog/catalog.ts'
import { serverValues } from '../../src/connection/parameters.ts'
import type { KeyRing } from '../../src/keys/key-ring.ts'
import { deriveKey } from '../../src/keys/local.ts'
import { secretKey } from '../../src/seal/data-key.ts'
import { labelTag } from '../../src/seal/label-tag.ts'
import type { SealedColumn, TermName } from '../../src/seal/sealed-column.ts'
import { readSealedRecord } from '../../src/seal/sealed-record.ts'
import { isToken, makeToken, readToken, tokenHolds, tokenKeyMessage } from '../../src/seal/token.ts'
import type { SealedPlan } from '../../src/sql/plan.ts'
import type { LogicalTypeName } from '../../src/types/logical-type.ts'
import { defaultValueSettings } from '../../src/types/value-settings.ts'
import { insertEmail } from '../connection/sealed-fixture.ts'
import { repoRoot } from '../support/root.ts'

const folder = join(repoRoot, 'test/vectors/token')
const vectors = readdirSync(folder).filter((name) => name.endsWith('.txt'))

for (const name of vectors) {
  test(`token vector ${name}`, () => {
    const lines = readFileSync(join(folder, name), 'utf8').slice(0, -1).split('\n')
    const field = (wanted: string) => lines.find((line) => line.startsWith(`${wanted}: `))?.slice(wanted.length + 2)
    const fileKey = secretKey(Buffer.from(field('file key')!.split(' ')[1]!, 'base64'))
    const key = secretKey(deriveKey(fileKey, tokenKeyMessage(field('named key')!)))
    const column: SealedColumn = {
      label: field('label')!,
      labelTag: labelTag(field('label')!),
      logicalType: field('type')!,
      namedKey: field('named key')!,
      pad: 0,
      terms: field('terms') === '' ? [] : [field('terms') as TermName],
    }
    const given = Buffer.from(field('token')!)
    assert.ok(isToken(given))
    const expect = field('expect')!
    assert.equal(taken(column, key, given, field('record')!), expect)
    if (expect !== 'success') return
    const token = readToken(given)!
    assert.equal(token.value.envelope.toString('hex'), field('envelope'))
    assert.deepEqual(
      token.value.terms.map((term) => term.toString('hex')),
      column.terms.map((term) => field(`term ${term}`)),
    )
    assert.ok(tokenHolds(column, key, token))
    assert.ok(makeToken(column, key, token.value).equals(given))
  })
}

test('the vectors of tokens are those that make.py writes', {
  skip: spawnSync('python3', ['-V']).status !== 0,
}, (t) => {
  const copy = mkdtempSync(join(tmpdir(), 'pgseal-vectors-'))
  t.after(() => rmSync(copy, { recursive: true }))
  cpSync(join(folder, 'make.py'), join(copy, 'make.py'))
  assert.equal(spawnSync('python3', ['-B', join(copy, 'make.py')]).status, 0)
  assert.deepEqual(readdirSync(copy).sort(), readdirSync(folder).sort())
  for (const name of vectors)
    assert.equal(readFileSync(join(copy, name), 'utf8'), readFileSync(join(folder, name), 'utf8'))
})

/** What becomes of the value in a row with this record: 'success', or what the error says. */
function taken(column: SealedColumn, key: ReturnType<typeof secretKey>, given: Buffer, record: string): string {
  const logical = { name: column.logicalType as LogicalTypeName, typmod: -1 }
  const domain = (name: TermName, at: number) => ({ name, oid: 103 + at })
  const physical = { oid: 100, name: 't', versionOid: 101, envelopeOid: 102, terms: column.terms.map(domain) }
  const target: MappedColumn = {
    ...(insertEmail.parameters[0] as { target: MappedColumn }).target,
    column,
    logical,
    physical,
    hasRecord: true,
    takesTokens: true,
  }
  const source = { from: 'constant', text: Buffer.from('42') } as const
  const literals = [`${record.split('/')[0]}/`, '']
  const id = { name: 'id', type: { name: 'text', typmod: -1 } } as never
  const constant = Buffer.from(record.split('/')[1]!)
  const plan: SealedPlan = {
    ...insertEmail,
    parameters: [
      {
        role: 'seal',
        row: 0,
        target,
        operand: { source: { from: 'parameter', index: 0 }, type: logical, casts: [], array: false },
      },
    ],
    records: [
      {
        rule: { template: '', literals, columns: [id], tenantAt: -1, rebind: false, verify: 'always' },
        table: 'public.users',
        values: [
          {
            from: 'operand',
            operand: {
              source: { ...source, text: constant },
              type: { name: 'text', typmod: -1 },
              casts: [],
              array: false,
            },
          },
        ],
      },
    ],
  }
  const client = { formats: [1], values: [given] }
  const noKeys = { generate: () => assert.fail('no data key is needed') } as unknown as KeyRing
  try {
    const values = serverValues(plan, client, defaultValueSettings, noKeys, [], new Map([['default', key]]))
    assert.ok(!(values instanceof Promise))
    const bytes = values.values[0]!
    assert.deepEqual(readSealedRecord(physical, bytes, 0, bytes.length, column.label), readToken(given)!.value)
    assert.equal(values.sealedHere, undefined)
    return 'success'
  } catch (error) {
    const { sqlstate, message } = error as { sqlstate: string; message: string }
    assert.equal(sqlstate, '22023', message)
    if (/^invalid token/.test(message)) return 'invalid'
    return /is of another (\w+)$/.exec(message)?.[1] ?? message
  }
}
