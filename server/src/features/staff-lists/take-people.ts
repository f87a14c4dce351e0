import type { Actor, Place } from '../../kernel/actor.ts'
import { Refusal, wrongFields } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { newReadableCode } from '../../platform/crypto/tokens.ts'
import { countHitWithin, type Limit } from '../../platform/database/counters.ts'
import type { Tx } from '../../platform/database/database.ts'
import { holds } from '../access/authorize.policy.ts'
import { wantFreshProof } from '../access/require.ts'
import { record } from '../audit/record.ts'
import { queueMessages } from '../messages/queue-messages.ts'
import type { Packed } from './downloads.queries.ts'
import { type Exporter, listAdminsAround } from './exports.queries.ts'
import type { TableFormat } from './write-table.ts'

/** So many people may be taken away without saying why. */
export const PEOPLE_WITHOUT_REASON = 50

/** Of one person, over all organisations and both kinds of list. */
const EXPORTS_A_DAY: Limit = { name: 'people-export', hits: 5, windowSeconds: 86_400 }

export interface HowTaken {
  format: TableFormat
  /** Why, in words of whoever takes it. */
  reason?: string | undefined
}

/**
 * Takes people away as a file, whose rows `pack` reads: the actor, who may export them, has proved a moment ago who they
 * are, has not taken as many files today as one may, and says why when there are many people. Limit, record and the
 * notices to the other admins commit together or not at all. The reference stands in the record, in the notices and in
 * the name of the file; inside a workbook too, but not inside a CSV file, where it would be a row when it comes back.
 * An operator is neither limited nor asked why: there is no person under whose key a reason could be kept.
 * @throws Refusal reauth_required, export_limit, reason_required
 */
export async function takePeople(
  app: App,
  tx: Tx,
  actor: Actor,
  place: Place,
  { format, reason }: HowTaken,
  pack: () => Promise<Packed>,
): Promise<{ parts: string[]; reference: string }> {
  wantFreshProof(actor)
  if (actor.kind === 'person') await countExport(tx, `${actor.tenantId} ${actor.accountId}`)
  const { parts, rows } = await pack()
  if (actor.kind === 'person' && rows > PEOPLE_WITHOUT_REASON && !reason) throw reasonRequired()
  const reference = newReadableCode()
  const { organisationId } = place
  const accountId = actor.kind === 'person' ? actor.accountId : undefined
  const [eventId = ''] = await record(app, tx, actor, [
    {
      event: 'people.exported',
      organisationId,
      detail: { people: rows, format, reference },
      ...(accountId && reason ? { subjectId: accountId, subjectDetail: { reason } } : {}),
    },
  ])
  const others = (await listAdminsAround(tx, organisationId, accountId)).filter((admin) =>
    mayExportToo(admin, place),
  )
  const nearest = Math.max(...others.map((admin) => admin.depth))
  await queueMessages(
    tx,
    others
      .filter((admin) => admin.depth === nearest)
      .map((admin) => ({
        kind: 'people_exported',
        organisationId,
        accountId: admin.accountId,
        to: admin.email,
        subjectIds: { eventId },
      })),
  )
  return { parts, reference }
}

/** Others of the same person wait here until this one is done, so that not even those at once are more than the limit. */
async function countExport(tx: Tx, who: string): Promise<void> {
  const { hits, secondsLeft } = await countHitWithin(tx, EXPORTS_A_DAY, who)
  if (hits <= EXPORTS_A_DAY.hits) return
  throw new Refusal(
    'too_many',
    'export_limit',
    `You have exported people ${EXPORTS_A_DAY.hits} times today, so none are left. You can do it again in ${waitOf(secondsLeft)}.`,
    { retryAfterSeconds: secondsLeft },
  )
}

function waitOf(seconds: number): string {
  const hours = Math.ceil(seconds / 3600)
  return hours > 1 ? `${hours} hours` : `${Math.ceil(seconds / 60)} minutes`
}

const reasonRequired = () =>
  wrongFields([
    {
      pointer: '#/reason',
      code: 'reason_required',
      detail: `Say why you are exporting more than ${PEOPLE_WITHOUT_REASON} people.`,
    },
  ])

const mayExportToo = ({ holdings }: Exporter, place: Place) =>
  (['users.export', 'users.view'] as const).every((permission) =>
    holdings.some((holding) => holds(holding, permission, place)),
  )
