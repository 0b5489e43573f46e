import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { PrismaPg } from '@prisma/adapter-pg'
import { fails, stage, url } from './stage.mjs'

writeFileSync('schema.prisma', `
generator client {
  provider = "prisma-client-js"
  previewFeatures = ["relationJoins"]
}
datasource db {
  provider = "postgresql"
}
model User {
  id        Int       @id @default(autoincrement())
  email     String    @unique
  name      String    @db.VarChar(80)
  phone     String?   @db.VarChar(20)
  birthday  DateTime? @db.Date
  balance   Decimal?  @db.Decimal(12, 2)
  notes     Json?
  active    Boolean?
  role      String    @default("reader")
  logins    Int       @default(0)
  createdAt DateTime  @default(dbgenerated("now()")) @map("created_at") @db.Timestamptz(6)
  orders    Order[]
  @@map("users")
}
model Order {
  id      Int      @id @default(autoincrement())
  userId  Int      @map("user_id")
  number  String   @unique
  status  String   @default("new")
  total   Decimal? @db.Decimal(12, 2)
  address String?
  placed  DateTime @default(dbgenerated("'2024-05-06'")) @db.Date
  user    User     @relation(fields: [userId], references: [id])
  @@map("orders")
}
`)
// Only migrations use the schema engine: naming a program in its place saves its download.
const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true' }
execFileSync(process.execPath, ['node_modules/prisma/build/index.js', 'generate', '--schema', 'schema.prisma'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
const { Prisma, PrismaClient } = (await import('@prisma/client')).default
const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: 1 }) })
const day = (text) => new Date(`${text}T00:00:00Z`)
const zoe = { email: 'canary-zoe@example.com', name: 'canary Zoe', phone: 'canary-555-0199', birthday: day('1915-12-10'), balance: '8675309.75', notes: { canary: 'zoe' }, active: true }
const yan = { email: 'canary-yan@example.com', name: 'canary Yan' }
const ada = 'canary-ada@example.com'
const orderBy = { id: 'asc' }

await stage(['@prisma/client', '@prisma/adapter-pg', 'pg'], () => db.$queryRaw`select 1`, {
  async create() {
    await db.user.create({ data: zoe })
    await db.user.create({ data: yan, select: { id: true, email: true } })
    await db.user.create({ data: { ...yan, email: 'canary-xia@example.com', orders: { create: [{ number: 'Z-1', total: '86753.09', address: 'canary street 9' }, { number: 'Z-2' }] } }, include: { orders: true } })
    await db.order.create({ data: { number: 'Z-3', total: 86753.09, user: { connect: { email: ada } } } })
  },
  async read() {
    await db.user.findMany({ orderBy })
    await db.user.findUnique({ where: { id: 1 } })
    await db.user.findUnique({ where: { email: ada } })
    await db.user.findFirst({ where: { name: 'canary Bob' } })
    await db.user.findUniqueOrThrow({ where: { email: 'canary-bob@example.com', active: true }, select: { id: true, birthday: true } })
    await db.user.findMany({ where: { active: true }, omit: { notes: true }, orderBy })
    await db.$queryRaw`select * from users where email = ${ada}`
    await db.$queryRawUnsafe('select id, email from users where birthday = $1', day('1917-10-03'))
    await Promise.all([1, 2, 3].map((id) => db.user.findUnique({ where: { id } })))
  },
  async change() {
    await db.user.update({ where: { id: 1 }, data: { name: 'canary Ada II', balance: '8675309.11' } })
    await db.user.update({ where: { email: 'canary-bob@example.com' }, data: { phone: null, notes: { canary: 'new' } } })
    await db.user.update({ where: { email: ada }, data: { logins: { increment: 2 } }, select: { logins: true } })
    await db.user.updateMany({ where: { role: 'editor' }, data: { active: false } })
    await db.user.updateManyAndReturn({ where: { role: 'reader' }, data: { phone: 'canary-555-0200' } })
    await db.user.update({ where: { id: 2 }, data: { orders: { updateMany: { where: { status: 'paid' }, data: { address: 'canary street 8' } } } } })
    await db.order.deleteMany({ where: { total: '86753091.50' } })
    await db.order.delete({ where: { id: 1 } })
    await db.user.delete({ where: { email: 'canary-eve@example.com' } })
    await db.user.deleteMany({ where: { email: { in: ['canary-dan@example.com', 'canary-nobody@example.com'] } } })
  },
  async bulk() {
    await db.user.createMany({ data: [zoe, yan, { ...yan, email: 'canary-wim@example.com', phone: null }] })
    await db.user.createMany({ data: [{ ...zoe, email: ada }], skipDuplicates: true })
    await db.user.createManyAndReturn({ data: [{ ...zoe, email: 'canary-one@example.com' }, { ...zoe, email: 'canary-two@example.com' }] })
    await db.order.createMany({ data: Array.from({ length: 5 }, (_, at) => ({ userId: 1, number: `N-${at}`, total: '86753.09', address: `canary street ${at}` })) })
  },
  async upsert() {
    await db.user.upsert({ where: { email: ada }, create: { ...zoe, email: ada }, update: { name: 'canary upserted' } })
    await db.user.upsert({ where: { email: zoe.email }, create: zoe, update: { logins: { increment: 1 } } })
    await db.user.upsert({ where: { id: 2 }, create: zoe, update: { phone: 'canary-555-0300', notes: Prisma.DbNull } })
    await db.user.upsert({ where: { email: ada }, create: { ...zoe, email: ada }, update: {}, include: { orders: true } })
  },
  async paging() {
    await db.user.findMany({ orderBy, skip: 1, take: 2 })
    await db.user.findMany({ orderBy, cursor: { id: 2 }, skip: 1, take: 2 })
    await db.user.findMany({ where: { id: { gt: 2 } }, orderBy, take: 2 })
    await db.user.findMany({ orderBy: { email: 'asc' }, take: 2 })
    await db.user.findMany({ where: { birthday: { gt: day('1916-01-01') } }, orderBy: { birthday: 'asc' }, take: 2 })
    await db.user.findMany({ orderBy: { email: 'asc' }, cursor: { email: ada }, take: 2 })
    await db.$transaction([db.user.count(), db.user.findMany({ orderBy, take: 2 })])
  },
  async joins() {
    await db.user.findMany({ relationLoadStrategy: 'query', include: { orders: { orderBy } }, orderBy })
    await db.order.findMany({ relationLoadStrategy: 'query', include: { user: { select: { email: true } } }, orderBy })
    await db.user.findMany({ relationLoadStrategy: 'join', include: { orders: { orderBy } }, orderBy })
    await db.order.findMany({ relationLoadStrategy: 'join', include: { user: { select: { email: true } } }, orderBy })
    await db.order.findMany({ where: { user: { email: ada } }, orderBy })
    await db.user.findMany({ where: { orders: { some: { total: '86753.09' } } }, orderBy })
    await db.user.findMany({ where: { orders: { none: { status: 'paid' } } }, orderBy })
    await db.user.findMany({ where: { orders: { every: { status: 'paid' } } }, orderBy })
    await db.user.findMany({ relationLoadStrategy: 'query', include: { _count: { select: { orders: true } } }, orderBy })
    await db.user.findUnique({ where: { email: ada } }).orders({ orderBy })
    await db.order.findMany({ where: { user: { is: { name: 'canary Bob' } } }, orderBy: { user: { id: 'asc' } } })
    await db.user.findMany({ orderBy: [{ orders: { _count: 'desc' } }, { id: 'asc' }], take: 1 })
  },
  async filters() {
    await db.user.findMany({ where: { active: true, email: { not: ada } }, orderBy })
    await db.user.findMany({ where: { OR: [{ name: 'canary Bob' }, { phone: null }] }, orderBy })
    await db.user.findMany({ where: { email: { in: [ada, 'canary-cyd@example.com'] } }, orderBy })
    await db.user.findMany({ where: { email: { notIn: [ada] } }, orderBy })
    await db.user.findMany({ where: { phone: { not: null }, NOT: { phone: '' } }, orderBy })
    await db.user.findMany({ where: { AND: [{ balance: '8675309.10' }, { birthday: day('1915-12-10') }] }, orderBy })
    await db.user.findMany({ where: { active: undefined, email: ada } })
    await db.user.findMany({ where: { notes: { equals: { canary: 'ada', n: 1 } } } })
    await db.user.findMany({ where: { email: { in: [] } } })
    await db.user.findMany({ where: { email: { startsWith: 'canary-a' } }, orderBy })
    await db.user.findMany({ where: { email: { contains: 'ADA', mode: 'insensitive' } }, orderBy })
    await db.user.findMany({ where: { email: { equals: 'CANARY-ADA@example.com', mode: 'insensitive' } } })
    await db.user.findMany({ where: { birthday: { gte: day('1916-01-01'), lte: day('1917-12-31') } }, orderBy })
    await db.user.findMany({ where: { balance: { gte: 0, lt: 8675309.15 } }, orderBy })
    await db.user.findMany({ where: { notes: { path: ['n'], equals: 1 } } })
  },
  async aggregates() {
    await db.user.count({ where: { active: true } })
    await db.user.count({ where: { email: ada } })
    await db.user.count({ select: { _all: true, phone: true } })
    await db.user.groupBy({ by: ['role'], _count: { _all: true }, orderBy: { role: 'asc' } })
    await db.order.aggregate({ _sum: { total: true }, _avg: { total: true } })
    await db.user.aggregate({ _min: { birthday: true }, _max: { birthday: true } })
    await db.user.aggregate({ _sum: { logins: true }, where: { active: true } })
    await db.user.groupBy({ by: ['birthday'], _count: true })
    await db.user.findMany({ distinct: ['active'], select: { active: true } })
    await db.user.groupBy({ by: ['role'], having: { logins: { _count: { gt: 1 } } }, orderBy: { role: 'asc' } })
  },
  async transactions() {
    await db.$transaction(async (tx) => {
      const user = await tx.user.create({ data: zoe })
      await tx.order.create({ data: { userId: user.id, number: 'T-1', total: '86753.09' } })
      await tx.$queryRaw`select id from users where email = ${zoe.email} for update`
    })
    await fails(db.user.create({ data: { ...zoe, email: ada } }))
    await fails(db.$transaction(async (tx) => {
      await tx.user.update({ where: { id: 1 }, data: { name: 'canary gone' } })
      throw new Error('back')
    }, { isolationLevel: 'Serializable' }))
    await db.$transaction([db.user.update({ where: { email: ada }, data: { phone: 'canary-555-0400' } }), db.order.deleteMany({ where: { status: 'new' } })])
  },
}, () => db.$disconnect())
