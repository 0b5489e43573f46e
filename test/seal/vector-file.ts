import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { KeyRow } from '../../src/keys/key-store.ts'
import { labelTag } from '../../src/seal/label-tag.ts'
import type { SealedColumn, TermName } from '../../src/seal/sealed-column.ts'
import { repoRoot } from '../support/root.ts'

/** A file of test/vectors/envelope: docs/envelope-format.md section 10. */
export type Vector = {
  readonly name: string
  /** Names and values as they stand. */
  readonly fields: readonly (readonly [string, string])[]
  readonly expect: string
  readonly kms: 'local' | 'insecure-test-key'
  readonly table: string
  readonly fileKeys: readonly string[]
  readonly rows: readonly KeyRow[]
  readonly column: SealedColumn
  readonly envelope: Buffer
  readonly terms: readonly Buffer[]
  readonly plaintext: string | undefined
  readonly indexRow: string | undefined
  readonly comparisonForm: Buffer | undefined
  readonly orderForm: Buffer | undefined
}

const folder = join(repoRoot, 'test/vectors/envelope')

export function readVectors(): Vector[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => readVector(name.slice(0, -4), readFileSync(join(folder, name), 'utf8')))
}

function readVector(name: string, text: string): Vector {
  const fields = text
    .slice(0, -1)
    .split('\n')
    .map((line) => {
      const colon = line.indexOf(': ')
      return [line.slice(0, colon), line.slice(colon + 2)] as const
    })
  const all = (wanted: string) => fields.filter(([field]) => field === wanted).map(([, value]) => value)
  const one = (wanted: string) => all(wanted)[0]
  const terms = fields.filter(([field]) => field.startsWith('term '))
  const label = one('label')!
  const comparisonForm = one('comparison form')
  const orderForm = one('order form')
  return {
    name,
    fields,
    expect: one('expect')!,
    kms: one('kms') as Vector['kms'],
    table: one('table')!,
    fileKeys: all('file key'),
    rows: all('row').map((row) => keyRow(JSON.parse(row))),
    column: {
      label,
      labelTag: labelTag(label),
      logicalType: one('type')!,
      namedKey: one('named key')!,
      pad: 0,
      terms: terms.map(([field]) => field.slice(5) as TermName),
    },
    envelope: Buffer.from(one('envelope')!, 'hex'),
    terms: terms.map(([, value]) => Buffer.from(value, 'hex')),
    plaintext: one('plaintext'),
    indexRow: one('index row'),
    comparisonForm: comparisonForm === undefined ? undefined : Buffer.from(comparisonForm, 'hex'),
    orderForm: orderForm === undefined ? undefined : Buffer.from(orderForm, 'hex'),
  }
}

function keyRow(row: Record<string, string | null> & { context: Record<string, string> }): KeyRow {
  return {
    id: row.id!,
    kind: row.kind as KeyRow['kind'],
    namedKey: row.named_key!,
    provider: row.provider as KeyRow['provider'],
    arn: row.arn!,
    tenant: row.tenant!,
    group: row.index_group!,
    slot: row.kind === 'index' ? 'current' : null,
    wrapped: row.wrapped === null ? null : Buffer.from(row.wrapped!, 'hex'),
    context: row.context,
    created: new Date(row.created!),
    retired: null,
  }
}
