import { Kysely, PostgresDialect, sql } from 'kysely'
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres'
import pg from 'pg'
import { fails, stage, url } from './stage.mjs'

const db = new Kysely({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 1 }) }) })
const zoe = { email: 'canary-zoe@example.com', name: 'canary Zoe', phone: 'canary-555-0199', birthday: '1915-12-10', balance: '8675309.75', notes: JSON.stringify({ canary: 'zoe' }), active: true }
const yan = { email: 'canary-yan@example.com', name: 'canary Yan' }
const users = () => db.selectFrom('users')

await stage(['kysely', 'pg'], () => sql`select 1`.execute(db), {
  async create() {
    await db.insertInto('users').values(zoe).execute()
    await db.insertInto('users').values(yan).returningAll().executeTakeFirstOrThrow()
    await db.insertInto('users').values({ email: 'canary-xia@example.com', name: 'canary Xia', active: false }).returning(['id', 'email']).execute()
    await db.insertInto('orders').values({ user_id: 1, number: 'Z-1', total: 86753.09, address: 'canary street 9' }).returning(['id', 'total as sum']).execute()
  },
  async read() {
    await users().selectAll().execute()
    await users().selectAll().where('id', '=', 1).executeTakeFirst()
    await users().select(['id', 'email as mail']).where('email', '=', 'canary-ada@example.com').execute()
    await db.selectFrom('users as u').selectAll('u').where('u.email', '=', 'canary-bob@example.com').execute()
    await users().select((eb) => ['email', eb.fn.coalesce('role', sql.lit('none')).as('role')]).where('id', '=', 2).execute()
    await users().select((eb) => ['id', eb.fn.coalesce('phone', eb.val('canary none')).as('phone')]).orderBy('id').execute()
    await sql`select * from users where email = ${'canary-cyd@example.com'}`.execute(db)
    await users().select((eb) => eb.case().when('active', '=', true).then('yes').else('no').end().as('on')).orderBy('id').execute()
  },
  async change() {
    await db.updateTable('users').set({ name: 'canary Ada II', balance: '8675309.11' }).where('id', '=', 1).execute()
    await db.updateTable('users').set({ phone: null, notes: JSON.stringify({ canary: 'new' }) }).where('email', '=', 'canary-bob@example.com').returningAll().execute()
    await db.updateTable('users').set((eb) => ({ logins: eb('logins', '+', 1) })).where('email', '=', 'canary-ada@example.com').returning('logins').execute()
    await db.updateTable('users').set({ active: false }).where('role', '=', 'editor').returning(['id', 'active']).execute()
    await db.updateTable('orders').from('users').set({ status: 'held' }).whereRef('users.id', '=', 'orders.user_id').where('users.email', '=', 'canary-ada@example.com').execute()
    await db.deleteFrom('orders').where('total', '=', '86753091.50').returningAll().execute()
    await db.deleteFrom('users').where('email', '=', 'canary-eve@example.com').execute()
    await db.deleteFrom('users').where('email', 'in', ['canary-dan@example.com', 'canary-nobody@example.com']).execute()
    await db.deleteFrom('orders').using('users').whereRef('users.id', '=', 'orders.user_id').where('users.email', '=', 'canary-bob@example.com').execute()
  },
  async bulk() {
    await db.insertInto('users').values([zoe, yan, { email: 'canary-wim@example.com', name: 'canary Wim' }]).returning('id').execute()
    await db.insertInto('orders').values(Array.from({ length: 5 }, (_, at) => ({ user_id: 1, number: `N-${at}`, total: '86753.09', address: `canary street ${at}` }))).execute()
  },
  async upsert() {
    const ada = { ...zoe, email: 'canary-ada@example.com' }
    await db.insertInto('users').values(ada).onConflict((oc) => oc.doNothing()).execute()
    await db.insertInto('users').values(ada).onConflict((oc) => oc.column('email').doNothing()).returning('id').execute()
    await db.insertInto('users').values(ada).onConflict((oc) => oc.column('email').doUpdateSet({ name: 'canary upserted' })).returningAll().execute()
    await db.insertInto('users').values([ada, zoe]).onConflict((oc) => oc.column('email').doUpdateSet((eb) => ({ name: eb.ref('excluded.name'), phone: eb.ref('excluded.phone') }))).execute()
    await db.insertInto('users').values(zoe).onConflict((oc) => oc.column('email').doUpdateSet((eb) => ({ logins: eb('users.logins', '+', 1) })).where('users.role', '=', 'reader')).execute()
    await db.mergeInto('orders').using('users', 'users.id', 'orders.user_id').whenMatchedAnd('users.email', '=', 'canary-ada@example.com').thenUpdateSet({ status: 'merged' }).execute()
  },
  async paging() {
    await users().selectAll().orderBy('id').limit(2).offset(1).execute()
    await users().selectAll().where('id', '>', 2).orderBy('id', 'asc').limit(2).execute()
    await users().select((eb) => ['email', eb.fn.countAll().over().as('total')]).orderBy('id', 'desc').limit(2).execute()
    await users().selectAll().orderBy('email').limit(2).execute()
    await users().selectAll().where('birthday', '>', '1916-01-01').orderBy('birthday').limit(2).execute()
    await users().select((eb) => eb.fn.countAll().as('n')).executeTakeFirst()
  },
  async joins() {
    await db.selectFrom('orders').innerJoin('users', 'users.id', 'orders.user_id').selectAll('orders').select('users.email').orderBy('orders.id').execute()
    await users().leftJoin('orders', 'orders.user_id', 'users.id').select(['users.email', 'orders.number', 'orders.total']).where('users.email', '=', 'canary-ada@example.com').orderBy('orders.id').execute()
    await db.with('big', (w) => w.selectFrom('orders').selectAll().where('total', '=', '86753.09')).selectFrom('big').innerJoin('users', 'users.id', 'big.user_id').select(['big.number', 'users.name']).orderBy('big.id').execute()
    await users().selectAll().where((eb) => eb.exists(eb.selectFrom('orders').select('orders.id').whereRef('orders.user_id', '=', 'users.id').where('total', '=', '86753.09'))).orderBy('id').execute()
    await users().selectAll().where('id', 'in', (eb) => eb.selectFrom('orders').select('user_id').where('status', '=', 'paid')).orderBy('id').execute()
    await users().select((eb) => ['email', eb.selectFrom('orders').select((e) => e.fn.countAll().as('n')).whereRef('orders.user_id', '=', 'users.id').as('n')]).orderBy('id').execute()
    await users().innerJoinLateral((eb) => eb.selectFrom('orders').select(['number', 'total']).whereRef('orders.user_id', '=', 'users.id').orderBy('orders.id').limit(1).as('first'), (join) => join.onTrue()).select(['users.email', 'first.number', 'first.total']).orderBy('users.id').execute()
    await users().select((eb) => ['id', jsonArrayFrom(eb.selectFrom('orders').select(['number', 'total']).whereRef('orders.user_id', '=', 'users.id').orderBy('orders.id')).as('orders')]).execute()
    await db.selectFrom('orders').select((eb) => ['number', jsonObjectFrom(eb.selectFrom('users').select(['email']).whereRef('users.id', '=', 'orders.user_id')).as('user')]).execute()
    await users().select('email').where('active', '=', true).unionAll(users().select('email').where('role', '=', 'editor')).execute()
  },
  async filters() {
    await users().selectAll().where('active', '=', true).where('email', '!=', 'canary-ada@example.com').orderBy('id').execute()
    await users().selectAll().where((eb) => eb.or([eb('name', '=', 'canary Bob'), eb('phone', 'is', null)])).orderBy('id').execute()
    await users().selectAll().where('email', 'in', ['canary-ada@example.com', 'canary-cyd@example.com']).orderBy('id').execute()
    await users().selectAll().where('email', 'not in', ['canary-ada@example.com']).orderBy('id').execute()
    await users().selectAll().where('phone', 'is not', null).where((eb) => eb.not(eb('phone', '=', ''))).orderBy('id').execute()
    await users().selectAll().where('active', 'is', true).orderBy('id').execute()
    await users().selectAll().where('birthday', 'is not distinct from', '1915-12-10').orderBy('id').execute()
    await users().selectAll().where((eb) => eb('email', '=', eb.fn.any(eb.val(['canary-ada@example.com', 'canary-bob@example.com'])))).orderBy('id').execute()
    await users().selectAll().where((eb) => eb(eb.refTuple('email', 'name'), 'in', [eb.tuple('canary-ada@example.com', 'canary Ada')])).execute()
    await users().selectAll().where('email', 'like', 'canary-a%').orderBy('id').execute()
    await users().selectAll().where('email', 'ilike', '%ADA%').orderBy('id').execute()
    await users().selectAll().where((eb) => eb.between('birthday', '1916-01-01', '1917-12-31')).orderBy('id').execute()
    await users().selectAll().where('balance', '>=', 0).where('balance', '<=', 8675309.15).orderBy('id').execute()
    await users().selectAll().where((eb) => eb(eb.fn('lower', ['email']), '=', 'canary-ada@example.com')).execute()
    await users().select((eb) => eb.ref('notes', '->>').key('canary').as('word')).orderBy('id').execute()
  },
  async aggregates() {
    await users().select((eb) => eb.fn.count('id').as('n')).where('active', '=', true).execute()
    await users().select((eb) => ['role', eb.fn.countAll().as('n')]).groupBy('role').orderBy('role').execute()
    await users().select((eb) => eb.fn.count('phone').as('n')).execute()
    await users().select((eb) => eb.fn.countAll().filterWhere('active', '=', true).as('n')).execute()
    await db.selectFrom('orders').select((eb) => [eb.fn.sum('total').as('sum'), eb.fn.avg('total').as('avg')]).execute()
    await users().select((eb) => [eb.fn.min('birthday').as('min'), eb.fn.max('birthday').as('max')]).execute()
    await users().select((eb) => eb.fn.count('birthday').distinct().as('n')).execute()
    await users().select((eb) => ['birthday', eb.fn.countAll().as('n')]).groupBy('birthday').execute()
    await users().select('active').distinct().execute()
    await users().select('role').groupBy('role').having((eb) => eb.fn.countAll(), '>', 1).orderBy('role').execute()
  },
  async transactions() {
    await db.transaction().execute(async (tx) => {
      const user = await tx.insertInto('users').values(zoe).returningAll().executeTakeFirstOrThrow()
      await tx.insertInto('orders').values({ user_id: user.id, number: 'T-1', total: '86753.09' }).execute()
      await tx.selectFrom('users').selectAll().where('email', '=', zoe.email).forUpdate().execute()
    })
    await fails(db.insertInto('users').values({ ...zoe, email: 'canary-ada@example.com' }).execute())
    await fails(db.transaction().setIsolationLevel('serializable').execute(async (tx) => {
      await tx.updateTable('users').set({ name: 'canary gone' }).where('id', '=', 1).execute()
      throw new Error('back')
    }))
  },
}, () => db.destroy())
