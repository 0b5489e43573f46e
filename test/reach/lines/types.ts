import { type Draft, Ref } from '../draft.ts'
import { type Group, statement } from '../line.ts'
import { columnsOf, type ReachColumn } from '../schema.ts'

const bare = { table: 'things', prefix: '' } as const
const columnNames = (search: ReachColumn['search']): ReachColumn[] =>
  columnsOf('things').filter((column) => column.search === search && column.unique !== true && column.lower !== true)
const shortName = (column: ReachColumn): string => column.name.slice(2).replace('free', 'numeric-free')
const spelled = (column: ReachColumn): string => `\`${column.spelling}\``

/** Read, inserted or updated, and given back. */
function kept(d: Draft, ref: Ref): string {
  switch (d.draw(3)) {
    case 1:
      return `select id, ${ref} from things${d.where()}${d.byId()}`
    case 2:
      return `update things set ${ref} = ${d.value(ref)} where id = ${d.id()} returning ${ref}`
    default:
      return `insert into things (id, ${ref}) values (${d.newId()}, ${d.value(ref)}) returning ${ref}`
  }
}

function compared(d: Draft, ref: Ref): string {
  switch (d.draw(3)) {
    case 1:
      return d.exact
        ? `select ${ref}, count(*) from things group by ${ref}`
        : `select count(distinct ${ref}) from things`
    case 2:
      return `select a.id, b.id from things a join things b on a.${ref} = b.${ref}`
    default:
      return `select id, ${ref} ${d.pick(['=', '<>', 'is distinct from'])} ${d.value(ref)} from things${d.byId()}`
  }
}

function sorted(d: Draft, ref: Ref): string {
  if (!d.chance(2)) return `select id, ${ref} ${d.pick(['<', '<=', '>', '>='])} ${d.value(ref)} from things${d.byId()}`
  d.isOrdered = true
  return `select id, ${ref} from things order by ${ref} ${d.pick(['asc', 'desc', 'nulls first'])}, id`
}

const stored: readonly ReachColumn[] = [
  ...columnNames('equality'),
  columnsOf('things').find(({ name }) => name === 'u_json')!,
]

export const typeLines: Group = {
  title: 'Types',
  lines: [
    ...stored.map((column) =>
      statement(`type.${shortName(column)}`, spelled(column), (d) => kept(d, new Ref(column, bare))),
    ),
    ...columnNames('equality').map((column) =>
      statement(`type.${shortName(column)}-equality`, `${spelled(column)} with \`search: [equality]\``, (d) =>
        compared(d, new Ref(column, bare)),
      ),
    ),
    ...columnNames('order').map((column) =>
      statement(`type.${shortName(column)}-order`, `${spelled(column)} with \`search: [order]\``, (d) =>
        sorted(d, new Ref(column, bare)),
      ),
    ),
    ...(['enum', 'citext'] as const).map((name) => ({
      id: `type.${name}`,
      words: `\`${name}\``,
      mapType: name,
    })),
    ...['text[]', 'int8[]', 'uuid[]'].map((name) => ({
      id: `type.${name.slice(0, -2)}-array`,
      words: `\`${name}\``,
      mapType: name,
    })),
    ...['money', 'xml', 'point', 'tsvector', 'bit(3)', 'macaddr', 'timetz', 'int4range', 'oid'].map((name) => ({
      id: `type.${name.replace(/\W.*/, '')}`,
      words: `\`${name}\``,
      mapType: name,
      beyond: true as const,
    })),
  ],
}
