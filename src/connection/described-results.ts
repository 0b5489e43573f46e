// RowDescriptions of sealed results: held against the plan, and given to the client by logical types.
import type { Catalog } from '../catalog/catalog.ts'
import { comesAsArray } from '../sql/nested.ts'
import type { Plan, SealedPlan, SealedResult } from '../sql/plan.ts'
import { typeNumbers } from '../types/logical-type.ts'
import { decodeRowDescription, encodeRowDescription, type FieldDescription } from '../wire/row-description.ts'
import { formatOf, sameFormats } from './formats.ts'

type Described = {
  /** What the server sent, and in which formats the client wanted the result. */
  readonly server: Buffer
  readonly formats: readonly number[]
  readonly client: Buffer
}

// The last description of each plan. Drivers describe a portal each time they use it, and it seldom changes. Keyed by plan,
// which lives no longer than the catalog that it was made from.
const known = new WeakMap<Plan, Described>()

/**
 * The frame for the client, or undefined when the server's is not what the plan says: another number of columns, a sealed
 * position with another type, a pgseal type in a plain one. `formats`: the portal's; undefined for a statement, whose
 * formats are not known yet. `frame` is only read; what comes back is shared and must not be written.
 */
export function describeForClient(
  catalog: Catalog,
  plan: SealedPlan,
  frame: Buffer,
  formats: readonly number[] = [],
): Buffer | undefined {
  const last = known.get(plan)
  if (last?.server.equals(frame) && sameFormats(last.formats, formats)) return last.client
  const { results, hidden } = plan
  const message = decodeRowDescription(frame.subarray(5))
  if (results === undefined || results.length !== message.fields.length) return undefined
  if (!tellsRows(results, message.fields) || !givesLeaves(results, message.fields)) return undefined
  const fields: FieldDescription[] = []
  for (const [index, field] of message.fields.entries()) {
    const result = results[index]
    if (result === undefined) {
      if (catalog.isPgsealType(field.typeOid)) return undefined
      if (!hidden.includes(index)) fields.push(field)
      continue
    }
    if (!isDescribed(catalog, result, field.typeOid)) return undefined
    if (hidden.includes(index)) continue
    const numbers = typeNumbers[result.logical.name]
    const isArray = result.nested?.form === 'array'
    const { source } = result
    fields.push({
      ...field,
      ...(source !== undefined && (field.tableOid === 0 || source.relation === 0)
        ? { tableOid: source.relation, columnNumber: source.attnum }
        : {}),
      typeOid: isArray ? numbers.arrayOid : numbers.oid,
      typeLength: isArray ? -1 : numbers.typlen,
      typeModifier: result.logical.typmod,
      format: formatOf(formats, fields.length),
    })
  }
  const client = encodeRowDescription({ type: 'RowDescription', fields })
  known.set(plan, { server: Buffer.from(frame), formats, client })
  return client
}

/** True when the server's type is what the plan says of a sealed or nested result. */
function isDescribed(catalog: Catalog, { nested, origins, logical }: SealedResult, typeOid: number): boolean {
  if (nested === undefined) return origins.every(({ physical }) => physical?.oid === typeOid)
  if (!comesAsArray(nested.form)) return typeOid === typeNumbers[logical.name].oid
  const element = catalog.physicalArrayElement(typeOid)
  return element !== undefined && origins.every(({ physical }) => physical?.oid === element.oid)
}

/** True when plain columns that values are computed of are of the types that they are read in. */
function givesLeaves(results: NonNullable<SealedPlan['results']>, fields: readonly FieldDescription[]): boolean {
  return results.every((result) =>
    (result?.combined?.leaves ?? []).every(
      ({ place, type }) => results[place] !== undefined || fields[place]?.typeOid === typeNumbers[type.name].oid,
    ),
  )
}

/** True when the columns that tell rows are of the types that their records are made of. */
function tellsRows(results: NonNullable<SealedPlan['results']>, fields: readonly FieldDescription[]): boolean {
  return results.every((result) =>
    (result?.rows ?? []).every((row) =>
      (row?.columns ?? []).every((place, at) => {
        const { typeOid, type } = row!.rule.columns[at]!
        const found = fields[place]?.typeOid
        // A domain is described as what it is over.
        return found === typeOid || found === typeNumbers[type.name].oid
      }),
    ),
  )
}
