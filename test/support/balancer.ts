import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A TCP balancer: each connection goes to the next of its targets that takes it. One target makes it a line that can be cut. */
export type Balancer = {
  readonly port: number
  /** Ports of loopback; changed at any time, for connections to come. */
  targets: readonly number[]
  /** Ends every connection and takes no more until `mend`. */
  cut(): Promise<void>
  mend(): Promise<void>
  close(): Promise<void>
}

export async function startBalancer(targets: readonly number[]): Promise<Balancer> {
  const sockets = new Set<Socket>()
  let turn = 0
  const accept = async (client: Socket): Promise<void> => {
    client.on('error', () => undefined)
    for (let attempt = 0; attempt < balancer.targets.length; attempt += 1) {
      const server = connect(balancer.targets[turn++ % balancer.targets.length]!, '127.0.0.1')
      const connected = await once(server, 'connect').then(
        () => true,
        () => false,
      )
      server.on('error', () => undefined)
      if (!connected) continue
      for (const [one, other] of [
        [client, server],
        [server, client],
      ] as const) {
        sockets.add(one)
        one.pipe(other)
        one.once('close', () => {
          sockets.delete(one)
          other.destroy()
        })
      }
      return
    }
    client.destroy()
  }
  let listener = createServer({ noDelay: true }, (client) => void accept(client))
  await once(listener.listen(0, '127.0.0.1'), 'listening')
  const { port } = listener.address() as AddressInfo
  const cut = async (): Promise<void> => {
    if (!listener.listening) return
    const closed = once(listener, 'close')
    listener.close()
    for (const socket of sockets) socket.destroy()
    await closed
  }
  const balancer: Balancer = {
    port,
    targets,
    cut,
    async mend() {
      listener = createServer({ noDelay: true }, (client) => void accept(client))
      await once(listener.listen(port, '127.0.0.1'), 'listening')
    },
    close: cut,
  }
  return balancer
}
