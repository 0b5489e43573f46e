// Where an INSERT with a VALUES list takes further columns and values. Its lists have no places in the tree, so they are
// found in the text, from the name of the table on; the spliced text is parsed again and compared (verify.ts).
import type { Edit } from './splice.ts'
import type { Claim } from './statement.ts'
import { lost, type TokenRanges } from './token-ranges.ts'
import { as, type Fields, list, locationOf, struct, text } from './walk.ts'

type InsertClaim = Extract<Claim, { to: 'insert' }>

export function insertEdits(
  ranges: TokenRanges,
  insert: Fields,
  claim: InsertClaim,
  claims: ReadonlyMap<object, Claim>,
  numbers: ReadonlyMap<object, number>,
): readonly Edit[] {
  const edits: Edit[] = []
  const before = (token: number, more: string): void => {
    const { start } = ranges.tokens[token]!
    edits.push({ start, end: start, text: more })
  }
  let at = afterTarget(ranges, struct(insert.relation)!)
  if (list(insert.cols).length > 0) {
    const close = ranges.closing(at)
    if (claim.columns.length > 0) before(close, `, ${claim.columns.map(quoted).join(', ')}`)
    at = close + 1
  }
  if (claim.overriding) before(at, 'overriding system value ')
  if (ranges.word(at) === 'overriding') at += 3
  while (ranges.word(at) === '(') at += 1
  if (ranges.word(at) !== 'values') throw lost('an INSERT without its VALUES')
  for (const row of list(as(insert.selectStmt, 'SelectStmt')?.valuesLists)) {
    // From VALUES or the comma before it.
    const close = ranges.closing(at + 1)
    const own = claims.get(row as object)
    if (own?.to === 'row') {
      before(close, own.more.map((use) => (use === undefined ? ', default' : `, $${numbers.get(use)}`)).join(''))
    }
    at = close + 1
  }
  return edits
}

/** The token after the table's name and alias. */
function afterTarget(ranges: TokenRanges, relation: Fields): number {
  let at = ranges.identifierEnd(ranges.at(locationOf(relation))) + 1
  while (ranges.word(at) === '.') at = ranges.identifierEnd(at + 1) + 1
  const alias = struct(relation.alias)
  if (alias !== undefined && text(alias.aliasname) !== '') at = ranges.identifierEnd(at + 1) + 1
  return at
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
