// The port for orchestrators and Prometheus: /livez, /readyz, /metrics. It answers GET and HEAD, and holds no secret.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type MetricFamily, metricsContentType, metricsText } from './metric-text.ts'

/** `degraded`: everything is served but what needs a key service that does not answer. */
export type Readiness = {
  readonly status: 'ready' | 'degraded' | 'unavailable'
  /** What was looked at: `ok`, or the name of what is wrong. */
  readonly checks: Readonly<Record<string, string>>
}

export type HttpAnswers = {
  /** False when the process cannot do its work any more and is to be replaced. */
  alive(): boolean | Promise<boolean>
  ready(): Promise<Readiness>
  metrics(): Promise<readonly MetricFamily[]>
}

export type HttpPort = {
  readonly host: string
  readonly port: number
  close(): Promise<void>
}

/** Rejects with the system's error when the address can't be had. */
export async function openHttpPort(
  listen: { readonly host: string; readonly port: number },
  answers: HttpAnswers,
): Promise<HttpPort> {
  const server = createServer(
    { requestTimeout: 10_000, headersTimeout: 5_000, maxHeaderSize: 8_192 },
    (request, response) => {
      answer(request, response, answers).catch(() => say(response, 500, 'text/plain', 'failed\n'))
    },
  )
  // Whoever asks is a machine that asks again: nothing is held for it.
  server.maxConnections = 100
  server.keepAliveTimeout = 5_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(listen.port, listen.host, resolve)
  })
  server.removeAllListeners('error')
  server.on('error', () => undefined)
  server.unref()
  return {
    host: listen.host,
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(request: IncomingMessage, response: ServerResponse, answers: HttpAnswers): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD')
    return say(response, 405, 'text/plain', 'GET or HEAD\n')
  }
  const url = new URL(request.url ?? '/', 'http://localhost')
  switch (url.pathname) {
    case '/livez': {
      const alive = await answers.alive()
      return say(response, alive ? 200 : 503, 'text/plain', alive ? 'ok\n' : 'broken\n')
    }
    case '/readyz': {
      const readiness = await answers.ready()
      const { status } = readiness
      const needsKeys = url.searchParams.getAll('require').includes('kms')
      const serves = status === 'ready' || (status === 'degraded' && !needsKeys)
      return say(response, serves ? 200 : 503, 'application/json', `${JSON.stringify(readiness)}\n`)
    }
    case '/metrics':
      return say(response, 200, metricsContentType, metricsText(await answers.metrics()))
    default:
      return say(response, 404, 'text/plain', '/livez, /readyz, /metrics\n')
  }
}

function say(response: ServerResponse, code: number, type: string, body: string): void {
  if (response.headersSent) return
  response.writeHead(code, {
    'Content-Type': type,
    'Cache-Control': 'no-store',
    'Content-Length': Buffer.byteLength(body),
  })
  response.end(body)
}
