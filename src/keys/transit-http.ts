import { readFileSync } from 'node:fs'
import { Agent as HttpAgent, type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http'
import { Agent as HttpsAgent, request as requestHttps } from 'node:https'
import type { Socket } from 'node:net'

/** Longer answers than this are none of ours. */
const longestAnswer = 256 * 1024

export type TransitAnswer = {
  readonly status: number
  readonly requestId: string | undefined
  readonly data: Readonly<Record<string, unknown>>
  /** What the service says went wrong. Never logged: it may quote what was sent. */
  readonly errors: readonly string[]
}

export type TransitHttpOptions = {
  readonly address: string
  readonly namespace: string
  readonly caFile: string | undefined
  readonly connectMs: number
  readonly maxSockets: number
}

/** Vault's HTTP API, as much of it as transit needs: JSON over connections that are kept. No redirect is followed. */
export class TransitHttp {
  readonly #options: TransitHttpOptions
  readonly #agent: HttpAgent | HttpsAgent
  readonly #secure: boolean
  readonly #base: URL

  /** Throws what reading the CA file throws. */
  constructor(options: TransitHttpOptions) {
    this.#options = options
    this.#base = new URL(options.address)
    this.#secure = this.#base.protocol === 'https:'
    const settings = { keepAlive: true, maxSockets: options.maxSockets }
    const ca = options.caFile === undefined ? {} : { ca: readFileSync(options.caFile) }
    this.#agent = this.#secure ? new HttpsAgent({ ...settings, ...ca }) : new HttpAgent(settings)
  }

  /** `path` is what follows /v1/. Rejects with the system's error, or SyntaxError for an answer that is not JSON. */
  call(
    method: 'GET' | 'POST',
    path: string,
    token: string | undefined,
    body: object | undefined,
    signal: AbortSignal,
  ): Promise<TransitAnswer> {
    const { namespace, connectMs } = this.#options
    const bytes = body === undefined ? undefined : Buffer.from(JSON.stringify(body))
    const options: RequestOptions = {
      method,
      agent: this.#agent,
      signal,
      host: this.#base.hostname.replace(/^\[|\]$/g, ''),
      port: this.#base.port,
      path: `${this.#base.pathname.replace(/\/$/, '')}/v1/${path}`,
      headers: {
        'x-vault-request': 'true',
        ...(token === undefined ? {} : { 'x-vault-token': token }),
        ...(namespace === '' ? {} : { 'x-vault-namespace': namespace }),
        ...(bytes === undefined ? {} : { 'content-type': 'application/json', 'content-length': bytes.length }),
      },
    }
    return new Promise((resolve, reject) => {
      const request = (this.#secure ? requestHttps : requestHttp)(options)
      request.on('error', reject)
      request.on('socket', (socket) => boundConnecting(socket, connectMs))
      request.on('response', (response) => readAnswer(response).then(resolve, reject))
      request.end(bytes)
    })
  }

  close(): void {
    this.#agent.destroy()
  }
}

function boundConnecting(socket: Socket, ms: number): void {
  if (!socket.connecting) return
  const late = (): void => {
    socket.destroy(Object.assign(new Error('not connected in time'), { code: 'ETIMEDOUT' }))
  }
  const timer = setTimeout(late, ms)
  const clear = (): void => clearTimeout(timer)
  socket.once('connect', clear)
  socket.once('close', clear)
}

async function readAnswer(response: IncomingMessage): Promise<TransitAnswer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of response) {
    length += (chunk as Buffer).length
    if (length > longestAnswer) throw new Error('answer too long')
    chunks.push(chunk as Buffer)
  }
  const status = response.statusCode ?? 0
  const bytes = Buffer.concat(chunks)
  const parsed = status === 204 ? {} : parse(bytes, status)
  bytes.fill(0)
  for (const chunk of chunks) chunk.fill(0)
  const { request_id: requestId, data, errors } = parsed
  return {
    status,
    requestId: typeof requestId === 'string' && requestId !== '' ? requestId : undefined,
    data: typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {},
    errors: Array.isArray(errors) ? errors.map(String) : [],
  }
}

/** A failure need not be JSON: it may come from something in between. */
function parse(bytes: Buffer, status: number): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'))
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch (error) {
    if (status >= 400) return {}
    throw new SyntaxError('the answer is not JSON', { cause: (error as Error).name })
  }
}
