import { readFileSync, statSync } from 'node:fs'

/** How often a token file is looked at: it is written anew when its token is. */
const lookMs = 1_000

export type TokenSource = {
  /** undefined when the file cannot be read or is empty. */
  current(): string | undefined
  /** After the service refused `refused`: true when there is another token by now. */
  renewed(refused: string | undefined): boolean
}

export function fixedToken(token: string): TokenSource {
  return { current: () => token, renewed: () => false }
}

/** A file that holds a token and white space, kept by another program such as Vault Agent. */
export function tokenFile(path: string, now: () => number): TokenSource {
  let token: string | undefined
  let stamp = ''
  let looked = Number.NEGATIVE_INFINITY
  const look = (): void => {
    looked = now()
    try {
      const { mtimeMs, ino, size } = statSync(path)
      const seen = `${mtimeMs} ${ino} ${size}`
      if (seen === stamp) return
      const read = readFileSync(path, 'utf8').trim()
      token = read === '' ? undefined : read
      stamp = seen
    } catch {
      // It may be replaced this very moment: what was read last holds until the service refuses it.
      stamp = ''
    }
  }
  return {
    current() {
      if (now() - looked >= lookMs) look()
      return token
    },
    renewed(refused) {
      look()
      return token !== undefined && token !== refused
    },
  }
}
