import assert from 'node:assert/strict'
import { test } from 'node:test'
import { serverValues } from '../../src/connection/parameters.ts'
import type { Reading } from '../../src/sql/access.ts'
import type { SealedPlan, ServerParameter } from '../../src/sql/plan.ts'
import { defaultValueSettings } from '../../src/types/value-settings.ts'
import { insertReturning, testKeyRing } from './sealed-fixture.ts'

const mask: Reading = { as: 'mask', mask: { kind: 'constant', stored: Buffer.from('*') } }

/** Stored forms that the opener would give back without asking for a key, for the client's value and one behind it. */
function remembered(reading: Reading): string[] {
  const [own] = insertReturning.parameters as readonly [Extract<ServerParameter, { role: 'seal' }>]
  const behind: ServerParameter = {
    ...own,
    operand: { ...own.operand, source: { from: 'parameter', index: insertReturning.clientParameters.length } },
  }
  const plan: SealedPlan = {
    ...insertReturning,
    parameters: [own, behind],
    results: insertReturning.results?.map((result) => (result === undefined ? undefined : { ...result, reading })),
  }
  const client = { formats: [], values: [Buffer.from('given'), Buffer.from('opened')] }
  const values = serverValues(plan, client, defaultValueSettings, testKeyRing())
  assert.ok(!(values instanceof Promise))
  return [...(values.sealedHere?.values() ?? [])].map(String)
}

test('what was opened to be sealed anew is no value of the client, where the client may not read it', () => {
  assert.deepEqual(remembered({ as: 'value' }), ['given', 'opened'])
  assert.deepEqual(remembered(mask), ['given'])
  assert.deepEqual(remembered({ as: 'refused', by: 'roles' }), ['given'])
})
