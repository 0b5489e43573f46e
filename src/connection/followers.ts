// Statements in the wake of one that the client sent (the indexes of a CREATE TABLE): they run in the same transaction, and
// the client's CommandComplete waits for the last of them.
import type { SealedPlan } from '../sql/plan.ts'
import { encodeBind } from '../wire/bind.ts'
import { encodeClose } from '../wire/close.ts'
import { encodeExecute } from '../wire/execute.ts'
import { encodeParse } from '../wire/parse.ts'
import type { Link } from './link.ts'
import { type Owed, type OwedKind, owedKind } from './owed-replies.ts'

const name = 'pgseal_follower'

export function followers(plan: SealedPlan): number {
  return plan.after.length
}

export function submitFollowers(link: Link, plan: SealedPlan, leader: Owed): void {
  leader.followers = plan.after.length
  let last: Owed | undefined
  const hide = (kind: OwedKind, frame: Buffer): void => {
    last = link.submit(kind, frame)
    if (last !== undefined) last.hidden = true
  }
  for (const text of plan.after) {
    hide(owedKind.close, encodeClose({ type: 'Close', target: 'statement', name }))
    hide(owedKind.parse, encodeParse({ type: 'Parse', name, query: text, parameterTypes: [] }))
    const bind = encodeBind({
      type: 'Bind',
      portal: name,
      statement: name,
      parameterFormats: [],
      values: [],
      resultFormats: [],
    })
    hide(owedKind.bind, bind)
    hide(owedKind.execute, encodeExecute({ type: 'Execute', portal: name, maxRows: 0 }))
    hide(owedKind.close, encodeClose({ type: 'Close', target: 'portal', name }))
  }
  if (last !== undefined) last.releases = true
}
