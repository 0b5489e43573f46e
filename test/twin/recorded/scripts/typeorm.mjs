import 'reflect-metadata'
import typeorm from 'typeorm'
import { fails, stage, url } from './stage.mjs'

const { Any, Between, Brackets, DataSource, EntitySchema, Equal, ILike, In, IsNull, LessThan, LessThanOrEqual, Like, MoreThan, MoreThanOrEqual, Not, Raw } = typeorm
const User = new EntitySchema({
  name: 'User',
  tableName: 'users',
  columns: {
    id: { type: 'int', primary: true, generated: true },
    email: { type: 'text', unique: true },
    name: { type: 'varchar', length: 80 },
    phone: { type: 'varchar', length: 20, nullable: true },
    birthday: { type: 'date', nullable: true },
    balance: { type: 'numeric', precision: 12, scale: 2, nullable: true },
    notes: { type: 'jsonb', nullable: true },
    active: { type: 'boolean', nullable: true },
    role: { type: 'text', default: 'reader' },
    logins: { type: 'int', default: 0 },
    createdAt: { type: 'timestamptz', name: 'created_at', default: () => 'now()' },
  },
  relations: { orders: { type: 'one-to-many', target: 'Order', inverseSide: 'user' } },
})
const Order = new EntitySchema({
  name: 'Order',
  tableName: 'orders',
  columns: {
    id: { type: 'int', primary: true, generated: true },
    number: { type: 'text', unique: true },
    status: { type: 'text', default: 'new' },
    total: { type: 'numeric', precision: 12, scale: 2, nullable: true },
    address: { type: 'text', nullable: true },
    placed: { type: 'date', default: '2024-05-06' },
  },
  relations: { user: { type: 'many-to-one', target: 'User', joinColumn: { name: 'user_id' }, inverseSide: 'orders' } },
})
const source = new DataSource({ type: 'postgres', url, entities: [User, Order], poolSize: 1, installExtensions: false })
const zoe = { email: 'canary-zoe@example.com', name: 'canary Zoe', phone: 'canary-555-0199', birthday: '1915-12-10', balance: '8675309.75', notes: { canary: 'zoe' }, active: true }
const yan = { email: 'canary-yan@example.com', name: 'canary Yan' }
const ada = 'canary-ada@example.com'
const eve = 'canary-eve@example.com'
const users = source.getRepository(User)
const orders = source.getRepository(Order)
const order = { id: 'ASC' }

await stage(['typeorm', 'pg'], () => source.initialize(), {
  async create() {
    await users.save(users.create(zoe))
    await users.insert(yan)
    await users.save({ email: 'canary-xia@example.com', name: 'canary Xia', phone: null, active: false })
    await orders.save({ user: { id: 1 }, number: 'Z-1', total: '86753.09', address: 'canary street 9' })
    await users.createQueryBuilder().insert().values({ ...yan, email: 'canary-wim@example.com' }).returning(['id', 'email']).execute()
  },
  async read() {
    await users.find({ order })
    await users.findOneBy({ id: 1 })
    await users.findOne({ where: { email: ada } })
    await users.find({ select: { id: true, email: true }, where: { email: 'canary-bob@example.com' } })
    await users.findBy({ active: true })
    await users.exists({ where: { email: ada } })
    await users.createQueryBuilder('u').where('u.email = :email', { email: ada }).getOne()
    await users.createQueryBuilder('u').select('u.email', 'mail').addSelect('u.birthday').where('u.id = :id', { id: 2 }).getRawOne()
    await users.query('select * from users where email = $1', ['canary-cyd@example.com'])
  },
  async change() {
    const user = await users.findOneBy({ id: 1 })
    user.name = 'canary Ada II'
    user.balance = '8675309.11'
    await users.save(user)
    await users.update({ email: 'canary-bob@example.com' }, { phone: null, notes: { canary: 'new' } })
    await users.increment({ email: ada }, 'logins', 2)
    await users.createQueryBuilder().update().set({ active: false }).where('role = :role', { role: 'editor' }).returning(['id', 'active']).execute()
    await orders.delete({ total: '86753091.50' })
    await users.delete({ email: In(['canary-dan@example.com', 'canary-nobody@example.com']) })
    await users.remove(await users.findOneBy({ email: 'canary-eve@example.com' }))
    await users.createQueryBuilder().delete().where('email = :email', { email: 'canary-cyd@example.com' }).execute()
  },
  async bulk() {
    await users.insert([zoe, yan, { ...yan, email: 'canary-wim@example.com', phone: 'canary-555-0198' }])
    await orders.save(Array.from({ length: 5 }, (_, at) => ({ user: { id: 1 }, number: `N-${at}`, total: '86753.09', address: `canary street ${at}` })))
    await users.save([{ ...yan, email: 'canary-one@example.com' }, { ...zoe, email: 'canary-two@example.com' }], { chunk: 1 })
  },
  async upsert() {
    await users.upsert({ ...zoe, email: eve }, ['email'])
    await users.upsert([{ ...zoe, email: eve }, yan], { conflictPaths: ['email'], skipUpdateIfNoValuesChanged: false })
    await users.upsert({ ...zoe, email: eve }, { conflictPaths: ['email'], skipUpdateIfNoValuesChanged: true })
    await users.createQueryBuilder().insert().values({ ...zoe, email: eve }).orIgnore().execute()
    await users.createQueryBuilder().insert().values(zoe).orUpdate(['name', 'phone'], ['email']).execute()
  },
  async paging() {
    await users.find({ order, skip: 1, take: 2 })
    await users.findAndCount({ where: { active: true }, order: { id: 'DESC' }, take: 2 })
    await users.find({ where: { id: MoreThan(2) }, order, take: 2 })
    await users.find({ order: { email: 'ASC' }, take: 2 })
    await users.find({ where: { birthday: MoreThan('1916-01-01') }, order: { birthday: 'ASC' }, take: 2 })
    await users.findAndCount({ relations: { orders: true }, order, take: 2 })
  },
  async joins() {
    await users.find({ relations: { orders: true }, order: { id: 'ASC', orders: { id: 'ASC' } } })
    await orders.find({ relations: { user: true }, order })
    await orders.find({ where: { user: { email: ada } }, order })
    await users.createQueryBuilder('u').leftJoinAndSelect('u.orders', 'o', 'o.status = :status', { status: 'paid' }).where('u.email = :email', { email: ada }).getMany()
    await users.createQueryBuilder('u').innerJoin('u.orders', 'o').select(['u.id', 'u.email']).where('o.total = :total', { total: '86753.09' }).orderBy('u.id').getMany()
    await users.createQueryBuilder('u').where((qb) => `EXISTS ${qb.subQuery().select('1').from(Order, 'o').where('o.user_id = u.id').andWhere('o.total = :total').getQuery()}`).setParameter('total', '86753.09').orderBy('u.id').getMany()
    await users.createQueryBuilder('u').where((qb) => `u.id IN ${qb.subQuery().select('o.user_id').from(Order, 'o').where("o.status = 'paid'").getQuery()}`).orderBy('u.id').getMany()
    await users.createQueryBuilder('u').relation('orders').of(1).loadMany()
    await users.createQueryBuilder('u').select('u.email', 'email').addSelect((qb) => qb.select('COUNT(*)').from(Order, 'o').where('o.user_id = u.id'), 'n').orderBy('u.id').getRawMany()
    await source.createQueryBuilder().select('t.email', 'email').from((qb) => qb.select('u.email', 'email').addSelect('u.name', 'name').from(User, 'u').where('u.active = true'), 't').where('t.name = :name', { name: 'canary Bob' }).getRawMany()
  },
  async filters() {
    await users.find({ where: { active: true, email: Not(ada) }, order })
    await users.find({ where: [{ name: 'canary Bob' }, { phone: IsNull() }], order })
    await users.find({ where: { email: In([ada, 'canary-cyd@example.com']) }, order })
    await users.find({ where: { email: Not(In([ada])) }, order })
    await users.find({ where: { phone: Not(IsNull()), name: Equal('canary Ada') }, order })
    await users.find({ where: { email: Any([ada, 'canary-bob@example.com']) }, order })
    await users.find({ where: { email: Raw((alias) => `${alias} = :email`, { email: ada }) } })
    await users.createQueryBuilder('u').where('u.balance = :balance', { balance: 8675309.1 }).andWhere(new Brackets((qb) => qb.where('u.active = true').orWhere('u.role = :role', { role: 'reader' }))).orderBy('u.id').getMany()
    await users.createQueryBuilder('u').where('(:email::text is null or u.email = :email)', { email: ada }).getMany()
    await users.createQueryBuilder('u').where('u.email IN (:...emails)', { emails: [ada, 'canary-bob@example.com'] }).orderBy('u.id').getMany()
    await users.find({ where: { email: Like('canary-a%') }, order })
    await users.find({ where: { email: ILike('%ADA%') }, order })
    await users.find({ where: { birthday: Between('1916-01-01', '1917-12-31') }, order })
    await users.find({ where: { balance: MoreThanOrEqual(0) }, order })
    await users.find({ where: { balance: LessThanOrEqual(8675309.15), birthday: LessThan('1917-01-01') }, order })
    await users.createQueryBuilder('u').where('LOWER(u.email) = LOWER(:email)', { email: 'CANARY-ADA@example.com' }).getOne()
  },
  async aggregates() {
    await users.count({ where: { active: true } })
    await users.countBy({ email: ada })
    await users.createQueryBuilder('u').select('u.role', 'role').addSelect('COUNT(*)', 'n').groupBy('u.role').orderBy('u.role').getRawMany()
    await users.createQueryBuilder('u').select('COUNT(u.phone)', 'n').getRawOne()
    await orders.sum('total')
    await orders.average('total', { status: 'paid' })
    await users.minimum('birthday')
    await users.maximum('balance')
    await users.createQueryBuilder('u').select('COUNT(DISTINCT u.birthday)', 'n').getRawOne()
    await users.createQueryBuilder('u').select('u.birthday').addSelect('COUNT(*)', 'n').groupBy('u.birthday').getRawMany()
    await users.createQueryBuilder('u').select('u.active', 'active').distinct(true).getRawMany()
    await users.createQueryBuilder('u').select('u.role', 'role').groupBy('u.role').having('COUNT(*) > :n', { n: 1 }).orderBy('u.role').getRawMany()
  },
  async transactions() {
    await source.transaction(async (manager) => {
      const user = await manager.save(User, { ...zoe })
      await manager.save(Order, { user: { id: user.id }, number: 'T-1', total: '86753.09' })
      await manager.findOne(User, { where: { email: zoe.email }, lock: { mode: 'pessimistic_write' } })
      await manager.createQueryBuilder(User, 'u').where('u.active = true').orderBy('u.id').limit(1).setLock('pessimistic_write').setOnLocked('skip_locked').getMany()
    })
    await fails(users.insert({ ...zoe, email: ada }))
    await fails(source.transaction('SERIALIZABLE', async (manager) => {
      await manager.update(User, { id: 1 }, { name: 'canary gone' })
      throw new Error('back')
    }))
  },
}, () => source.destroy())
