import assert from 'node:assert/strict'
import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { OpenedDataKeys } from '../../src/keys/opened-data-keys.ts'
import { type BranchKey, branchKey } from '../../src/seal/data-key.ts'

const made = (): KeyObject => createSecretKey(randomBytes(32))
const branch = (): BranchKey => branchKey(made(), randomBytes(16), 'default', '')

/** Wrapped keys are 60 bytes that begin with a random nonce. */
const wrappedKey = (): Buffer => randomBytes(60)

function counted(keys: OpenedDataKeys): { get(branch: BranchKey, wrapped: Buffer): KeyObject; unwrapped: number } {
  const counter = {
    unwrapped: 0,
    get: (from: BranchKey, wrapped: Buffer) =>
      keys.get(from, wrapped, () => {
        counter.unwrapped += 1
        return made()
      }),
  }
  return counter
}

test('a key that is met again is kept, one that is met once is not', () => {
  const keys = counted(new OpenedDataKeys())
  const from = branch()
  const wrapped = wrappedKey()
  keys.get(from, wrapped)
  const second = keys.get(from, wrapped)
  assert.equal(keys.unwrapped, 2)
  assert.equal(keys.get(from, Buffer.from(wrapped)), second)
  assert.equal(keys.unwrapped, 2)
})

test('rows that are read once do not drive out keys that are kept', () => {
  const keys = counted(new OpenedDataKeys())
  const from = branch()
  const wrapped = wrappedKey()
  keys.get(from, wrapped)
  const kept = keys.get(from, wrapped)
  for (let row = 0; row < 50_000; row += 1) keys.get(from, wrappedKey())
  assert.equal(keys.get(from, wrapped), kept)
})

test('nearly all of ten thousand keys that are met twice are kept', () => {
  const keys = counted(new OpenedDataKeys())
  const from = branch()
  const rows = Array.from({ length: 10_000 }, wrappedKey)
  for (let round = 0; round < 2; round += 1) for (const wrapped of rows) keys.get(from, wrapped)
  keys.unwrapped = 0
  for (const wrapped of rows) keys.get(from, wrapped)
  assert.ok(keys.unwrapped < 100, String(keys.unwrapped))
})

test('a kept key counts only with the branch key that opened it, and for the very same bytes', () => {
  const opened = new OpenedDataKeys()
  const keys = counted(opened)
  const [first, second] = [branch(), branch()]
  const wrapped = wrappedKey()
  for (let met = 0; met < 3; met += 1) keys.get(first, wrapped)
  keys.unwrapped = 0
  keys.get(second, wrapped)
  assert.equal(keys.unwrapped, 1)
  const changed = Buffer.from(wrapped)
  changed[59]! ^= 1
  keys.get(second, changed)
  assert.equal(keys.unwrapped, 2)
  opened.sweep((held) => held !== second)
  keys.get(second, wrapped)
  assert.equal(keys.unwrapped, 3)
  opened.clear()
  keys.get(second, wrapped)
  assert.equal(keys.unwrapped, 4)
})
