// TLS towards clients. Certificates are read again when their files change; connections that stand keep theirs.
import { X509Certificate } from 'node:crypto'
import { readFileSync, unwatchFile, watchFile } from 'node:fs'
import type { Socket } from 'node:net'
import { createSecureContext, createServer, type TLSSocket } from 'node:tls'
import { PgsealError } from '../errors.ts'
import { serverEndPoint } from './channel-binding.ts'

/** Paths of PEM files, and what is asked of clients. */
export type ClientTlsOptions = {
  readonly mode: 'allow' | 'require'
  readonly certificate: string
  readonly key: string
  readonly clientCa: string | undefined
  readonly clientCertificates: 'ignore' | 'verify' | 'require'
  readonly certificateUsers: ReadonlyMap<string, readonly string[]>
}

/** A client's socket once it is encrypted. */
export type SecuredClient = {
  readonly socket: TLSSocket
  /** tls-server-end-point of the certificate that this client was shown. */
  readonly binding: Buffer | undefined
  /** Common name of the client's own certificate; undefined without one. A bad one ends the handshake. */
  readonly commonName: string | undefined
}

export type ClientTls = {
  readonly options: ClientTlsOptions
  /**
   * Takes the socket over, the bytes in its buffer included. `direct`: TLS began without SSLRequest, and ALPN must name the
   * protocol (pitfall A5). Resolves to undefined when the handshake failed; the socket is closed then.
   */
  secure(socket: Socket, direct: boolean): Promise<SecuredClient | undefined>
  /** Reads the files again. Throws fileUnreadable and keeps what it had when they are not good. */
  reload(): void
  close(): void
}

const protocol = 'postgresql'
/** libpq reads 8 kB at a time, and some versions wait for more when a record is longer (pitfall A8). */
const longestRecord = 8192
/** PostgreSQL has no such limit of its own; the login's clock runs beside it. */
const handshakeMilliseconds = 30_000
const watchMilliseconds = 2_000

type Waiting = (secured: TLSSocket | undefined) => void

/** Throws fileUnreadable when certificate, key or authorities cannot be used. `failed` hears of a reload that went wrong. */
export function createClientTls(options: ClientTlsOptions, failed: (error: unknown) => void): ClientTls {
  let files = readFiles(options)
  const waiting = new Map<string, Waiting>()
  const server = createServer({
    ...files.context,
    minVersion: 'TLSv1.2',
    ALPNProtocols: [protocol],
    handshakeTimeout: handshakeMilliseconds,
    requestCert: options.clientCertificates !== 'ignore',
    rejectUnauthorized: options.clientCertificates === 'require',
  })
  const settle = (socket: TLSSocket, secured: TLSSocket | undefined): void => {
    const name = nameOf(socket)
    waiting.get(name)?.(secured)
    waiting.delete(name)
  }
  server.on('secureConnection', (socket) => settle(socket, socket))
  server.on('tlsClientError', (_error, socket) => {
    settle(socket, undefined)
    socket.destroy()
  })

  const reload = (): void => {
    files = readFiles(options)
    server.setSecureContext({ ...files.context, minVersion: 'TLSv1.2' })
  }
  const changed = (): void => {
    try {
      reload()
    } catch (error) {
      failed(error)
    }
  }
  const watched = [options.certificate, options.key, ...(options.clientCa === undefined ? [] : [options.clientCa])]
  for (const file of watched) watchFile(file, { interval: watchMilliseconds, persistent: false }, changed)

  return {
    options,
    secure: async (socket, direct) => {
      const { binding } = files
      const secured = await new Promise<TLSSocket | undefined>((resolve) => {
        const name = nameOf(socket)
        waiting.set(name, resolve)
        socket.once('close', () => {
          if (waiting.get(name) === resolve) waiting.delete(name)
          resolve(undefined)
        })
        server.emit('connection', socket)
      })
      if (secured === undefined) {
        socket.destroy()
        return undefined
      }
      secured.on('error', () => undefined)
      secured.pause()
      const shown = secured.getPeerCertificate()
      const hasCertificate = options.clientCertificates !== 'ignore' && Object.keys(shown ?? {}).length > 0
      if ((direct && secured.alpnProtocol !== protocol) || (hasCertificate && !secured.authorized)) {
        secured.destroy()
        return undefined
      }
      secured.setMaxSendFragment(longestRecord)
      const names = hasCertificate ? shown.subject?.CN : undefined
      return { socket: secured, binding, commonName: typeof names === 'string' ? names : undefined }
    },
    reload,
    close: () => {
      for (const file of watched) unwatchFile(file, changed)
    },
  }
}

// Both ends of a connection are its name: no two that are open at once have the same.
function nameOf(socket: Socket): string {
  return `${socket.remoteAddress} ${socket.remotePort} ${socket.localAddress} ${socket.localPort}`
}

function readFiles({ certificate, key, clientCa }: ClientTlsOptions) {
  const cert = readPem(certificate)
  const context = {
    cert,
    key: readPem(key),
    ...(clientCa === undefined ? {} : { ca: readPem(clientCa) }),
  }
  try {
    createSecureContext(context)
    return { context, binding: serverEndPoint(new X509Certificate(cert).raw) }
  } catch {
    // OpenSSL's own words may quote what is in the file.
    throw new PgsealError('fileUnreadable', {
      file: certificate,
      reason: 'certificate and key are not good PEM files that belong together',
    })
  }
}

export function readPem(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    throw new PgsealError('fileUnreadable', { file, reason: (error as NodeJS.ErrnoException).code ?? 'unreadable' })
  }
}
