// Patterns of LIKE as PostgreSQL reads them (utils/adt/like_match.c), with the backslash that it has for escape unless another is given.

const backslash = 0x5c
const percent = 0x25
const underscore = 0x5f

/** The one text that a pattern without wildcards matches; undefined for any other, and for one that ends with its escape. */
export function exactText(pattern: Buffer): Buffer | undefined {
  const text = Buffer.allocUnsafe(pattern.length)
  let length = 0
  for (let at = 0; at < pattern.length; at += 1) {
    let byte = pattern[at]!
    if (byte === percent || byte === underscore) return undefined
    if (byte === backslash) {
      at += 1
      if (at === pattern.length) return undefined
      byte = pattern[at]!
    }
    text[length] = byte
    length += 1
  }
  return text.subarray(0, length)
}
