/** What is counted of values that were opened, in one process. Only ever grows; for metrics. */
export type ReadingCounts = {
  /** Values opened although nothing in the result told their row (`verify: when-known`). */
  uncheckedRecords: number
}

export function newReadingCounts(): ReadingCounts {
  return { uncheckedRecords: 0 }
}
