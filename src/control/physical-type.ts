// Names of the composite types of schema pgseal: one for each logical type and set of terms.

/** Terms in attribute order. */
export type PhysicalTypeSpec = { readonly logicalType: string; readonly terms: readonly string[] }

const knownTerms: readonly string[] = ['eq', 'eq_lower', 'ord', 'tri']

/** The domain for the attribute of each term that can be made today. */
const termDomains: Readonly<Record<string, string>> = { eq: 'term', eq_lower: 'term', ord: 'ord' }

/**
 * `text_eq` for text with term eq, `text_none` without terms. No logical type's name holds `_`, and no sequence of terms
 * reads as another one, so two specs never give one name, nor the name of a domain or table of the schema.
 */
export function physicalTypeName(spec: PhysicalTypeSpec): string {
  return `${spec.logicalType}_${spec.terms.length === 0 ? 'none' : spec.terms.join('_')}`
}

/** The spec of a type that physicalTypeName named; undefined for any other name. */
export function parsePhysicalTypeName(name: string): PhysicalTypeSpec | undefined {
  const split = name.indexOf('_')
  if (split < 1) return undefined
  const logicalType = name.slice(0, split)
  let rest = name.slice(split + 1)
  if (rest === '') return undefined
  if (rest === 'none') return { logicalType, terms: [] }
  const terms: string[] = []
  while (rest !== '') {
    const term = knownTerms.findLast((known) => rest === known || rest.startsWith(`${known}_`))
    if (term === undefined) return undefined
    terms.push(term)
    rest = rest.slice(term.length + 1)
  }
  return { logicalType, terms }
}

/** `(v pgseal.version, c pgseal.envelope, eq pgseal.term)` */
export function physicalTypeAttributes(spec: PhysicalTypeSpec): string {
  const terms = spec.terms.map((term) => {
    const domain = termDomains[term]
    if (domain === undefined) throw new Error(`no domain for term ${term}`)
    return `${term} pgseal.${domain}`
  })
  return `(${['v pgseal.version', 'c pgseal.envelope', ...terms].join(', ')})`
}
