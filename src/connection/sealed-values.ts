import type { SealedPlan } from '../sql/plan.ts'
import { defaultValueSettings } from '../types/value-settings.ts'
import { auditedValues } from './auditing.ts'
import { evaluateDefaults } from './evaluate-defaults.ts'
import type { Link } from './link.ts'
import { type ClientValues, type ServerValues, serverValues } from './parameters.ts'
import { checkRows } from './row-limit.ts'
import type { EvaluatedRows } from './row-record.ts'

/** The server's values of one execution of the plan, told to the audit trail. */
export function sealedValues(link: Link, plan: SealedPlan, client: ClientValues): ServerValues | Promise<ServerValues> {
  checkRows(plan.rows, link.deps.rowsPerStatement)
  const { evaluates } = plan
  const audited = (evaluated: EvaluatedRows): ServerValues | Promise<ServerValues> =>
    auditedValues(link, plan, (keyRing) => {
      const settings = link.facts.settings ?? defaultValueSettings
      const seal = () => serverValues(plan, client, settings, keyRing, evaluated, link.deps.tokenKeys)
      return link.clock === undefined ? seal() : link.clock.sealing(seal)
    })
  const make = (): ServerValues | Promise<ServerValues> =>
    evaluates === undefined ? audited([]) : evaluateDefaults(link, plan, evaluates).then(audited)
  const asking = plan.usesSettings ? link.settings() : undefined
  return asking === undefined ? make() : asking.then(make)
}
