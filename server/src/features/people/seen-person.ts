import type { Actor, Place } from '../../kernel/actor.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { authorize, levelAt, maySee } from '../access/authorize.policy.ts'
import { ADMIN_LEVEL, roleOf } from '../access/built-in-roles.ts'
import { whyNotActOn } from '../access/give-role.policy.ts'
import { type Action, mayNot } from '../access/require.ts'
import { EXPLANATIONS, stateLabel } from '../messages/message.ts'
import { ACCOUNT_ACTIONS, type AccountAction, whyNotAct, whyUnfit } from './account-actions.policy.ts'
import { whyNotEditAny } from './edit-person.policy.ts'
import { INVITE_ACTIONS, type InviteAction, whyNotInvite, whyTooSoon } from './invite-actions.policy.ts'
import type { Relationship } from './job-category.ts'
import { isOffered, LEAVING_ACTIONS, type Mover, whyNotMove } from './leaving-actions.policy.ts'
import type { Letter, OpenInvitation, PersonRow, SetUpAccount } from './person-rows.queries.ts'
import { dayOf, sayCalendarDay } from './say-when.ts'
import { STATUS_WORDS, type Status, type Tone } from './status.ts'
import { type InvitationFacts, problemOf, statusLine } from './status-line.ts'

export interface SeenInvitation {
  id: string
  inviter: string | null
  sentAt: string | null
  sendAt: string | null
  expiresAt: string | null
  startedAt: string | null
  stoppedAt: InvitationFacts['stoppedAt']
  delivery: {
    state: Letter['state']
    stateLabel: string
    explanation: string | null
    nextTryAt: string | null
  } | null
}

export interface SeenPerson {
  id: string
  personId: string
  email: string
  givenName: string
  familyName: string
  organisation: { id: string; name: string }
  status: Status
  statusLabel: string
  statusDetail: string | null
  statusTone: Tone
  problem: string | null
  outsideDomains: boolean
  roles: { role: string; label: string; scope: string | null }[]
  grants: number
  units: { id: string; name: string }[]
  jobTitle: string | null
  staffNumber: string | null
  relationship: Relationship
  labels: Record<string, string>
  lastActiveAt: string | null
  isAdmin: boolean
  /** The last day with access, YYYY-MM-DD, and what becomes of them then. */
  plannedEnd: PersonRow['plannedEnd']
  invitation: SeenInvitation | null
  actions: Action[]
}

export const placeOf = ({ organisation }: PersonRow): Place => ({
  organisationId: organisation.id,
  path: organisation.path,
  type: organisation.type,
})

/**
 * A person as the actor sees them, with what the actor may do and why not.
 * @param unitPlaces where the units stand at which they hold roles, by id
 */
export function asSeen(actor: Actor, row: PersonRow, unitPlaces: Map<string, Place>, now: Date): SeenPerson {
  const place = placeOf(row)
  const here = row.holdings.find((holding) => holding.membershipId === row.id)
  const facts = row.invitation && factsOf(row.invitation, row.invitedUntil)
  const problem = problemOf(row.invitation?.letter ?? row.setUp?.letter ?? null)
  return {
    id: row.id,
    personId: row.personId,
    email: row.email,
    givenName: row.givenName,
    familyName: row.familyName,
    organisation: { id: row.organisation.id, name: row.organisation.name },
    status: row.status,
    statusLabel: STATUS_WORDS[row.status].label,
    statusTone: problem ? 'danger' : STATUS_WORDS[row.status].tone,
    statusDetail: withEnd(
      statusLine(
        row.status,
        {
          createdAt: row.createdAt,
          unlocksAt: row.unlocksAt,
          inactive: row.inactive && { ...row.inactive, at: new Date(row.inactive.at) },
          invitation: facts,
          setUp: row.setUp && setUpFacts(row.setUp),
        },
        { now, timeZone: row.organisation.timeZone },
      ),
      row,
      now,
    ),
    problem,
    outsideDomains: row.outsideDomains,
    roles: (here?.assignments ?? [])
      .filter(({ unitId }) => seesUnit(actor, unitId === null ? place : unitPlaces.get(unitId)))
      .map((each) => ({
        role: each.role,
        label: roleOf(each.role).label,
        scope: each.unitName ?? each.unitKind,
      })),
    grants: here?.grants.length ?? 0,
    units: row.units
      .filter((unit) => seesUnit(actor, unit.place))
      .map((unit) => ({ id: unit.id, name: unit.name })),
    jobTitle: row.jobTitle,
    staffNumber: row.staffNumber,
    relationship: row.relationship,
    labels: row.labels,
    lastActiveAt: row.lastActiveAt?.toISOString() ?? null,
    isAdmin: levelAt(row.holdings, place) >= ADMIN_LEVEL,
    plannedEnd: row.plannedEnd,
    invitation: row.invitation && seenInvitation(row.invitation, facts as InvitationFacts),
    actions: actionsOn(actor, row, place),
  }
}

const seesUnit = (actor: Actor, place: Place | undefined) => place !== undefined && maySee(actor, place)

function factsOf(invitation: OpenInvitation, invitedUntil: Date | null): InvitationFacts {
  const moment = (text: string | null) => (text === null ? null : new Date(text))
  const { step, startedAt } = invitation
  return {
    inviter: invitation.inviter,
    sendAt: moment(invitation.sendAt),
    sentAt: moment(invitation.sentAt),
    captured: invitation.captured,
    expiresAt: invitedUntil,
    startedAt: moment(startedAt),
    stoppedAt: startedAt === null ? null : step === null || step === 'start' ? 'name' : step,
    newLinkAskedAt: moment(invitation.newLinkAskedAt),
    needsReapprovalAt: moment(invitation.needsReapprovalAt),
  }
}

const setUpFacts = ({ handedOverAt, until, letter }: SetUpAccount) => ({
  handedOverAt: handedOverAt === null ? null : new Date(handedOverAt),
  until: until === null ? null : new Date(until),
  letter,
})

function seenInvitation({ id, letter }: OpenInvitation, facts: InvitationFacts): SeenInvitation {
  return {
    id,
    inviter: facts.inviter,
    sentAt: facts.sentAt?.toISOString() ?? null,
    sendAt: facts.sendAt?.toISOString() ?? null,
    expiresAt: facts.expiresAt?.toISOString() ?? null,
    startedAt: facts.startedAt?.toISOString() ?? null,
    stoppedAt: facts.stoppedAt,
    delivery: letter && {
      state: letter.state,
      stateLabel: stateLabel(letter.state, letter.captured),
      explanation: letter.explanation ? (EXPLANATIONS[letter.explanation] ?? null) : null,
      nextTryAt: letter.nextTryAt && new Date(letter.nextTryAt).toISOString(),
    },
  }
}

/** The line, and the days on which they leave. A last day of work is said where nothing else says when they go. */
function withEnd(line: string | null, row: PersonRow, now: Date): string | null {
  const { plannedEnd, leavingDate, deletionDate, organisation, inactive } = row
  const clock = { now, timeZone: organisation.timeZone }
  const say = (day: string) => sayCalendarDay(day, clock)
  const ends = [
    ...(line ? [line] : []),
    ...(plannedEnd
      ? [`${plannedEnd.as === 'archived' ? 'Leaves' : 'Paused after'} ${say(plannedEnd.on)}`]
      : []),
    ...(leavingDate && !plannedEnd && inactive?.as !== 'archived'
      ? [`Last day ${leavingDate < dayOf(clock) ? 'was ' : ''}${say(leavingDate)}`]
      : []),
    ...(deletionDate ? [`To be deleted ${say(deletionDate)}`] : []),
  ]
  return ends.length > 0 ? ends.join(' · ') : null
}

export const nameOf = (row: Pick<PersonRow, 'givenName' | 'familyName' | 'email'>) =>
  `${row.givenName} ${row.familyName}`.trim() || row.email

/** A person as the policies of acting on accounts see them. */
export const targetOf = (row: PersonRow) => ({
  accountId: row.personId,
  name: nameOf(row),
  holdings: row.holdings,
  status: row.status,
  unitPlaces: row.units.map((unit) => unit.place),
})

export const moverOf = (row: PersonRow): Mover => ({
  accountId: row.personId,
  name: nameOf(row),
  holdings: row.holdings,
  status: row.status,
  inactiveAs: row.inactive?.as ?? null,
  canMove: row.organisation.path.length > 1,
  endIsPlanned: row.plannedEnd !== null,
})

/** What never makes sense for the status is absent; what lacks a right, or comes too soon, says why. */
function actionsOn(actor: Actor, row: PersonRow, place: Place): Action[] {
  const target = targetOf(row)
  const { name, unitPlaces } = target
  const invite = (Object.keys(INVITE_ACTIONS) as InviteAction[])
    .filter((action) => (INVITE_ACTIONS[action].when as readonly Status[]).includes(row.status))
    .map((action) => {
      const refusal = whyNotInvite(action, actor, target, place)
      const tooSoon =
        action === 'invitation.resend' && row.invitation ? whyTooSoon(row.invitation, name) : null
      return actionOf(action, refusal ?? tooSoon)
    })
  return [
    { action: 'open', allowed: true },
    ...invite,
    actionOf('roles.edit', whyNotEditRoles(actor, target, place, unitPlaces)),
    actionOf('person.edit', whyNotEditAny(actor, target, place)),
    ...(Object.keys(ACCOUNT_ACTIONS) as AccountAction[])
      .filter((action) => whyUnfit(action, target) === null)
      .map((action) => actionOf(action, whyNotAct(action, actor, target, place))),
    ...LEAVING_ACTIONS.filter((action) => isOffered(action, actor, moverOf(row), place)).map((action) =>
      actionOf(action, whyNotMove(action, actor, moverOf(row), place)),
    ),
  ]
}

function whyNotEditRoles(
  actor: Actor,
  target: Parameters<typeof whyNotActOn>[1],
  place: Place,
  unitPlaces: Place[],
): Refusal | null {
  const mayAt = (at: Place) => authorize(actor, 'roles.assign', at) || authorize(actor, 'leaders.assign', at)
  const at = [place, ...unitPlaces].find(mayAt) ?? place
  return mayAt(at) ? whyNotActOn(actor, target, at) : mayNot('roles.assign')
}

function actionOf(action: string, refusal: Refusal | null): Action {
  return { action, allowed: refusal === null, ...(refusal ? { reason: refusal.message } : {}) }
}
