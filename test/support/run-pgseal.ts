import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** The built command line program beside these tests. */
export const pgsealProgram: string = fileURLToPath(new URL('../../src/main.js', import.meta.url))

export type Finished = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

export type RunOptions = { readonly env?: Readonly<Record<string, string>>; readonly cwd?: string }

/** Runs one command to its end, without a terminal. */
export async function runPgseal(commandLine: readonly string[], options: RunOptions = {}): Promise<Finished> {
  const child = startPgseal(commandLine, options)
  const [stdout, stderr] = [collect(child.stdout!), collect(child.stderr!)]
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, stdout: stdout(), stderr: stderr() }
}

/** Starts a command that stays; the caller ends it. */
export function startPgseal(commandLine: readonly string[], options: RunOptions = {}): ChildProcess {
  return spawn(process.execPath, [pgsealProgram, ...commandLine], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...options.env },
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
  })
}

/** One match for each pattern, in order, each on a line that the process prints; rejects with what it said on stderr when it ends before. */
export async function printed(child: ChildProcess, ...patterns: readonly RegExp[]): Promise<RegExpExecArray[]> {
  const stderr = collect(child.stderr!)
  const found: RegExpExecArray[] = []
  for await (const line of createInterface({ input: child.stdout! })) {
    const match = patterns[found.length]!.exec(line)
    if (match !== null) found.push(match)
    if (found.length < patterns.length) continue
    // What comes later must not fill the pipe.
    child.stdout!.resume()
    return found
  }
  throw new Error(`ended before it printed ${patterns[found.length]}: ${stderr()}`)
}

function collect(stream: NodeJS.ReadableStream): () => string {
  const chunks: Buffer[] = []
  stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  return () => Buffer.concat(chunks).toString()
}
