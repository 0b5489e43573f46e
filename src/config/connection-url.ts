import type { Endpoint, UpstreamUrl } from './config.ts'

export type Problem = { readonly problem: string }

/** Reads `host:port`, an IPv6 address in brackets. Port 0 lets the system choose. */
export function parseEndpoint(text: string): Endpoint | Problem {
  const match = /^(?:\[([0-9a-fA-F:.%]+)\]|([^\s:[\]/@]+)):(\d{1,5})$/.exec(text)
  const port = Number(match?.[3])
  if (match === null || port > 65535) return { problem: 'expected host:port' }
  return { host: (match[1] ?? match[2])!, port }
}

/**
 * Reads the server's URL: `postgres://host:port/database`, or with `?host=/folder` (or a percent-encoded folder as host)
 * for a Unix socket. Logins do not belong here: clients bring their own.
 */
export function parseUpstream(text: string): UpstreamUrl | Problem {
  const parts = parseUrl(text)
  if ('problem' in parts) return parts
  if (parts.user !== '' || parts.password !== '') {
    return { problem: 'must not hold a user or password: clients keep their own' }
  }
  const { host, port, database } = parts
  if (!host.startsWith('/')) return { host, port, database, sslmode: 'disable' }
  return { host, port, database, sslmode: 'disable', socketPath: `${host.replace(/\/$/, '')}/.s.PGSQL.${port}` }
}

/** Checks the URL of the proxy's own login and gives its database. Messages never hold a part of it. */
export function checkControl(text: string): { readonly database: string } | Problem {
  const parts = parseUrl(text)
  if ('problem' in parts) return parts
  if (parts.user === '') return { problem: "must hold the user of the proxy's own login" }
  return { database: parts.database }
}

/** True for the names and addresses of this machine's loopback and for folders of Unix sockets. */
export function isLoopback(host: string): boolean {
  return host.startsWith('/') || host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}

type UrlParts = {
  readonly host: string
  readonly port: number
  readonly database: string
  readonly user: string
  readonly password: string
}

function parseUrl(text: string): UrlParts | Problem {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || !/^postgres(ql)?:$/.test(url.protocol) || url.hash !== '') {
    return { problem: 'expected a URL of the form postgres://host:port/database' }
  }
  for (const name of url.searchParams.keys()) {
    if (name !== 'sslmode' && name !== 'host') return { problem: `unrecognized parameter "${name}" in the URL` }
    if (url.searchParams.getAll(name).length > 1) return { problem: `parameter "${name}" is given twice in the URL` }
  }
  const decoded = [url.hostname, url.pathname.slice(1), url.username, url.password].map(decode)
  if (decoded.includes(undefined)) return { problem: 'the URL holds an invalid percent-encoding' }
  const [hostname, database, user, password] = decoded as [string, string, string, string]
  const socket = url.searchParams.get('host')
  if (socket !== null && (hostname !== '' || !socket.startsWith('/'))) {
    return {
      problem: 'parameter "host" of the URL names the folder of a Unix socket, and the URL then has no other host',
    }
  }
  const host = socket ?? hostname.replace(/^\[(.*)\]$/, '$1')
  if (host === '') return { problem: 'the URL must name a host' }
  if (database === '' || database.includes('/')) return { problem: 'the URL must name one database' }
  const sslmode = url.searchParams.get('sslmode')
  if (sslmode === null && !isLoopback(host)) {
    return {
      problem: 'TLS to the server is not built yet: sslmode=disable must be written for a host that is not loopback',
    }
  }
  if (sslmode !== null && sslmode !== 'disable') {
    if (!['allow', 'prefer', 'require', 'verify-ca', 'verify-full'].includes(sslmode)) {
      return { problem: 'unrecognized sslmode in the URL' }
    }
    return { problem: `TLS is not built yet: sslmode=${sslmode} is refused, only sslmode=disable is served` }
  }
  return { host, port: url.port === '' ? 5432 : Number(url.port), database, user, password }
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
