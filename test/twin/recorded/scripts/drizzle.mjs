import { and, asc, avg, between, count, countDistinct, desc, eq, exists, getTableColumns, gt, gte, ilike, inArray, isNotNull, isNull, like, lt, lte, max, min, ne, not, notInArray, or, placeholder, relations, sql, sum } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { boolean, date, integer, jsonb, numeric, pgTable, serial, text, timestamp, varchar } from 'drizzle-orm/pg-core'
import pg from 'pg'
import { fails, stage, url } from './stage.mjs'

const users = pgTable('users', {
  id: serial('id').primaryKey(),
  email: text('email').notNull().unique(),
  name: varchar('name', { length: 80 }).notNull(),
  phone: varchar('phone', { length: 20 }),
  birthday: date('birthday'),
  balance: numeric('balance', { precision: 12, scale: 2 }),
  notes: jsonb('notes'),
  active: boolean('active'),
  role: text('role').notNull().default('reader'),
  logins: integer('logins').notNull().default(0),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().default(sql`now()`),
})
const orders = pgTable('orders', {
  id: serial('id').primaryKey(),
  userId: integer('user_id').notNull().references(() => users.id),
  number: text('number').notNull().unique(),
  status: text('status').notNull().default('new'),
  total: numeric('total', { precision: 12, scale: 2 }),
  address: text('address'),
  placed: date('placed').notNull().default('2024-05-06'),
})
const usersRelations = relations(users, ({ many }) => ({ orders: many(orders) }))
const ordersRelations = relations(orders, ({ one }) => ({ user: one(users, { fields: [orders.userId], references: [users.id] }) }))

const pool = new pg.Pool({ connectionString: url, max: 1 })
const db = drizzle(pool, { schema: { users, orders, usersRelations, ordersRelations } })
const zoe = { email: 'canary-zoe@example.com', name: 'canary Zoe', phone: 'canary-555-0199', birthday: '1915-12-10', balance: '8675309.75', notes: { canary: 'zoe' }, active: true }
const yan = { email: 'canary-yan@example.com', name: 'canary Yan' }

await stage(['drizzle-orm', 'pg'], () => db.execute(sql`select 1`), {
  async create() {
    await db.insert(users).values(zoe)
    await db.insert(users).values({ ...yan, notes: null, active: false }).returning()
    await db.insert(users).values({ email: 'canary-xia@example.com', name: 'canary Xia' }).returning({ id: users.id, email: users.email })
    await db.insert(orders).values({ userId: 1, number: 'Z-1', total: '86753.09', address: 'canary street 9' }).returning()
  },
  async read() {
    await db.select().from(users)
    await db.select().from(users).where(eq(users.id, 1))
    await db.select({ id: users.id, mail: users.email }).from(users).where(eq(users.email, 'canary-ada@example.com'))
    await db.query.users.findFirst({ where: eq(users.email, 'canary-bob@example.com') })
    await db.query.users.findMany({ columns: { id: true, email: true, birthday: true } })
    const prepared = db.select().from(users).where(eq(users.email, placeholder('email'))).prepare('by_email')
    await prepared.execute({ email: 'canary-cyd@example.com' })
    await prepared.execute({ email: 'canary-dan@example.com' })
    await db.select({ ...getTableColumns(users), shout: sql`upper(${users.role})` }).from(users).where(eq(users.id, 2))
  },
  async change() {
    await db.update(users).set({ name: 'canary Ada II', balance: '8675309.11' }).where(eq(users.id, 1))
    await db.update(users).set({ phone: null, notes: { canary: 'new' } }).where(eq(users.email, 'canary-bob@example.com')).returning()
    await db.update(users).set({ logins: sql`${users.logins} + 1` }).where(eq(users.email, 'canary-ada@example.com')).returning({ logins: users.logins })
    await db.update(users).set({ active: false }).where(eq(users.role, 'editor')).returning({ id: users.id, active: users.active })
    await db.delete(orders).where(eq(orders.total, '86753091.50')).returning()
    await db.delete(users).where(eq(users.email, 'canary-eve@example.com'))
    await db.delete(users).where(inArray(users.email, ['canary-dan@example.com', 'canary-nobody@example.com'])).returning({ id: users.id })
  },
  async bulk() {
    await db.insert(users).values([zoe, { ...zoe, ...yan, phone: null }, { email: 'canary-wim@example.com', name: 'canary Wim' }]).returning()
    await db.insert(orders).values(Array.from({ length: 5 }, (_, at) => ({ userId: 1, number: `N-${at}`, total: '86753.09', address: `canary street ${at}` })))
  },
  async upsert() {
    await db.insert(users).values({ ...zoe, email: 'canary-ada@example.com' }).onConflictDoNothing()
    await db.insert(users).values({ ...zoe, email: 'canary-ada@example.com' }).onConflictDoNothing({ target: users.email }).returning()
    await db.insert(users).values({ ...zoe, email: 'canary-ada@example.com' }).onConflictDoUpdate({ target: users.email, set: { name: 'canary upserted', logins: 9 } }).returning()
    await db.insert(users).values(zoe).onConflictDoUpdate({ target: users.email, set: { name: sql`excluded.name`, phone: sql`excluded.phone` } })
    await db.insert(users).values([zoe, yan]).onConflictDoUpdate({ target: users.email, set: { name: sql`excluded.name` } }).returning({ id: users.id, name: users.name })
    await db.insert(users).values(zoe).onConflictDoUpdate({ target: users.email, set: { logins: sql`${users.logins} + 1` }, setWhere: eq(users.role, 'reader') })
  },
  async paging() {
    await db.select().from(users).orderBy(users.id).limit(2).offset(1)
    await db.select().from(users).where(gt(users.id, 2)).orderBy(asc(users.id)).limit(2)
    await db.select({ email: users.email, total: sql`count(*) over ()` }).from(users).orderBy(desc(users.id)).limit(2)
    await db.select().from(users).orderBy(asc(users.email)).limit(2)
    await db.select().from(users).where(gt(users.birthday, '1916-01-01')).orderBy(users.birthday).limit(2)
    await db.select({ n: count() }).from(users)
  },
  async joins() {
    await db.select().from(orders).innerJoin(users, eq(orders.userId, users.id)).orderBy(orders.id)
    await db.select({ number: orders.number, email: users.email }).from(users).leftJoin(orders, eq(orders.userId, users.id)).where(eq(users.email, 'canary-ada@example.com')).orderBy(orders.id)
    const big = db.$with('big').as(db.select().from(orders).where(eq(orders.total, '86753.09')))
    await db.with(big).select({ number: big.number, name: users.name }).from(big).innerJoin(users, eq(big.userId, users.id)).orderBy(big.id)
    const paid = db.select({ userId: orders.userId, n: count().as('n') }).from(orders).where(eq(orders.status, 'paid')).groupBy(orders.userId).as('paid')
    await db.select({ email: users.email, n: paid.n }).from(users).innerJoin(paid, eq(paid.userId, users.id)).orderBy(users.id)
    await db.select().from(users).where(exists(db.select({ one: sql`1` }).from(orders).where(and(eq(orders.userId, users.id), eq(orders.total, '86753.09'))))).orderBy(users.id)
    await db.select().from(users).where(inArray(users.id, db.select({ id: orders.userId }).from(orders).where(eq(orders.status, 'paid')))).orderBy(users.id)
    await db.query.users.findMany({ with: { orders: true } })
    await db.query.orders.findMany({ with: { user: { columns: { email: true } } }, limit: 2 })
  },
  async filters() {
    await db.select().from(users).where(and(eq(users.active, true), ne(users.email, 'canary-ada@example.com'))).orderBy(users.id)
    await db.select().from(users).where(or(eq(users.name, 'canary Bob'), isNull(users.phone))).orderBy(users.id)
    await db.select().from(users).where(inArray(users.email, ['canary-ada@example.com', 'canary-cyd@example.com'])).orderBy(users.id)
    await db.select().from(users).where(notInArray(users.email, ['canary-ada@example.com'])).orderBy(users.id)
    await db.select().from(users).where(and(isNotNull(users.phone), not(eq(users.phone, '')))).orderBy(users.id)
    await db.select().from(users).where(and(undefined, eq(users.balance, '8675309.10'))).orderBy(users.id)
    await db.select().from(users).where(sql`${'canary-ada@example.com'}::text is null or ${users.email} = ${'canary-ada@example.com'}`)
    await db.select().from(users).where(sql`${users.email} = any(${sql.param(['canary-ada@example.com', 'canary-bob@example.com'])}::text[])`).orderBy(users.id)
    await db.select().from(users).where(like(users.email, 'canary-a%')).orderBy(users.id)
    await db.select().from(users).where(ilike(users.email, '%ADA%')).orderBy(users.id)
    await db.select().from(users).where(between(users.birthday, '1916-01-01', '1917-12-31')).orderBy(users.id)
    await db.select().from(users).where(and(gte(users.balance, '0'), lte(users.balance, '8675309.15'))).orderBy(users.id)
    await db.select().from(users).where(lt(users.birthday, '1916-01-01')).orderBy(users.id)
    await db.select().from(users).where(sql`lower(${users.email}) = lower(${'CANARY-ADA@example.com'})`)
  },
  async aggregates() {
    await db.$count(users, eq(users.active, true))
    await db.select({ role: users.role, n: count() }).from(users).groupBy(users.role).orderBy(users.role)
    await db.select({ n: count(users.phone) }).from(users)
    await db.select({ status: orders.status, sum: sum(orders.total), avg: avg(orders.total) }).from(orders).groupBy(orders.status)
    await db.select({ min: min(users.birthday), max: max(users.birthday) }).from(users)
    await db.select({ n: countDistinct(users.birthday) }).from(users)
    await db.select({ birthday: users.birthday, n: count() }).from(users).groupBy(users.birthday)
    await db.selectDistinct({ active: users.active }).from(users)
    await db.select({ role: users.role, n: count() }).from(users).groupBy(users.role).having(({ n }) => gt(n, 1)).orderBy(users.role)
  },
  async transactions() {
    await db.transaction(async (tx) => {
      const [user] = await tx.insert(users).values(zoe).returning()
      await tx.insert(orders).values({ userId: user.id, number: 'T-1', total: '86753.09' })
      await fails(tx.transaction((inner) => inner.insert(users).values(zoe)))
      await tx.select().from(users).where(eq(users.email, zoe.email)).for('update')
    })
    await fails(db.insert(users).values({ ...zoe, email: 'canary-ada@example.com' }))
    await fails(db.transaction(async (tx) => {
      await tx.update(users).set({ name: 'canary gone' }).where(eq(users.id, 1))
      tx.rollback()
    }))
  },
}, () => pool.end())
