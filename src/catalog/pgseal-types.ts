import type { PhysicalType, TermName } from '../seal/sealed-column.ts'

type TypeRow = [
  oid: number,
  name: string,
  kind: string,
  element: number,
  attributes: [name: string, type: number][] | null,
]
export type DomainRow = [oid: number, base: number, array: number, typmod: number, version: string]

/** The types of schema pgseal and everything made of them. */
export type TypeTable = {
  composite(oid: number): PhysicalType | undefined
  arrayElement(oid: number): PhysicalType | undefined
  isPgseal(oid: number): boolean
  named(logicalType: string, terms: readonly TermName[]): PhysicalType | undefined
  nameOf(logicalType: string, terms: readonly TermName[]): string
}

export function readTypes(rows: readonly TypeRow[], domains: readonly DomainRow[]): TypeTable {
  const composites = new Map<number, PhysicalType>()
  const byName = new Map<string, PhysicalType>()
  const arrays = new Map<number, PhysicalType>()
  const pgseal = new Set(rows.map(([oid]) => oid))
  for (const [oid, name, kind, , attributes] of rows) {
    if (kind !== 'c' || attributes === null) continue
    const physical = physicalTypeOf(oid, name, attributes)
    if (physical === undefined) continue
    composites.set(oid, physical)
    byName.set(name, physical)
  }
  for (const [oid, , , element] of rows) {
    const physical = composites.get(element)
    if (physical !== undefined) arrays.set(oid, physical)
  }
  // A domain may stand on another one made later: until nothing is added.
  for (let before = -1; before !== pgseal.size; ) {
    before = pgseal.size
    for (const [oid, base, array] of domains) if (pgseal.has(base)) pgseal.add(oid).add(array)
  }
  const nameOf = (logicalType: string, terms: readonly TermName[]) =>
    `${logicalType}_${terms.length === 0 ? 'none' : terms.join('_')}`
  return {
    composite: (oid) => composites.get(oid),
    arrayElement: (oid) => arrays.get(oid),
    isPgseal: (oid) => pgseal.has(oid),
    named: (logicalType, terms) => byName.get(nameOf(logicalType, terms)),
    nameOf,
  }
}

const termNames: readonly string[] = ['eq', 'eq_lower', 'ord', 'tri'] satisfies TermName[]

/** undefined for the row type of a table of the schema. */
function physicalTypeOf(oid: number, name: string, attributes: readonly [string, number][]): PhysicalType | undefined {
  const [version, envelope, ...terms] = attributes
  if (version?.[0] !== 'v' || envelope?.[0] !== 'c' || !terms.every(([term]) => termNames.includes(term)))
    return undefined
  return {
    oid,
    name,
    versionOid: version[1],
    envelopeOid: envelope[1],
    terms: terms.map(([term, type]) => ({ name: term as TermName, oid: type })),
  }
}
