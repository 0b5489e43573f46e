// The allow-list at work: a node or a field that the caller does not name is a refusal (C42).
import { refuseShape } from './refusal.ts'
import type { Analysis } from './statement.ts'
import { type Fields, locationOf, type Node, tagOf } from './walk.ts'

/** The tag and fields of what must be a tagged node. */
export function onlyNode(analysis: Analysis, value: unknown): { tag: string; fields: Fields } {
  const tag = tagOf(value)
  if (tag === undefined) refuseShape(analysis, 'an expression of an unknown kind')
  return { tag, fields: (value as Node)[tag]! }
}

/** Refuses a node that has a field not listed. */
export function checkFields(analysis: Analysis, tag: string, fields: Fields, known: readonly string[]): void {
  for (const field in fields) {
    if (!known.includes(field)) refuseShape(analysis, `${tag} with ${field}`, locationOf(fields))
  }
}
