import { timingSafeEqual } from 'node:crypto'
import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { ChainedRecord } from './chain.ts'

/** What became of somebody, as far as a restored backup has to know it. */
const BECAME = {
  'person.archived': 'archived',
  'person.paused': 'paused',
  'person.deleted': 'deleted',
  'person.removed': 'deleted',
  'person.reactivated': 'back',
} as const

export type Became = (typeof BECAME)[keyof typeof BECAME]

/** Somebody left, or came back: ids only. */
export interface LeaverLine {
  eventId: string
  membershipId: string
  became: Became
}

const PURPOSE = 'leavers-journal'
const fileOf = (dataDir: string, tenantId: string) => join(dataDir, 'leavers', `${tenantId}.jsonl`)

/**
 * Adds those of these events by which somebody left or came back to the journal of their tenant, signed line by line. It
 * stands outside the database, so that a backup that is restored does not give access back to who has left since.
 */
export async function appendLeavers(
  dataDir: string,
  keys: Keys,
  tenantId: string,
  events: ChainedRecord[],
): Promise<void> {
  const lines = events.flatMap(({ id, event, detail }) => {
    const became = BECAME[event as keyof typeof BECAME]
    const { membershipId } = (detail ?? {}) as { membershipId?: unknown }
    if (!became || typeof membershipId !== 'string') return []
    const line: LeaverLine = { eventId: id, membershipId, became }
    const keyId = keys.newestId
    return [
      `${JSON.stringify({ ...line, keyId, mac: keys.sign(PURPOSE, said(tenantId, line), keyId).toString('base64url') })}\n`,
    ]
  })
  if (lines.length === 0) return
  await mkdir(join(dataDir, 'leavers'), { recursive: true, mode: 0o700 })
  await appendFile(fileOf(dataDir, tenantId), lines.join(''), { mode: 0o600 })
}

/** What became of whom last, in the order of the journal. Lines that we didn't sign, or that a crash cut short, are passed over. */
export async function readLeavers(dataDir: string, keys: Keys, tenantId: string): Promise<LeaverLine[]> {
  const text = await readFile(fileOf(dataDir, tenantId), 'utf8').catch(() => '')
  const last = new Map<string, LeaverLine>()
  for (const line of text.split('\n')) {
    const read = line && genuine(keys, tenantId, line)
    if (!read) continue
    last.delete(read.membershipId)
    last.set(read.membershipId, read)
  }
  return [...last.values()]
}

function genuine(keys: Keys, tenantId: string, text: string): LeaverLine | null {
  try {
    const { keyId, mac, eventId, membershipId, became } = JSON.parse(text) as LeaverLine &
      Record<string, string>
    if (typeof keyId !== 'string' || !keys.ids.includes(keyId)) return null
    const line = { eventId, membershipId, became }
    const ours = keys.sign(PURPOSE, said(tenantId, line), keyId)
    const theirs = Buffer.from(String(mac), 'base64url')
    return ours.length === theirs.length && timingSafeEqual(ours, theirs) ? line : null
  } catch {
    return null
  }
}

const said = (tenantId: string, { eventId, membershipId, became }: LeaverLine) =>
  [tenantId, eventId, membershipId, became].join('|')
