import { type DestinationStream, destination, type Logger, pino, stdTimeFunctions } from 'pino'
import { PgsealError } from '../errors.ts'
import type { AlertEvent } from './alerts.ts'
import type { AuditLog } from './audit/audit-trail.ts'
import type { WebhookLog } from './webhook.ts'

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

/**
 * What may be logged, one function an event. Their parameters are names and counts: no function takes a value, a key or
 * the text of a statement, and of an error that is not ours only its kind and place are written (its message may quote
 * what the server was given).
 */
export type Log = {
  started(event: { readonly host: string; readonly port: number; readonly mode: string; readonly tables: number }): void
  /** The port of /livez, /readyz and /metrics. */
  httpStarted(event: { readonly host: string; readonly port: number }): void
  /** Another map is in force. */
  reloaded(event: { readonly tables: number }): void
  /** A worker has died; another takes its place. */
  workerReplaced(event: { readonly worker: number }): void
  stopping(event: { readonly signal: string; readonly connections: number }): void
  stopped(): void
  catalogRead(event: { readonly epoch: number; readonly relations: number }): void
  /** A setting that is in force and weakens what pgseal promises. */
  weakness(event: { readonly what: string }): void
  /** Something outside of a connection failed and will be tried again. */
  failed(event: { readonly during: string; readonly error: unknown }): void
  /** For the key ring: fields and sentences of names of keys. */
  readonly keys: {
    info(fields: object, message: string): void
    warn(fields: object, message: string): void
  }
  /** Of the audit trail and of what hangs on it. */
  readonly audit: AuditLog & WebhookLog
  alert(event: AlertEvent): void
  /** `id` counts the process's connections. */
  connection(id: number): ConnectionLog
}

/** Events of one connection; each line carries its id. */
export type ConnectionLog = {
  opened(event: { readonly remote: string }): void
  /** The login is done. */
  loggedIn(event: { readonly user: string; readonly database: string }): void
  closed(event: { readonly reason: string }): void
  /** A statement that took long, and where its milliseconds went. */
  slow(event: SlowStatementEvent): void
  /** `statement` is a node tag such as SelectStmt. */
  refused(event: { readonly error: PgsealError; readonly statement: string }): void
  failed(event: { readonly error: unknown }): void
}

export type SlowStatementEvent = {
  readonly statement: string
  readonly plan: string
  readonly fingerprint: string
  readonly outcome: string
  readonly times: Readonly<Record<string, number>>
}

/** JSON lines on stderr, or on `stream`; each with what `base` has. `connections`: those that come and leave are told too. Written at once: what is logged last is often why the process ended. */
export function createLog(
  level: LogLevel = 'info',
  stream?: DestinationStream,
  base: Readonly<Record<string, number>> = {},
  connections = false,
): Log {
  const options = { level, base: { ...base }, timestamp: stdTimeFunctions.isoTime, formatters: { level: levelName } }
  const logger = pino(options, stream ?? destination({ dest: 2, sync: true }))
  return {
    started: ({ host, port, mode, tables }) => logger.info({ event: 'started', host, port, mode, tables }),
    httpStarted: ({ host, port }) => logger.info({ event: 'http-started', host, port }),
    reloaded: ({ tables }) => logger.info({ event: 'reloaded', tables }),
    workerReplaced: ({ worker }) => logger.error({ event: 'worker-replaced', worker }),
    stopping: ({ signal, connections }) => logger.info({ event: 'stopping', signal, connections }),
    stopped: () => logger.info({ event: 'stopped' }),
    catalogRead: ({ epoch, relations }) => logger.info({ event: 'catalog-read', epoch, relations }),
    weakness: ({ what }) => logger.warn({ event: 'weakness', what }),
    failed: ({ during, error }) => logger.error({ event: 'failed', during, ...errorFields(error) }),
    keys: {
      info: (fields, message) => logger.info({ event: 'keys', ...fields }, message),
      warn: (fields, message) => logger.warn({ event: 'keys', ...fields }, message),
    },
    audit: auditLog(logger),
    alert: (event) => logger.warn({ event: 'alert', ...event }),
    connection: (id) => connectionLog(logger, id, connections ? 'info' : 'debug'),
  }
}

function auditLog(logger: Logger): AuditLog & WebhookLog {
  return {
    auditFailed: (fields) => logger.fatal({ event: 'audit-failed', ...fields }),
    auditResumed: (fields) => logger.warn({ event: 'audit-resumed', ...fields }),
    auditAnchorFailed: ({ error }) => logger.error({ event: 'audit-anchor-failed', ...errorFields(error) }),
    webhookFailed: (fields) => logger.error({ event: 'webhook-failed', ...fields }),
  }
}

function connectionLog(logger: Logger, connection: number, level: 'info' | 'debug'): ConnectionLog {
  const began = performance.now()
  return {
    opened: ({ remote }) => logger[level]({ event: 'connection-opened', connection, remote }),
    loggedIn: ({ user, database }) => logger[level]({ event: 'logged-in', connection, user, database }),
    closed: ({ reason }) => {
      const seconds = Math.round(performance.now() - began) / 1000
      logger[level]({ event: 'connection-closed', connection, reason, seconds })
    },
    slow: ({ times, ...event }) => {
      const milliseconds = Object.fromEntries(
        Object.entries(times).map(([phase, time]) => [phase, Math.round(time * 10) / 10]),
      )
      logger.warn({ event: 'slow-statement', connection, ...event, milliseconds })
    },
    refused: ({ error, statement }) => {
      logger.warn({ event: 'refused', connection, statement, ...errorFields(error) })
    },
    failed: ({ error }) => {
      // A connection that was asked to end has not failed.
      const level = error instanceof PgsealError && error.errorName === 'shuttingDown' ? 'debug' : 'error'
      logger[level]({ event: 'connection-failed', connection, ...errorFields(error) })
    },
  }
}

function levelName(label: string): { level: string } {
  return { level: label }
}

function errorFields(error: unknown): Record<string, string> {
  if (error instanceof PgsealError) {
    const { errorName, sqlstate, message, logDetail } = error
    return { error: errorName, sqlstate, message, ...(logDetail === undefined ? {} : { detail: logDetail }) }
  }
  if (!(error instanceof Error)) return { error: typeof error }
  const code = (error as { code?: unknown }).code
  // Frames name files and functions; the lines above them are the message.
  const at = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 5)
    .map((line) => line.trim().replace(/file:\/\/\S*\/(src|node_modules)\//, '$1/'))
    .join('; ')
  return { error: error.name, ...(typeof code === 'string' ? { code } : {}), at }
}
