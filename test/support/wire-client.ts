import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import * as send from './client-messages.ts'
import { decodeServerMessage, type ResultField, type ServerMessage } from './server-messages.ts'

export type ConnectOptions = {
  readonly host?: string
  readonly port: number
  readonly user?: string
  readonly database?: string
  readonly password?: string
  readonly parameters?: Readonly<Record<string, string>>
  readonly version?: number
}

/** What one statement answered. `messages` are all of them, in order. */
export type Outcome = {
  readonly messages: readonly ServerMessage[]
  readonly fields: readonly ResultField[] | undefined
  readonly parameterOids: readonly number[] | undefined
  readonly rows: readonly (readonly (Buffer | null)[])[]
  readonly tags: readonly string[]
  readonly error: Readonly<Record<string, string>> | undefined
  /** Status of the last ReadyForQuery. */
  readonly status: string | undefined
}

export type ExtendedOptions = {
  readonly values?: readonly (Buffer | string | null)[]
  readonly oids?: readonly number[]
  readonly formats?: readonly number[]
  readonly resultFormats?: readonly number[]
  /** Describe the statement before Bind, the portal after it, or neither. */
  readonly describe?: 'statement' | 'portal' | 'none'
}

/** A connection that says exactly what a test wants it to say, and keeps every message that comes back. */
export class WireClient {
  readonly parameters = new Map<string, string>()
  /** Messages of the start-up, ReadyForQuery included. */
  readonly startup: ServerMessage[] = []
  pid = 0
  secret: Buffer = Buffer.alloc(0)
  readonly socket: Socket
  #input: Buffer[] = []
  #length = 0
  #messages: ServerMessage[] = []
  #wake: (() => void) | undefined
  #failure: Error | undefined
  #ended = false

  constructor(socket: Socket) {
    this.socket = socket
    socket.setNoDelay(true)
    socket.on('data', (chunk: Buffer) => {
      this.#input.push(chunk)
      this.#length += chunk.length
      try {
        this.#decode()
      } catch (error) {
        this.#failure = error as Error
      }
      this.#wake?.()
    })
    socket.on('error', (error) => {
      this.#failure ??= error
      this.#wake?.()
    })
    socket.on('close', () => {
      this.#ended = true
      this.#wake?.()
    })
  }

  /** Connects and logs in (trust, cleartext or SCRAM-SHA-256); rejects with the server's message when refused. */
  static async connect(options: ConnectOptions): Promise<WireClient> {
    const client = await WireClient.open(options.port, options.host)
    const user = options.user ?? 'postgres'
    client.send(
      send.startup({ user, database: options.database ?? 'postgres', ...options.parameters }, options.version),
    )
    await client.#authenticate(options.password ?? '')
    return client
  }

  static async connectUrl(url: string, parameters: Readonly<Record<string, string>> = {}): Promise<WireClient> {
    const parsed = new URL(url)
    return WireClient.connect({
      host: parsed.hostname,
      port: parsed.port === '' ? 5432 : Number(parsed.port),
      user: decodeURIComponent(parsed.username),
      password: decodeURIComponent(parsed.password),
      database: parsed.pathname.slice(1),
      parameters,
    })
  }

  /** A socket with nothing said on it. */
  static async open(port: number, host = '127.0.0.1'): Promise<WireClient> {
    const socket = connect({ port, host })
    await once(socket, 'connect')
    return new WireClient(socket)
  }

  get ended(): boolean {
    return this.#ended
  }

  send(...messages: readonly Buffer[]): void {
    this.socket.write(Buffer.concat(messages))
  }

  /** The next message, or undefined when the peer has closed the connection. */
  async receive(): Promise<ServerMessage | undefined> {
    for (;;) {
      const next = this.#messages.shift()
      if (next !== undefined) return next
      if (this.#ended) return undefined
      if (this.#failure !== undefined) throw this.#failure
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
      this.#wake = undefined
    }
  }

  /** Messages up to and including the first that `last` accepts; ParameterStatus is kept in `parameters` too. */
  async receiveUntil(last: (message: ServerMessage) => boolean): Promise<ServerMessage[]> {
    const messages: ServerMessage[] = []
    for (;;) {
      const message = await this.receive()
      if (message === undefined) {
        const error = messages.findLast((one) => one.type === 'ErrorResponse')
        const said = error?.type === 'ErrorResponse' ? `: ${error.fields.C} ${error.fields.M}` : ''
        throw Object.assign(new Error(`connection closed${said}`), { messages })
      }
      messages.push(message)
      if (last(message)) return messages
    }
  }

  /** Sends, then collects up to the given number of ReadyForQuery. */
  async exchange(messages: readonly Buffer[], readies = 1): Promise<ServerMessage[]> {
    this.send(...messages)
    let left = readies
    return this.receiveUntil((message) => message.type === 'ReadyForQuery' && (left -= 1) === 0)
  }

  /** One simple Query. */
  async query(sql: string | Buffer): Promise<Outcome> {
    return outcomeOf(await this.exchange([send.query(sql)]))
  }

  /** Parse, Describe, Bind, Execute and Sync of the unnamed statement in one packet. */
  async extended(sql: string | Buffer, options: ExtendedOptions = {}): Promise<Outcome> {
    const describe = options.describe ?? 'statement'
    return outcomeOf(
      await this.exchange([
        send.parse(sql, { oids: options.oids ?? [] }),
        ...(describe === 'statement' ? [send.describeStatement()] : []),
        send.bind({
          values: options.values ?? [],
          formats: options.formats ?? [],
          resultFormats: options.resultFormats ?? [],
        }),
        ...(describe === 'portal' ? [send.describePortal()] : []),
        send.execute(),
        send.sync(),
      ]),
    )
  }

  /** Text of all rows of one simple Query that must succeed. */
  async rows(sql: string): Promise<(string | null)[][]> {
    const outcome = await this.query(sql)
    if (outcome.error !== undefined) throw new Error(`${outcome.error.C} ${outcome.error.M}: ${sql}`)
    return outcome.rows.map((row) => row.map((value) => (value === null ? null : value.toString())))
  }

  /** Says goodbye and waits until the peer has closed. */
  async close(): Promise<void> {
    if (this.#ended) return
    const closed = once(this.socket, 'close')
    this.socket.end(send.terminate())
    this.socket.resume()
    await closed
  }

  destroy(): void {
    this.socket.destroy()
  }

  async #authenticate(password: string): Promise<void> {
    for (;;) {
      const message = await this.receive()
      if (message === undefined) throw new Error('connection closed during start-up')
      this.startup.push(message)
      if (message.type === 'ErrorResponse') {
        this.destroy()
        const { C: code, M: text } = message.fields
        throw Object.assign(new Error(`${code} ${text}`), { fields: message.fields })
      }
      if (message.type === 'BackendKeyData') {
        this.pid = message.pid
        this.secret = Buffer.from(message.secret)
      }
      if (message.type === 'Authentication' && message.code === 3) {
        this.send(send.password(Buffer.from(`${password}\0`)))
      }
      if (message.type === 'Authentication' && message.code === 10) await this.#scram(password)
      if (message.type === 'ReadyForQuery') return
    }
  }

  // RFC 5802 without channel binding.
  async #scram(password: string): Promise<void> {
    const nonce = randomBytes(18).toString('base64')
    const clientFirst = `n=,r=${nonce}`
    this.send(send.saslInitial('SCRAM-SHA-256', `n,,${clientFirst}`))
    const serverFirst = await this.#sasl(11)
    const { r = '', s = '', i = '' } = Object.fromEntries(serverFirst.split(',').map((one) => [one[0], one.slice(2)]))
    if (!r.startsWith(nonce)) throw new Error('server nonce does not extend ours')
    const salted = pbkdf2Sync(password, Buffer.from(s, 'base64'), Number(i), 32, 'sha256')
    const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()
    const clientKey = hmac(salted, 'Client Key')
    const withoutProof = `c=biws,r=${r}`
    const authMessage = `${clientFirst},${serverFirst},${withoutProof}`
    const signature = hmac(createHash('sha256').update(clientKey).digest(), authMessage)
    const proof = Buffer.from(clientKey.map((byte, index) => byte ^ signature[index]!))
    this.send(send.password(Buffer.from(`${withoutProof},p=${proof.toString('base64')}`)))
    const serverFinal = await this.#sasl(12)
    const expected = hmac(hmac(salted, 'Server Key'), authMessage).toString('base64')
    if (serverFinal !== `v=${expected}`) throw new Error('server signature is wrong')
  }

  async #sasl(code: number): Promise<string> {
    const message = await this.receive()
    if (message?.type === 'ErrorResponse') {
      throw Object.assign(new Error(`${message.fields.C} ${message.fields.M}`), { fields: message.fields })
    }
    if (message?.type !== 'Authentication' || message.code !== code) throw new Error(`expected authentication ${code}`)
    return message.data.toString()
  }

  #decode(): void {
    for (;;) {
      if (this.#length < 5) return
      let head = this.#input[0]!
      if (head.length < 5) head = this.#join()
      const size = head.readInt32BE(1) + 1
      if (this.#length < size) return
      if (head.length < size) head = this.#join()
      const message = decodeServerMessage(String.fromCharCode(head[0]!), head.subarray(5, size))
      if (message.type === 'ParameterStatus') this.parameters.set(message.name, message.value)
      this.#messages.push(message)
      this.#length -= size
      if (head.length === size) this.#input.shift()
      else this.#input[0] = head.subarray(size)
    }
  }

  #join(): Buffer {
    this.#input = [Buffer.concat(this.#input)]
    return this.#input[0]!
  }
}

/** The messages of one or more statements, sorted. */
export function outcomeOf(messages: readonly ServerMessage[]): Outcome {
  let fields: readonly ResultField[] | undefined
  let parameterOids: readonly number[] | undefined
  let error: Readonly<Record<string, string>> | undefined
  let status: string | undefined
  const rows: (readonly (Buffer | null)[])[] = []
  const tags: string[] = []
  for (const message of messages) {
    if (message.type === 'RowDescription') fields = message.fields
    else if (message.type === 'ParameterDescription') parameterOids = message.oids
    else if (message.type === 'DataRow') rows.push(message.values)
    else if (message.type === 'CommandComplete') tags.push(message.tag)
    else if (message.type === 'ErrorResponse') error ??= message.fields
    else if (message.type === 'ReadyForQuery') status = message.status
  }
  return { messages, fields, parameterOids, rows, tags, error, status }
}
