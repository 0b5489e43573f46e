import { createHash } from 'node:crypto'
import type { Config } from '../config/config.ts'
import { type Database, openDatabase } from '../control/database.ts'
import { PgsealError } from '../errors.ts'
import { type ClientTls, createClientTls } from '../net/client-tls.ts'
import { openLoginFile, passwordProblem, secretProblem, secretsOf } from '../net/login-file.ts'
import { parseScramSecret, type ScramSecrets } from '../net/scram-secret.ts'
import type { Termination } from '../net/termination.ts'
import type { Log } from '../observe/log.ts'

/** How clients reach the proxy and log in, by `tls` and `auth` of the map. */
export type LoginRules = {
  readonly tls: ClientTls | undefined
  readonly termination: Termination | undefined
  close(): Promise<void>
}

/** Reads the files. Throws fileUnreadable; a change of a file that is no good is logged, and what was read before holds. */
export function openLoginRules(config: Config, log: Log): LoginRules {
  const closing: (() => void | Promise<void>)[] = []
  const failed = (during: string) => (error: unknown) => log.failed({ during, error })
  const close = async (): Promise<void> => {
    for (const end of closing) await end()
  }
  try {
    const tls = config.tls === undefined ? undefined : createClientTls(config.tls, failed('reading certificates'))
    if (tls !== undefined) closing.push(() => tls.close())
    const termination = config.auth === undefined ? undefined : openTermination(config, failed, closing)
    return { tls, termination, close }
  } catch (error) {
    void close()
    throw error
  }
}

function openTermination(
  config: Config,
  failed: (during: string) => (error: unknown) => void,
  closing: (() => void | Promise<void>)[],
): Termination {
  const { secrets, serverPasswords, certificates } = config.auth!
  const passwords =
    serverPasswords === undefined
      ? undefined
      : openLoginFile(serverPasswords, passwordProblem, failed('reading passwords'))
  if (passwords !== undefined) closing.push(() => passwords.close())
  const serverPassword = (user: string): string | undefined => passwords?.get(user)
  if ('file' in secrets) {
    const file = openLoginFile(secrets.file, secretProblem, failed('reading secrets'))
    closing.push(() => file.close())
    return { secrets: secretsOf(file), serverPassword, certificates }
  }
  const database = openDatabase(config.control, 2)
  closing.push(() => database.close())
  return { secrets: secretsByQuery(database, secrets.query, config.control), serverPassword, certificates }
}

function secretsByQuery(database: Database, query: string, control: string): ScramSecrets {
  const mockKey = createHash('sha256').update('pgseal/mock/1').update(control).digest()
  return {
    find: async (user) => {
      const [row] = await database.query(query, [user]).catch((error: unknown) => {
        if (error instanceof PgsealError) throw error
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'no code'
        throw new PgsealError('controlUnavailable', {}, { logDetail: `auth.secretsQuery failed: ${code}` })
      })
      const text = row === undefined ? undefined : Object.values(row)[0]
      return { secret: typeof text === 'string' ? parseScramSecret(text) : undefined, mockKey }
    },
  }
}
