// The audit trail and the alerts of a process, put together from the map.
import type { AuditConfig } from '../config/audit-map.ts'
import type { Config } from '../config/config.ts'
import { PgsealError } from '../errors.ts'
import type { KeyRing } from '../keys/key-ring.ts'
import type { SessionFacts } from '../net/connection-port.ts'
import { Alerts } from '../observe/alerts.ts'
import { type AnchorPlace, Anchors, anchorsAtKeyService, anchorsAtWebhook } from '../observe/audit/anchors.ts'
import { AuditSetupError } from '../observe/audit/audit-setup-error.ts'
import { AuditTrail } from '../observe/audit/audit-trail.ts'
import { keysFromFile, keysFromMac } from '../observe/audit/segment-keys.ts'
import { ConnectionAudit } from '../observe/audit/statement-audit.ts'
import type { Counts } from '../observe/counts.ts'
import type { Log } from '../observe/log.ts'
import { Webhook } from '../observe/webhook.ts'

export type Auditing = {
  /** undefined where the map asks for none. */
  readonly trail: AuditTrail | undefined
  /** What one connection tells; undefined where the map asks for neither trail nor alerts. */
  connection(session: SessionFacts): ConnectionAudit | undefined
  /** Ends the trail behind the last connection. */
  close(): Promise<void>
}

/** How long the anchor of a trail's end is waited for. */
const lastAnchorMs = 5_000

/** Rejects with auditNotBegun, or what the key service says. */
export async function startAuditing(
  config: Config,
  keyRing: KeyRing | undefined,
  log: Log,
  version: string,
  counts: Counts,
): Promise<Auditing> {
  if (keyRing === undefined || (config.audit === undefined && config.alerts === undefined)) {
    return { trail: undefined, connection: () => undefined, close: async () => undefined }
  }
  const trail = config.audit === undefined ? undefined : await beginTrail(config.audit, keyRing, log, version, counts)
  const webhooks: Webhook[] = []
  const webhook = (options: ConstructorParameters<typeof Webhook>[0]): Webhook => {
    const made = new Webhook(options, log.audit)
    webhooks.push(made)
    return made
  }
  const anchorsTo = config.audit?.anchors
  const anchors =
    trail === undefined || anchorsTo === undefined
      ? undefined
      : new Anchors(trail, { every: anchorsTo.every, to: anchorPlace(anchorsTo.to, keyRing, webhook) }, log.audit)
  const alerts = config.alerts === undefined ? undefined : startAlerts(config.alerts, trail, log, webhook, counts)
  const options = { trail, alerts, records: config.audit?.records ?? 0 }
  return {
    trail,
    connection: (session) =>
      new ConnectionAudit(options, {
        connection: session.id,
        user: session.user,
        application: session.parameters.get('application_name') ?? '',
        address: session.clientAddress,
      }),
    close: async () => {
      alerts?.close()
      await anchors?.close()
      if (trail !== undefined) {
        trail.end()
        await Promise.race([anchors?.last(trail.head()), soon(lastAnchorMs)])
      }
      for (const one of webhooks) one.close()
    },
  }
}

async function beginTrail(
  audit: AuditConfig,
  keyRing: KeyRing,
  log: Log,
  version: string,
  counts: Counts,
): Promise<AuditTrail> {
  const { key } = audit
  const keys =
    'keyFile' in key ? keysFromFile(key.keyFile) : keysFromMac((message) => keyRing.mac(key.namedKey, message))
  try {
    return await AuditTrail.begin({ ...audit, keys, log: log.audit, version, counts: counts.audit })
  } catch (error) {
    throw error instanceof AuditSetupError ? new PgsealError('auditNotBegun', { reason: error.message }) : error
  }
}

function anchorPlace(
  to: NonNullable<AuditConfig['anchors']>['to'],
  keyRing: KeyRing,
  webhook: (options: ConstructorParameters<typeof Webhook>[0]) => Webhook,
): AnchorPlace {
  if ('namedKey' in to) return anchorsAtKeyService((message, onCall) => keyRing.mac(to.namedKey, message, onCall))
  const made = webhook(to.webhook)
  return anchorsAtWebhook((json) => made.send(json))
}

function startAlerts(
  rules: NonNullable<Config['alerts']>,
  trail: AuditTrail | undefined,
  log: Log,
  webhook: (options: ConstructorParameters<typeof Webhook>[0]) => Webhook,
  counts: Counts,
): Alerts {
  const made = rules.webhook === undefined ? undefined : webhook(rules.webhook)
  const send = made === undefined ? undefined : (json: string): void => void made.send(json)
  return new Alerts(rules, { log: (event) => log.alert(event), send, trail }, undefined, counts.alerts)
}

function soon(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref()
  })
}
