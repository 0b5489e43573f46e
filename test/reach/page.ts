// The tables at the end of docs/sql.md: every line with its example and what the analysis says of it.
import { allGroups, allLines } from './all-lines.ts'
import type { Line } from './line.ts'
import { exampleOf, type Records, sqlOf, type Verdict, verdictOf } from './verdict.ts'

const begin = '<!-- lines: made by npm run docs from test/reach -->'
const end = '<!-- end of lines -->'

/** The page with its tables made anew. */
export function withLines(page: string): string {
  const from = page.indexOf(begin)
  const to = page.indexOf(end)
  if (from === -1 || to === -1) throw new Error('docs/sql.md does not say where its tables stand')
  return `${page.slice(0, from + begin.length)}\n\n${tables()}\n${page.slice(to)}`
}

/** Of the lines that are meant to be served: how many are. */
export function shareServed(records: Records): { readonly served: number; readonly lines: number } {
  const counted = allLines.filter((line) => !staysRefused(line))
  return { served: counted.filter((line) => verdictOf(line, records) === undefined).length, lines: counted.length }
}

/** What is not meant to be served, as long as it is not. */
function staysRefused(line: Line): boolean {
  return line.beyond === true && verdictOf(line, 'none') !== undefined
}

function tables(): string {
  const texts = allGroups.map(({ title, lines }) => {
    const rows = lines.map(rowOf)
    return `### ${title}\n\n| what | for example | served | with a record | test |\n|---|---|---|---|---|\n${rows.join('\n')}\n`
  })
  const [none, always, known] = (['none', 'always', 'when-known'] as const).map(shareServed)
  const beyond = allLines.filter(staysRefused).length
  const summary =
    `${allLines.length} lines. Of the ${none!.lines} that are meant to be served, ${none!.served} are; on tables with ` +
    `\`record\` ${always!.served}, and with \`verify: when-known\` ${known!.served}. The other ${beyond} show what stays refused.`
  return `${wrapped(summary)}\n\n${texts.join('\n')}`
}

function rowOf(line: Line): string {
  const sql = 'mapType' in line ? `type: ${line.mapType}` : exampleOf(line).map(sqlOf).join('; ')
  const test = 'testedBy' in line ? `case ${line.testedBy}` : line.id
  const cells = [line.words, codeOf(sql), verdictText(line, 'none'), recordText(line), test]
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

function recordText(line: Line): string {
  const always = verdictText(line, 'always')
  const known = verdictText(line, 'when-known')
  if (always === known) return always === verdictText(line, 'none') ? '' : always
  return `${always}; \`when-known\`: ${known}`
}

function verdictText(line: Line, records: Records): string {
  const verdict: Verdict = verdictOf(line, records)
  if (verdict === 'mapInvalid') return 'no: the map is refused'
  return verdict === undefined ? 'yes' : `no: [${verdict}](errors.md#${verdict.toLowerCase()})`
}

function codeOf(sql: string): string {
  return `\`${sql.replace(/ {2,}/g, ' ').replace(/ (?=[,)]|$)/g, '')}\``
}

function wrapped(text: string): string {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + word.length > 119) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines.join('\n')
}
