import { readFileSync } from 'node:fs'
import type { ConnectionOptions } from 'node:tls'
import { PgsealError } from '../errors.ts'

/** What pg needs to reach the server: the URL without the parameters of TLS, and TLS as libpq understands them. */
export type PoolAddress = { readonly connectionString: string; readonly ssl: false | ConnectionOptions }

const parameters = ['sslmode', 'sslrootcert', 'sslcert', 'sslkey', 'sslnegotiation']

/**
 * Reads the parameters of TLS itself: pg takes `require` for a check of the certificate, and libpq does not. Throws
 * fileUnreadable for a certificate that cannot be read.
 */
export function poolAddress(text: string): PoolAddress {
  const url = new URL(text)
  const given = (name: string): string | undefined => url.searchParams.get(name) ?? undefined
  const mode = given('sslmode') ?? 'disable'
  const [root, certificate, key] = [given('sslrootcert'), given('sslcert'), given('sslkey')]
  for (const name of parameters) url.searchParams.delete(name)
  const connectionString = url.href
  if (mode === 'disable') return { connectionString, ssl: false }
  // libpq: with authorities at hand, require checks as verify-ca does.
  const checked = mode !== 'require' || root !== undefined
  return {
    connectionString,
    ssl: {
      minVersion: 'TLSv1.2',
      rejectUnauthorized: checked,
      ...(root === undefined ? {} : { ca: read(root) }),
      ...(certificate === undefined ? {} : { cert: read(certificate) }),
      ...(key === undefined ? {} : { key: read(key) }),
      ...(mode === 'verify-full' ? {} : { checkServerIdentity: () => undefined }),
    },
  }
}

function read(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unreadable'
    throw new PgsealError('fileUnreadable', { file, reason })
  }
}
