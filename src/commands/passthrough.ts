import type { Catalog } from '../catalog/catalog.ts'
import type { ConnectionLog, Dependencies } from '../connection/dependencies.ts'
import { PgsealError } from '../errors.ts'

/** A catalog without mapped tables: connections under it pass everything on and ask nothing of it. */
const emptyCatalog: Catalog = {
  epoch: 0,
  relation: () => undefined,
  relationNamed: () => undefined,
  relationsNamed: () => [],
  relevantNames: new Set(),
  physicalType: () => undefined,
  physicalArrayElement: () => undefined,
  isPgsealType: () => false,
  isBuiltInFunction: () => false,
  hasUserOperator: () => true,
  userCasts: [],
  physicalTypeFor: () => undefined,
  mappedTables: [],
}

/** What a connection gets where the map is empty or its database is served unchanged: nothing is analysed, sealed or opened. */
export function passthroughDependencies(log: ConnectionLog): Dependencies {
  return {
    mode: 'full',
    keyRing: {
      generate: never,
      open: never,
      indexKey: () => undefined,
      loadIndexKeys: never,
      obtainIndexKey: never,
      status: () => [],
      close: () => undefined,
    },
    log,
    parse: never,
    analyze: never,
    catalog: () => emptyCatalog,
    refreshCatalog: async () => emptyCatalog,
    readCatalog: async () => emptyCatalog,
  }
}

function never(): never {
  throw new PgsealError('internal', {}, { logDetail: 'a connection that passes everything on asked to do more' })
}
