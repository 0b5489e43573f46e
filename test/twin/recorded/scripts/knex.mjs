import knexFactory from 'knex'
import { fails, stage, url } from './stage.mjs'

const knex = knexFactory({ client: 'pg', connection: url, pool: { min: 1, max: 1 } })
const zoe = { email: 'canary-zoe@example.com', name: 'canary Zoe', phone: 'canary-555-0199', birthday: '1915-12-10', balance: '8675309.75', notes: JSON.stringify({ canary: 'zoe' }), active: true }
const yan = { email: 'canary-yan@example.com', name: 'canary Yan' }

await stage(['knex', 'pg'], () => knex.raw('select 1'), {
  async create() {
    await knex('users').insert(zoe)
    await knex('users').insert(yan).returning('*')
    await knex('users').insert({ email: 'canary-xia@example.com', name: 'canary Xia', active: false }, ['id', 'email'])
    await knex('orders').insert({ user_id: 1, number: 'Z-1', total: 86753.09, address: 'canary street 9' }).returning(['id', 'total'])
  },
  async read() {
    await knex('users')
    await knex('users').where({ id: 1 }).first()
    await knex.select('id', 'email as mail').from('users').where('email', 'canary-ada@example.com')
    await knex('users').where({ email: 'canary-bob@example.com', active: true }).first('name', 'phone')
    await knex('users').pluck('email').orderBy('id')
    await knex('users as u').select('u.*').where('u.id', 2)
    await knex.raw('select * from users where email = ?', ['canary-cyd@example.com'])
    await knex.raw('select ?? from ?? where ?? = ?', ['name', 'users', 'birthday', '1917-10-03'])
  },
  async change() {
    await knex('users').where({ id: 1 }).update({ name: 'canary Ada II', balance: '8675309.11' })
    await knex('users').where({ email: 'canary-bob@example.com' }).update({ phone: null, notes: { canary: 'new' } }, ['id', 'phone'])
    await knex('users').where('email', 'canary-ada@example.com').increment('logins', 2)
    await knex('users').where('role', 'editor').update({ active: false }).returning('*')
    await knex('orders').where('total', '86753091.50').del()
    await knex('users').where({ email: 'canary-eve@example.com' }).delete().returning('*')
    await knex('users').whereIn('email', ['canary-dan@example.com', 'canary-nobody@example.com']).del()
  },
  async bulk() {
    await knex('users').insert([zoe, yan, { email: 'canary-wim@example.com', name: 'canary Wim', phone: null }]).returning('id')
    await knex.batchInsert('orders', Array.from({ length: 5 }, (_, at) => ({ user_id: 1, number: `N-${at}`, total: '86753.09', address: `canary street ${at}` })), 2)
  },
  async upsert() {
    const ada = { ...zoe, email: 'canary-ada@example.com' }
    await knex('users').insert(ada).onConflict('email').ignore()
    await knex('users').insert(ada).onConflict().ignore()
    await knex('users').insert(ada).onConflict('email').merge()
    await knex('users').insert([ada, zoe]).onConflict('email').merge(['name', 'phone']).returning(['id', 'name'])
    await knex('users').insert(zoe).onConflict('email').merge({ name: 'canary merged', logins: 4 })
    await knex('users').insert(zoe).onConflict('email').merge({ logins: knex.raw('users.logins + 1') }).where('users.role', 'reader')
  },
  async paging() {
    await knex('users').orderBy('id').limit(2).offset(1)
    await knex('users').where('id', '>', 2).orderBy('id').limit(2)
    await knex('users').select('email', knex.raw('count(*) over () as total')).orderBy('id', 'desc').limit(2)
    await knex('users').orderBy('email').limit(2)
    await knex('users').where('birthday', '>', '1916-01-01').orderBy('birthday').limit(2)
    await knex('users').count('* as n').first()
  },
  async joins() {
    await knex('orders').join('users', 'users.id', 'orders.user_id').select('orders.*', 'users.email').orderBy('orders.id')
    await knex('users').leftJoin('orders', 'orders.user_id', 'users.id').where('users.email', 'canary-ada@example.com').select('users.email', 'orders.number', 'orders.total').orderBy('orders.id')
    await knex.with('big', knex('orders').where('total', '86753.09')).select('big.number', 'users.name').from('big').join('users', 'users.id', 'big.user_id').orderBy('big.id')
    await knex('users').whereExists(knex('orders').select(knex.raw('1')).whereRaw('orders.user_id = users.id').where('total', '86753.09')).orderBy('id')
    await knex('users').whereIn('id', knex('orders').select('user_id').where('status', 'paid')).orderBy('id')
    await knex('users').select('email', knex('orders').count('*').whereRaw('orders.user_id = users.id').as('n')).orderBy('id')
    await knex('users').select('email').where('active', true).unionAll([knex('users').select('email').where('role', 'editor')])
    await knex('users').select('email').where('active', true).union([knex('users').select('email').where('role', 'editor')])
    await knex.select('*').from(knex('users').where('active', true).as('t')).where('t.name', 'canary Bob')
  },
  async filters() {
    await knex('users').where('active', true).whereNot('email', 'canary-ada@example.com').orderBy('id')
    await knex('users').where('name', 'canary Bob').orWhereNull('phone').orderBy('id')
    await knex('users').whereIn('email', ['canary-ada@example.com', 'canary-cyd@example.com']).orderBy('id')
    await knex('users').whereNotIn('email', ['canary-ada@example.com']).orderBy('id')
    await knex('users').whereNotNull('phone').andWhereNot('phone', '').orderBy('id')
    await knex('users').where((builder) => builder.where('balance', '8675309.10').orWhere('role', 'editor')).orderBy('id')
    await knex('users').whereRaw('(?::text is null or email = ?)', ['canary-ada@example.com', 'canary-ada@example.com'])
    await knex('users').whereRaw('email = any(?)', [['canary-ada@example.com', 'canary-bob@example.com']]).orderBy('id')
    await knex('users').where('email', '<>', 'canary-bob@example.com').orderBy('id')
    await knex('users').whereLike('email', 'canary-a%').orderBy('id')
    await knex('users').whereILike('email', '%ADA%').orderBy('id')
    await knex('users').whereBetween('birthday', ['1916-01-01', '1917-12-31']).orderBy('id')
    await knex('users').where('balance', '>=', 0).andWhere('balance', '<=', 8675309.15).orderBy('id')
    await knex('users').whereRaw('lower(email) = lower(?)', ['CANARY-ADA@example.com'])
    await knex('users').whereJsonPath('notes', '$.n', '=', 1)
  },
  async aggregates() {
    await knex('users').where('active', true).count()
    await knex('users').select('role').count('* as n').groupBy('role').orderBy('role')
    await knex('users').count('phone')
    await knex('orders').sum('total as sum').avg('total as avg')
    await knex('users').min('birthday').max('birthday')
    await knex('users').countDistinct('birthday')
    await knex('users').select('birthday').count('*').groupBy('birthday')
    await knex('users').distinct('active')
    await knex('users').distinct('role').orderBy('role')
    await knex('users').select('role').groupBy('role').having(knex.raw('count(*) > ?', [1])).orderBy('role')
  },
  async transactions() {
    await knex.transaction(async (tx) => {
      const [user] = await tx('users').insert(zoe).returning('*')
      await tx('orders').insert({ user_id: user.id, number: 'T-1', total: '86753.09' })
      await tx('users').where({ email: zoe.email }).forUpdate()
      await tx('users').where('active', true).orderBy('id').limit(1).forUpdate().skipLocked()
    })
    await fails(knex('users').insert({ ...zoe, email: 'canary-ada@example.com' }))
    await fails(knex.transaction(async (tx) => {
      await tx('users').where({ id: 1 }).update({ name: 'canary gone' })
      throw new Error('back')
    }))
  },
}, () => knex.destroy())
