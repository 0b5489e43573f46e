import sequelizePackage from 'sequelize'
import { fails, stage, url } from './stage.mjs'

const { DataTypes, Op, QueryTypes, Sequelize, Transaction, col, fn, literal, where } = sequelizePackage
const db = new Sequelize(url, { logging: false, pool: { min: 1, max: 1 } })
const User = db.define('User', {
  id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
  email: { type: DataTypes.TEXT, allowNull: false, unique: true },
  name: { type: DataTypes.STRING(80), allowNull: false },
  phone: DataTypes.STRING(20),
  birthday: DataTypes.DATEONLY,
  balance: DataTypes.DECIMAL(12, 2),
  notes: DataTypes.JSONB,
  active: DataTypes.BOOLEAN,
  role: DataTypes.TEXT,
  logins: DataTypes.INTEGER,
  createdAt: { type: DataTypes.DATE, field: 'created_at' },
}, { tableName: 'users', timestamps: false })
const Order = db.define('Order', {
  id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
  userId: { type: DataTypes.INTEGER, field: 'user_id' },
  number: DataTypes.TEXT,
  status: { type: DataTypes.TEXT, defaultValue: 'new' },
  total: DataTypes.DECIMAL(12, 2),
  address: DataTypes.TEXT,
  placed: { type: DataTypes.DATEONLY, defaultValue: '2024-05-06' },
}, { tableName: 'orders', timestamps: false })
User.hasMany(Order, { as: 'orders', foreignKey: 'userId' })
Order.belongsTo(User, { as: 'user', foreignKey: 'userId' })

const defaults = { role: 'reader', logins: 0, createdAt: new Date('2024-01-02T03:04:05Z') }
const zoe = { ...defaults, email: 'canary-zoe@example.com', name: 'canary Zoe', phone: 'canary-555-0199', birthday: '1915-12-10', balance: '8675309.75', notes: { canary: 'zoe' }, active: true }
const yan = { ...defaults, email: 'canary-yan@example.com', name: 'canary Yan' }
const ada = 'canary-ada@example.com'

await stage(['sequelize', 'pg'], () => db.authenticate(), {
  async create() {
    await User.create(zoe)
    await User.create(yan, { returning: ['id', 'email'] })
    await User.create({ email: 'canary-xia@example.com', name: 'canary Xia' }, { fields: ['email', 'name'] })
    await User.build({ ...zoe, email: 'canary-wim@example.com' }).save()
    await Order.create({ userId: 1, number: 'Z-1', total: '86753.09', address: 'canary street 9' })
    await User.findOrCreate({ where: { email: ada }, defaults: zoe })
    await User.findOrCreate({ where: { email: 'canary-vic@example.com' }, defaults: { ...yan, email: 'canary-vic@example.com' } })
  },
  async read() {
    await User.findAll({ order: [['id', 'ASC']] })
    await User.findByPk(1)
    await User.findOne({ where: { email: ada } })
    await User.findAll({ attributes: ['id', ['email', 'mail']], where: { email: 'canary-bob@example.com' } })
    await User.findAll({ attributes: { exclude: ['notes'] }, where: { active: true }, order: ['id'], raw: true })
    await User.findAll({ attributes: { include: [[literal('logins * 2'), 'twice']] }, where: { id: 2 } })
    await db.query('select * from users where email = :email', { replacements: { email: ada }, type: QueryTypes.SELECT })
    await db.query('select * from users where email = $1', { bind: [ada], type: QueryTypes.SELECT })
  },
  async change() {
    const user = await User.findByPk(1)
    user.name = 'canary Ada II'
    await user.save()
    await user.update({ phone: null, notes: { canary: 'new' } })
    await user.increment('logins', { by: 2 })
    await user.reload()
    await User.update({ balance: '8675309.11' }, { where: { email: 'canary-bob@example.com' }, returning: true })
    await User.update({ active: false }, { where: { role: 'editor' } })
    await Order.destroy({ where: { total: '86753091.50' } })
    await User.destroy({ where: { email: ['canary-dan@example.com', 'canary-nobody@example.com'] } })
    await user.destroy()
  },
  async bulk() {
    await User.bulkCreate([zoe, yan, { ...yan, email: 'canary-wim@example.com', phone: 'canary-555-0198' }])
    await Order.bulkCreate(Array.from({ length: 5 }, (_, at) => ({ userId: 2, number: `N-${at}`, total: '86753.09', address: `canary street ${at}` })), { returning: false })
    await User.bulkCreate([{ ...zoe, email: ada }, { ...yan, email: 'canary-vic@example.com' }], { updateOnDuplicate: ['name', 'phone'], conflictAttributes: ['email'] })
    await User.bulkCreate([{ ...zoe, email: ada }], { ignoreDuplicates: true })
  },
  async upsert() {
    await User.upsert({ ...zoe, email: ada }, { conflictFields: ['email'] })
    await User.upsert({ ...zoe, email: 'canary-vic@example.com' }, { conflictFields: ['email'], fields: ['name'] })
    await User.upsert({ id: 2, email: 'canary-bob@example.com', name: 'canary Bob II' })
  },
  async paging() {
    await User.findAll({ order: [['id', 'ASC']], limit: 2, offset: 1 })
    await User.findAndCountAll({ where: { active: true }, order: [['id', 'DESC']], limit: 2 })
    await User.findAll({ where: { id: { [Op.gt]: 2 } }, order: ['id'], limit: 2 })
    await User.findAll({ order: [['email', 'ASC']], limit: 2 })
    await User.findAll({ where: { birthday: { [Op.gt]: '1916-01-01' } }, order: ['birthday'], limit: 2 })
    await User.findAndCountAll({ include: [{ model: Order, as: 'orders' }], order: [['id', 'ASC']], limit: 2 })
  },
  async joins() {
    await User.findAll({ include: [{ model: Order, as: 'orders' }], order: [['id', 'ASC'], ['orders', 'id', 'ASC']] })
    await Order.findAll({ include: [{ model: User, as: 'user', attributes: ['email'] }], order: [['id', 'ASC']] })
    await Order.findAll({ include: [{ model: User, as: 'user', required: true, where: { email: ada } }], order: [['id', 'ASC']] })
    await User.findOne({ where: { email: ada }, include: [{ model: Order, as: 'orders', where: { status: 'paid' } }] })
    await User.findAll({ include: [{ model: Order, as: 'orders', separate: true, order: [['id', 'ASC']] }], order: [['id', 'ASC']] })
    const user = await User.findByPk(1)
    await user.getOrders({ order: [['id', 'ASC']] })
    await user.countOrders()
    await user.createOrder({ number: 'Q-1', total: '86753.09' })
    await Order.findAll({ where: { '$user.email$': ada }, include: [{ model: User, as: 'user' }], order: [['id', 'ASC']] })
  },
  async filters() {
    const order = [['id', 'ASC']]
    await User.findAll({ where: { active: true, email: { [Op.ne]: ada } }, order })
    await User.findAll({ where: { [Op.or]: [{ name: 'canary Bob' }, { phone: null }] }, order })
    await User.findAll({ where: { email: [ada, 'canary-cyd@example.com'] }, order })
    await User.findAll({ where: { email: { [Op.notIn]: [ada] } }, order })
    await User.findAll({ where: { phone: { [Op.and]: [{ [Op.not]: null }, { [Op.ne]: '' }] } }, order })
    await User.findAll({ where: { active: { [Op.is]: true } }, order })
    await User.findAll({ where: { active: { [Op.not]: true } }, order })
    await User.findAll({ where: { balance: 8675309.1, birthday: new Date('1915-12-10') }, order })
    await User.findAll({ where: { email: { [Op.any]: [ada, 'canary-bob@example.com'] } }, order })
    await User.findAll({ where: { email: { [Op.in]: [] } }, order })
    await User.findAll({ where: { email: { [Op.like]: 'canary-a%' } }, order })
    await User.findAll({ where: { email: { [Op.iLike]: '%ADA%' } }, order })
    await User.findAll({ where: { birthday: { [Op.between]: ['1916-01-01', '1917-12-31'] } }, order })
    await User.findAll({ where: { balance: { [Op.gte]: 0, [Op.lte]: 8675309.15 } }, order })
    await User.findAll({ where: where(fn('lower', col('email')), 'canary-ada@example.com') })
    await User.findAll({ where: { notes: { n: 1 } } })
  },
  async aggregates() {
    await User.count({ where: { active: true } })
    await User.count({ where: { email: ada } })
    await User.findAll({ attributes: ['role', [fn('COUNT', col('id')), 'n']], group: ['role'], order: ['role'] })
    await User.count({ col: 'phone' })
    await Order.sum('total')
    await User.min('birthday')
    await User.count({ distinct: true, col: 'birthday' })
    await User.findAll({ attributes: ['birthday', [fn('COUNT', '*'), 'n']], group: ['birthday'] })
    await User.aggregate('active', 'DISTINCT', { plain: false })
    await User.findAll({ attributes: ['role'], group: ['role'], having: where(fn('COUNT', col('id')), Op.gt, 1), order: ['role'] })
  },
  async transactions() {
    await db.transaction(async (transaction) => {
      const user = await User.create(zoe, { transaction })
      await Order.create({ userId: user.id, number: 'T-1', total: '86753.09' }, { transaction })
      await User.findOne({ where: { email: zoe.email }, lock: Transaction.LOCK.UPDATE, transaction })
      await User.findAll({ where: { active: true }, order: ['id'], limit: 1, lock: true, skipLocked: true, transaction })
    })
    await fails(User.create({ ...zoe, email: ada }))
    await fails(db.transaction({ isolationLevel: Transaction.ISOLATION_LEVELS.SERIALIZABLE }, async (transaction) => {
      await User.update({ name: 'canary gone' }, { where: { id: 1 }, transaction })
      throw new Error('back')
    }))
  },
}, () => db.close())
