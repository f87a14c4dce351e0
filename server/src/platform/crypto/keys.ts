import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'

/** Root keys by id, the first one newest. Everything else is derived from them, one key a purpose. */
export interface Keys {
  /** Encrypts under the newest key (AES-256-GCM). `context` binds it to its row: `tenant|table|column|row`. */
  seal(purpose: string, context: string, plain: Buffer): Buffer
  /** Decrypts what `seal` made, whichever key made it. @throws when it was changed or the context differs */
  open(purpose: string, context: string, sealed: Buffer): Buffer
  /** HMAC-SHA-256 under the key of that id, the newest when none is given. */
  sign(purpose: string, data: string | Buffer, keyId?: string): Buffer
  /** An Ed25519 key derived from the root key of that id. */
  signingKey(purpose: string, keyId?: string): KeyObject
  newestId: string
  ids: string[]
}

const NONCE_BYTES = 12
const TAG_BYTES = 16
/** PKCS #8 wrapping of a raw Ed25519 seed (RFC 8410). */
const ED25519_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')

/** @param secretKey one value, or `id:value` pairs separated by commas, newest first */
export function openKeys(secretKey: string): Keys {
  const roots = new Map<string, Buffer>()
  for (const part of secretKey.split(',')) {
    const colon = part.indexOf(':')
    const id = colon < 0 ? '1' : part.slice(0, colon).trim()
    roots.set(id, Buffer.from(part.slice(colon + 1).trim(), 'utf8'))
  }
  const newestId = roots.keys().next().value as string
  const derived = new Map<string, Buffer>()

  const keyFor = (purpose: string, id: string): Buffer => {
    const name = `${id}|${purpose}`
    const known = derived.get(name)
    if (known) return known
    const root = roots.get(id)
    if (!root) throw new Error(`SECRET_KEY has no key with the id “${id}”`)
    const key = Buffer.from(hkdfSync('sha256', root, 'lanyard', purpose, 32))
    derived.set(name, key)
    return key
  }

  return {
    newestId,
    ids: [...roots.keys()],
    seal(purpose, context, plain) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', keyFor(purpose, newestId), nonce).setAAD(
        Buffer.from(context),
      )
      const body = Buffer.concat([cipher.update(plain), cipher.final()])
      const id = Buffer.from(newestId)
      return Buffer.concat([Buffer.from([id.length]), id, nonce, cipher.getAuthTag(), body])
    },
    open(purpose, context, sealed) {
      const idLength = sealed[0] ?? 0
      const id = sealed.subarray(1, 1 + idLength).toString()
      const nonceAt = 1 + idLength
      const tagAt = nonceAt + NONCE_BYTES
      const bodyAt = tagAt + TAG_BYTES
      const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose, id), sealed.subarray(nonceAt, tagAt), {
        authTagLength: TAG_BYTES,
      })
        .setAAD(Buffer.from(context))
        .setAuthTag(sealed.subarray(tagAt, bodyAt))
      return Buffer.concat([decipher.update(sealed.subarray(bodyAt)), decipher.final()])
    },
    sign: (purpose, data, keyId = newestId) =>
      createHmac('sha256', keyFor(purpose, keyId)).update(data).digest(),
    signingKey: (purpose, keyId = newestId) =>
      createPrivateKey({
        key: Buffer.concat([ED25519_PREFIX, keyFor(purpose, keyId)]),
        format: 'der',
        type: 'pkcs8',
      }),
  }
}
