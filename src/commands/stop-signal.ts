type Signal = 'SIGINT' | 'SIGTERM' | 'SIGHUP'

/** Waits for the first signal that asks the process to end; from then on a second one ends it at once. */
export function stopSignal(signals: readonly Signal[] = ['SIGINT', 'SIGTERM', 'SIGHUP']): {
  readonly received: Promise<string>
  forget(): void
} {
  let resolve: (signal: string) => void
  const received = new Promise<string>((settle) => {
    resolve = settle
  })
  const listener = (signal: string) => {
    forget()
    resolve(signal)
  }
  const forget = () => {
    for (const signal of signals) process.off(signal, listener)
  }
  for (const signal of signals) process.on(signal, listener)
  return { received, forget }
}
