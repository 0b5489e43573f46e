import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { KmsError } from './kms-error.ts'
import { type FaultSchedule, type KmsFault, KmsFaults } from './kms-faults.ts'
import { KmsKeys, type Pairs } from './kms-keys.ts'
import { type KmsAnswer, type KmsRequest, kmsOperations } from './kms-operations.ts'
import { KmsPrincipals } from './kms-principals.ts'
import { type TrailEvent, trailEvent } from './kms-trail.ts'

/** One call, in the order of arrival: what a test asks about most. */
export type KmsCall = {
  readonly operation: string
  readonly keyId: string | undefined
  readonly context: Pairs
  /** Access key id of the caller. */
  readonly principal: string
  readonly dryRun: boolean
  /** As the answer's header x-amzn-requestid names it. */
  readonly requestId: string
  /** Name of the exception or fault; undefined while it is under way and when it succeeded. */
  error: string | undefined
}

/**
 * A KMS for tests: HTTP on the loopback, AWS JSON 1.1, for the real SDK client. It checks no signatures; who calls is taken
 * from the credential of the Authorization header.
 */
export class KmsServer {
  readonly keys = new KmsKeys('eu-central-1', '111122223333')
  readonly principals = new KmsPrincipals()
  readonly calls: KmsCall[] = []
  /** Answered calls in the order of their answers, as CloudTrail would log them. */
  readonly trail: TrailEvent[] = []
  /** Milliseconds before every answer. */
  delayMs = 0
  /** Calls under way, and the most there ever were at once. */
  active = 0
  mostActive = 0
  readonly #faults = new KmsFaults()
  readonly #server: Server
  #port = 0
  #gate: Promise<void> | undefined
  #reached: { readonly count: number; readonly resolve: () => void } | undefined

  constructor() {
    this.#server = createServer((request, response) => void this.#serve(request, response))
  }

  /** Its endpoint; after `refuse` the same as before. */
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(this.#port, '127.0.0.1', resolve))
    this.#port = (this.#server.address() as AddressInfo).port
    return `http://127.0.0.1:${this.#port}`
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  /** Connections are refused, those that are open end, until `listen` is called again. */
  async refuse(): Promise<void> {
    await this.close()
  }

  /** The next `times` calls, of this operation if one is given, meet this fault. */
  fail(fault: KmsFault, times = 1, operation?: string): void {
    this.#faults.order(fault, times, operation)
  }

  /** From now on `decide` says what each call meets. */
  schedule(decide: FaultSchedule): void {
    this.#faults.schedule(decide)
  }

  clearFaults(): void {
    this.#faults.clear()
  }

  /** From now on this access key id may not do these operations. */
  deny(principal: string, ...operations: string[]): void {
    this.principals.deny(principal, ...operations)
  }

  /** Every call waits until the returned function is called. */
  hold(): () => void {
    let release = () => {}
    this.#gate = new Promise((resolve) => {
      release = resolve
    })
    return () => {
      this.#gate = undefined
      release()
    }
  }

  /** Resolves when so many calls are under way at once. */
  reached(count: number): Promise<void> {
    return new Promise((resolve) => {
      this.#reached = { count, resolve }
      if (this.active === count) resolve()
    })
  }

  count(operation: string): number {
    return this.calls.filter((call) => call.operation === operation).length
  }

  /** The trail as files of lines hold it: one JSON object a line. */
  trailLines(): string {
    return this.trail.map((event) => `${JSON.stringify(event)}\n`).join('')
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.active++
    this.mostActive = Math.max(this.mostActive, this.active)
    if (this.active === this.#reached?.count) this.#reached.resolve()
    let ended = false
    const end = () => {
      if (!ended) this.active--
      ended = true
    }
    response.on('close', end)
    try {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as KmsRequest
      await this.#answer(request, body, response, end)
    } catch {
      response.destroy()
    }
  }

  async #answer(request: IncomingMessage, body: KmsRequest, response: ServerResponse, end: () => void): Promise<void> {
    const operation = String(request.headers['x-amz-target']).replace(/^TrentService\./, '')
    const principal = /Credential=([^/]+)\//.exec(request.headers.authorization ?? '')?.[1] ?? ''
    const call: KmsCall = {
      operation,
      keyId: body.KeyId,
      context: body.EncryptionContext ?? {},
      principal,
      dryRun: body.DryRun === true,
      requestId: randomUUID(),
      error: undefined,
    }
    this.calls.push(call)
    if (this.delayMs > 0) await delay(this.delayMs, undefined, { ref: false })
    if (this.#gate !== undefined) await this.#gate
    const fault = this.#faults.next(operation)
    if (fault?.kind === 'slow') await delay(fault.ms, undefined, { ref: false })
    if (fault?.kind === 'drop' || fault?.kind === 'reset' || fault?.kind === 'hang') {
      call.error = fault.kind
      if (fault.kind === 'drop') request.socket.destroy()
      else if (fault.kind === 'reset') request.socket.resetAndDestroy()
      else if (!request.socket.destroyed) await once(request.socket, 'close')
      return
    }
    const keyArns: string[] = []
    let answer: KmsAnswer | undefined
    let error: KmsError | undefined
    try {
      answer = this.#perform(call, body, fault, keyArns)
    } catch (thrown) {
      if (!(thrown instanceof KmsError)) throw thrown
      call.error = thrown.type
      error = thrown
    }
    this.#write(request, call, body, answer, error, keyArns)
    const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': call.requestId }
    response.writeHead(error?.status ?? 200, headers)
    // Not under way any more once the answer leaves: the caller may be quicker than the event that says so.
    end()
    response.end(JSON.stringify(answer ?? { __type: error!.type, message: error!.message }))
  }

  #perform(call: KmsCall, body: KmsRequest, fault: KmsFault | undefined, keyArns: string[]): KmsAnswer {
    if (fault?.kind === 'throttle') throw new KmsError('ThrottlingException', 'Rate exceeded')
    if (fault?.kind === 'error') throw new KmsError(fault.type, fault.type, fault.status)
    const perform = kmsOperations[call.operation]
    if (perform === undefined) throw new KmsError('UnsupportedOperationException')
    return perform(this.keys, body, (arn, context = {}, action = call.operation) => {
      keyArns.push(arn)
      this.principals.check(call.principal, action, arn, context)
    })
  }

  #write(
    request: IncomingMessage,
    { operation, principal, requestId }: KmsCall,
    body: KmsRequest,
    answer: KmsAnswer | undefined,
    error: KmsError | undefined,
    keyArns: readonly string[],
  ): void {
    const { region, account } = this.keys
    const address = request.socket.remoteAddress ?? ''
    const userAgent = request.headers['user-agent'] ?? ''
    const asked = { operation, principal, requestId, request: body, keyArns }
    this.trail.push(trailEvent({ ...asked, answer, error, region, account, address, userAgent }))
  }
}
