/** What PostgreSQL keeps of a password: RFC 5803, `SCRAM-SHA-256$<iterations>:<salt>$<StoredKey>:<ServerKey>`. */
export type ScramSecret = {
  readonly iterations: number
  readonly salt: Buffer
  readonly storedKey: Buffer
  readonly serverKey: Buffer
}

/** Reads one; undefined for anything else, an md5 hash included. */
export function parseScramSecret(text: string): ScramSecret | undefined {
  const match = /^SCRAM-SHA-256\$(\d{1,9}):([A-Za-z0-9+/]+={0,2})\$([A-Za-z0-9+/]{43}=):([A-Za-z0-9+/]{43}=)$/.exec(
    text,
  )
  if (match === null) return undefined
  const [, iterations, salt, storedKey, serverKey] = match as unknown as [string, string, string, string, string]
  if (Number(iterations) < 1) return undefined
  return {
    iterations: Number(iterations),
    salt: Buffer.from(salt, 'base64'),
    storedKey: Buffer.from(storedKey, 'base64'),
    serverKey: Buffer.from(serverKey, 'base64'),
  }
}

/** `mockKey` makes the salt of a user without a secret; the same in every process that serves one map. */
export type FoundSecret = { readonly secret: ScramSecret | undefined; readonly mockKey: Buffer }

/** Where the proxy finds secrets. */
export type ScramSecrets = { find(user: string): FoundSecret | Promise<FoundSecret> }
