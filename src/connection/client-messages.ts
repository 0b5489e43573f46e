// The client's messages of the extended protocol, one function each: what is passed on unchanged, what is made anew.
// PROTOCOL-FLOW-EXT-QUERY. Each may throw: the caller puts a refusal in the message's place.
import { PgsealError } from '../errors.ts'
import type { ParsedStatement } from '../sql/analysis.ts'
import { refuseOwnName } from '../sql/forbidden.ts'
import type { ManyRows, Plan, SealedPlan } from '../sql/plan.ts'
import { defaultValueSettings } from '../types/value-settings.ts'
import { type Bind, decodeBind, encodeBind } from '../wire/bind.ts'
import { decodeClose } from '../wire/close.ts'
import { decodeDescribe, encodeDescribe } from '../wire/describe.ts'
import { decodeExecute, encodeExecute } from '../wire/execute.ts'
import { decodeParse, encodeParse } from '../wire/parse.ts'
import { auditedRing } from './auditing.ts'
import { CopyIn } from './copy-in.ts'
import { isCopyOut } from './copy-out.ts'
import { currentPlan } from './current-plan.ts'
import { enterCursor, refuseCursorPortal } from './cursors.ts'
import { checkPrepared, enterPrepared } from './execute-prepared.ts'
import { followers, submitFollowers } from './followers.ts'
import type { Link } from './link.ts'
import { selectAndSeal, updateName } from './many-rows.ts'
import { guardedNames, submitGuards } from './name-guard.ts'
import { owedKind } from './owed-replies.ts'
import { checkConstants, declaredOids, hasConstants, type ServerValues } from './parameters.ts'
import { plainPlan, unknownPlan } from './plain-plans.ts'
import { openerOf, resultFormatsOf } from './portal-opener.ts'
import type { ManyPortal, Portal, Statement } from './prepared.ts'
import { sealedValues } from './sealed-values.ts'

export type Handled = Promise<void> | undefined

export function handleParse(link: Link, frame: Buffer): Handled {
  const message = decodeParse(frame.subarray(5))
  refuseOwnName(message.name)
  const enter = (
    plan: Plan,
    statement: Pick<Statement, 'parsed' | 'namesVersion' | 'catalog'>,
    bytes: Buffer,
  ): void => {
    const owed = link.submit(owedKind.parse, bytes)
    if (owed === undefined) return
    owed.plan = plan
    if (plan.kind === 'sealed') owed.statement = statement.parsed
    const entry: Statement = {
      ...statement,
      name: message.name,
      declaredOids: message.parameterTypes,
      plan,
      exchanged: link.gate?.exchanged ?? 0,
      pipeline: link.pipeline,
      confirmed: false,
    }
    owed.confirms = entry
    owed.undo = link.prepared.setStatement(entry)
  }
  const nothing = { parsed: undefined, namesVersion: 0, catalog: undefined }
  const parsed = link.deps.parse(message.query)
  if (parsed.statements.length > 1) throw new PgsealError('multipleCommands')
  const statement = parsed.statements[0]
  if (statement === undefined) {
    enter(plainPlan, nothing, frame)
    return undefined
  }
  const send = (plan: Plan): void => {
    if (plan.kind === 'refused') throw plan.error
    const catalog = link.catalog()
    const from = {
      parsed: statement,
      namesVersion: link.facts.version,
      catalog: catalog instanceof Promise ? undefined : catalog,
    }
    const bytes =
      plan.kind === 'passthrough'
        ? frame
        : encodeParse({ type: 'Parse', name: message.name, query: plan.text, parameterTypes: declaredOids(plan) })
    enter(plan, from, bytes)
  }
  const check = (plan: Plan): Handled => {
    if (plan.kind !== 'sealed' || !hasConstants(plan)) {
      send(plan)
      return undefined
    }
    const asking = plan.usesSettings ? link.settings() : undefined
    const checked = (): void => {
      checkConstants(plan, link.facts.settings ?? defaultValueSettings)
      send(plan)
    }
    if (asking !== undefined) return asking.then(checked)
    checked()
    return undefined
  }
  const plan = link.plan(statement, message.parameterTypes)
  return plan instanceof Promise ? plan.then(check) : check(plan)
}

/** The statement whose names the plan is made from: of an EXECUTE that which was prepared. */
export function namesIn<T extends ParsedStatement | undefined>(statement: T, plan: Plan): T | ParsedStatement {
  return plan.kind === 'sealed' && plan.executed !== undefined ? plan.executed.prepared : statement
}

export function handleBind(link: Link, frame: Buffer): Handled {
  const portalEnd = frame.indexOf(0, 5)
  const statementEnd = frame.indexOf(0, portalEnd + 1)
  if (portalEnd === -1 || statementEnd === -1) {
    throw new PgsealError('protocolViolation', { what: 'Bind has a string without an end' })
  }
  const name = portalEnd + 1 === statementEnd ? '' : frame.toString('utf8', portalEnd + 1, statementEnd)
  refuseOwnName(name)
  const portal = portalEnd === 5 ? '' : frame.toString('utf8', 5, portalEnd)
  refuseOwnName(portal)
  const statement = link.prepared.statements.get(name)
  const unsure = link.unsure(statement)
  if (unsure !== undefined) return unsure.then(() => handleBind(link, frame))
  if (statement === undefined) {
    // A simple Query took it away, though one of the proxy's own may stand in its place on the server (pitfall A42).
    if (name === '') throw new PgsealError('unnamedStatementMissing')
    submitPlainBind(link, frame, portal, unknownPlan())
    return undefined
  }
  const send = (plan: Plan): Handled => {
    if (plan.kind === 'refused') throw plan.error
    submitGuards(link, guardedNames(link, namesIn(statement.parsed, plan)))
    if (plan.kind === 'sealed') return bindSealed(link, decodeBind(frame, 5), plan)
    submitPlainBind(link, frame, portal, plan)
    return undefined
  }
  const plan = currentPlan(link, statement)
  return plan instanceof Promise ? plan.then(send) : send(plan)
}

function submitPlainBind(link: Link, frame: Buffer, name: string, plan: Plan): void {
  const owed = link.submit(owedKind.bind, frame)
  if (owed === undefined) return
  const entry: Portal = {
    name,
    plan,
    resultFormats: [],
    sealedHere: undefined,
    constantKey: undefined,
    many: undefined,
    described: false,
    opener: undefined,
    pipeline: link.pipeline,
    confirmed: false,
  }
  owed.confirms = entry
  owed.undo = link.prepared.setPortal(entry)
}

function bindSealed(link: Link, message: Bind, plan: SealedPlan): Handled {
  if (message.values.length !== plan.clientParameters.length) {
    throw new PgsealError('bindCount', {
      given: String(message.values.length),
      wanted: String(plan.clientParameters.length),
    })
  }
  if (message.parameterFormats.length > 1 && message.parameterFormats.length !== message.values.length) {
    throw new PgsealError('bindFormats')
  }
  checkFormats(message.parameterFormats)
  checkFormats(message.resultFormats)
  if (plan.many !== undefined) return bindMany(link, message, plan, plan.many)
  const ready = sealedValues(link, plan, { formats: message.parameterFormats, values: message.values })
  const send = (values: ServerValues): void => {
    submitSealedBind(link, message.portal, message.statement, plan, values, message.resultFormats)
  }
  if (ready instanceof Promise) return ready.then(send)
  send(ready)
  return undefined
}

function checkFormats(formats: readonly number[]): void {
  for (const format of formats) {
    if (format !== 0 && format !== 1) throw new PgsealError('formatCode', { format: String(format) })
  }
}

async function bindMany(link: Link, message: Bind, plan: SealedPlan, many: ManyRows): Promise<void> {
  const client = { formats: message.parameterFormats, values: message.values }
  const { values, portal } = await selectAndSeal(link, message.statement, plan, many, client)
  submitSealedBind(link, message.portal, updateName, plan, values, message.resultFormats, portal)
}

export function submitSealedBind(
  link: Link,
  portal: string,
  statement: string,
  plan: SealedPlan,
  values: ServerValues,
  resultFormats: readonly number[],
  many?: ManyPortal,
): Portal | undefined {
  const bytes = encodeBind({
    type: 'Bind',
    portal,
    statement,
    parameterFormats: values.formats,
    values: values.values,
    resultFormats: resultFormatsOf(plan, resultFormats),
  })
  const owed = link.submit(owedKind.bind, bytes)
  const { audit } = values
  if (owed === undefined) {
    audit?.finish('skipped')
    return undefined
  }
  if (audit !== undefined) audit.bound = true
  owed.audit = audit
  const entry: Portal = {
    name: portal,
    plan,
    audit,
    resultFormats,
    sealedHere: values.sealedHere,
    constantKey: values.constantKey?.key,
    many,
    described: false,
    opener: undefined,
    pipeline: link.pipeline,
    confirmed: false,
  }
  owed.confirms = entry
  owed.undo = link.prepared.setPortal(entry)
  return entry
}

export function handleDescribe(link: Link, frame: Buffer): Handled {
  const { target, name } = decodeDescribe(frame, 5)
  const known = target === 'statement' ? link.prepared.statements.get(name) : link.prepared.portals.get(name)
  const unsure = link.unsure(known)
  if (unsure !== undefined) return unsure.then(() => handleDescribe(link, frame))
  if (target === 'statement') {
    const statement = link.prepared.statements.get(name)
    const send = (plan: Plan | undefined): void => {
      const owed = link.submit(owedKind.describeStatement, frame)
      if (owed !== undefined) owed.plan = plan
    }
    // After an exchange of tables the server can't describe what it was given before.
    const renewed =
      statement?.parsed?.statement === 'FetchStmt' || (statement?.exchanged ?? 0) !== (link.gate?.exchanged ?? 0)
    const plan = renewed && statement !== undefined ? currentPlan(link, statement) : statement?.plan
    if (plan instanceof Promise) return plan.then(send)
    send(plan)
    return undefined
  }
  refuseCursorPortal(link, name)
  const portal = link.prepared.portals.get(name)
  const owed = link.submit(owedKind.describePortal, frame)
  if (owed === undefined) return undefined
  owed.plan = portal?.plan
  owed.portal = portal
  if (portal !== undefined) portal.described = true
  return undefined
}

export function handleExecute(link: Link, frame: Buffer): Handled {
  const { portal: name } = decodeExecute(frame, 5)
  const portal = link.prepared.portals.get(name)
  const unsure = portal === undefined ? undefined : link.unsure(portal)
  if (unsure !== undefined) return unsure.then(() => handleExecute(link, frame))
  refuseCursorPortal(link, name)
  return executePortal(link, portal, portal?.plan ?? unknownPlan(), name, frame, false)
}

/** Statements whose result is another each time, though their text is the same: what a name stands for changes (C54). */
const varies = new Set(['FetchStmt', 'ExecuteStmt', 'CallStmt'])

/** Sends an Execute; before a COMMIT, only once everything before it is opened (design section 6). */
export function executePortal(
  link: Link,
  portal: Portal | undefined,
  plan: Plan,
  name: string,
  frame: Buffer,
  quiet: boolean,
): Handled {
  const prepares = plan.kind === 'refused' ? undefined : plan.prepares
  const send = (): Handled => {
    if (link.skipping) return undefined
    if (portal?.many !== undefined) checkRowsHold(link, portal.many)
    const copies = isCopyOut(plan)
    const sealed = plan.kind === 'sealed' && (copies || plan.results?.some((result) => result !== undefined) === true)
    const known = link.verified.has(plan) && !varies.has(plan.effects.statement)
    const verified = portal?.described === true || portal?.opener !== undefined || known
    const audit = portal?.audit?.execution()
    const check = sealed || (plan.kind === 'passthrough' && plan.describeFirst && !verified)
    if (check) link.deps.counts.descriptions[verified ? 'known' : 'asked'] += 1
    if (check && !verified) {
      const describe = link.submit(
        owedKind.describePortal,
        encodeDescribe({ type: 'Describe', target: 'portal', name }),
      )
      if (describe !== undefined) {
        describe.hidden = true
        describe.plan = plan
        describe.portal = portal
      }
    }
    const opener = sealed && plan.kind === 'sealed' ? (portal?.opener ?? openerOf(link, plan, portal)) : undefined
    if (audit !== undefined) opener?.countFor(audit, auditedRing(link.deps.keyRing, audit))
    // COPY knows no limit of rows.
    const bytes = copies ? encodeExecute({ type: 'Execute', portal: name, maxRows: 0 }) : frame
    const owed = link.submit(owedKind.execute, bytes)
    if (owed === undefined) return undefined
    link.clock?.sent(owed)
    owed.plan = plan
    owed.portal = portal
    owed.quiet = quiet
    owed.opener = opener
    owed.audit = audit
    if (check) {
      owed.opening = true
      link.opening += 1
    }
    link.apply(plan.effects, owed)
    if (prepares !== undefined) enterPrepared(link, prepares, owed)
    if (plan.kind === 'sealed') enterCursor(link, plan, portal?.constantKey, owed)
    if (plan.kind === 'sealed' && plan.copy?.direction === 'in') link.copyIn = new CopyIn(link, owed, plan.copy)
    if (plan.kind === 'sealed' && followers(plan) > 0) submitFollowers(link, plan, owed)
    return undefined
  }
  const settings =
    prepares !== undefined
      ? checkPrepared(link, prepares)
      : plan.kind === 'sealed' && plan.usesSettings && plan.results !== undefined
        ? link.settings()
        : undefined
  const opened = plan.effects.transaction === undefined ? undefined : link.whenOpened()
  if (settings === undefined && opened === undefined) return send()
  if (opened !== undefined) link.flushServer()
  return Promise.all([settings, opened]).then(() => send())
}

/** Rows that were selected at Bind are those of Execute only if nothing else has written in between. */
function checkRowsHold(link: Link, many: ManyPortal): void {
  if (many.writes !== undefined && many.writes !== link.writes) throw new PgsealError('rowsOutdated')
  many.writes = undefined
}

export function handleClose(link: Link, frame: Buffer): Handled {
  const { target, name } = decodeClose(frame.subarray(5))
  const owed = link.submit(owedKind.close, frame)
  if (owed === undefined) return undefined
  if (target === 'statement') link.settling.closing = true
  owed.undo = target === 'statement' ? link.prepared.deleteStatement(name) : link.prepared.deletePortal(name)
  return undefined
}

/**
 * Ends a pipeline. Where a result must still be opened and the pipeline may write, Flush goes out and the Sync is held
 * until the rows are opened, so that a failure to open can take the writes back (design section 6).
 */
export function handleSync(link: Link, frame: Buffer): Handled {
  link.clock?.forget()
  const finish = (): void => {
    // What could not be opened fails the pipeline on the server too.
    if (link.failing && (link.pipelineWrites || link.block) && !link.serverSkips) {
      link.skipping = false
      link.submitRefusal(new PgsealError('internal'))
    }
    link.submitSync(frame)
  }
  if (link.failing || link.opening === 0) {
    finish()
    return undefined
  }
  if (!link.block && link.pipelineWrites) {
    link.flushServer()
    return link.whenOpened()!.then(finish)
  }
  link.submitSync(frame)
  return link.block ? link.whenOpened() : undefined
}
