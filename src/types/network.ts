import { PgsealError } from '../errors.ts'
import { requireLength, same } from './binary-form.ts'
import { requireText } from './characters.ts'
import type { TypeCodec } from './codec.ts'

// Stored form: family (2 IPv4, 3 IPv6), bits of the network, 1 for cidr, length of the address, the address.

type NetworkName = 'inet' | 'cidr'
type Network = { readonly address: Buffer; readonly bits: number }

const v4 = 2
const v6 = 3
const headLength = 4

function store(name: NetworkName, { address, bits }: Network): Buffer {
  const family = address.length === 4 ? v4 : v6
  return Buffer.concat([Buffer.of(family, bits, name === 'cidr' ? 1 : 0, address.length), address])
}

function read(stored: Buffer): Network {
  return { address: stored.subarray(headLength), bits: stored[1]! }
}

/** No bit is set to the right of the network's. */
export function isNetwork(stored: Buffer): boolean {
  const { address, bits } = read(stored)
  return masked(address, bits).equals(address)
}

function masked(address: Buffer, bits: number): Buffer {
  return Buffer.from(address.map((byte, at) => byte & (0xff00 >> Math.min(8, Math.max(0, bits - at * 8)))))
}

/** An inet as the cidr of its network. */
export function inetToCidr(stored: Buffer): Buffer {
  const { address, bits } = read(stored)
  return store('cidr', { address: masked(address, bits), bits })
}

/** A cidr as an inet. */
export function cidrToInet(stored: Buffer): Buffer {
  return store('inet', read(stored))
}

/** What a cast to text gives: always with the bits. */
export function networkText(stored: Buffer): Buffer {
  const { address, bits } = read(stored)
  return Buffer.from(`${addressText(address)}/${bits}`, 'latin1')
}

function digits(text: string, most: number): number | undefined {
  return /^[0-9]+$/.test(text) && Number(text) <= most ? Number(text) : undefined
}

/** Four octets; of inet fewer, where the bits say so. Other short forms of cidr are refused. */
function readV4(name: NetworkName, text: string): Network | undefined {
  const [written, width, ...more] = text.split('/')
  const octets = written!.split('.').map((octet) => digits(octet, 255))
  const bits = width === undefined ? 32 : digits(width, 32)
  if (more.length > 0 || bits === undefined || octets.length > 4 || octets.includes(undefined)) return undefined
  if (octets.length < 4 && (name === 'cidr' || width === undefined || bits >> 3 > octets.length)) return undefined
  const address = Buffer.alloc(4)
  octets.forEach((octet, at) => {
    address[at] = octet!
  })
  return { address, bits }
}

/** Without a zero in front, as an address of version 6 has it. */
function shortNumber(text: string, most: number): number | undefined {
  return /^(0|[1-9][0-9]*)$/.test(text) ? digits(text, most) : undefined
}

function readV6(text: string): Network | undefined {
  const [written, width, ...more] = text.split('/')
  const bits = width === undefined ? 128 : shortNumber(width, 128)
  if (more.length > 0 || bits === undefined) return undefined
  const parts = written!.split('::')
  if (parts.length > 2) return undefined
  const groups = parts.map((part, at) => groupsOf(part, at === parts.length - 1))
  const [before, after] = groups
  if (before === undefined || (parts.length === 2 && after === undefined)) return undefined
  const missing = 16 - before.length - (after?.length ?? 0)
  if (parts.length === 2 ? missing < 1 : missing !== 0) return undefined
  return { address: Buffer.concat([before, Buffer.alloc(missing), after ?? Buffer.alloc(0)]), bits }
}

/** Groups of four digits between colons; the last may be an address of version 4. */
function groupsOf(part: string, isLast: boolean): Buffer | undefined {
  if (part === '') return Buffer.alloc(0)
  const written = part.split(':')
  const bytes: number[] = []
  for (const [at, group] of written.entries()) {
    if (isLast && at === written.length - 1 && group.includes('.')) {
      const octets = group.split('.').map((octet) => shortNumber(octet, 255))
      if (octets.length !== 4 || octets.includes(undefined)) return undefined
      bytes.push(...(octets as number[]))
      continue
    }
    if (!/^[0-9a-f]{1,4}$/i.test(group)) return undefined
    const value = Number.parseInt(group, 16)
    bytes.push(value >> 8, value & 0xff)
  }
  return Buffer.from(bytes)
}

function addressText(address: Buffer): string {
  return address.length === 4 ? [...address].join('.') : textOfV6(address)
}

/** The longest run of zero groups, of two or more, becomes `::`; what looks like an address of version 4 is written so. */
function textOfV6(address: Buffer): string {
  const words = Array.from({ length: 8 }, (_, at) => address.readUInt16BE(at * 2))
  let start = -1
  let length = 1
  for (let at = 0; at < 8; ) {
    let end = at
    while (end < 8 && words[end] === 0) end += 1
    if (end - at > length) {
      start = at
      length = end - at
    }
    at = end + 1
  }
  let text = ''
  for (let at = 0; at < 8; at += 1) {
    if (start !== -1 && at >= start && at < start + length) {
      if (at === start) text += ':'
      continue
    }
    if (at > 0) text += ':'
    const holdsV4 = length === 6 || (length === 7 && words[7] !== 1) || (length === 5 && words[5] === 0xffff)
    if (at === 6 && start === 0 && holdsV4) return `${text}${[...address.subarray(12)].join('.')}`
    text += words[at]!.toString(16)
  }
  return start !== -1 && start + length === 8 ? `${text}:` : text
}

function codec(name: NetworkName): TypeCodec {
  return {
    fromText(bytes) {
      requireText(bytes)
      const text = bytes.toString('latin1')
      const network = text.includes(':') ? readV6(text) : readV4(name, text)
      const stored = network === undefined ? undefined : store(name, network)
      if (stored === undefined || (name === 'cidr' && !isNetwork(stored))) {
        throw new PgsealError('invalidText', { type: name })
      }
      return stored
    },
    fromBinary(bytes) {
      const [family, bits, , length] = bytes
      const size = family === v4 ? 4 : 16
      if (family !== undefined && family !== v4 && family !== v6) throw new PgsealError('invalidBinary', { type: name })
      if (bits !== undefined && bits > size * 8) throw new PgsealError('invalidBinary', { type: name })
      if (length !== undefined && length !== size) throw new PgsealError('invalidBinary', { type: name })
      requireLength(bytes, headLength + size, name)
      const stored = store(name, read(bytes))
      if (name === 'cidr' && !isNetwork(stored)) throw new PgsealError('invalidBinary', { type: name })
      return stored
    },
    toText(stored) {
      const { address, bits } = read(stored)
      if (name === 'inet' && bits === address.length * 8) return Buffer.from(addressText(address), 'latin1')
      return networkText(stored)
    },
    toBinary: same,
    comparisonForm: same,
  }
}

export const inet = codec('inet')
export const cidr = codec('cidr')
