import { EntitySchema, LoadStrategy, LockMode, MikroORM, raw } from '@mikro-orm/postgresql'
import { fails, stage, url } from './stage.mjs'

const User = new EntitySchema({
  name: 'User',
  tableName: 'users',
  properties: {
    id: { type: 'integer', primary: true },
    email: { type: 'text', unique: true },
    name: { type: 'string', length: 80 },
    phone: { type: 'string', length: 20, nullable: true },
    birthday: { type: 'date', nullable: true },
    balance: { type: 'decimal', precision: 12, scale: 2, nullable: true },
    notes: { type: 'json', nullable: true },
    active: { type: 'boolean', nullable: true },
    role: { type: 'text', default: 'reader' },
    logins: { type: 'integer', default: 0 },
    createdAt: { type: 'datetime', fieldName: 'created_at', defaultRaw: 'now()' },
    orders: { kind: '1:m', entity: () => 'Order', mappedBy: 'user' },
  },
})
const Order = new EntitySchema({
  name: 'Order',
  tableName: 'orders',
  properties: {
    id: { type: 'integer', primary: true },
    user: { kind: 'm:1', entity: () => 'User', fieldName: 'user_id' },
    number: { type: 'text', unique: true },
    status: { type: 'text', default: 'new' },
    total: { type: 'decimal', precision: 12, scale: 2, nullable: true },
    address: { type: 'text', nullable: true },
    placed: { type: 'date', default: '2024-05-06' },
  },
})
const orm = await MikroORM.init({ clientUrl: url, entities: [User, Order], pool: { min: 1, max: 1 }, connect: false, discovery: { warnWhenNoEntities: false } })
const zoe = { email: 'canary-zoe@example.com', name: 'canary Zoe', phone: 'canary-555-0199', birthday: '1915-12-10', balance: '8675309.75', notes: { canary: 'zoe' }, active: true }
const yan = { email: 'canary-yan@example.com', name: 'canary Yan' }
const ada = 'canary-ada@example.com'
const orderBy = { id: 'asc' }
const fork = () => orm.em.fork()

await stage(['@mikro-orm/core', '@mikro-orm/postgresql', 'pg'], async () => {
  await orm.connect()
  await orm.em.fork().execute('select 1')
}, {
  async create() {
    const em = fork()
    em.create(User, zoe)
    await em.flush()
    em.create(User, { ...yan, phone: null, active: false })
    em.create(Order, { user: 1, number: 'Z-1', total: '86753.09', address: 'canary street 9' })
    await em.flush()
    await em.insert(User, { email: 'canary-xia@example.com', name: 'canary Xia' })
  },
  async read() {
    await fork().find(User, {}, { orderBy })
    await fork().findOne(User, 1)
    await fork().findOne(User, { email: ada })
    await fork().find(User, { active: true }, { fields: ['id', 'email'], orderBy })
    await fork().findOneOrFail(User, { email: 'canary-bob@example.com', active: true })
    await fork().execute('select * from users where email = ?', ['canary-cyd@example.com'])
    await fork().qb(User, 'u').select(['u.id', 'u.email']).where({ name: 'canary Ada' }).execute()
    await fork().refresh(await fork().findOne(User, 1))
  },
  async change() {
    const em = fork()
    const user = await em.findOne(User, 1)
    user.name = 'canary Ada II'
    user.balance = '8675309.11'
    await em.flush()
    const all = await em.find(User, { role: ['editor', 'reader'] }, { orderBy })
    for (const one of all) {
      one.phone = `canary-555-02${one.id}`
      one.active = false
    }
    await em.flush()
    await fork().nativeUpdate(User, { email: 'canary-bob@example.com' }, { phone: null, notes: { canary: 'new' } })
    await fork().nativeUpdate(User, { email: ada }, { logins: raw('logins + 1') })
    await fork().nativeDelete(Order, { total: '86753091.50' })
    const last = fork()
    last.remove(await last.findOne(User, { email: 'canary-eve@example.com' }))
    await last.flush()
    await fork().nativeDelete(User, { email: { $in: ['canary-dan@example.com', 'canary-nobody@example.com'] } })
  },
  async bulk() {
    await fork().insertMany(User, [{ ...zoe }, { ...zoe, ...yan, phone: null }, { ...zoe, email: 'canary-wim@example.com' }])
    const em = fork()
    for (let at = 0; at < 5; at += 1) em.create(Order, { user: 1, number: `N-${at}`, total: '86753.09', address: `canary street ${at}` })
    await em.flush()
  },
  async upsert() {
    await fork().upsert(User, { ...zoe, email: ada })
    await fork().upsertMany(User, [{ ...zoe, email: ada }, { ...zoe }])
    await fork().upsert(User, { ...zoe, email: ada }, { onConflictFields: ['email'], onConflictAction: 'ignore' })
    await fork().upsert(User, { ...zoe, email: ada }, { onConflictFields: ['email'], onConflictAction: 'merge', onConflictMergeFields: ['name'] })
    await fork().qb(User).insert({ ...yan }).onConflict('email').ignore().execute()
  },
  async paging() {
    await fork().find(User, {}, { orderBy, limit: 2, offset: 1 })
    await fork().findAndCount(User, { active: true }, { orderBy: { id: 'desc' }, limit: 2 })
    await fork().find(User, { id: { $gt: 2 } }, { orderBy, limit: 2 })
    await fork().find(User, {}, { orderBy: { email: 'asc' }, limit: 2 })
    await fork().find(User, { birthday: { $gt: '1916-01-01' } }, { orderBy: { birthday: 'asc' }, limit: 2 })
    await fork().findByCursor(User, {}, { first: 2, orderBy })
    await fork().find(User, {}, { populate: ['orders'], strategy: LoadStrategy.JOINED, orderBy, limit: 2 })
  },
  async joins() {
    await fork().find(User, {}, { populate: ['orders'], strategy: LoadStrategy.SELECT_IN, orderBy })
    await fork().find(User, {}, { populate: ['orders'], strategy: LoadStrategy.JOINED, orderBy: { id: 'asc', orders: { id: 'asc' } } })
    await fork().find(Order, { user: { email: ada } }, { orderBy })
    await fork().find(Order, {}, { populate: ['user'], orderBy })
    await fork().find(User, { orders: { status: 'paid' } }, { orderBy })
    await fork().find(User, { orders: { $some: { total: '86753.09' } } }, { orderBy })
    await fork().find(User, { orders: { $none: { status: 'paid' } } }, { orderBy })
    await fork().qb(User, 'u').select('*').leftJoinAndSelect('u.orders', 'o').where({ 'u.email': ada }).getResult()
  },
  async filters() {
    await fork().find(User, { active: true, email: { $ne: ada } }, { orderBy })
    await fork().find(User, { $or: [{ name: 'canary Bob' }, { phone: null }] }, { orderBy })
    await fork().find(User, { email: { $in: [ada, 'canary-cyd@example.com'] } }, { orderBy })
    await fork().find(User, { email: { $nin: [ada] } }, { orderBy })
    await fork().find(User, { phone: { $ne: null }, $not: { phone: '' } }, { orderBy })
    await fork().find(User, { balance: '8675309.10', birthday: '1915-12-10' }, { orderBy })
    await fork().find(User, { active: [true, false] }, { orderBy })
    await fork().find(User, { email: { $like: 'canary-a%' } }, { orderBy })
    await fork().find(User, { email: { $ilike: '%ADA%' } }, { orderBy })
    await fork().find(User, { birthday: { $gte: '1916-01-01', $lte: '1917-12-31' } }, { orderBy })
    await fork().find(User, { balance: { $gte: 0, $lt: 8675309.15 } }, { orderBy })
    await fork().find(User, { [raw('lower(email)')]: 'canary-ada@example.com' })
    await fork().find(User, { notes: { n: 1 } })
  },
  async aggregates() {
    await fork().count(User, { active: true })
    await fork().count(User, { email: ada })
    await fork().qb(User, 'u').select(['u.role', raw('count(*) as n')]).groupBy('u.role').orderBy({ role: 'asc' }).execute()
    await fork().qb(User).count('phone').execute()
    await fork().qb(User).count('birthday', true).execute()
    await fork().qb(User, 'u').select(['u.birthday', raw('count(*) as n')]).groupBy('u.birthday').execute()
    await fork().qb(Order, 'o').select([raw('sum(o.total) as sum'), raw('avg(o.total) as avg')]).execute()
    await fork().qb(User, 'u').select([raw('min(u.birthday) as min')]).execute()
    await fork().qb(User, 'u').select('u.active', true).execute()
    await fork().qb(User, 'u').select('u.role').groupBy('u.role').having({ [raw('count(*)')]: { $gt: 1 } }).orderBy({ role: 'asc' }).execute()
  },
  async transactions() {
    await fork().transactional(async (em) => {
      const user = em.create(User, { ...zoe })
      await em.flush()
      em.create(Order, { user, number: 'T-1', total: '86753.09' })
      await em.flush()
      await em.findOne(User, { email: zoe.email }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true })
      await fails(em.transactional(async (inner) => inner.insert(User, { ...zoe })))
    })
    await fails(fork().insert(User, { ...zoe, email: ada }))
    await fails(fork().transactional(async (em) => {
      await em.nativeUpdate(User, { id: 1 }, { name: 'canary gone' })
      throw new Error('back')
    }))
  },
}, () => orm.close())
