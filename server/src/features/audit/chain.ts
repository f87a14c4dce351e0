import { createHash, createPublicKey, sign, verify } from 'node:crypto'
import type { Keys } from '../../platform/crypto/keys.ts'

/** A row of the record as it is chained. Times are text, so that no precision is lost on the way. */
export interface ChainedRecord {
  id: string
  at: string
  event: string
  door: string
  actor_kind: string
  actor_id: string | null
  subject_id: string | null
  organisation_id: string | null
  request_id: string | null
  detail: unknown
  subject_detail: string | null
  actor_detail: string | null
}

/** What came before the first event of a tenant. */
export const CHAIN_START = Buffer.alloc(32)

/** The hash of a position in the chain: SHA-256 of the one before it and the canonical JSON of the event. */
export function chainHash(previous: Buffer, record: ChainedRecord): Buffer {
  return createHash('sha256').update(previous).update(canonicalJson(record)).digest()
}

/** Canonical JSON (RFC 8785) of plain data whose numbers are integers. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`)
  return `{${members.join(',')}}`
}

/** The head of a chain at a moment, signed, kept outside the database. */
export interface Anchor {
  tenantId: string
  sequence: number
  hash: string
  at: string
  keyId: string
  signature: string
}

const PURPOSE = 'audit-anchor'

export function signAnchor(
  keys: Keys,
  head: { tenantId: string; sequence: number; hash: Buffer; at: string },
): Anchor {
  const anchor = { ...head, hash: head.hash.toString('hex'), keyId: keys.newestId }
  return {
    ...anchor,
    signature: sign(null, anchorBytes(anchor), keys.signingKey(PURPOSE)).toString('base64url'),
  }
}

export function anchorIsGenuine(keys: Keys, anchor: Anchor): boolean {
  if (!keys.ids.includes(anchor.keyId)) return false
  const key = createPublicKey(keys.signingKey(PURPOSE, anchor.keyId))
  return verify(null, anchorBytes(anchor), key, Buffer.from(anchor.signature, 'base64url'))
}

function anchorBytes(anchor: Omit<Anchor, 'signature'>): Buffer {
  const { tenantId, sequence, hash, at, keyId } = anchor
  return Buffer.from(canonicalJson({ tenantId, sequence, hash, at, keyId }))
}
