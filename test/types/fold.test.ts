import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PgsealError } from '../../src/errors.ts'
import { type Fold, foldText } from '../../src/types/fold.ts'
import { exactText } from '../../src/types/like-pattern.ts'

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter): [number, string] => [
  letter.charCodeAt(0),
  letter.toLowerCase(),
])
const fold: Fold = {
  lower: new Map([...letters, [0xc9, 'é'], [0x130, 'i\u0307'], [0x10400, '\u{10428}']]),
  contextual: new Set([0x3a3]),
  digest: 'one',
}

const folded = (text: string, by = fold) => foldText(by, Buffer.from(text)).toString()

test('letters become what the server says, all others stay (C39c)', () => {
  assert.equal(folded('Ab[Z]{ 1'), 'ab[z]{ 1')
  assert.equal(folded('ÉÀß\u{10400}İ'), 'éÀß\u{10428}i\u0307')
  assert.equal(folded(''), '')
})

test('a letter that depends on its neighbours is refused', () => {
  assert.throws(() => folded('ΑΣ'), { errorName: 'caseNotKnown' } satisfies Partial<PgsealError>)
})

test('letters of ASCII may leave it, as in Turkish', () => {
  const turkish: Fold = { ...fold, lower: new Map([...letters, [0x49, 'ı']]) }
  assert.equal(folded('TITLE', turkish), 'tıtle')
})

test('the argument is not changed', () => {
  const text = Buffer.from('ABC')
  foldText(fold, text)
  assert.equal(text.toString(), 'ABC')
})

test('patterns without wildcards are texts', () => {
  const exact = (pattern: string) => exactText(Buffer.from(pattern))?.toString()
  assert.equal(exact('canary'), 'canary')
  assert.equal(exact(''), '')
  assert.equal(exact('a\\%b\\_c\\\\d\\eé\\é'), 'a%b_c\\deéé')
  for (const pattern of ['%', 'a_', '\\\\%', 'a\\']) assert.equal(exact(pattern), undefined, pattern)
})
