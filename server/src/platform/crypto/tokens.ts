import { createHash, randomBytes } from 'node:crypto'

/** A fresh secret of 32 random bytes with the prefix of its type, such as `rst_`. Only its hash is ever kept. */
export function newToken(prefix = ''): string {
  return prefix + randomBytes(32).toString('base64url')
}

/** How a token is looked up: SHA-256, which is enough for 256 random bits. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** Letters and digits nobody confuses when typing from a terminal. */
const READABLE = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A short code to type, such as `7KQ4-M2VD` (about 39 bits; for codes that are also limited in tries). */
export function newReadableCode(): string {
  const letters: string[] = []
  while (letters.length < 8) {
    for (const byte of randomBytes(16)) {
      if (byte < 240 && letters.length < 8) letters.push(READABLE[byte % 30] as string)
    }
  }
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`
}

/** As typed: case, spaces and dashes do not matter. */
export function normaliseCode(text: string): string {
  return text.toUpperCase().replace(/[^0-9A-Z]/g, '')
}
