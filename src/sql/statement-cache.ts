// Parsed texts and their plans, kept by text and bounded in bytes: a million different texts leave memory flat (C61).
import type { AnalysisInput, ParsedStatement, ParsedText, ResolvedNames } from './analysis.ts'
import { analyze } from './analyze.ts'
import { parseStatements } from './parsed-text.ts'
import { fingerprintOf } from './parser.ts'
import type { Plan } from './plan.ts'

type KeptPlan = { readonly input: AnalysisInput; readonly plan: Plan }

/** Plans kept for one statement: declared types and meanings of names differ between connections. */
const plansPerStatement = 8

export class StatementCache {
  readonly #maxBytes: number
  /** For metrics: what was found and what had to be made. */
  readonly counts = { textsFound: 0, textsParsed: 0, plansFound: 0, plansMade: 0 }
  #bytes = 0
  /** Least recently used first. */
  readonly #texts = new Map<string, ParsedText>()
  readonly #plans = new WeakMap<ParsedStatement, KeptPlan[]>()
  readonly #statements = new WeakMap<Plan, ParsedStatement>()
  readonly #fingerprints = new WeakMap<ParsedStatement, string>()

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes
  }

  /** Bytes that the kept texts are taken to cost. */
  get bytes(): number {
    return this.#bytes
  }

  get texts(): number {
    return this.#texts.size
  }

  /** As parseStatements; the text is copied, so the caller's buffer may be used again. */
  parse(text: Buffer): ParsedText {
    const key = text.toString('latin1')
    const known = this.#texts.get(key)
    if (known !== undefined) {
      this.counts.textsFound += 1
      this.#texts.delete(key)
      this.#texts.set(key, known)
      return known
    }
    this.counts.textsParsed += 1
    const parsed = parseStatements(Buffer.from(text))
    // One long text must not drive out all others.
    if (parsed.bytes > this.#maxBytes / 16) return parsed
    this.#texts.set(key, parsed)
    this.#bytes += parsed.bytes
    for (const [oldest, old] of this.#texts) {
      if (this.#bytes <= this.#maxBytes) break
      this.#texts.delete(oldest)
      this.#bytes -= old.bytes
    }
    return parsed
  }

  /** As analyze; the same plan object comes back as long as text, declared types, names, schema, mode, access and epoch are the same. */
  analyze(input: AnalysisInput): Plan {
    let kept = this.#plans.get(input.statement)
    if (kept === undefined) this.#plans.set(input.statement, (kept = []))
    const found = kept.find((one) => sameInput(one.input, input))
    if (found !== undefined) {
      this.counts.plansFound += 1
      return found.plan
    }
    this.counts.plansMade += 1
    const plan = analyze(input)
    this.#statements.set(plan, input.statement)
    if (kept.length >= plansPerStatement) kept.shift()
    kept.push({ input, plan })
    return plan
  }

  /** libpg_query's fingerprint of the statement that a plan was made of, computed once a text; '' for a plan not made here. */
  fingerprint(plan: Plan): string {
    const statement = this.#statements.get(plan)
    if (statement === undefined) return ''
    let fingerprint = this.#fingerprints.get(statement)
    if (fingerprint === undefined) this.#fingerprints.set(statement, (fingerprint = fingerprintOf(statement.text)))
    return fingerprint
  }
}

function sameInput(a: AnalysisInput, b: AnalysisInput): boolean {
  return (
    a.catalog === b.catalog &&
    a.mode === b.mode &&
    a.access === b.access &&
    a.currentSchema === b.currentSchema &&
    sameOids(a.declaredOids, b.declaredOids) &&
    sameNames(a.names, b.names)
  )
}

function sameOids(a: readonly number[], b: readonly number[]): boolean {
  return a === b || (a.length === b.length && a.every((oid, at) => oid === b[at]))
}

function sameNames(a: ResolvedNames, b: ResolvedNames): boolean {
  if (a === b) return true
  if (a.size !== b.size) return false
  for (const [name, oid] of a) if (b.get(name) !== oid) return false
  return true
}
