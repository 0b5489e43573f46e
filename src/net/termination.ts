// Logins that end at the proxy (`auth` in the map), where a relayed one could not be made: docs/tls.md has the table.
import type { Socket } from 'node:net'
import { PgsealError } from '../errors.ts'
import { type Authentication, authenticationRequests } from '../wire/authentication.ts'
import { clientLogin } from './client-login.ts'
import type { SecuredClient } from './client-tls.ts'
import type { LoginFrames } from './login-frames.ts'
import type { ScramCredential } from './scram-client.ts'
import type { ScramSecrets } from './scram-secret.ts'

export type Termination = {
  readonly secrets: ScramSecrets
  /** The password for the server, where the client's own key is not to be used. */
  serverPassword(user: string): string | undefined
  /** A certificate that may log in as the user stands for the password. */
  readonly certificates: boolean
}

export const loginDone: Authentication = {
  type: 'Authentication',
  request: authenticationRequests.ok,
  bytes: Buffer.alloc(0),
}

/**
 * Lets the client show who it is and gives what to log in to the server with; undefined when the client left. Rejects with
 * what the client must be told. That a certificate may log in as `user` was checked before.
 */
export async function checkedCredential(
  rules: Termination,
  client: Socket,
  frames: LoginFrames,
  user: string,
  secured: SecuredClient | undefined,
): Promise<ScramCredential | undefined> {
  const password = rules.serverPassword(user)
  if (rules.certificates && secured?.commonName !== undefined) {
    if (password !== undefined) return { password }
    throw new PgsealError('upstreamLoginRefused', { user, reason: 'There is no password for the user in the file.' })
  }
  const credential = await clientLogin(client, frames, user, await rules.secrets.find(user), secured?.binding)
  return credential === undefined || password === undefined ? credential : { password }
}
