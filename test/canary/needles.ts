/** A byte sequence that shows that plaintext has got somewhere, and what it is, for the report. */
export type Needle = { readonly bytes: Buffer; readonly what: string }

// The plaintexts of the twin's fixture and cases: text and JSON hold the word, the others one of these values. What is
// shorter than eight bytes in binary (int4, date) would be found by chance among random bytes and is searched as text.
const word = 'canary'

const texts: readonly string[] = [
  '867530901',
  '8675309086753091',
  '867530.9867530',
  '8675309.8675',
  '86753091.50',
  '1915-12-10',
  '10.12.1915',
  '08:06:07.530901',
  '8 years 6 mons 7 days',
  'ca0a51e5-ca0a-4000-8000-0000000000',
  '198.51.100.186',
]

const binaries: readonly { readonly type: string; readonly hex: string }[] = [
  { type: 'uuid', hex: 'ca0a51e5ca0a4000800000000000' },
  { type: 'inet', hex: '02200004c63364ba' },
  { type: 'int8', hex: int64(8675309086753091n) },
  { type: 'float8', hex: float64(867530.9867530901) },
  { type: 'timestamp', hex: int64(microseconds('1915-12-10T08:06:07.530Z') + 901n) },
  { type: 'time', hex: int64(29167530901n) },
  { type: 'interval', hex: int64(19809010000n) },
  // Digits base 10000 of 8675309.8675, as sent and as stored.
  { type: 'numeric', hex: words([867, 5309, 8675], false) + words([0], false) },
  { type: 'numeric', hex: words([867, 5309, 8675], false) },
  { type: 'numeric', hex: words([867, 5309, 8675], true) },
]

/** Every form in which a plaintext might rest: raw, upper case, hex, base64 at each alignment, binary in both byte orders. */
export function needles(): Needle[] {
  const found = [...forms(word, 'text'), { bytes: Buffer.from(word.toUpperCase()), what: 'text, upper case' }]
  for (const text of texts) found.push(...forms(text, text))
  for (const { type, hex } of binaries) {
    const bytes = Buffer.from(hex, 'hex')
    if (bytes.length >= 8) found.push({ bytes: Buffer.from(bytes).reverse(), what: `binary ${type}, turned` })
    if (bytes.length >= 6)
      found.push({ bytes, what: `binary ${type}` }, { bytes: Buffer.from(hex), what: `hex of ${type}` })
  }
  return found
}

function forms(text: string, what: string): Needle[] {
  const bytes = Buffer.from(text)
  const hex = bytes.toString('hex')
  return [
    { bytes, what },
    { bytes: Buffer.from(hex), what: `hex of ${what}` },
    { bytes: Buffer.from(hex.toUpperCase()), what: `hex of ${what}` },
    ...[0, 1, 2].map((shift) => ({ bytes: Buffer.from(base64At(bytes, shift)), what: `base64 of ${what}` })),
  ]
}

/** The characters of a base64 text that are the same whatever stands around the bytes. */
export function base64At(bytes: Buffer, shift: number): string {
  const padded = Buffer.concat([Buffer.alloc(shift), bytes])
  const whole = padded.length - (padded.length % 3)
  const encoded = padded.toString('base64').replace(/=+$/, '')
  const end = whole === padded.length ? encoded.length : encoded.length - 1
  return encoded.slice(shift === 0 ? 0 : shift + 1, end)
}

function int64(value: bigint): string {
  return BigInt.asUintN(64, value).toString(16).padStart(16, '0')
}

function float64(value: number): string {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleBE(value)
  return bytes.toString('hex')
}

function words(values: readonly number[], turned: boolean): string {
  const bytes = Buffer.alloc(2 * values.length)
  for (const [index, value] of values.entries()) {
    if (turned) bytes.writeUInt16LE(value, 2 * index)
    else bytes.writeUInt16BE(value, 2 * index)
  }
  return bytes.toString('hex')
}

/** Since 2000-01-01. */
function microseconds(iso: string): bigint {
  return BigInt(Date.parse(iso) - Date.UTC(2000, 0, 1)) * 1000n
}
