import { csvOf } from '@lanyard/reader/write-csv.ts'
import type { Actor } from '../../kernel/actor.ts'
import { escapeUnseen } from '../../kernel/json-line.ts'
import { cleanLine } from '../../kernel/plain-words.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { inTenant } from '../../platform/database/database.ts'
import type { Download } from '../../platform/http/route.ts'
import { wantFreshProof } from '../access/require.ts'
import { record } from '../audit/record.ts'
import { type ActivityWish, findActivity, groundFor, readerOf } from './see-activity.ts'
import { type SeenActivity, seenActivity } from './seen-activity.ts'

/** Most entries in one file: beyond it, days or a filter have to be chosen. */
const ENTRIES_MAX = 50_000

const HEADINGS = [
  'When',
  'What happened',
  'Who did it',
  'About whom',
  'Kind',
  'Where',
  'Way in',
  'Before and after',
  'More',
  'Address',
  'Browser',
  'Request',
  'Entry',
]

/**
 * Everything the wish asks for as a file, newest first: a table, or an entry to a line as the list has it, and an entry in the record that it was taken. What the actor
 * may not see is not in it either.
 * @throws Refusal not_found, forbidden, reauth_required, too_many_entries
 */
export async function exportActivity(
  app: App,
  actor: Actor,
  wish: Omit<ActivityWish, 'limit' | 'beforeId'>,
  format: 'csv' | 'jsonl',
): Promise<Download> {
  return inTenant(app.database, actor.tenantId, async (tx) => {
    const whole: ActivityWish = { ...wish, beforeId: null, limit: ENTRIES_MAX }
    const ground = await groundFor(tx, actor, whole)
    wantFreshProof(actor)
    const rows = await findActivity(tx, actor, ground, whole, ENTRIES_MAX + 1)
    if (rows.length > ENTRIES_MAX)
      throw new Refusal(
        'unprocessable',
        'too_many_entries',
        'That is more than 50,000 entries. Choose days or a kind, and export it in parts.',
      )
    const reader = await readerOf(app, tx, actor, ground, rows)
    await record(app, tx, actor, [
      {
        event: 'activity.exported',
        organisationId: wish.organisationId,
        detail: { entries: rows.length, format, asked: askedFor(wish) },
      },
    ])
    const entries = rows.map((row) => seenActivity(row, reader))
    if (format === 'jsonl')
      return {
        name: `Activity ${ground.name}.jsonl`,
        type: 'application/jsonl; charset=utf-8',
        bytes: Buffer.from(entries.map((entry) => `${escapeUnseen(JSON.stringify(entry))}\n`).join('')),
      }
    return {
      name: `Activity ${ground.name}.csv`,
      type: 'text/csv; charset=utf-8',
      bytes: Buffer.from(csvOf([HEADINGS, ...entries.map(lineOf)])),
    }
  })
}

/** What narrowed the file, as the record keeps it: without the words searched for, which may name somebody. */
const askedFor = ({
  groups,
  doors,
  from,
  to,
  actorId,
  subjectId,
  below,
}: Omit<ActivityWish, 'limit' | 'beforeId'>) => ({
  groups,
  doors,
  from,
  to,
  actorId,
  subjectId,
  below,
})

function lineOf(seen: SeenActivity): string[] {
  return [
    seen.at,
    seen.sentence,
    seen.actor.name,
    seen.subject?.name ?? '',
    seen.groupLabel,
    seen.organisation?.name ?? '',
    seen.doorLabel,
    seen.changes.map(({ label, before, after }) => `${label}: ${before ?? '–'} → ${after ?? '–'}`).join('; '),
    seen.facts.map(({ label, value }) => `${label}: ${value}`).join('; '),
    seen.origin?.address ?? '',
    seen.origin?.userAgent ?? '',
    seen.requestId ?? '',
    seen.id,
  ].map(cleanLine)
}
