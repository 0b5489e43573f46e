import assert from 'node:assert/strict'
import { test } from 'node:test'
import { namedKey } from './named-keys.ts'
import { keyPartOf, label, ring, users } from './ring.ts'
import { startKms } from './test-kms.ts'

const of = (tenant: string) => ({ ...users, tenant })
const refused = (why: RegExp) => ({ sqlstate: 'XX001', logDetail: why })

for (const dataKeys of ['per-row', 'branch'] as const) {
  test(`${dataKeys}: each tenant has keys of its own, in order, under a context that names it`, async (t) => {
    const { server, endpoint } = await startKms(t)
    const keyId = server.keys.create('ENCRYPT_DECRYPT', false).arn
    const { ring: keys, store } = await ring(t, namedKey({ kms: 'aws', keyId, endpoint, dataKeys }))
    const contexts = ['acme', 'umbrella', 'acme', '', 'umbrella'].map(of)
    const made = await keys.generate('default', contexts)
    assert.deepEqual(
      made.map((key) => store.rows.find(({ id }) => id === idOf(key.keyPart))!.tenant),
      contexts.map(({ tenant }) => tenant),
    )
    assert.deepEqual(store.rows.map(({ tenant }) => tenant).toSorted(), ['', 'acme', 'umbrella'])
    assert.deepEqual(
      server.calls.map(({ context }) => context['pgseal:tenant'] ?? '').toSorted(),
      dataKeys === 'branch' ? ['', 'acme', 'umbrella'] : ['', 'acme', 'acme', 'umbrella', 'umbrella'],
    )
    for (const [row, key] of made.entries()) {
      const opened = await keys.open('default', keyPartOf(key), contexts[row]!, label)
      assert.ok(opened.equals(key.key))
    }
  })

  test(`${dataKeys}: a value opens for its own tenant alone, also in a process that did not seal it`, async (t) => {
    const { server, endpoint } = await startKms(t)
    const keyId = server.keys.create('ENCRYPT_DECRYPT', false).arn
    const config = namedKey({ kms: 'aws', keyId, endpoint, dataKeys })
    const writer = await ring(t, config)
    const [acme, none] = await writer.ring.generate('default', [of('acme'), of('')])
    for (const store of [writer.store, undefined]) {
      const keys = store === undefined ? writer.ring : (await ring(t, config, { store })).ring
      const open = async (key: typeof acme, tenant: string | undefined) =>
        keys.open('default', keyPartOf(key!), { ...users, tenant }, label)
      await assert.rejects(open(acme, 'umbrella'), refused(/^untrusted: .*another tenant/))
      await assert.rejects(open(acme, ''), refused(/^untrusted: .*another tenant/))
      await assert.rejects(open(none, 'acme'), refused(/^untrusted: .*without a tenant/))
      assert.ok((await open(acme, 'acme')).equals(acme!.key))
      assert.ok((await open(acme, undefined)).equals(acme!.key), 'where the row does not say')
    }
  })

  test(`${dataKeys}: the database cannot give a key to another tenant`, async (t) => {
    const { server, endpoint } = await startKms(t)
    const keyId = server.keys.create('ENCRYPT_DECRYPT', false).arn
    const config = namedKey({ kms: 'aws', keyId, endpoint, dataKeys })
    const { ring: writer, store } = await ring(t, config)
    const [made] = await writer.generate('default', [of('acme')])
    store.change(idOf(made!.keyPart), { tenant: 'umbrella' })
    const { ring: reader } = await ring(t, config, { store })
    await assert.rejects(
      async () => reader.open('default', keyPartOf(made!), of('umbrella'), label),
      refused(/^tampered/),
    )
  })
}

/** The key id in a key part, as pgseal.keys writes it. */
function idOf(keyPart: Buffer): string {
  return keyPart.toString('hex', 1, 17).replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5')
}
