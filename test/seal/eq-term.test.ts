import assert from 'node:assert/strict'
import { createHmac, createSecretKey, randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { eqTerm, termLength } from '../../src/seal/eq-term.ts'

test('an equality term is HMAC-SHA256 cut to 16 bytes, for forms of every length', () => {
  const keys = [createSecretKey(randomBytes(32)), createSecretKey(randomBytes(64)), createSecretKey(randomBytes(16))]
  const lengths = [...Array.from({ length: 200 }, (_, length) => length), 511, 512, 513, 4096, 70_000]
  for (const length of lengths) {
    const form = randomBytes(length)
    for (const key of keys) {
      const expected = createHmac('sha256', key).update(form).digest().subarray(0, termLength)
      assert.deepEqual(eqTerm(key, form), expected, `${length} bytes`)
    }
  }
})

test('a term is not written again by the next one', () => {
  const key = createSecretKey(randomBytes(32))
  const first = eqTerm(key, Buffer.from('a'))
  const copy = Buffer.from(first)
  eqTerm(key, Buffer.from('b'))
  assert.deepEqual(first, copy)
})
