// The server's side of SCRAM-SHA-256 and SCRAM-SHA-256-PLUS: RFC 5802, 7677; what PostgreSQL expects of it is in
// SASL-AUTHENTICATION. The password never comes here: only the proof that the client knows it.
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { PgsealError } from '../errors.ts'
import type { FoundSecret, ScramSecret } from './scram-secret.ts'

export const scram = 'SCRAM-SHA-256'
export const scramPlus = 'SCRAM-SHA-256-PLUS'

const mockIterations = 4096

/** What a user without a secret is asked with: the same each time, and like one with a wrong password (pitfall A31). */
function mockSecret(user: string, key: Buffer): ScramSecret {
  const salt = createHmac('sha256', key).update(user).digest().subarray(0, 16)
  return { iterations: mockIterations, salt, storedKey: randomBytes(32), serverKey: randomBytes(32) }
}

export type ScramVerdict = {
  /** server-final-message */
  readonly message: Buffer
  /** ClientKey: with it, and only it, the proxy can log in to a server that has the same secret (pitfall A30). */
  readonly clientKey: Buffer
}

/** One exchange. Each method is called once, in order; each throws loginMessage for what RFC 5802 does not allow. */
export class ScramServer {
  private readonly secret: ScramSecret
  private readonly known: boolean
  private readonly binding: Buffer | undefined
  private header = ''
  private bound = false
  private firstBare = ''
  private serverFirst = ''
  private nonce = ''

  /** `binding`: tls-server-end-point of the proxy's own certificate, where the client's leg has one. */
  constructor(user: string, found: FoundSecret, binding: Buffer | undefined) {
    this.known = found.secret !== undefined
    this.secret = found.secret ?? mockSecret(user, found.mockKey)
    this.binding = binding
  }

  /** Mechanisms to offer, the strongest first. */
  get mechanisms(): readonly string[] {
    return this.binding === undefined ? [scram] : [scramPlus, scram]
  }

  /** client-first-message to server-first-message. */
  begin(mechanism: string, message: Buffer): Buffer {
    if (!this.mechanisms.includes(mechanism)) throw malformed('mechanism')
    const text = latin(message)
    // gs2-header: "n" | "y" | "p=" cb-name, then "," [authzid] ","
    const match = /^(n|y|p=([A-Za-z0-9.-]+)),([^,]*),(.*)$/s.exec(text)
    if (match === null) throw malformed('first message')
    const [, flag, type, identity, bare] = match
    if (identity !== '') throw malformed('authorization identity')
    if (mechanism === scramPlus) {
      if (type !== 'tls-server-end-point') throw malformed('channel binding')
      this.bound = true
    } else if (flag !== 'n' && !(flag === 'y' && this.binding === undefined)) {
      // "y" says that the client can bind and believes that we cannot: somebody has changed the list (RFC 5802 section 6).
      throw malformed('channel binding')
    }
    const parts = /^n=[^,]*,r=([\x21-\x2b\x2d-\x7e]+)(,.*)?$/s.exec(bare ?? '')
    if (parts === null) throw malformed('first message')
    this.header = `${flag},,`
    this.firstBare = bare!
    this.nonce = `${parts[1]}${randomBytes(18).toString('base64')}`
    const { salt, iterations } = this.secret
    this.serverFirst = `r=${this.nonce},s=${salt.toString('base64')},i=${iterations}`
    return Buffer.from(this.serverFirst, 'latin1')
  }

  /** client-final-message to the verdict; undefined when the password is wrong or the user has none. */
  finish(message: Buffer): ScramVerdict | undefined {
    const match = /^(c=([A-Za-z0-9+/=]+),r=([^,]+)(?:,[^,]*)*?),p=([A-Za-z0-9+/]+={0,2})$/s.exec(latin(message))
    if (match === null) throw malformed('final message')
    const [, withoutProof, binding, nonce, proof64] = match as unknown as [string, string, string, string, string]
    if (nonce !== this.nonce) throw malformed('nonce')
    const wanted = Buffer.concat([Buffer.from(this.header), this.bound ? this.binding! : Buffer.alloc(0)])
    if (binding !== wanted.toString('base64')) throw malformed('channel binding')
    const proof = Buffer.from(proof64, 'base64')
    if (proof.length !== 32) throw malformed('proof')
    const authMessage = Buffer.from(`${this.firstBare},${this.serverFirst},${withoutProof}`, 'latin1')
    const signature = createHmac('sha256', this.secret.storedKey).update(authMessage).digest()
    const clientKey = Buffer.alloc(32)
    for (let i = 0; i < 32; i += 1) clientKey[i] = proof[i]! ^ signature[i]!
    const right = timingSafeEqual(createHash('sha256').update(clientKey).digest(), this.secret.storedKey)
    if (!right || !this.known) return undefined
    const serverSignature = createHmac('sha256', this.secret.serverKey).update(authMessage).digest('base64')
    return { message: Buffer.from(`v=${serverSignature}`), clientKey }
  }
}

// Bytes kept one to one: what is signed must be what was sent.
function latin(message: Buffer): string {
  return message.toString('latin1')
}

function malformed(what: string): PgsealError {
  return new PgsealError('loginMessage', { what })
}
