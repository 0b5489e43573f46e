import type { OnlineOptions } from '../jobs/seal-online.ts'
import { UsageError } from './usage-error.ts'

/** What commands that work while clients do take in common, as given. */
export type OnlineFlags = {
  readonly workers: string
  readonly rate?: string
  readonly maxLag?: string
  readonly wait: string
}

/** Throws UsageError for what is no number. Processes that are waited for are told on stderr, a line each time they change. */
export function onlineOptions(options: OnlineFlags, signal: AbortSignal): OnlineOptions {
  return {
    workers: number('--workers', options.workers, 1),
    rate: options.rate === undefined ? undefined : number('--rate', options.rate, 0),
    maxLagBytes: options.maxLag === undefined ? undefined : number('--max-lag', options.maxLag, 0),
    patienceMs: number('--wait', options.wait, 0) * 1000,
    signal,
    onLagging: (lagging) => {
      const names = lagging.map(({ host, process: id }) => `${host} (process ${id})`)
      if (names.length > 0) process.stderr.write(`${JSON.stringify({ event: 'waiting-for-map', processes: names })}\n`)
    },
  }
}

function number(option: string, given: string, least: number): number {
  const value = Number(given)
  if (Number.isFinite(value) && value >= least && (value > 0 || least === 0)) return value
  throw new UsageError(`${option} is a number, ${least === 0 ? 'above 0' : `${least} at least`}`)
}
