import assert from 'node:assert/strict'
import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { PgsealError } from '../../src/errors.ts'
import { branchKey, unwrapUnderBranchKey, wrapUnderBranchKey } from '../../src/seal/data-key.ts'
import { parseEnvelope } from '../../src/seal/envelope.ts'
import { eqTerm } from '../../src/seal/eq-term.ts'
import { labelTag } from '../../src/seal/label-tag.ts'
import { openValue } from '../../src/seal/open-value.ts'
import { sealValue } from '../../src/seal/seal-value.ts'
import type { SealedColumn } from '../../src/seal/sealed-column.ts'
import { encodeSealedRecord, readSealedRecord } from '../../src/seal/sealed-record.ts'
import { emailColumn, label, noRecord, textEq } from './columns.ts'

const branch = branchKey(createSecretKey(randomBytes(32)), randomBytes(16), 'default', '')
const indexKey: KeyObject = createSecretKey(randomBytes(32))
const value = Buffer.from('test@example.org')

type Sealed = { readonly envelope: Buffer; readonly terms: readonly Buffer[] }

function seal(column: SealedColumn, stored: Buffer, record = noRecord): Sealed {
  const terms = column.terms.map(() => eqTerm(indexKey, stored))
  return { envelope: sealValue(column, wrapUnderBranchKey(branch), record, stored, terms), terms }
}

/** As a reader does, who looks the branch key up by the key id. */
function open(column: SealedColumn, { envelope, terms }: Sealed): Buffer {
  const parsed = parseEnvelope(envelope, column.label)
  if (!parsed.keyPart.keyId.equals(branch.keyId)) throw new PgsealError('openFailed', { column: column.label })
  return openValue(column, parsed, unwrapUnderBranchKey(branch, parsed.keyPart.wrapped, column.label), terms)
}

const refused = { sqlstate: 'XX001', message: `could not open a sealed value of column "${label}"` }

function flipped(bytes: Buffer, bit: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[bit >> 3]! ^= 1 << (bit & 7)
  return copy
}

test('every bit of every attribute, flipped, is refused', () => {
  for (const pad of [0, 16]) {
    const column = { ...emailColumn, pad }
    const sealed = seal(column, value, Buffer.from('users/42'))
    assert.deepEqual(open(column, sealed), value)
    for (let bit = 0; bit < sealed.envelope.length * 8; bit++) {
      const envelope = flipped(sealed.envelope, bit)
      assert.throws(() => open(column, { ...sealed, envelope }), refused, `bit ${bit} of the envelope`)
    }
    for (let bit = 0; bit < 128; bit++) {
      const terms = [flipped(sealed.terms[0]!, bit)]
      assert.throws(() => open(column, { ...sealed, terms }), refused, `bit ${bit} of the term`)
    }
  }
})

test('every bit of a value as the server sends it, flipped, is refused', () => {
  const sealed = seal(emailColumn, value)
  const bytes = encodeSealedRecord(textEq, sealed.envelope, sealed.terms)
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const changed = flipped(bytes, bit)
    assert.throws(
      () => open(emailColumn, readSealedRecord(textEq, changed, 0, changed.length, label)),
      refused,
      `bit ${bit}`,
    )
  }
})

test('a value cut or lengthened anywhere is refused', () => {
  const sealed = seal(emailColumn, value)
  for (let length = 0; length < sealed.envelope.length; length++) {
    assert.throws(() => open(emailColumn, { ...sealed, envelope: sealed.envelope.subarray(0, length) }), refused)
    assert.throws(() => open(emailColumn, { ...sealed, envelope: sealed.envelope.subarray(length + 1) }), refused)
  }
  const longer = Buffer.concat([sealed.envelope, Buffer.alloc(1)])
  assert.throws(() => open(emailColumn, { ...sealed, envelope: longer }), refused)
  for (let length = 0; length < 16; length++) {
    assert.throws(() => open(emailColumn, { ...sealed, terms: [sealed.terms[0]!.subarray(0, length)] }), refused)
  }
  assert.throws(() => open(emailColumn, { ...sealed, terms: [] }), refused)
  assert.throws(() => open(emailColumn, { ...sealed, terms: [...sealed.terms, ...sealed.terms] }), refused)
})

test('a short tag is refused, not checked in part', () => {
  const sealed = seal(emailColumn, value)
  const parsed = parseEnvelope(sealed.envelope, label)
  const key = unwrapUnderBranchKey(branch, parsed.keyPart.wrapped, label)
  for (const length of [4, 8, 12, 13, 14, 15]) {
    const { suite, flags, keyPart, keyPartBytes, labelTag, record, nonce, ciphertext, tag } = parsed
    const parts = { suite, flags, keyPart, keyPartBytes, labelTag, record, nonce, ciphertext }
    const cut = { ...parts, tag: tag.subarray(0, length) }
    assert.throws(() => openValue(emailColumn, cut, key, sealed.terms))
  }
})

test('a value sealed for another column, type, named key or set of terms is refused', () => {
  const sealed = seal(emailColumn, value)
  for (const change of [
    { label: 'public.users.phone', labelTag: labelTag('public.users.phone') },
    { label: 'public.orders.email', labelTag: labelTag('public.orders.email') },
    // The same tag by chance or by a forger's hand: the label itself is covered.
    { label: 'public.users.phone' },
    { logicalType: 'varchar' },
    { namedKey: 'phone' },
    { terms: ['eq_lower'] },
    { terms: [] },
  ] as const) {
    const column: SealedColumn = { ...emailColumn, ...change }
    assert.throws(() => open(column, sealed), { sqlstate: 'XX001' }, JSON.stringify(change))
  }
})

test('parts of two values of one column, exchanged, are refused: each part alone', () => {
  const a = seal(emailColumn, value)
  const b = seal(emailColumn, Buffer.from('mail@example.org'))
  const start = parseEnvelope(a.envelope, label)
  const keyPartEnd = 3 + start.keyPartBytes.length
  const nonceStart = keyPartEnd + 6
  const spans = {
    'key part': [3, keyPartEnd],
    nonce: [nonceStart, nonceStart + 12],
    ciphertext: [nonceStart + 12, -16],
    tag: [-16],
  }
  for (const [part, [from, to]] of Object.entries(spans)) {
    const envelope = Buffer.from(a.envelope)
    b.envelope.subarray(from, to).copy(envelope, from! < 0 ? envelope.length + from! : from)
    assert.throws(() => open(emailColumn, { ...a, envelope }), refused, part)
  }
  assert.throws(() => open(emailColumn, { envelope: a.envelope, terms: b.terms }), refused, 'term')
})

test('a record given to another row is refused', () => {
  const a = seal(emailColumn, value, Buffer.from('users/1'))
  const at = a.envelope.indexOf('users/1')
  const envelope = Buffer.from(a.envelope)
  envelope[at + 6] = 0x32
  assert.throws(() => open(emailColumn, { ...a, envelope }), refused)
})

test('a data key under another branch key, key id, named key or tenant does not unwrap', () => {
  const raw = randomBytes(32)
  const keyId = randomBytes(16)
  const right = branchKey(createSecretKey(raw), keyId, 'default', 'acme')
  const { key, keyPart } = wrapUnderBranchKey(right)
  const wrapped = keyPart.subarray(17)
  assert.ok(unwrapUnderBranchKey(right, wrapped, label).equals(key))
  for (const wrong of [
    branchKey(createSecretKey(randomBytes(32)), keyId, 'default', 'acme'),
    branchKey(createSecretKey(raw), randomBytes(16), 'default', 'acme'),
    branchKey(createSecretKey(raw), keyId, 'phone', 'acme'),
    branchKey(createSecretKey(raw), keyId, 'default', ''),
    branchKey(createSecretKey(raw), keyId, 'defaultac', 'me'),
  ]) {
    assert.throws(() => unwrapUnderBranchKey(wrong, wrapped, label), refused)
  }
})
