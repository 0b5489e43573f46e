import assert from 'node:assert/strict'
import { createSecretKey } from 'node:crypto'
import { test } from 'node:test'
import { makeTerm } from '../../src/seal/make-term.ts'

// Computed with Python's hmac and hashlib from docs/envelope-format.md section 7.2.
test('the term of a lower case', () => {
  const key = createSecretKey(Buffer.from(Array.from({ length: 32 }, (_, at) => at)))
  const form = Buffer.from('canary élan')
  assert.equal(makeTerm('eq_lower', key, form).toString('hex'), 'beddde1bd2f57067bd29de0f6ff9017a')
  assert.notDeepEqual(makeTerm('eq', key, form), makeTerm('eq_lower', key, form))
})
