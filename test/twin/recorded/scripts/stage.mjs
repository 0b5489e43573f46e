// Runs the tasks of a script one after the other; record.ts keeps what each of them sends.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export const url = process.env.DATABASE_URL

export const version = (name) =>
  `${name} ${JSON.parse(readFileSync(join('node_modules', name, 'package.json'), 'utf8')).version}`

const answers = createInterface({ input: process.stdin })[Symbol.asyncIterator]()

async function say(line) {
  process.stdout.write(`${line}\n`)
  await answers.next()
}

export async function stage(libraries, connect, tasks, end) {
  await say(`@by ${libraries.map(version).join(', ')}`)
  await connect()
  for (const [name, task] of Object.entries(tasks)) {
    await say(`@case ${name}`)
    try {
      await task()
    } catch (error) {
      process.stderr.write(`${name}: ${error?.stack ?? error}\n`)
      process.exitCode = 1
    }
  }
  await say('@end')
  await end()
  process.exit()
}

/** For what the server must refuse. */
export async function fails(promise) {
  try {
    await promise
  } catch {
    return
  }
  throw new Error('it did not fail')
}
