// Questions and answers between the first process and its workers, over the channel that Node.js gives them.

/** A process as the other one sees it. */
type Peer = {
  /** A process that has gone takes nothing. */
  send(message: object): void
  hear(listener: (message: unknown) => void): void
}

type Question = { readonly question: string; readonly id: number; readonly argument: unknown }
type Answer = { readonly answer: number; readonly value?: unknown; readonly failed?: boolean }

/** By name; what they give, or resolve to, is the answer. */
export type Answers = Readonly<Record<string, (argument: never) => unknown>>

type Waiting = { readonly resolve: (value: never) => void; readonly reject: (error: Error) => void }

export class Channel {
  readonly #peer: Peer
  readonly #waiting = new Map<number, Waiting>()
  #count = 0

  /** Questions of the other side are answered from `answers`; one that throws there fails here, without its reason. */
  constructor(peer: Peer, answers: Answers) {
    this.#peer = peer
    peer.hear((given) => {
      const message = given as Question | Answer
      if ('question' in message) void this.#answer(message, answers)
      else if ('answer' in message) this.#answered(message)
    })
  }

  ask<T>(question: string, argument?: unknown, milliseconds = 10_000): Promise<T> {
    this.#count += 1
    const id = this.#count
    return new Promise<T>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('no answer in time')), milliseconds)
      const settle = (): void => {
        clearTimeout(timer)
        this.#waiting.delete(id)
      }
      this.#waiting.set(id, {
        resolve: (value) => {
          settle()
          resolve(value)
        },
        reject: (error) => {
          settle()
          reject(error)
        },
      })
      this.#send({ question, id, argument })
    }).finally(() => this.#waiting.delete(id))
  }

  /** The other side has gone: nobody waits any more. */
  close(): void {
    for (const { reject } of [...this.#waiting.values()]) reject(new Error('the other process has gone'))
  }

  async #answer({ question, id, argument }: Question, answers: Answers): Promise<void> {
    try {
      this.#send({ answer: id, value: await answers[question]!(argument as never) })
    } catch {
      this.#send({ answer: id, failed: true })
    }
  }

  #answered({ answer, value, failed }: Answer): void {
    const waiting = this.#waiting.get(answer)
    if (failed === true) waiting?.reject(new Error('the other process has failed'))
    else waiting?.resolve(value as never)
  }

  #send(message: Question | Answer): void {
    this.#peer.send(message)
  }
}
