import { markSince, type Since, searchServer, talkative } from '../canary/search.ts'
import { WireClient } from '../support/wire-client.ts'
import { readCases } from '../twin/case-file.ts'
import { figuresText, runAll } from '../twin/run-all.ts'
import { startTwins } from '../twin/twins.ts'
import type { Proof } from './run.ts'

const leastCases = 200
const leastServed = 170

/** Every twin case in every mode, then a search for plaintext in all that the server and the proxy keep. */
export const prove: Proof = async (print) => {
  let since: Since | undefined
  const twins = await startTwins({
    settings: talkative,
    afterApply: async (server, database) => {
      since = await markSince(server, database)
    },
  })
  try {
    const figures = await runAll(twins, readCases())
    print(figuresText(figures))
    for (const text of figures.disagreements.slice(0, 5)) print(text)
    const { server, database } = twins.sealed
    const search = () => searchServer(server, database, since!, twins.proxy!.output())
    const found = await search()
    print(`canaries: ${found.hits.length} hits in ${(found.bytes / 1e6).toFixed(0)} MB (${found.searched.join(', ')})`)
    for (const hit of found.hits.slice(0, 5)) print(hit)
    const client = await WireClient.connectUrl(database.url)
    await client.rows("create table planted (note text); insert into planted values ('canary planted')")
    await client.close()
    const planted = await search()
    print(`a planted one: ${planted.hits.length} hits`)
    return (
      figures.cases >= leastCases &&
      figures.casesServed >= leastServed &&
      figures.disagreements.length === 0 &&
      found.hits.length === 0 &&
      planted.hits.length > 0
    )
  } finally {
    await twins.stop()
  }
}
