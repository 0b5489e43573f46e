// Loaded into a proxy by `node --import`: SIGUSR2 breaks its parser, and a second one mends it. Every instance fails as one
// whose memory is damaged does, fresh ones too.
import Module from 'node:module'

type Loader = { _load(request: string, ...rest: unknown[]): unknown }
type Parser = Record<'_wasm_parse_query_raw', (text: number) => number>

let broken = false
process.on('SIGUSR2', () => {
  broken = !broken
})

const loader = Module as unknown as Loader
const load = loader._load
loader._load = function (request, ...rest) {
  const loaded = load.call(this, request, ...rest)
  if (!request.startsWith('libpg-query/wasm/') || typeof loaded !== 'function') return loaded
  return async (options: unknown) => {
    const parser = (await (loaded as (given: unknown) => Promise<Parser>)(options)) as Parser
    const parse = parser._wasm_parse_query_raw
    parser._wasm_parse_query_raw = (text) => {
      if (broken) throw new RangeError('memory access out of bounds')
      return parse(text)
    }
    return parser
  }
}
