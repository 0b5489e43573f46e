import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseCase, readCases } from './case-file.ts'

test('there are at least 200 cases, 170 of them served, and five or more of each group', () => {
  const cases = readCases()
  assert.ok(cases.length >= 200, `${cases.length} cases`)
  const served = cases.filter(({ expect }) => expect === 'served')
  assert.ok(served.length >= 170, `${served.length} served`)
  const groups = new Map<string, number>()
  for (const { group } of cases) groups.set(group, (groups.get(group) ?? 0) + 1)
  for (const [group, count] of groups) assert.ok(count >= 5, `${group} has ${count} cases`)
  assert.equal([...groups.keys()].filter((group) => group.startsWith('type_')).length, 22)
})

test('a case file that is not of the form is refused', () => {
  const head = '-- description: x\n-- expect: served\n\n'
  assert.equal(parseCase('a/001_b', `${head}select 1;\n`).statements.length, 1)
  assert.throws(() => parseCase('a/001_b', 'select 1;\n'), /no description/)
  assert.throws(() => parseCase('a/001_b', `${head}select 1\n`), /semicolon/)
  assert.throws(() => parseCase('a/001_b', `${head}-- refused: 0A000 x\nselect 1;\n`), /expect does not fit/)
  assert.throws(() => parseCase('a/001_b', `${head}-- parms: []\nselect 1;\n`), /unrecognized line/)
})
