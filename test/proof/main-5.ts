import { handlerCost } from '../../bench/handlers.ts'
import { openingCost } from '../../bench/opening.ts'
import { openPlace, type Place } from '../../bench/place.ts'
import { sealedRates } from '../../bench/rates.ts'
import { serverCost } from '../../bench/server-cost.ts'
import type { Proof } from './run.ts'

const leastShare = 0.7
const mostCost = 2.5

/** Sealed columns against an empty map, and the cost of opening against the bare cryptography. */
export const prove: Proof = async (print) => {
  const place = await openPlace()
  try {
    const rates = await sealedRates(place, { rounds: Number(process.env.PGSEAL_PROOF_ROUNDS ?? 9), seconds: 3 })
    const equality = rates.sealedEquality / rates.emptyEquality
    const insert = rates.sealedInsert / rates.emptyInsert
    print(`read by equality: ${Math.round(rates.sealedEquality)}/s, ${equality.toFixed(2)} of the empty map`)
    print(`insert: ${Math.round(rates.sealedInsert)}/s, ${insert.toFixed(2)} of the empty map`)
    const opening = await openingCost(place, { rounds: 15 })
    const cost = opening.proxy / opening.crypto
    print(
      `10,000 rows of two sealed columns: ${opening.proxy.toFixed(0)} ms CPU, ${cost.toFixed(2)} of their node:crypto operations`,
    )
    await printFloor(place, print)
    return equality >= leastShare && insert >= leastShare && cost <= mostCost
  } finally {
    await place.close()
  }
}

/** Where the rest of a statement's time goes, and how much of it nobody could save. */
async function printFloor(place: Place, print: (line: string) => void): Promise<void> {
  const server = await serverCost(place, 3)
  if (server !== undefined) {
    const more = (sealed: number, plain: number): string =>
      `${sealed.toFixed(0)} µs sealed, ${plain.toFixed(0)} µs plain`
    print(`PostgreSQL's own CPU past the proxy: read ${more(server.sealedRead, server.plainRead)}`)
    print(`PostgreSQL's own CPU past the proxy: insert ${more(server.sealedInsert, server.plainInsert)}`)
  }
  const own = await handlerCost(40)
  const parts = (all: number, crypto: number): string =>
    `${all.toFixed(1)} µs, of which node:crypto alone ${crypto.toFixed(1)} µs`
  print(`the connection's handlers without sockets: read ${parts(own.read, own.readCrypto)}`)
  print(`the connection's handlers without sockets: insert ${parts(own.insert, own.insertCrypto)}`)
  print(`the same of a plain statement beside a map: ${own.plain.toFixed(1)} µs`)
}
