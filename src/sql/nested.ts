// JSON, arrays and joined texts that hold values of sealed columns: where in them such values stand. The server builds them of
// stored values; the proxy opens each in its place (B32, C45). A place is one that the analysis itself has followed from the
// column: nothing that merely looks like a sealed value is ever opened.
import type { RecordRule } from '../catalog/catalog.ts'
import type { ValueStep } from '../types/functions.ts'

export type Shape<Leaf> =
  /** Nothing of it is sealed. */
  | { readonly is: 'plain' }
  | ValueShape<Leaf>
  /** An array of any length; `tight`: without the line breaks that json_agg() puts between composite values. */
  | { readonly is: 'list'; readonly of: Shape<Leaf>; readonly tight: boolean }
  /** An object of any keys. */
  | { readonly is: 'map'; readonly of: Shape<Leaf> }
  /** An array of these. */
  | { readonly is: 'tuple'; readonly of: readonly Shape<Leaf>[] }
  | ObjectShape<Leaf>

export type ValueShape<Leaf> = {
  readonly is: 'value'
  readonly leaf: Leaf
  /** Within a jsonb. */
  readonly inJsonb: boolean
  /**
   * What tells the value's row. `beside`: in its place stands an array of the value and the columns of the rule; a list: the
   * members of the object around it that these are.
   */
  readonly row?: { readonly rule: RecordRule; readonly columns: 'beside' | readonly number[] } | undefined
}

export type ObjectShape<Leaf> = {
  readonly is: 'object'
  /** Undefined where the statement does not say. */
  readonly keys: readonly (string | undefined)[]
  readonly of: readonly Shape<Leaf>[]
  /** Members are in the order of jsonb, and each key is there once. */
  readonly sorted: boolean
}

/**
 * `text`: a json, cast. `joined`: an array whose elements are joined by `delimiter`, as string_agg() does; `sum` and `avg`: of
 * the elements of an array.
 */
export type NestedForm = 'json' | 'jsonb' | 'text' | 'array' | 'joined' | 'sum' | 'avg'

/** True for what the server gives as an array. */
export function comesAsArray(form: NestedForm): boolean {
  return form === 'array' || form === 'joined' || form === 'sum' || form === 'avg'
}

export type Nested<Leaf> = {
  readonly form: NestedForm
  readonly shape: Shape<Leaf>
  readonly delimiter?: Buffer | undefined
  /** Of sum and avg: what is done with the total, in order. */
  readonly steps?: readonly TotalStep[] | undefined
}

/** A cast, or a value in stored form in the place of NULL. */
export type TotalStep = { readonly cast: ValueStep } | { readonly otherwise: Buffer }

/** Calls `visit` with each value of a shape. */
export function eachLeaf<Leaf>(shape: Shape<Leaf>, visit: (leaf: Leaf) => void): void {
  switch (shape.is) {
    case 'plain':
      return
    case 'value':
      visit(shape.leaf)
      return
    case 'list':
    case 'map':
      eachLeaf(shape.of, visit)
      return
    case 'tuple':
    case 'object':
      for (const one of shape.of) eachLeaf(one, visit)
  }
}

/** The shape with other leaves. */
export function mapLeaves<From, To>(shape: Shape<From>, change: (leaf: From) => To): Shape<To> {
  switch (shape.is) {
    case 'plain':
      return shape
    case 'value':
      return { ...shape, leaf: change(shape.leaf) }
    case 'list':
    case 'map':
      return { ...shape, of: mapLeaves(shape.of, change) }
    case 'tuple':
    case 'object':
      return { ...shape, of: shape.of.map((one) => mapLeaves(one, change)) }
  }
}

/** What a json becomes as jsonb; undefined where not all its keys are known. */
export function asJsonb<Leaf>(shape: Shape<Leaf>): Shape<Leaf> | undefined {
  switch (shape.is) {
    case 'plain':
      return shape
    case 'value':
      return { ...shape, inJsonb: true }
    case 'list':
    case 'map': {
      const of = asJsonb(shape.of)
      return of === undefined ? undefined : { ...shape, of }
    }
    case 'tuple':
    case 'object': {
      const of = shape.of.map(asJsonb)
      if (of.some((one) => one === undefined)) return undefined
      const all = of as readonly Shape<Leaf>[]
      if (shape.is === 'tuple') return { ...shape, of: all }
      return shape.keys.includes(undefined) ? undefined : { ...shape, of: all, sorted: true }
    }
  }
}
