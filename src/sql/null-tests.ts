// `$1 IS NULL OR email = $1`: the parameter is looked at only for NULL, so the server needs no more of it than the term that
// it gets for the comparison. As a plain parameter it would carry the value in clear. So too where a driver has written
// the value into the text: `'x' IS NULL OR email = 'x'`.
import { operandOf } from './operand.ts'
import type { Operand } from './plan.ts'
import type { Analysis, ParameterUse } from './statement.ts'
import { as, walk } from './walk.ts'

/** Gives parameters and literals under IS [NOT] NULL the role that they have beside a sealed column elsewhere in the statement. */
export function claimNullTests(analysis: Analysis): void {
  const uses = new Map<string, ParameterUse>()
  for (const claim of analysis.claims.values()) {
    if (claim.to !== 'parameter' || claim.use.role === 'constant') continue
    const name = sourceName(claim.use.operand)
    if (!uses.has(name)) uses.set(name, claim.use)
  }
  if (uses.size === 0) return
  walk(analysis.input.statement.parse, (tag, fields) => {
    if (tag !== 'NullTest') return undefined
    const operand = operandOf(withoutCasts(fields.arg), [], anyType)
    const use = operand === undefined ? undefined : uses.get(sourceName(operand))
    if (use !== undefined && !analysis.claims.has(fields.arg as object)) {
      analysis.claim(fields.arg, { to: 'parameter', use })
    }
    return undefined
  })
}

const anyType = { name: 'text', typmod: -1 } as const

function sourceName({ source }: Operand): string {
  if (source.from === 'parameter') return `$${source.index}`
  return source.text === null ? 'NULL' : `'${source.text.toString('latin1')}`
}

function withoutCasts(node: unknown): unknown {
  const cast = as(node, 'TypeCast')
  return cast === undefined ? node : withoutCasts(cast.arg)
}
