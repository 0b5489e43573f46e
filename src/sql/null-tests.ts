// `$1 IS NULL OR email = $1`: the parameter is looked at only for NULL, so the server needs no more of it than the term that
// it gets for the comparison. As a plain parameter it would carry the value in clear.
import type { Analysis, ParameterUse } from './statement.ts'
import { as, number, walk } from './walk.ts'

/** Gives parameters under IS [NOT] NULL the role that they have beside a sealed column elsewhere in the statement. */
export function claimNullTests(analysis: Analysis): void {
  const uses = new Map<number, ParameterUse>()
  for (const claim of analysis.claims.values()) {
    if (claim.to !== 'parameter' || claim.use.role === 'constant') continue
    const { source } = claim.use.operand
    if (source.from === 'parameter' && !uses.has(source.index)) uses.set(source.index, claim.use)
  }
  if (uses.size === 0) return
  walk(analysis.input.statement.parse, (tag, fields) => {
    if (tag !== 'NullTest') return undefined
    const use = uses.get(parameterUnder(fields.arg))
    if (use !== undefined && !analysis.claims.has(fields.arg as object)) {
      analysis.claim(fields.arg, { to: 'parameter', use })
    }
    return undefined
  })
}

/** Index of a parameter under casts, -1 for anything else. */
function parameterUnder(node: unknown): number {
  const cast = as(node, 'TypeCast')
  if (cast !== undefined) return parameterUnder(cast.arg)
  const parameter = as(node, 'ParamRef')
  return parameter === undefined ? -1 : number(parameter.number) - 1
}
