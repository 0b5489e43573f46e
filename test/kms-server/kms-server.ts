import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { KmsError } from './kms-error.ts'
import { KmsKeys, type Pairs } from './kms-keys.ts'
import { type KmsRequest, kmsOperations } from './kms-operations.ts'

/** One call, in the order of arrival: what the KMS's own audit trail would hold. */
export type KmsCall = {
  readonly operation: string
  readonly keyId: string | undefined
  readonly context: Pairs
  /** Access key id of the caller. */
  readonly principal: string
  readonly dryRun: boolean
  /** Name of the exception; undefined while it is under way and when it succeeded. */
  error: string | undefined
}

/** What the server does instead of answering as it should, to the next calls. */
export type KmsFault =
  | { readonly kind: 'throttle' }
  | { readonly kind: 'error'; readonly status: number; readonly type: string }
  | { readonly kind: 'drop' }

/**
 * A KMS for tests: HTTP on the loopback, AWS JSON 1.1, for the real SDK client. It checks no signatures; who calls is taken
 * from the credential of the Authorization header.
 */
export class KmsServer {
  readonly keys = new KmsKeys('eu-central-1', '111122223333')
  readonly calls: KmsCall[] = []
  /** Milliseconds before every answer. */
  delayMs = 0
  /** Calls under way, and the most there ever were at once. */
  active = 0
  mostActive = 0
  readonly #faults: KmsFault[] = []
  readonly #denied = new Map<string, Set<string>>()
  readonly #server: Server
  #gate: Promise<void> | undefined
  #reached: { readonly count: number; readonly resolve: () => void } | undefined

  constructor() {
    this.#server = createServer((request, response) => void this.#serve(request, response))
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  /** The next `times` calls meet this fault. */
  fail(fault: KmsFault, times = 1): void {
    for (let i = 0; i < times; i++) this.#faults.push(fault)
  }

  clearFaults(): void {
    this.#faults.length = 0
  }

  /** From now on this access key id may not do these operations. */
  deny(principal: string, ...operations: string[]): void {
    this.#denied.set(principal, new Set(operations))
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
    })
  }

  count(operation: string): number {
    return this.calls.filter((call) => call.operation === operation).length
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
      error: undefined,
    }
    this.calls.push(call)
    if (this.delayMs > 0) await delay(this.delayMs, undefined, { ref: false })
    if (this.#gate !== undefined) await this.#gate
    const fault = this.#faults.shift()
    if (fault?.kind === 'drop') {
      call.error = 'drop'
      request.socket.destroy()
      return
    }
    let answer: object
    let status = 200
    try {
      answer = this.#perform(operation, principal, body, fault)
    } catch (error) {
      if (!(error instanceof KmsError)) throw error
      call.error = error.type
      status = error.status
      answer = { __type: error.type, message: error.message }
    }
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': randomUUID() })
    // Not under way any more once the answer leaves: the caller may be quicker than the event that says so.
    end()
    response.end(JSON.stringify(answer))
  }

  #perform(operation: string, principal: string, body: KmsRequest, fault: KmsFault | undefined): object {
    if (fault?.kind === 'throttle') throw new KmsError('ThrottlingException', 'Rate exceeded')
    if (fault?.kind === 'error') throw new KmsError(fault.type, fault.type, fault.status)
    const perform = kmsOperations[operation]
    if (perform === undefined) throw new KmsError('UnsupportedOperationException')
    return perform(this.keys, body, () => {
      if (this.#denied.get(principal)?.has(operation) === true) throw new KmsError('AccessDeniedException')
    })
  }
}
