// What commands such as rotate and apply do with data keys, told to a trail: a line for all that is asked for at one time,
// which is a batch. It is written before any of these keys is given out, and has the ids of the requests that were made.
import type { KeyObject } from 'node:crypto'
import { PgsealError } from '../errors.ts'
import type { AuditTrail } from '../observe/audit/audit-trail.ts'
import { keyIdText } from './key-id.ts'
import type { KeyRing, OnCall } from './key-ring.ts'

export type AuditedJob = {
  /** The name of the command. */
  readonly job: string
  /** The database user that it works as. */
  readonly user: string
  readonly trail: Pick<AuditTrail, 'append' | 'check' | 'failure'>
  /** Records listed in a line at most. */
  readonly records: number
}

/** Ids of requests listed in a line at most, and their length: the others are counted. */
const mostCalls = 100
const mostRequestId = 128

/** The key ring as the job uses it. Everything it gives, it gives later: a job has no hot path. */
export function auditedJobRing(ring: KeyRing, job: AuditedJob): KeyRing {
  let count = 0
  let open: Batch | undefined
  const batch = (): Batch => {
    job.trail.check()
    if (open !== undefined) return open
    const begun = new Batch(job, ++count)
    open = begun
    setImmediate(() => {
      open = undefined
      begun.end()
    })
    return begun
  }
  const own = Object.create(ring) as { -readonly [name in keyof KeyRing]: KeyRing[name] }
  own.generate = async (namedKey, contexts, _onCall, signal) => {
    if (contexts.length === 0) return []
    const here = batch()
    for (const { table, record } of contexts) here.row(table, record)
    return here.join(() => ring.generate(namedKey, contexts, here.onCall, signal))
  }
  own.open = async (namedKey, keyPart, context, label) => {
    const here = batch()
    here.row(context.table, context.record)
    here.columns.add(label)
    here.keys.add(keyIdText(keyPart.keyId))
    return here.join(() => {
      const key: KeyObject | Promise<KeyObject> = ring.open(namedKey, keyPart, context, label, here.onCall)
      here.dataKeys.opened += 1
      if (!(key instanceof Promise)) here.cacheHits += 1
      return key
    })
  }
  own.rewrap = async (namedKey, keyPart, context, label) => {
    const here = batch()
    here.row(context.table, context.record)
    here.columns.add(label)
    here.keys.add(keyIdText(keyPart.keyId))
    here.dataKeys.rewrapped += 1
    return here.join(() => ring.rewrap(namedKey, keyPart, context, label, here.onCall))
  }
  own.rewrapRow = async (row) => {
    const here = batch()
    here.keys.add(row.id)
    return here.join(() => ring.rewrapRow(row, here.onCall))
  }
  own.scheduleDeletion = async (namedKey, arn, days) => {
    const here = batch()
    here.deletes.push(arn)
    return here.join(() => ring.scheduleDeletion(namedKey, arn, days))
  }
  return own
}

/** What was asked for at one time. */
class Batch {
  readonly columns = new Set<string>()
  readonly keys = new Set<string>()
  readonly deletes: string[] = []
  readonly dataKeys = { made: 0, opened: 0, rewrapped: 0 }
  cacheHits = 0
  readonly #job: AuditedJob
  readonly #id: number
  readonly #tables = new Set<string>()
  readonly #records = new Set<string>()
  #recordsMore = 0
  readonly #requests: string[] = []
  #calls = 0
  readonly #asked: Promise<unknown>[] = []
  #failed = 0
  #failure: PgsealError | undefined
  readonly #told: Promise<void>
  #tell!: (error: PgsealError | undefined) => void

  constructor(job: AuditedJob, id: number) {
    this.#job = job
    this.#id = id
    this.#told = new Promise((resolve, reject) => {
      this.#tell = (error) => (error === undefined ? resolve() : reject(error))
    })
    // Whoever waits for it gets it.
    this.#told.catch(() => undefined)
  }

  readonly onCall: OnCall = (requestId) => {
    this.#calls += 1
    if (this.#requests.length < mostCalls) this.#requests.push(requestId.slice(0, mostRequestId))
  }

  row(table: string, record: string): void {
    this.#tables.add(table)
    if (record === '' || this.#records.has(record)) return
    if (this.#records.size < this.#job.records) this.#records.add(record)
    else this.#recordsMore += 1
  }

  /** What `work` gives, once the line is written. Rejects with auditUnwritable, and as `work`. */
  async join<T>(work: () => T | Promise<T>): Promise<T> {
    const asked = (async () => work())().then(
      (given) => {
        if (Array.isArray(given)) {
          // The key part begins with its source and the 16 bytes of the key's id.
          for (const { keyPart } of given as { keyPart: Buffer }[]) this.keys.add(keyIdText(keyPart.subarray(1, 17)))
          this.dataKeys.made += given.length
        }
        return given
      },
      (error: unknown) => {
        this.#failed += 1
        if (error instanceof PgsealError) this.#failure ??= error
        throw error
      },
    )
    this.#asked.push(asked.catch(() => undefined))
    await this.#told
    return asked
  }

  /** Nothing more belongs to it. */
  end(): void {
    void Promise.all(this.#asked).then(() => {
      const written = this.#job.trail.append(this.#line())
      this.#tell(written ? undefined : this.#job.trail.failure())
    })
  }

  #line(): string {
    const { job, user } = this.#job
    const outcome = this.#failed === 0 ? 'ok' : (this.#failure?.sqlstate ?? 'failed')
    const fields = {
      event: 'job',
      id: `${job}/${this.#id}`,
      job,
      user,
      tables: [...this.#tables],
      columns: [...this.columns],
      dataKeys: this.dataKeys,
      records: [...this.#records],
      ...(this.#recordsMore === 0 ? {} : { recordsMore: this.#recordsMore }),
      keys: [...this.keys],
      ...(this.deletes.length === 0 ? {} : { deletes: this.deletes }),
      kmsCalls: this.#calls,
      kmsRequests: this.#requests,
      cacheHits: this.cacheHits,
      outcome,
      ...(this.#failed === 0 ? {} : { failed: this.#failed }),
      ...(this.#failure === undefined ? {} : { error: this.#failure.errorName }),
    }
    return JSON.stringify(fields).slice(1, -1)
  }
}
