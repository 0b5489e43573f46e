import type { Catalog } from '../catalog/catalog.ts'
import { loadConfig } from '../config/load-config.ts'
import { createLog } from '../observe/log.ts'
import type { ParsedStatement } from '../sql/analysis.ts'
import type { Plan, SealedPlan, ServerParameter } from '../sql/plan.ts'
import { startSealing } from './sealing.ts'

export type ExplainOptions = { readonly config: string; readonly insecureTestKey: boolean }

/** Prints what would be done with each statement of `sql`. Nothing is executed, sealed or opened. */
export async function explain(sql: string, options: ExplainOptions): Promise<void> {
  const config = await loadConfig(options.config, { allowInsecureTestKey: options.insecureTestKey })
  if (config.tables.length === 0) {
    process.stdout.write('passed on as it is: the map names no table\n')
    return
  }
  const sealing = await startSealing(config, createLog('error'), 0)
  try {
    const { parse, analyze, catalog } = sealing.dependencies(createLog('silent').connection(0))
    const plans = parse(Buffer.from(sql)).statements.map((statement) => {
      const names = resolvedNames(statement, catalog())
      return analyze({
        statement,
        catalog: catalog(),
        names,
        declaredOids: [],
        mode: config.mode,
        currentSchema: 'public',
      })
    })
    process.stdout.write(plans.map(planText).join('\n'))
  } finally {
    await sealing.close()
  }
}

// No client is there whose search path could decide: schema public, else the only table of that name.
function resolvedNames(statement: ParsedStatement, catalog: Catalog): Map<string, number> {
  return new Map(
    statement.names.map((name) => {
      const found = catalog.relationNamed('public', name) ?? only(catalog.relationsNamed(name))
      return [name, found?.oid ?? 0]
    }),
  )
}

function only<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined
}

function planText(plan: Plan): string {
  switch (plan.kind) {
    case 'passthrough':
      return `passed on as it is: ${plan.reason}\n`
    case 'refused': {
      const { severity, sqlstate, message, detail, hint } = plan.error
      const lines = [`refused: ${severity}: ${sqlstate}: ${message}`]
      if (detail !== undefined) lines.push(`DETAIL: ${detail}`)
      if (hint !== undefined) lines.push(`HINT: ${hint}`)
      return `${lines.join('\n')}\n`
    }
    case 'sealed':
      return sealedText(plan)
  }
}

function sealedText(plan: SealedPlan): string {
  const lines = ['served on sealed columns', `  sent      ${plan.text.toString()}`]
  for (const [index, parameter] of plan.parameters.entries())
    lines.push(`  $${index + 1}        ${parameterText(parameter)}`)
  for (const [word, labels] of [
    ['seals', plan.seals],
    ['searches', plan.searches],
    ['opens', plan.opens],
  ] as const) {
    if (labels.length > 0) lines.push(`  ${word.padEnd(8)}  ${labels.join(', ')}`)
  }
  return `${lines.join('\n')}\n`
}

function parameterText(parameter: ServerParameter): string {
  switch (parameter.role) {
    case 'plain':
      return `the client's $${parameter.index + 1}`
    case 'seal':
      return `${operandText(parameter)}, sealed for ${parameter.target.column.label}`
    case 'term':
      return `the equality term of ${operandText(parameter)} under ${parameter.target.column.label}`
    case 'constant':
      return `${operandText(parameter)}, sealed for this statement alone`
  }
}

function operandText({ operand }: Exclude<ServerParameter, { role: 'plain' }>): string {
  return operand.source.from === 'parameter'
    ? `the client's $${operand.source.index + 1}`
    : 'a constant of the statement'
}
