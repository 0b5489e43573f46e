// Alerts on what is opened: too many values, by whom nobody knows, failures, and records that nobody should read. Each is
// an event of the log, a count, a line of the audit trail and a call of a webhook; some are brakes.
import { PgsealError } from '../errors.ts'
import type { AuditTrail } from './audit/audit-trail.ts'
import type { ConnectionAudit } from './audit/statement-audit.ts'

export const alertKinds = ['opened', 'failures', 'first-seen', 'canary'] as const
export type AlertKind = (typeof alertKinds)[number]
export type AlertAction = 'alert' | 'refuse'

export type AlertRules = {
  /** Values of one column that one user opens in a minute; empty lists are all. */
  readonly opened: readonly {
    readonly perMinute: number
    readonly users: readonly string[]
    readonly columns: readonly string[]
    readonly action: AlertAction
  }[]
  /** Failures to open, of one user in a minute. */
  readonly failures: { readonly perMinute: number; readonly action: AlertAction } | undefined
  /** `known`: users that are no news. */
  readonly firstSeen: { readonly known: readonly string[]; readonly action: AlertAction } | undefined
  readonly canaries: { readonly records: readonly string[]; readonly action: AlertAction } | undefined
}

/** What an alert says: names and counts, no value. */
export type AlertEvent = {
  readonly kind: AlertKind
  readonly action: AlertAction
  readonly user: string
  readonly connection: number
  readonly application: string
  readonly client: string
  readonly column?: string
  readonly record?: string
  readonly perMinute?: number
  /** How many of this kind there were since the start. */
  readonly count: number
}

export type AlertOutlets = {
  log(event: AlertEvent): void
  /** The webhook: takes JSON and does not wait. */
  send: ((json: string) => void) | undefined
  readonly trail: AuditTrail | undefined
}

const windowMs = 60_000
const tickMs = 1_000
/** Users remembered at most. */
const mostSeen = 100_000

export class Alerts {
  /** Alerts since the start, by kind. */
  readonly counts: Record<AlertKind, number>
  readonly #rules: AlertRules
  readonly #outlets: AlertOutlets
  readonly #now: () => number
  readonly #meters = new Map<string, OpenMeter>()
  readonly #failing = new Map<string, OpenMeter>()
  readonly #known: ReadonlySet<string>
  readonly #seen = new Set<string>()
  readonly #canaries: ReadonlySet<string>
  readonly #timer: NodeJS.Timeout

  constructor(
    rules: AlertRules,
    outlets: AlertOutlets,
    now: () => number = () => performance.now(),
    counts: Record<AlertKind, number> = { opened: 0, failures: 0, 'first-seen': 0, canary: 0 },
  ) {
    this.counts = counts
    this.#rules = rules
    this.#outlets = outlets
    this.#now = now
    this.#known = new Set(rules.firstSeen?.known ?? [])
    this.#canaries = new Set(rules.canaries?.records ?? [])
    this.#timer = setInterval(() => this.tick(), tickMs)
    this.#timer.unref()
  }

  /** Before a statement that opens these columns. Throws openingLimited while a brake is on, and userNotKnown. */
  check(of: ConnectionAudit, labels: readonly string[]): void {
    const { user } = of.client
    const { firstSeen } = this.#rules
    if (firstSeen !== undefined && !this.#known.has(user)) {
      if (!this.#seen.has(user)) {
        if (this.#seen.size < mostSeen) this.#seen.add(user)
        this.#raise('first-seen', firstSeen.action, of, {})
      }
      // Seen is not known: that the user comes again changes nothing.
      if (firstSeen.action === 'refuse') throw new PgsealError('userNotKnown', { user })
    }
    if (labels.length === 0) return
    this.#failing.get(user)?.check()
    for (const label of labels) this.#meters.get(meterName(user, label))?.check()
  }

  /** The meter of a user and column; undefined where no rule looks at them. */
  meter(of: ConnectionAudit, label: string): OpenMeter | undefined {
    const { user } = of.client
    const name = meterName(user, label)
    const known = this.#meters.get(name)
    if (known !== undefined) {
      known.by = of
      return known
    }
    const rules = this.#rules.opened.filter(({ users, columns }) => named(users, user) && named(columns, label))
    if (rules.length === 0) return undefined
    const meter = new OpenMeter(rules, this.#now(), user, (rule, by) =>
      this.#raise('opened', rule.action, by, { column: label, perMinute: rule.perMinute }),
    )
    meter.by = of
    this.#meters.set(name, meter)
    return meter
  }

  /** A value of this record is about to be opened. Throws canaryOpened. */
  opening(of: ConnectionAudit, record: string, label: string): void {
    if (this.#canaries.size === 0 || !this.#canaries.has(record)) return
    const { action } = this.#rules.canaries!
    this.#raise('canary', action, of, { column: label, record })
    if (action === 'refuse') throw new PgsealError('canaryOpened', { column: label })
  }

  /** A statement ended with an error of ours. */
  failed(of: ConnectionAudit, error: PgsealError): void {
    const rule = this.#rules.failures
    if (rule === undefined || error.sqlstate !== openFailure) return
    const { user } = of.client
    let meter = this.#failing.get(user)
    if (meter === undefined) {
      // The count that a rule names is the first that is too many here: one failure can be one too many.
      const fromNth = { ...rule, perMinute: rule.perMinute - 1 }
      meter = new OpenMeter([fromNth], this.#now(), user, (_, by) =>
        this.#raise('failures', rule.action, by, { perMinute: rule.perMinute }),
      )
      this.#failing.set(user, meter)
    }
    meter.by = of
    meter.count1()
  }

  /** Ends windows that have passed. */
  tick(): void {
    const now = this.#now()
    for (const meters of [this.#meters, this.#failing]) {
      for (const meter of meters.values()) if (now - meter.since >= windowMs) meter.restart(now)
    }
  }

  close(): void {
    clearInterval(this.#timer)
  }

  #raise(
    kind: AlertKind,
    action: AlertAction,
    of: ConnectionAudit,
    more: { column?: string; record?: string; perMinute?: number },
  ): void {
    this.counts[kind] += 1
    const { user, connection, address } = of.client
    const client = { user, connection, application: of.application, client: address }
    const event = { kind, action, ...client, ...more, count: this.counts[kind] }
    this.#outlets.log(event)
    const json = JSON.stringify(event)
    this.#outlets.trail?.append(`"event":"alert",${json.slice(1, -1)}`)
    this.#outlets.send?.(`{"type":"pgseal-alert","time":"${new Date().toISOString()}",${json.slice(1)}`)
  }
}

/** What cannot be opened, as clients see it. */
const openFailure = 'XX001'

type MeterRule = { readonly perMinute: number; readonly action: AlertAction }

/** Counts what one user opens of one column within a minute. Shared by the user's connections. */
export class OpenMeter {
  /** Whose statement counts at present: for the alert. */
  by: ConnectionAudit | undefined
  since: number
  readonly #rules: readonly MeterRule[]
  readonly #user: string
  readonly #raise: (rule: MeterRule, by: ConnectionAudit) => void
  #count = 0
  #next = 0
  #braked = false

  constructor(
    rules: readonly MeterRule[],
    now: number,
    user: string,
    raise: (rule: MeterRule, by: ConnectionAudit) => void,
  ) {
    this.#rules = [...rules].sort((a, b) => a.perMinute - b.perMinute)
    this.since = now
    this.#user = user
    this.#raise = raise
  }

  /** Throws openingLimited once a rule that refuses was broken. */
  check(): void {
    if (this.#braked) throw new PgsealError('openingLimited', { user: this.#user })
  }

  /** One more. Throws openingLimited when that breaks a rule that refuses, or one is broken. */
  add(): void {
    this.count1()
    if (this.#braked) throw new PgsealError('openingLimited', { user: this.#user })
  }

  /** One more, without a brake. */
  count1(): void {
    this.#count += 1
    while (this.#next < this.#rules.length && this.#count > this.#rules[this.#next]!.perMinute) {
      const rule = this.#rules[this.#next]!
      this.#next += 1
      if (rule.action === 'refuse') this.#braked = true
      if (this.by !== undefined) this.#raise(rule, this.by)
    }
  }

  /** A new window. */
  restart(now: number): void {
    this.since = now
    this.#count = 0
    this.#next = 0
    this.#braked = false
  }
}

function named(list: readonly string[], name: string): boolean {
  return list.length === 0 || list.includes(name)
}

function meterName(user: string, label: string): string {
  return `${user}\0${label}`
}
