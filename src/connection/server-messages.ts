// The server's messages, matched with what is owed: passed on, opened, swallowed, or turned into the proxy's own error.
import { PgsealError } from '../errors.ts'
import { decodeCopyInResponse } from '../wire/copy-in-response.ts'
import { decodeDataRow } from '../wire/data-row.ts'
import { encodeErrorFrame } from '../wire/error-frame.ts'
import { decodeErrorResponse } from '../wire/error-response.ts'
import { messageField } from '../wire/message-fields.ts'
import { decodeParameterDescription, encodeParameterDescription } from '../wire/parameter-description.ts'
import { decodeParameterStatus } from '../wire/parameter-status.ts'
import { decodeReadyForQuery } from '../wire/ready-for-query.ts'
import { decodeRowDescription, encodeRowDescription, someTypeOid } from '../wire/row-description.ts'
import { clientTerms } from './client-error.ts'
import { endFailedCopy } from './client-query.ts'
import { copyFailSqlstate } from './copy-in.ts'
import { copyDoneFrame, describeCopy, endCopyOut, isCopyOut, leaveCopyOut } from './copy-out.ts'
import { describeForClient } from './described-results.ts'
import type { Link } from './link.ts'
import { guardSqlstate } from './name-guard.ts'
import { type Owed, owedKind } from './owed-replies.ts'
import { keepOpener } from './portal-opener.ts'
import type { ManyPortal } from './prepared.ts'
import { refusalName, refusalParse, refusalSqlstate } from './refusal-text.ts'

/** Passes a frame on, behind the rows that are opened. */
export function pass(link: Link, frame: Buffer): void {
  if (link.failing) return
  releaseDescription(link)
  link.sendRows()
  link.toClient.pass(frame)
}

/** Rows or their end follow: the description that was held back goes before them. */
export function releaseDescription(link: Link): void {
  const held = link.heldDescription
  if (held === undefined) return
  link.heldDescription = undefined
  link.toClient.pass(held)
}

/** ParseComplete, BindComplete, CloseComplete: one reply, no body. */
export function handleComplete(link: Link, frame: Buffer): void {
  const owed = expect(link)
  link.owed.shift()
  if (!owed.hidden && !owed.quiet) pass(link, frame)
  owed.completes?.complete()
  if (owed.confirms !== undefined) owed.confirms.confirmed = true
  if (owed.releases) release(link)
}

function release(link: Link): void {
  const held = link.heldComplete
  link.heldComplete = undefined
  if (held !== undefined) pass(link, held)
}

export function handleParameterDescription(link: Link, frame: Buffer): void {
  const owed = expect(link)
  const { plan } = owed
  if (plan === undefined) return pass(link, frame)
  const { typeOids } = decodeParameterDescription(frame.subarray(5))
  if (plan.kind !== 'sealed') {
    const catalog = link.deps.catalog()
    if (typeOids.some((oid) => catalog.isPgsealType(oid))) return link.fail(new PgsealError('resultMismatch'))
    return pass(link, frame)
  }
  const described =
    typeOids.length === plan.parameters.length &&
    plan.parameters.every(
      (parameter, index) =>
        (parameter.role !== 'seal' && parameter.role !== 'constant') ||
        parameter.target.physical?.oid === typeOids[index],
    )
  if (!described) return link.fail(new PgsealError('resultMismatch'))
  link.parameterTypes.set(plan, typeOids)
  const clientOids = plan.clientParameters.map(({ typeOid, plainAt }) =>
    typeOid !== 0 || plainAt === -1 ? typeOid : (typeOids[plainAt] ?? 0),
  )
  if (!owed.hidden) pass(link, encodeParameterDescription({ type: 'ParameterDescription', typeOids: clientOids }))
}

export function handleRowDescription(link: Link, frame: Buffer): void {
  const owed = expect(link)
  const describes = owed.kind === owedKind.describeStatement || owed.kind === owedKind.describePortal
  if (describes) link.owed.shift()
  if (link.failing) return
  if (owed.collects !== undefined) {
    owed.collects.describe(decodeRowDescription(frame.subarray(5)).fields)
    return
  }
  const plan = owed.plan
  const catalog = link.deps.catalog()
  if (plan?.kind === 'sealed') {
    const formats = owed.kind === owedKind.describePortal ? owed.portal?.resultFormats : undefined
    const opened = describeForClient(catalog, plan, withSelected(frame, owed.portal?.many), formats)
    if (opened === undefined) {
      link.fail(new PgsealError('resultMismatch'))
      return
    }
    if (describes) link.verified.add(plan)
    if (isCopyOut(plan)) return describeCopy(link, owed, plan, decodeRowDescription(frame.subarray(5)).fields)
    if (owed.quiet && plan.effects.mayWrite) link.heldDescription = opened
    else if (!owed.hidden) pass(link, opened)
    return
  }
  if (someTypeOid(frame.subarray(5), catalog.isPgsealType)) {
    // A simple query outside a block is committed before its ReadyForQuery can be held back.
    const committed = owed.kind === owedKind.query && !link.block
    link.fail(
      new PgsealError('unplannedResult', {}, committed ? { detail: 'The statement itself has been carried out.' } : {}),
    )
    return
  }
  if (describes && plan !== undefined) link.verified.add(plan)
  if (!owed.hidden) pass(link, frame)
}

/** Columns that were computed in the SELECT of an UPDATE of many rows are described as that did: table, column, modifier. */
function withSelected(frame: Buffer, many: ManyPortal | undefined): Buffer {
  if (many === undefined || many.fields.every((field) => field === undefined)) return frame
  const { fields } = decodeRowDescription(frame.subarray(5))
  return encodeRowDescription({
    type: 'RowDescription',
    fields: fields.map((field, at) => {
      const selected = many.fields[at]
      if (selected === undefined) return field
      const { tableOid, columnNumber, typeModifier } = selected
      return { ...field, tableOid, columnNumber, typeModifier }
    }),
  })
}

export function handleNoData(link: Link, frame: Buffer): void {
  const owed = expect(link)
  link.owed.shift()
  const { plan } = owed
  // A FETCH of no cursor: its Execute fails.
  if (plan?.kind === 'sealed' && plan.results !== undefined && plan.effects.statement !== 'FetchStmt') {
    link.fail(new PgsealError('resultMismatch'))
    return
  }
  if (plan !== undefined) link.verified.add(plan)
  if (!owed.hidden && !owed.quiet) pass(link, frame)
}

/** Rows of hidden statements; all others are the row loop's in connection.ts. */
export function collectRow(link: Link, frame: Buffer): void {
  const owed = expect(link)
  const { values } = decodeDataRow(frame.subarray(5))
  owed.collects?.take(values)
}

/** CommandComplete, EmptyQueryResponse, PortalSuspended. */
export function handleEnd(link: Link, frame: Buffer, suspended: boolean): void {
  const owed = expect(link)
  if (link.copyingIn) {
    link.copyingIn = false
    link.owed.dropConditional()
  }
  const { statements } = link.deps.counts
  if (owed.kind === owedKind.query) {
    statements.passthrough += 1
    return pass(link, frame)
  }
  if (owed.kind !== owedKind.execute) return outOfPlace()
  const copied = isCopyOut(owed.plan) && !link.failing ? endCopyOut(link, owed) : undefined
  link.owed.shift()
  if (owed.confirms !== undefined) owed.confirms.confirmed = true
  if (!owed.hidden && !link.failing) statements[owed.plan?.kind === 'sealed' ? 'sealed' : 'passthrough'] += 1
  if (owed.audit !== undefined) {
    const unwritten = owed.audit.finish(link.failing ? 'failed' : suspended ? 'suspended' : 'ok')
    if (unwritten === undefined) link.sendAuditedRows()
    else {
      link.dropRows()
      link.fail(unwritten)
    }
  }
  if (owed.portal !== undefined) owed.portal.opener = suspended ? owed.opener : undefined
  if (owed.opener !== undefined && !suspended && !link.failing) keepOpener(link, owed.plan, owed.opener)
  if (copied !== undefined) {
    link.sendRows()
    leaveCopyOut(link)
    pass(link, copyDoneFrame)
    pass(link, copied)
  } else if (owed.followers > 0 && !link.failing) link.heldComplete = frame
  else if (!owed.hidden) pass(link, frame)
  if (owed.opening) link.opened()
  if (owed.timing !== undefined) link.clock?.ended(owed, link.failing ? 'failed' : undefined)
}

export function handleError(link: Link, frame: Buffer): void {
  const { fields } = decodeErrorResponse(frame.subarray(5))
  const severity = messageField(fields, 'V') ?? messageField(fields, 'S')
  const owed = link.owed.head()
  if (owed === undefined || severity === 'FATAL' || severity === 'PANIC' || owed.kind === owedKind.startup) {
    // Said of the connection, not of a message: the server closes it (pitfalls A57, A64).
    link.sendRows()
    link.toClient.pass(frame)
    return
  }
  link.heldDescription = undefined
  const sqlstate = messageField(fields, 'C')
  link.sendRows()
  leaveCopyOut(link)
  const expected = owed.hidden ? guardSqlstate : owed.copyAborted ? copyFailSqlstate : refusalSqlstate
  const refused = owed.refusal !== undefined && sqlstate === expected
  if (refused || !owed.hidden) link.deps.counts.statements[refused ? 'refused' : 'failed'] += 1
  if (owed.audit?.finish((refused ? owed.refusal?.sqlstate : sqlstate) ?? 'failed') !== undefined) link.dropRows()
  if (owed.timing !== undefined) owed.timing.outcome = (refused ? owed.refusal?.sqlstate : sqlstate) ?? 'failed'
  if (refused) pass(link, encodeErrorFrame(owed.refusal!))
  else pass(link, clientTerms(owed.plan, owed.statement, fields, frame))
  if (link.block) link.failedBlock = true
  if (link.copyingIn) {
    link.copyingIn = false
    link.owed.keepConditional()
  }
  link.heldComplete = undefined
  if (owed.kind === owedKind.query || owed.kind === owedKind.functionCall) {
    owed.undo?.()
    return
  }
  for (const skipped of link.owed.skipToSync().reverse()) {
    if (skipped === owed) link.clock?.ended(skipped)
    skipped.audit?.finish('skipped')
    if (link.copyIn?.owed === skipped) link.copyIn.drop()
    skipped.undo?.()
    skipped.collects?.skip()
    skipped.completes?.skip()
    if (skipped.opening) link.opened()
  }
  if (!link.owed.hasSync()) {
    link.skipping = true
    link.serverSkips = true
    endFailedCopy(link)
  }
}

export function handleReady(link: Link, frame: Buffer): void {
  const owed = expect(link)
  const { kind } = owed
  if (
    kind !== owedKind.sync &&
    kind !== owedKind.query &&
    kind !== owedKind.functionCall &&
    kind !== owedKind.startup
  ) {
    return outOfPlace()
  }
  const { status } = decodeReadyForQuery(frame, 5)
  link.owed.shift()
  if (owed.timing !== undefined) link.clock?.ended(owed)
  if (link.failing && status === 'T' && !owed.hidden) {
    // The block would live on without the rows that could not be opened: it is made to fail (design section 6).
    if (link.owed.length > 0) throw new PgsealError('unplannedResultFatal')
    link.skipping = false
    link.submit(owedKind.parse, refusalParse(refusalName))
    link.submitSync()
    link.toServer.flush()
    return
  }
  if (link.owed.length === 0) {
    link.ready(status)
    if (status !== 'T') link.deps.audit?.finishBound()
  }
  link.sendRows()
  if (!owed.hidden) {
    link.failing = false
    link.toClient.pass(frame)
  }
  owed.completes?.complete()
}

export function handleCopyIn(link: Link, frame: Buffer): void {
  link.copyingIn = true
  link.copyEnded = link.owed.beginCopyIn()
  if (!link.copyEnded) link.clock?.clientWaitedFor(true)
  pass(link, frame)
  const { plan } = expect(link)
  if (plan?.kind !== 'sealed' || plan.copy?.direction !== 'in') return
  const { format, columnFormats } = decodeCopyInResponse(frame.subarray(5))
  const { columns, options } = plan.copy
  const agrees = columnFormats.length === columns.length && (format === 1) === (options.format === 'binary')
  if (!agrees) link.copyIn?.refuse(new PgsealError('resultMismatch'))
}

export function handleParameterStatus(link: Link, frame: Buffer): void {
  const { name, value: bytes } = decodeParameterStatus(frame.subarray(5))
  const value = bytes.toString('latin1')
  const encoding = name === 'client_encoding' && value !== 'UTF8' && value !== 'SQL_ASCII'
  if (encoding || (name === 'standard_conforming_strings' && value !== 'on')) {
    // Statements would no longer mean to the server what they mean to the analysis (pitfalls B24, B25).
    throw new PgsealError('unreadableSetting', { setting: name })
  }
  if (name === 'server_version') link.serverVersion = Number.parseInt(value, 10)
  if (name === 'application_name') link.deps.audit?.setApplication(bytes.toString('utf8'))
  if (name === 'DateStyle' || name === 'IntervalStyle' || name === 'TimeZone') link.facts.forgetSettings()
  link.sendRows()
  link.toClient.pass(frame)
}

/** Notices, notifications, BackendKeyData: of no message in particular. */
export function passAside(link: Link, frame: Buffer): void {
  link.sendRows()
  link.toClient.pass(frame)
}

function expect(link: Link): Owed {
  return link.owed.head() ?? outOfPlace()
}

export function outOfPlace(): never {
  throw new PgsealError('protocolViolation', { what: 'the server sent a message that nothing asked for' })
}
