// Both legs of TLS and every kind of login, by real programs; docs/tls.md holds what is expected.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { copyFileSync, readFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { connect as connectTls, TLSSocket } from 'node:tls'
import pg from 'pg'
import type { RunningServer } from '../../src/net/server.ts'
import { decodeErrorResponse } from '../../src/wire/error-response.ts'
import { messageField } from '../../src/wire/message-fields.ts'
import { encodeSSLRequest } from '../../src/wire/ssl-request.ts'
import { encodeStartupMessage, protocol30 } from '../../src/wire/startup-message.ts'
import { byPg, byPostgres, byPsql, hasPsql } from './login-attempts.ts'
import { certificate, openTlsStage, password, type StageProxy, type TlsStage } from './tls-stage.ts'

let stage: TlsStage | undefined
const opened = new Map<string, Promise<RunningServer>>()

before(async () => {
  stage = await openTlsStage()
})
after(() => stage?.close())

/** One proxy for each set of options. */
async function port(options: StageProxy): Promise<number> {
  const name = JSON.stringify(options)
  const proxy = opened.get(name) ?? stage!.proxy(options)
  opened.set(name, proxy)
  return (await proxy).address.port
}

const serverTls = { mode: 'verify-full', rootCertificate: certificate('authority.crt') } as const
const clientTls = {}

const legs: readonly [string, StageProxy, 'disable' | 'require'][] = [
  ['clear, clear', {}, 'disable'],
  ['TLS, clear', { tls: clientTls }, 'require'],
  ['clear, TLS', { upstream: serverTls }, 'disable'],
  ['TLS, TLS', { tls: clientTls, upstream: serverTls }, 'require'],
]

for (const [name, options, sslmode] of legs) {
  test(`relayed logins: ${name} (A26, A27)`, async (t) => {
    if (stage === undefined) return t.skip('the server is not ours to configure')
    for (const user of ['open', 'clear', 'md5', 'scram']) {
      const attempt = { port: await port(options), user, sslmode }
      assert.equal(await byPg(attempt), 'in', `pg, ${user}`)
      assert.equal(await byPostgres(attempt), 'in', `postgres, ${user}`)
      // libpq signs that it could have bound the login to the connection: the server, which could too, must refuse that.
      const bound = user === 'scram' && name === 'TLS, TLS'
      if (hasPsql) assert.equal(await byPsql(attempt), bound ? 'SCRAM' : 'in', `psql, ${user}`)
      if (hasPsql) assert.equal(await byPsql({ ...attempt, binding: 'disable' }), 'in', `psql unbound, ${user}`)
      if (bound) assert.equal(await byPg({ ...attempt, binding: 'prefer' }), '28000', 'pg that binds')
      if (user !== 'open') assert.equal(await byPg({ ...attempt, password: 'wrong' }), '28P01', `wrong, ${user}`)
    }
    assert.equal(await byPg({ port: await port(options), user: 'never', sslmode }), '28000')
  })

  test(`logins that end at the proxy: ${name} (A29, A30, A32)`, async (t) => {
    if (stage === undefined) return t.skip('the server is not ours to configure')
    const tls = sslmode === 'require'
    for (const passwords of [false, true]) {
      const at = await port({ ...options, terminate: { passwords } })
      for (const user of ['open', 'clear', 'md5', 'scram']) {
        const attempt = { port: at, user, sslmode }
        // A client's key answers only the secret that it was checked against.
        const wanted = passwords || user === 'open' || user === 'scram' ? 'in' : '28000'
        assert.equal(await byPg(attempt), wanted, `pg, ${user}`)
        assert.equal(await byPg({ ...attempt, binding: 'prefer' }), wanted, `pg that binds, ${user}`)
        assert.equal(await byPostgres(attempt), wanted, `postgres, ${user}`)
        if (hasPsql && wanted === 'in') {
          assert.equal(await byPsql(attempt), 'in', `psql, ${user}`)
          assert.equal(
            await byPsql({ ...attempt, binding: 'require' }),
            tls ? 'in' : 'channel binding',
            `bound, ${user}`,
          )
        }
        assert.equal(await byPg({ ...attempt, password: 'wrong' }), '28P01', `wrong, ${user}`)
      }
      assert.equal(await byPg({ port: at, user: 'nobody', sslmode }), '28P01', 'a user without a secret (A31)')
      assert.equal(await byPg({ port: at, user: 'never', sslmode }), '28000', 'the server has the last word')
    }
  })
}

test('sslmode towards the server is libpq’s', async (t) => {
  if (stage === undefined) return t.skip('the server is not ours to configure')
  const root = certificate('authority.crt')
  const tried: readonly [string, StageProxy['upstream'], Readonly<Record<string, string>>, string?][] = [
    ['disable', { mode: 'disable' }, { unencrypted: 'in', encrypted: '28000' }],
    ['allow', { mode: 'allow' }, { unencrypted: 'in', encrypted: 'in' }],
    ['prefer', { mode: 'prefer' }, { unencrypted: 'in', encrypted: 'in' }],
    ['require', { mode: 'require' }, { unencrypted: '28000', encrypted: 'in' }],
    ['verify-ca', { mode: 'verify-ca', rootCertificate: root }, { encrypted: 'in' }],
    ['verify-full', { mode: 'verify-full', rootCertificate: root }, { encrypted: 'in' }],
    ['verify-full by address', { mode: 'verify-full', rootCertificate: root }, { encrypted: 'in' }, '127.0.0.1'],
    ['verify-full, system authorities', { mode: 'verify-full' }, { encrypted: '08001' }],
    [
      'require, wrong authority',
      { mode: 'require', rootCertificate: certificate('stranger.crt') },
      { encrypted: '08001' },
    ],
  ]
  for (const [name, upstream, users, host] of tried) {
    const at = await port({ upstream: upstream!, ...(host === undefined ? {} : { host }) })
    for (const [user, wanted] of Object.entries(users)) {
      assert.equal(await byPg({ port: at, user, sslmode: 'disable' }), wanted, `${name}, ${user}`)
    }
  }
})

test('a server with a wrong host, an expired or an unknown certificate is not spoken to', async (t) => {
  if (stage === undefined) return t.skip('the server is not ours to configure')
  for (const [name, mode, wanted] of [
    ['other-host', 'verify-full', '08001'],
    ['other-host', 'verify-ca', 'spoken to'],
    ['expired', 'verify-ca', '08001'],
    ['unknown', 'verify-ca', '08001'],
    ['unknown', 'require', 'spoken to'],
  ] as const) {
    let spoken = 0
    const impostor = createServer((socket) => {
      socket.on('error', () => undefined)
      socket.once('data', () => {
        socket.write('S')
        const secured = new TLSSocket(socket, {
          isServer: true,
          cert: readFileSync(certificate(`${name}.crt`)),
          key: readFileSync(certificate(`${name}.key`)),
        })
        secured.on('error', () => undefined)
        secured.on('data', () => {
          spoken += 1
          secured.destroy()
        })
      })
    })
    impostor.listen(0, '127.0.0.1')
    await once(impostor, 'listening')
    const address = impostor.address() as { port: number }
    const { startServer } = await import('../../src/net/server.ts')
    const { createLog } = await import('../../src/observe/log.ts')
    const { passThrough } = await import('./pass-through.ts')
    const proxy = await startServer({
      listen: { host: '127.0.0.1', port: 0 },
      upstream: {
        host: 'localhost',
        port: address.port,
        database: 'postgres',
        tls: {
          mode,
          negotiation: 'postgres',
          rootCertificate: mode === 'require' ? undefined : serverTls.rootCertificate,
          certificate: undefined,
          key: undefined,
        },
      },
      tablesMapped: false,
      passthroughDatabases: [],
      connectionFactory: passThrough,
      log: createLog('silent'),
    })
    const said = await byPg({ port: proxy.address.port, user: 'scram', sslmode: 'disable' })
    assert.equal(spoken, wanted === 'spoken to' ? 1 : 0, `${name}, ${mode}`)
    if (wanted !== 'spoken to') assert.equal(said, wanted, `${name}, ${mode}`)
    await proxy.close()
    impostor.close()
  }
})

test('a server that says no, errs or stuffs bytes behind its answer is left (A3, A4)', async (t) => {
  if (stage === undefined) return t.skip('the server is not ours to configure')
  const { startServer } = await import('../../src/net/server.ts')
  const { createLog } = await import('../../src/observe/log.ts')
  const { passThrough } = await import('./pass-through.ts')
  for (const answer of ['N', 'Sxxxx', 'E\0\0\0\x20SFATAL\0Mdo as I say\0\0']) {
    const heard: Buffer[] = []
    const impostor = createServer((socket) => {
      socket.on('error', () => undefined)
      socket.on('data', (chunk) => {
        heard.push(chunk)
        if (heard.length === 1) socket.write(Buffer.from(answer, 'latin1'))
      })
    })
    impostor.listen(0, '127.0.0.1')
    await once(impostor, 'listening')
    const proxy = await startServer({
      listen: { host: '127.0.0.1', port: 0 },
      upstream: {
        host: 'localhost',
        port: (impostor.address() as { port: number }).port,
        database: 'postgres',
        tls: {
          mode: 'require',
          negotiation: 'postgres',
          rootCertificate: undefined,
          certificate: undefined,
          key: undefined,
        },
      },
      tablesMapped: false,
      passthroughDatabases: [],
      connectionFactory: passThrough,
      log: createLog('silent'),
    })
    assert.equal(await byPg({ port: proxy.address.port, user: 'scram', sslmode: 'disable' }), '08001', answer[0])
    assert.deepEqual(Buffer.concat(heard), encodeSSLRequest(), 'nothing but the request was sent')
    await proxy.close()
    impostor.close()
  }
})

test('the proxy’s own certificate logs in where the server asks for one (A33)', async (t) => {
  if (stage === undefined) return t.skip('the server is not ours to configure')
  const upstream = { ...serverTls, certificate: certificate('client.crt'), key: certificate('client.key') }
  assert.equal(await byPg({ port: await port({ upstream }), user: 'app', sslmode: 'disable' }), 'in')
  assert.equal(await byPg({ port: await port({ upstream: serverTls }), user: 'app', sslmode: 'disable' }), '28000')
})

test('certificates of clients: verified, required, mapped to users', async (t) => {
  if (stage === undefined) return t.skip('the server is not ours to configure')
  const clientCa = certificate('authority.crt')
  const users = new Map([['app', ['scram', 'open']]])
  const verified = await stage.proxy({ tls: { clientCa, clientCertificates: 'verify', certificateUsers: users } })
  const required = await stage.proxy({ tls: { clientCa, clientCertificates: 'require', certificateUsers: users } })
  const at = { user: 'scram', sslmode: 'verify-full' } as const
  for (const by of hasPsql ? [byPg, byPsql] : [byPg]) {
    assert.equal(await by({ ...at, port: verified.address.port }), 'in')
    assert.equal(await by({ ...at, port: verified.address.port, clientCertificate: 'client' }), 'in')
    assert.equal(await by({ ...at, port: required.address.port, clientCertificate: 'client' }), 'in')
    assert.notEqual(await by({ ...at, port: required.address.port }), 'in')
    for (const { address } of [verified, required]) {
      const other = { ...at, port: address.port }
      assert.notEqual(await by({ ...other, clientCertificate: 'client-expired' }), 'in')
      assert.notEqual(await by({ ...other, clientCertificate: 'client-unknown' }), 'in')
      assert.match(await by({ ...other, user: 'md5', clientCertificate: 'client' }), /^28000$|certificate/)
    }
  }
  const alone = await stage.proxy({
    tls: { clientCa, clientCertificates: 'verify', certificateUsers: users },
    terminate: { passwords: true, certificates: true },
  })
  assert.equal(await byPg({ ...at, port: alone.address.port, password: 'wrong', clientCertificate: 'client' }), 'in')
  assert.equal(await byPg({ ...at, port: alone.address.port, password: 'wrong' }), '28P01')
})

test('tls.mode require refuses the clear before anything is asked (A6), and allow does not', async (t) => {
  if (stage === undefined) return t.skip('the server is not ours to configure')
  const required = await port({ tls: { mode: 'require' } })
  assert.equal(await byPg({ port: required, user: 'scram', sslmode: 'disable' }), '28000')
  assert.equal(await byPg({ port: required, user: 'scram', sslmode: 'require' }), 'in')
  assert.equal(await byPg({ port: await port({ tls: clientTls }), user: 'scram', sslmode: 'disable' }), 'in')
})

const startup = encodeStartupMessage({
  type: 'StartupMessage',
  protocolVersion: protocol30,
  parameters: [
    ['user', 'open'],
    ['database', 'postgres'],
  ],
})

test('bytes stuffed behind an SSLRequest end the connection (A3)', async (t) => {
  if (stage === undefined) return t.skip('the server is not ours to configure')
  const socket = connect(await port({ tls: clientTls }), '127.0.0.1')
  socket.write(Buffer.concat([encodeSSLRequest(), startup]))
  const chunks: Buffer[] = []
  socket.on('data', (chunk) => chunks.push(chunk))
  await once(socket, 'close')
  const said = Buffer.concat(chunks)
  assert.equal(String.fromCharCode(said[0]!), 'E')
  assert.equal(messageField(decodeErrorResponse(said.subarray(5)).fields, 'C')?.toString(), '08P01')
})

test('direct TLS is served with ALPN and closed without it (A5); SSLRequest under TLS ends the connection (A7)', async (t) => {
  if (stage === undefined) return t.skip('the server is not ours to configure')
  const at = await port({ tls: clientTls })
  const talk = async (send: Buffer, ALPNProtocols?: string[]): Promise<string> => {
    const socket = connectTls({
      port: at,
      host: 'localhost',
      ca: readFileSync(certificate('authority.crt')),
      ...(ALPNProtocols === undefined ? {} : { ALPNProtocols }),
    })
    socket.on('error', () => undefined)
    socket.once('secureConnect', () => socket.write(send))
    const first = await Promise.race([once(socket, 'data'), once(socket, 'close').then(() => [Buffer.alloc(0)])])
    socket.destroy()
    return String((first as [Buffer])[0].toString('latin1', 0, 1))
  }
  assert.equal(await talk(startup, ['postgresql']), 'R')
  assert.equal(await talk(startup), '')
  assert.equal(await talk(encodeSSLRequest(), ['postgresql']), '')
})

test('direct TLS towards the server', async (t) => {
  if (stage === undefined) return t.skip('the server is not ours to configure')
  if (stage.server.version < 170000) return t.skip('PostgreSQL speaks it since 17')
  assert.equal(
    await byPg({
      port: await port({ upstream: { ...serverTls, negotiation: 'direct' } }),
      user: 'encrypted',
      sslmode: 'disable',
    }),
    'in',
  )
})

test('records towards clients are at most 8 kB (A8)', async (t) => {
  if (stage === undefined) return t.skip('the server is not ours to configure')
  const raw = connect(await port({ tls: clientTls }), '127.0.0.1')
  raw.write(encodeSSLRequest())
  await once(raw, 'data')
  raw.pause()
  const lengths: number[] = []
  let held = Buffer.alloc(0)
  const { duplexPair } = await import('node:stream')
  const [inner, outer] = duplexPair()
  raw.on('data', (chunk: Buffer) => {
    held = Buffer.concat([held, chunk])
    while (held.length >= 5 && held.length >= 5 + held.readUInt16BE(3)) {
      lengths.push(held.readUInt16BE(3))
      held = held.subarray(5 + held.readUInt16BE(3))
    }
    outer.write(chunk)
  })
  outer.on('data', (chunk: Buffer) => raw.write(chunk))
  raw.resume()
  const socket = connectTls({ socket: inner, rejectUnauthorized: false })
  await once(socket, 'secureConnect')
  socket.write(startup)
  const text = Buffer.from("select repeat('x', 100000)\0")
  const query = Buffer.alloc(5 + text.length)
  query.write('Q')
  query.writeInt32BE(4 + text.length, 1)
  text.copy(query, 5)
  let bytes = 0
  socket.write(query)
  socket.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > 100_000) socket.destroy()
  })
  await once(socket, 'close')
  raw.destroy()
  // A record of TLS 1.3 holds 17 to 22 bytes beside its data.
  assert.ok(Math.max(...lengths) <= 8192 + 32, `${Math.max(...lengths)}`)
  assert.ok(lengths.length > 12)
})

test('a cancel request goes both ways under TLS (A19, A20)', async (t) => {
  if (stage === undefined) return t.skip('the server is not ours to configure')
  const at = await port({ tls: { mode: 'require' }, upstream: serverTls })
  const client = new pg.Client({
    host: 'localhost',
    port: at,
    user: 'scram',
    password,
    database: 'postgres',
    ssl: { rejectUnauthorized: false },
  })
  await client.connect()
  const { rows } = await client.query('select pg_backend_pid() as pid')
  const sleeping = assert.rejects(client.query('select pg_sleep(30)'), { code: '57014' })
  const other = new pg.Client({ connectionString: stage.server.url })
  await other.connect()
  for (;;) {
    const found = await other.query('select 1 from pg_stat_activity where pid = $1 and wait_event = $2', [
      rows[0].pid,
      'PgSleep',
    ])
    if (found.rowCount === 1) break
  }
  const { processID, secretKey } = client as unknown as { processID: number; secretKey: number }
  const packet = Buffer.alloc(16)
  packet.writeInt32BE(16)
  packet.writeInt32BE(80877102, 4)
  packet.writeInt32BE(processID, 8)
  packet.writeInt32BE(secretKey, 12)
  const raw = connect(at, '127.0.0.1')
  raw.write(encodeSSLRequest())
  await once(raw, 'data')
  const socket = connectTls({ socket: raw, rejectUnauthorized: false })
  await once(socket, 'secureConnect')
  socket.end(packet)
  await sleeping
  await other.end()
  await client.end()
})

test('new certificates are taken without a restart, a broken one is not', async (t) => {
  if (stage === undefined) return t.skip('the server is not ours to configure')
  const [crt, key] = [join(stage.folder, 'now.crt'), join(stage.folder, 'now.key')]
  const use = (name: string): void => {
    copyFileSync(certificate(`${name}.crt`), crt)
    copyFileSync(certificate(`${name}.key`), key)
  }
  use('server')
  const { createClientTls } = await import('../../src/net/client-tls.ts')
  const tls = createClientTls(
    {
      mode: 'allow',
      certificate: crt,
      key,
      clientCa: undefined,
      clientCertificates: 'ignore',
      certificateUsers: new Map(),
    },
    () => undefined,
  )
  const listener = createServer((socket) => {
    socket.on('error', () => undefined)
    void tls.secure(socket, true)
  })
  listener.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const shown = async (): Promise<string> => {
    const socket = connectTls({
      port: (listener.address() as { port: number }).port,
      rejectUnauthorized: false,
      ALPNProtocols: ['postgresql'],
    })
    await once(socket, 'secureConnect')
    const { serialNumber } = socket.getPeerCertificate()
    socket.destroy()
    return serialNumber
  }
  const first = await shown()
  use('renewed')
  tls.reload()
  const second = await shown()
  assert.notEqual(first, second)
  copyFileSync(certificate('server.crt'), crt)
  assert.throws(() => tls.reload(), { errorName: 'fileUnreadable' })
  assert.equal(await shown(), second)
  tls.close()
  listener.close()
})
