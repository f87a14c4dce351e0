import type { Actor, Person } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { inTenant, type Tx } from '../../platform/database/database.ts'
import type { Download } from '../../platform/http/route.ts'
import { authorize } from '../access/authorize.policy.ts'
import { findPlaces } from '../access/places.queries.ts'
import { allowedAt, wantFreshProof } from '../access/require.ts'
import { record } from '../audit/record.ts'
import { findToMove } from '../leaving/find-to-move.ts'
import { whoIsOutOfReach } from '../leaving/may-move.ts'
import type { MailKinds } from '../messages/message.ts'
import { nameOf } from '../people/seen-person.ts'
import { listEveryMembership, waitToExport } from './person-data.queries.ts'
import { readPersonData } from './person-data.ts'

/** Minutes in which what is kept about one person is taken away once, by whomever. */
const MINUTES_BETWEEN = 10

interface Subject {
  accountId: string
  name: string
  /** Where it was asked for; none by oneself. */
  organisationId?: string
}

/**
 * Everything kept about a person as a file to hand to them, and an entry in the record that it was taken. Needs the
 * right to delete people at each of their places, past ones too, for the file tells of all; nobody above the actor; and
 * a fresh proof. To oneself only the proof is asked for.
 * @throws Refusal not_found, forbidden, person_above_yours, reauth_required, data_exported_lately
 */
export async function exportPerson(
  app: App,
  kinds: MailKinds,
  actor: Actor,
  membershipId: string,
): Promise<Download> {
  return inTenant(app.database, actor.tenantId, async (tx) => {
    const { row, place } = await findToMove(tx, actor, membershipId)
    const oneself = actor.kind === 'person' && actor.accountId === row.personId
    if (!oneself) {
      allowedAt(actor, 'users.delete', place)
      await wantRightEverywhere(tx, actor, row.personId)
    }
    const { organisationId } = place
    return fileOf(app, kinds, tx, actor, { accountId: row.personId, name: nameOf(row), organisationId })
  })
}

/** The same about oneself. @throws Refusal reauth_required, data_exported_lately */
export async function exportOneself(app: App, kinds: MailKinds, actor: Person): Promise<Download> {
  const name = `${actor.givenName} ${actor.familyName}`.trim() || actor.email
  return inTenant(app.database, actor.tenantId, (tx) =>
    fileOf(app, kinds, tx, actor, { accountId: actor.accountId, name }),
  )
}

async function wantRightEverywhere(tx: Tx, actor: Actor, accountId: string): Promise<void> {
  const memberships = await listEveryMembership(tx, accountId)
  const places = await findPlaces(
    tx,
    memberships.map((each) => each.organisationId),
  )
  if (![...places.values()].every((place) => authorize(actor, 'users.delete', place)))
    throw new Refusal(
      'forbidden',
      'forbidden',
      'This person is or was a member elsewhere too, where you can’t delete people. Ask an admin above.',
    )
  const [above] = (await whoIsOutOfReach(tx, actor, memberships)).refused.values()
  if (above) throw above
}

async function fileOf(
  app: App,
  kinds: MailKinds,
  tx: Tx,
  actor: Actor,
  { accountId, name, organisationId }: Subject,
): Promise<Download> {
  wantFreshProof(actor)
  const seconds = await waitToExport(tx, accountId, MINUTES_BETWEEN)
  if (seconds > 0) throw exportedLately(seconds)
  const data = await readPersonData(app, kinds, tx, actor.tenantId, { accountId, name })
  await record(app, tx, actor, [
    { event: 'person.data_exported', subjectId: accountId, ...(organisationId ? { organisationId } : {}) },
  ])
  return {
    name: `What is kept about ${name}.json`,
    type: 'application/json; charset=utf-8',
    bytes: Buffer.from(`${JSON.stringify({ 'What is kept about': name, ...data }, null, 2)}\n`),
  }
}

const exportedLately = (seconds: number) =>
  new Refusal(
    'too_many',
    'data_exported_lately',
    `What is kept about this person was downloaded a moment ago. You can do it again in ${
      seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`
    }.`,
    { retryAfterSeconds: seconds },
  )
