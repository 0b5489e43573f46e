// The first process of several: it serves no client itself, keeps so many workers alive, and speaks for all of them.
import type { Serializable } from 'node:child_process'
import cluster, { type Worker } from 'node:cluster'
import { once } from 'node:events'
import type { Config } from '../../config/config.ts'
import type { HttpAnswers, Readiness } from '../../observe/http-port.ts'
import type { Log } from '../../observe/log.ts'
import { addUp, type MetricFamily } from '../../observe/metric-text.ts'
import { ProcessMetrics } from '../../observe/process-metrics.ts'
import { worst } from '../readiness.ts'
import { Channel } from './channel.ts'
import type { Assignment, FoundWait, WaitKey } from './worker.ts'

type Address = { readonly host: string; readonly port: number }

type Member = {
  readonly number: number
  readonly worker: Worker
  readonly channel: Channel
  /** The map that it was given. */
  config: Config
  readonly started: Promise<Address>
  readonly gone: Promise<number>
}

/** A worker that died is replaced at once, but one that can't live is not started in a circle. */
const pauseMilliseconds = 1_000
const readyMilliseconds = 5_000
const prepareMilliseconds = 60_000

export class FirstProcess {
  #config: Config
  readonly #log: Log
  readonly #metrics = new ProcessMetrics()
  readonly #members = new Map<number, Member>()
  #replaced = 0
  #stopping = false

  constructor(config: Config, log: Log) {
    this.#config = config
    this.#log = log
    cluster.setupPrimary({ serialization: 'advanced' })
  }

  get config(): Config {
    return this.#config
  }

  /** Starts the workers; undefined when the first can't start: it has said why. */
  async start(): Promise<Address | undefined> {
    const first = this.#fork(1)
    const address = await first.started.catch(() => undefined)
    if (address === undefined) {
      this.#stopping = true
      await first.gone
      return undefined
    }
    const others = Array.from({ length: this.#config.workers - 1 }, (_, at) => this.#fork(at + 2))
    await Promise.allSettled(others.map(({ started }) => started))
    return address
  }

  async connections(): Promise<number> {
    const counts = await this.#askAll<number>('connections')
    return counts.reduce((sum, count) => sum + count, 0)
  }

  async stop(milliseconds: number): Promise<void> {
    this.#stopping = true
    for (const { channel } of this.#members.values()) channel.ask('stop', milliseconds).catch(() => undefined)
    const end = setTimeout(() => {
      for (const { worker } of this.#members.values()) worker.process.kill('SIGKILL')
    }, milliseconds + 10_000)
    await Promise.all([...this.#members.values()].map(({ gone }) => gone))
    clearTimeout(end)
    this.#metrics.close()
  }

  /** The map of all workers or of none: each makes it ready before the first puts it in force. False when one could not. */
  async change(config: Config): Promise<boolean> {
    const members = [...this.#members.values()]
    for (const [at, member] of members.entries()) {
      if (await this.#prepares(member, config)) continue
      for (const { channel } of members.slice(0, at)) await channel.ask('abort').catch(() => undefined)
      return false
    }
    this.#config = config
    await Promise.all(members.map((member) => this.#commits(member, config)))
    return true
  }

  answers(): HttpAnswers {
    return {
      alive: async () => (await this.#askAll<boolean>('alive', undefined, false)).every((alive) => alive),
      ready: () => this.#ready(),
      metrics: async () => [
        ...addUp([...(await this.#askAll<MetricFamily[]>('metrics')), this.#metrics.families('0')]),
        gauge('pgseal_workers', 'gauge', 'Processes that serve clients.', this.#members.size),
        gauge('pgseal_worker_replacements_total', 'counter', 'Workers that died and were replaced.', this.#replaced),
      ],
    }
  }

  async #ready(): Promise<Readiness> {
    if (this.#stopping) return { status: 'unavailable', checks: { process: 'draining' } }
    const looks = this.#askAll<Readiness>('ready', false)
    // What is the same for all is looked at by the first that answers.
    for (const { channel } of this.#members.values()) {
      const deep = await channel.ask<Readiness>('ready', true, readyMilliseconds).catch(() => undefined)
      if (deep !== undefined) return worst([deep, ...(await looks)])
    }
    return { status: 'unavailable', checks: { worker: 'no answer' } }
  }

  /** Answers of those that answer; `missing` in place of the others where it is given. */
  async #askAll<T>(question: string, argument?: unknown, missing?: T): Promise<T[]> {
    const asked = [...this.#members.values()].map(({ channel }) =>
      channel.ask<T>(question, argument, readyMilliseconds),
    )
    const said = await Promise.allSettled(asked)
    const answers: T[] = []
    for (const one of said) {
      if (one.status === 'fulfilled') answers.push(one.value)
      else if (missing !== undefined) answers.push(missing)
    }
    return answers
  }

  // A worker that has gone meanwhile does not decide; the one in its place is given what is in force.
  async #prepares({ channel, worker }: Member, config: Config): Promise<boolean> {
    return channel.ask<boolean>('prepare', config, prepareMilliseconds).catch(() => worker.isDead())
  }

  async #commits(member: Member, config: Config): Promise<void> {
    member.config = config
    await member.channel.ask('commit').catch(() => undefined)
  }

  #fork(number: number): Member {
    const worker = cluster.fork()
    const began = performance.now()
    let isStarted: (address: Address) => void = () => undefined
    let isNot: (error: Error) => void = () => undefined
    const started = new Promise<Address>((resolve, reject) => {
      isStarted = resolve
      isNot = reject
    })
    started.catch(() => undefined)
    const peer = {
      send: (message: object) => void worker.send(message as Serializable, () => undefined),
      hear: (listener: (message: unknown) => void) => void worker.on('message', listener),
    }
    const channel = new Channel(peer, {
      assignment: (): Assignment => {
        member.config = this.#config
        return { config: member.config, worker: number }
      },
      started: async (address: Address) => {
        // The map may have changed since it was given one.
        if (member.config !== this.#config && (await this.#prepares(member, this.#config))) {
          await this.#commits(member, this.#config)
        }
        isStarted(address)
      },
      find: (key: WaitKey) => this.#find(key, number),
      end: ({ worker: other, token }: FoundWait) => this.#members.get(other)?.channel.ask('end', token),
    })
    const gone = once(worker, 'exit').then(([code]) => {
      channel.close()
      isNot(new Error('the worker has ended'))
      this.#members.delete(number)
      void this.#replace(number, performance.now() - began)
      return Number(code ?? 1)
    })
    const member: Member = { number, worker, channel, config: this.#config, started, gone }
    this.#members.set(number, member)
    return member
  }

  async #replace(number: number, livedMilliseconds: number): Promise<void> {
    if (this.#stopping) return
    this.#replaced += 1
    this.#log.workerReplaced({ worker: number })
    if (livedMilliseconds < pauseMilliseconds) await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds))
    if (!this.#stopping) this.#fork(number)
  }

  /** In the workers beside the one that asks. */
  async #find(key: WaitKey, asking: number): Promise<FoundWait | undefined> {
    const others = [...this.#members.values()].filter(({ number }) => number !== asking)
    const found = await Promise.all(
      others.map(({ channel }) => channel.ask<FoundWait | undefined>('find', key, 1_000).catch(() => undefined)),
    )
    return found.find((wait) => wait !== undefined)
  }
}

function gauge(name: string, type: 'gauge' | 'counter', help: string, value: number): MetricFamily {
  return { name, type, help, samples: [{ labels: {}, value }] }
}
