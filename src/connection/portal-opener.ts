// How the result of a portal is asked for and opened.
import { PgsealError } from '../errors.ts'
import type { Plan, SealedPlan } from '../sql/plan.ts'
import { defaultValueSettings } from '../types/value-settings.ts'
import { copyFormats, isCopyOut } from './copy-out.ts'
import { constantKeyOf } from './cursors.ts'
import { serverFormats } from './formats.ts'
import type { Link } from './link.ts'
import { Opener } from './opener.ts'
import type { Portal } from './prepared.ts'

const noFormats: readonly number[] = []

/** One for each column of the server's, in binary where the client does not get it as it comes. */
export function resultFormatsOf(plan: SealedPlan, formats: readonly number[]): readonly number[] {
  const { results, hidden } = plan
  if (isCopyOut(plan)) return serverFormats(results ?? [], hidden, copyFormats(plan))
  if (results === undefined || !results.some((result) => result !== undefined)) return formats
  if (formats.length > 1 && formats.length !== results.length - hidden.length) throw new PgsealError('bindFormats')
  return serverFormats(results, hidden, formats)
}

/** The opener of an execution that begins: one that is at rest where it fits. */
export function openerOf(link: Link, plan: SealedPlan, portal: Portal | undefined): Opener {
  const { keyRing, tokenKeys, counts } = link.deps
  const settings = link.facts.settings ?? defaultValueSettings
  const resultFormats = isCopyOut(plan) ? copyFormats(plan) : (portal?.resultFormats ?? noFormats)
  const constantKey = portal?.constantKey ?? constantKeyOf(plan)
  const sealedHere = portal?.sealedHere
  if (constantKey === undefined && sealedHere === undefined) {
    const kept = link.openers.get(plan)
    if (kept !== undefined) {
      link.openers.delete(plan)
      if (kept.fits(resultFormats, keyRing, settings)) return kept
    }
  }
  return new Opener({
    results: plan.results ?? [],
    hidden: plan.hidden,
    resultFormats,
    keyRing,
    settings,
    sealedHere,
    constantKey,
    tokenKeys,
    counts,
  })
}

/** Keeps the opener of an execution that has ended well for the next one of its plan. */
export function keepOpener(link: Link, plan: Plan | undefined, opener: Opener): void {
  if (plan === undefined || !opener.reusable) return
  opener.rest()
  link.openers.set(plan, opener)
}
