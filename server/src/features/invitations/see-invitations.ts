import type { Actor, Place } from '../../kernel/actor.ts'
import { type Count, exactTotal, type Page, writeCursor } from '../../kernel/paging.ts'
import type { App } from '../../platform/app.ts'
import { inTenant, type Tx } from '../../platform/database/database.ts'
import { authorize, maySee } from '../access/authorize.policy.ts'
import { roleOf } from '../access/built-in-roles.ts'
import { findPlace, findUnitPlaces, listUnitNames } from '../access/places.queries.ts'
import { type Action, inSight, mayNot } from '../access/require.ts'
import { EXPLANATIONS, stateLabel } from '../messages/message.ts'
import { INVITE_ACTIONS, type InviteAction, whyNotInvite } from '../people/invite-actions.policy.ts'
import { asTarget } from './find-for-action.ts'
import { countOpenInvitations, type InvitationRow, listOpenInvitations } from './see-invitations.queries.ts'

export interface SeenInvitation {
  id: string
  personId: string
  email: string
  name: string
  roles: { role: string; label: string; scope: string | null }[]
  units: { id: string; name: string }[]
  inviter: string | null
  batchId: string
  madeAt: string
  sendAt: string | null
  sentAt: string | null
  expiresAt: string | null
  status: InvitationRow['status']
  delivery: {
    state: string
    stateLabel: string
    explanation: string | null
    nextTryAt: string | null
  } | null
  actions: Action[]
}

/** Open invitations, newest first. Who leads a unit sees those of its people. @throws Refusal not_found, forbidden */
export async function seeInvitations(
  app: App,
  actor: Actor,
  organisationId: string,
  page: { limit: number; before: string | null; count: Count; batchId: string | null; q: string },
): Promise<Page<SeenInvitation>> {
  return inTenant(app.database, actor.tenantId, async (tx) => {
    const place = inSight(actor, await findPlace(tx, organisationId))
    const unitIds = authorize(actor, 'users.view', place) ? null : await unitsInView(tx, actor, place)
    const wanted = { organisationId, unitIds, batchId: page.batchId, q: page.q }
    const rows = await listOpenInvitations(tx, wanted, { before: page.before, limit: page.limit + 1 })
    const shown = rows.slice(0, page.limit)
    const units = await findUnitPlaces(tx, [
      ...new Set(
        shown.flatMap((row) => [
          ...row.unitIds,
          ...row.holdings.flatMap((each) => each.assignments.flatMap(({ unitId }) => unitId ?? [])),
        ]),
      ),
    ])
    const last = shown.at(-1)
    return {
      data: shown.map((row) => asSeen(actor, row, place, units)),
      next: rows.length > page.limit && last ? writeCursor([last.id]) : null,
      ...(await exactTotal(page.count, () => countOpenInvitations(tx, wanted))),
    }
  })
}

async function unitsInView(tx: Tx, actor: Actor, place: Place): Promise<string[]> {
  const names = await listUnitNames(tx, place.organisationId)
  const places = await findUnitPlaces(
    tx,
    names.map((unit) => unit.id),
  )
  const seen = [...places].filter(([, at]) => maySee(actor, at) && authorize(actor, 'users.view', at))
  if (seen.length === 0) throw mayNot('users.view')
  return seen.map(([id]) => id)
}

function asSeen(actor: Actor, row: InvitationRow, place: Place, units: Map<string, Place>): SeenInvitation {
  const seesUnit = (id: string | null) => {
    const at = id === null ? place : units.get(id)
    return at !== undefined && maySee(actor, at)
  }
  const here = row.holdings.find((holding) => holding.membershipId === row.membershipId)
  const { delivery } = row
  return {
    id: row.id,
    personId: row.membershipId,
    email: row.email,
    name: row.name,
    roles: (here?.assignments ?? [])
      .filter((each) => seesUnit(each.unitId))
      .map((each) => ({
        role: each.role,
        label: roleOf(each.role).label,
        scope: each.unitName ?? each.unitKind,
      })),
    units: row.units.filter((unit) => seesUnit(unit.id)),
    inviter: row.inviter,
    batchId: row.batchId,
    madeAt: row.madeAt.toISOString(),
    sendAt: row.sendAt?.toISOString() ?? null,
    sentAt: row.sentAt?.toISOString() ?? null,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    status: row.status,
    delivery: delivery && {
      state: delivery.state,
      stateLabel: stateLabel(delivery.state, delivery.captured),
      explanation: delivery.explanation ? (EXPLANATIONS[delivery.explanation] ?? null) : null,
      nextTryAt: delivery.nextTryAt,
    },
    actions: (Object.keys(INVITE_ACTIONS) as InviteAction[])
      .filter((action) => action !== 'invitation.send')
      .map((action) => {
        const refusal = whyNotInvite(action, actor, asTarget(row, units), place)
        return { action, allowed: refusal === null, ...(refusal ? { reason: refusal.message } : {}) }
      }),
  }
}
