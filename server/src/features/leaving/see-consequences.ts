import type { Actor, Place } from '../../kernel/actor.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { sayDay } from '../../kernel/say-day.ts'
import type { App } from '../../platform/app.ts'
import { inTenant, type Tx } from '../../platform/database/database.ts'
import { authorize, maySee } from '../access/authorize.policy.ts'
import { whoMustStay } from '../access/keep-admins.ts'
import { mayNot } from '../access/require.ts'
import { type LeavingAction, refuse, rightFor, whyNotMove } from '../people/leaving-actions.policy.ts'
import { moverOf, nameOf } from '../people/seen-person.ts'
import { listOthers, type MemberFacts, readMemberFacts } from './consequences.queries.ts'
import { type Found, findToMove } from './find-to-move.ts'
import { type HandOver, seeUnitsLeft } from './hand-over.ts'
import { whoIsOutOfReach } from './may-move.ts'
import { wantDayToCome } from './plan-ends.ts'
import { type Consequences, sayConsequences } from './say-consequences.ts'

export interface SeenConsequences extends Consequences {
  action: LeavingAction
  /** Why it can't be done, in words; empty when it can. */
  blocks: { code: string; sentence: string }[]
  /** Of pausing and archiving: what could be handed over along with it; null where there is nothing. */
  handOver: HandOver | null
  /** Day to offer as the last day of work: the one known if it has come, else today there. */
  leavingDate: string
  /** The day it is there: no last day of work comes after it, and no last day with access before it. */
  today: string
  /** Their name as it is shown, to be typed before they are deleted. */
  name: string
  /** Of a move: where they could go. */
  destinations: { id: string; name: string }[]
}

/**
 * What an action would change for a person, what would stay and what somebody else has to take over, before anything is
 * done; where something stands in the way, that instead.
 * @param on the last day with access; left out, it ends now
 * @throws Refusal not_found, forbidden, end_past
 */
export async function seeConsequences(
  app: App,
  actor: Actor,
  membershipId: string,
  action: LeavingAction,
  on?: string,
): Promise<SeenConsequences> {
  return inTenant(app.database, actor.tenantId, async (tx) => {
    const found = await findToMove(tx, actor, membershipId)
    const { row, seen: person, place, today } = found
    if (!authorize(actor, rightFor(action), place)) throw mayNot(rightFor(action))
    if (on) wantDayToCome(on, today)
    const facts = await readMemberFacts(tx, membershipId)
    const { refusal, onlyAdmin } = await whatStandsInTheWay(tx, actor, action, found, facts)
    const elsewhere = row.holdings
      .filter((each) => each.membershipId !== membershipId && each.state === 'active')
      .map(({ organisation: { id, name, path, type } }) =>
        maySee(actor, { organisationId: id, path, type }) ? name : null,
      )
    const { units, handOver } = await seeUnitsLeft(tx, actor, [membershipId])
    const said = sayConsequences(action, {
      ...facts,
      person,
      elsewhere,
      onlyAdmin,
      until: on ? sayDay(on) : null,
      ledAlone: units.map((unit) => unit.name),
    })
    const { leavingDate } = facts
    return {
      action,
      ...(refusal ? { changes: [], keeps: [], handsOver: [] } : said),
      handOver: !refusal && takesSuccessor(action) ? handOver : null,
      blocks: refusal ? [{ code: refusal.code, sentence: refusal.message }] : [],
      leavingDate: leavingDate && leavingDate <= today ? leavingDate : today,
      today,
      name: nameOf(row),
      destinations: action === 'person.move' && !refusal ? await whereTo(tx, actor, place) : [],
    }
  })
}

const takesSuccessor = (action: LeavingAction) => action === 'person.pause' || action === 'person.archive'

/** Also what only a look at the others can say: that the last admin would go, which some may decide and others not. */
async function whatStandsInTheWay(
  tx: Tx,
  actor: Actor,
  action: LeavingAction,
  { row, place }: Found,
  facts: MemberFacts,
): Promise<{ refusal: Refusal | null; onlyAdmin: boolean }> {
  const refusal = whyNotMove(action, actor, moverOf(row), place)
  if (refusal) return { refusal, onlyAdmin: false }
  const member = { membershipId: row.id, accountId: row.personId, organisationId: row.organisation.id }
  const { refused, admins } = await whoIsOutOfReach(tx, actor, [member], action)
  const outOfReach = refused.get(row.id) ?? null
  if (outOfReach || action === 'person.reactivate' || action === 'person.stay')
    return { refusal: outOfReach, onlyAdmin: false }
  const mustStay = (await whoMustStay(tx, actor, admins)).get(row.id)
  if (mustStay) return { refusal: mustStay, onlyAdmin: false }
  if (action === 'person.delete' && facts.stillListed)
    return { refusal: refuse.stillListed(nameOf(row)), onlyAdmin: false }
  const nobody: Actor = { kind: 'system', tenantId: actor.tenantId, request: actor.request }
  return { refusal: null, onlyAdmin: (await whoMustStay(tx, nobody, admins)).has(row.id) }
}

/** Where the actor may create people, so that somebody can be moved there. */
async function whereTo(tx: Tx, actor: Actor, from: Place): Promise<{ id: string; name: string }[]> {
  const others = await listOthers(tx, from.organisationId)
  return others
    .filter(({ id, path, type }) => {
      const place = { organisationId: id, path, type }
      return maySee(actor, place) && authorize(actor, 'users.create', place)
    })
    .map(({ id, name }) => ({ id, name }))
}
