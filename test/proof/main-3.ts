// Tampering on a live database: a superuser writes past the proxy, a client reads through it.
import pg from 'pg'
import { proxiedDatabase } from '../integration/proxied-database.ts'
import { sharedPostgres } from '../support/postgres.ts'
import type { Proof } from './run.ts'

const tables = `
  create table cells (id int primary key, a text, b text, c text, n int4, plain text);
  create table other (id int primary key, a text)`

const map = `
keys:
  default: { kms: local, keyFile: "{keyFile}", dataKeys: branch }
  second: { kms: local, keyFile: "{keyFile}", dataKeys: per-row }
tables:
  public.cells:
    columns:
      a: { type: text, search: [equality] }
      b: { type: text, search: [equality] }
      c: { type: text, search: [equality], key: second }
      n: { type: int4, search: [equality] }
  public.other:
    columns:
      a: { type: text, search: [equality] }
`

type Cell = { readonly table: string; readonly column: string; readonly id: number; readonly type: string }
type Parts = { readonly v: string; readonly c: Buffer; readonly eq: Buffer }

export const prove: Proof = async (print) => {
  const database = await proxiedDatabase(await sharedPostgres(), { tables, map })
  const direct = new pg.Client({ connectionString: database.directUrl })
  const client = new pg.Client({ connectionString: database.url })
  await Promise.all([direct.connect(), client.connect()])
  try {
    await client.query("insert into cells (id, a, b, c, n) values (1, 'a1', 'b1', 'c1', 1), (2, 'a2', 'b2', 'c2', 2)")
    await client.query("insert into other (id, a) values (1, 'o1'), (2, 'o2')")
    const cells: Cell[] = [
      ...['a', 'b', 'c'].map((column) => ({ table: 'cells', column, id: 1, type: 'text_eq' })),
      { table: 'cells', column: 'n', id: 1, type: 'int4_eq' },
      { table: 'other', column: 'a', id: 1, type: 'text_eq' },
    ]
    const attempt = tampering(direct, client)
    const flips = await flipEverything(direct, attempt, cells)
    print(`every byte of every attribute flipped: ${flips.tried} times, ${summary(flips)}`)
    const swaps = await swapCells(direct, attempt, cells)
    print(`every pair of cells of another label, table or key: ${swaps.tried} swaps, ${summary(swaps)}`)
    const terms = await swapTerms(direct, attempt, cells)
    print(`each term swapped alone: ${terms.tried} times, ${summary(terms)}`)
    const { rows } = await client.query('select a, b, c, n from cells where id = 2')
    const lives = JSON.stringify(rows) === '[{"a":"a2","b":"b2","c":"c2","n":2}]'
    print(`the connection ${lives ? 'lives' : 'does not answer'}`)
    return lives && [flips, swaps, terms].every((figures) => figures.tried > 0 && figures.accepted === 0)
  } finally {
    await Promise.all([direct.end(), client.end()])
    await database.close()
  }
}

type Figures = { tried: number; byDatabase: number; byOpening: number; accepted: number }

const summary = ({ byDatabase, byOpening, accepted }: Figures): string =>
  `${byDatabase} refused by the database (23514), ${byOpening} on opening (XX001), ${accepted} accepted`

type Attempt = (figures: Figures, cell: Cell, parts: Parts) => Promise<void>

/** Writes a cell past the proxy, reads it through the proxy, and puts it back. */
function tampering(direct: pg.Client, client: pg.Client): Attempt {
  return async (figures, cell, parts) => {
    figures.tried += 1
    await direct.query('begin')
    try {
      await direct.query(
        `update ${cell.table} set ${cell.column} = row($1::json, $2::bytea, $3::bytea)::pgseal.${cell.type} where id = $4`,
        [parts.v, parts.c, parts.eq, cell.id],
      )
    } catch (error) {
      await direct.query('rollback')
      // 22P02: the version is no json any more.
      if (!['23514', '22P02'].includes((error as pg.DatabaseError).code ?? '')) throw error
      figures.byDatabase += 1
      return
    }
    await direct.query('commit')
    try {
      await client.query(`select ${cell.column} from ${cell.table} where id = ${cell.id}`)
      figures.accepted += 1
    } catch (error) {
      if ((error as pg.DatabaseError).code !== 'XX001') throw error
      figures.byOpening += 1
    }
  }
}

async function partsOf(direct: pg.Client, cell: Cell): Promise<Parts> {
  const { rows } = await direct.query(
    `select (${cell.column}).v::text as v, (${cell.column}).c::bytea as c, (${cell.column}).eq::bytea as eq
     from ${cell.table} where id = ${cell.id}`,
  )
  return rows[0] as Parts
}

async function put(direct: pg.Client, cell: Cell, parts: Parts): Promise<void> {
  await direct.query(
    `update ${cell.table} set ${cell.column} = row($1::json, $2::bytea, $3::bytea)::pgseal.${cell.type} where id = $4`,
    [parts.v, parts.c, parts.eq, cell.id],
  )
}

const none = (): Figures => ({ tried: 0, byDatabase: 0, byOpening: 0, accepted: 0 })

async function flipEverything(direct: pg.Client, attempt: Attempt, cells: readonly Cell[]): Promise<Figures> {
  const figures = none()
  for (const cell of cells) {
    const whole = await partsOf(direct, cell)
    for (const bit of [0x01, 0x80]) {
      for (const attribute of ['c', 'eq'] as const) {
        for (let at = 0; at < whole[attribute].length; at += 1) {
          const flipped = Buffer.from(whole[attribute])
          flipped[at]! ^= bit
          await attempt(figures, cell, { ...whole, [attribute]: flipped })
        }
      }
    }
    for (const v of ['0', '2', '11', 'q', '"1"']) await attempt(figures, cell, { ...whole, v })
    await put(direct, cell, whole)
  }
  return figures
}

async function swapCells(direct: pg.Client, attempt: Attempt, cells: readonly Cell[]): Promise<Figures> {
  const figures = none()
  for (const to of cells) {
    const whole = await partsOf(direct, to)
    for (const from of cells) {
      if (from === to) continue
      await attempt(figures, to, await partsOf(direct, from))
      await put(direct, to, whole)
    }
  }
  return figures
}

async function swapTerms(direct: pg.Client, attempt: Attempt, cells: readonly Cell[]): Promise<Figures> {
  const figures = none()
  for (const cell of cells) {
    const whole = await partsOf(direct, cell)
    const { eq } = await partsOf(direct, { ...cell, id: 2 })
    await attempt(figures, cell, { ...whole, eq })
    await put(direct, cell, whole)
  }
  return figures
}
