// A statement of the proxy's own on the client's connection, in its place in the order, unseen by the client.
import { encodeBind } from '../wire/bind.ts'
import { encodeClose } from '../wire/close.ts'
import { encodeExecute } from '../wire/execute.ts'
import { encodeParse } from '../wire/parse.ts'
import { HiddenCall, type HiddenRow, Skipped } from './hidden-call.ts'
import type { Link } from './link.ts'
import { type Owed, owedKind } from './owed-replies.ts'

const hiddenName = 'pgseal_hidden'

/** See Link.hiddenQuery. */
export function submitHidden(link: Link, sql: string, parameters: readonly string[]): Promise<readonly HiddenRow[]> {
  if (link.skipping) return Promise.reject(new Skipped())
  const between = !link.pipelineOpen
  const hide = (owed: Owed | undefined): void => {
    if (owed !== undefined) owed.hidden = true
  }
  hide(link.submit(owedKind.close, encodeClose({ type: 'Close', target: 'statement', name: hiddenName })))
  const text = Buffer.from(sql)
  hide(link.submit(owedKind.parse, encodeParse({ type: 'Parse', name: hiddenName, query: text, parameterTypes: [] })))
  const bind = encodeBind({
    type: 'Bind',
    portal: hiddenName,
    statement: hiddenName,
    parameterFormats: [],
    values: parameters.map((parameter) => Buffer.from(parameter)),
    resultFormats: [],
  })
  hide(link.submit(owedKind.bind, bind))
  const call = new HiddenCall()
  const execute = link.submit(owedKind.execute, encodeExecute({ type: 'Execute', portal: hiddenName, maxRows: 0 }))
  if (execute !== undefined) {
    execute.hidden = true
    execute.collects = call
  }
  const last = link.submit(owedKind.close, encodeClose({ type: 'Close', target: 'portal', name: hiddenName }))
  hide(last)
  if (between) {
    const sync = link.submitSync()
    sync.hidden = true
    sync.completes = call
  } else {
    if (last !== undefined) last.completes = call
    link.flushServer()
  }
  link.toServer.flush()
  return call.done
}
