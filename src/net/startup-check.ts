import { PgsealError } from '../errors.ts'
import { encodeNegotiateProtocolVersion } from '../wire/negotiate-protocol-version.ts'
import { decodeStartupMessage, encodeStartupMessage, protocol30, type StartupMessage } from '../wire/startup-message.ts'
import { foldSettingName, optionSettings } from './startup-options.ts'

export type StartupRules = {
  /** The upstream's database: the one that the map is about. */
  readonly database: string
  readonly passthroughDatabases: readonly string[]
  /** False when the map is empty: then no statement is analysed, and encodings are the client's own affair. */
  readonly tablesMapped: boolean
}

export type Startup = {
  readonly user: string
  readonly database: string
  readonly parameters: ReadonlyMap<string, string>
  /** The packet for the server: protocol 3.0, without `_pq_.` options, everything else as it came. */
  readonly packet: Buffer
  /** What the client must be told about the version before anything else. */
  readonly negotiate: Buffer | undefined
}

/** NAMEDATALEN without its NUL. */
const maxNameBytes = 63

/**
 * Checks a StartupMessage's body. Returns undefined for a version before 3, on which PostgreSQL hangs up; throws what the
 * client must be told otherwise. Pitfalls A10, A11, A13, A15, B24, B25.
 */
export function checkStartup(body: Buffer, rules: StartupRules): Startup | undefined {
  const version = body.readInt32BE(0)
  const major = version >>> 16
  if (major < 3) return undefined
  if (major > 3) {
    throw new PgsealError('unsupportedProtocol', { version: `${major}.${version & 0xffff}` })
  }
  const message = decodeStartupMessage(body)
  const parameters = new Map(message.parameters)
  const user = parameters.get('user') ?? ''
  if (user === '') throw new PgsealError('noUserName')
  // The server would cut the name and log in another user than the one whom `roles` is asked about.
  if (Buffer.byteLength(user) > maxNameBytes) throw new PgsealError('userNameLength', { limit: String(maxNameBytes) })
  const named = parameters.get('database') ?? ''
  const database = named === '' ? user : named
  refuseReplication(message)
  if (database === rules.database) {
    if (rules.tablesMapped) for (const setting of settingsOf(message)) checkSetting(setting.name, setting.value)
  } else if (!rules.passthroughDatabases.includes(database)) {
    throw new PgsealError('databaseNotServed', { database })
  }
  return { user, database, parameters, ...negotiated(message, body) }
}

// PROTOCOL-EXTENSIONS: each leg is negotiated by itself, so the server is always asked for 3.0.
function negotiated(message: StartupMessage, body: Buffer): { packet: Buffer; negotiate: Buffer | undefined } {
  const extensions = message.parameters.map(([name]) => name).filter((name) => name.startsWith('_pq_.'))
  if (message.protocolVersion === protocol30 && extensions.length === 0) {
    const packet = Buffer.allocUnsafe(body.length + 4)
    packet.writeInt32BE(packet.length)
    body.copy(packet, 4)
    return { packet, negotiate: undefined }
  }
  const kept = message.parameters.filter(([name]) => !name.startsWith('_pq_.'))
  return {
    packet: encodeStartupMessage({ type: 'StartupMessage', protocolVersion: protocol30, parameters: kept }),
    negotiate: encodeNegotiateProtocolVersion({
      type: 'NegotiateProtocolVersion',
      version: protocol30,
      options: extensions,
    }),
  }
}

function settingsOf(message: StartupMessage): { name: string; value: string }[] {
  return message.parameters.flatMap(([name, value]) =>
    name === 'options' ? optionSettings(value) : [{ name: foldSettingName(name), value }],
  )
}

// The analyser must see what the server sees: UTF-8 and standard strings.
function checkSetting(name: string, value: string): void {
  if (name === 'client_encoding' && !isUtf8Name(value)) throw new PgsealError('startupEncoding')
  if (name === 'standard_conforming_strings' && !isOn(value)) throw new PgsealError('startupStrings')
}

// Replication sessions run commands that are not SQL. Any repeated parameter counts: the last is the server's.
function refuseReplication(message: StartupMessage): void {
  for (const [name, value] of message.parameters) {
    if (name === 'replication' && !isOff(value)) throw new PgsealError('replicationNotServed')
  }
}

// PostgreSQL compares letters and digits alone. In SQL_ASCII nothing is converted, and the server still holds texts of a
// UTF-8 database to UTF-8.
function isUtf8Name(value: string): boolean {
  return ['utf8', 'unicode', 'sqlascii'].includes(value.toLowerCase().replace(/[^a-z0-9]/g, ''))
}

// parse_bool: any unambiguous beginning of a word counts.
function isOn(value: string): boolean {
  const word = value.toLowerCase()
  return word === '1' || word === 'on' || (word !== '' && ('true'.startsWith(word) || 'yes'.startsWith(word)))
}

function isOff(value: string): boolean {
  const word = value.toLowerCase()
  return (
    word === '0' || ['of', 'off'].includes(word) || (word !== '' && ('false'.startsWith(word) || 'no'.startsWith(word)))
  )
}
