import type { Actor, Place } from '../../kernel/actor.ts'
import { type Page, writeCursor } from '../../kernel/paging.ts'
import { notFound } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { inTenant, type Tx } from '../../platform/database/database.ts'
import { authorize, levelAt, maySee } from '../access/authorize.policy.ts'
import { ADMIN_LEVEL, roleOf } from '../access/built-in-roles.ts'
import { whyNotActOn } from '../access/give-role.policy.ts'
import { findPlace, findUnitPlaces } from '../access/places.queries.ts'
import { type Action, allowedAt, mayNot } from '../access/require.ts'
import { type TimelineEntry, timelineOf } from '../audit/timeline.ts'
import { countPeople, findPerson, listPeople, type PeopleWanted, type PersonRow } from './people.queries.ts'
import { STATUS_WORDS, type Status, statusDetail, type Tone } from './status.ts'

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
  roles: { role: string; label: string; scope: string | null }[]
  grants: number
  jobTitle: string | null
  lastActiveAt: string | null
  isAdmin: boolean
  actions: Action[]
}

export interface PeoplePage extends Page<SeenPerson> {
  header: { people: number; places: number; registered: number }
}

/**
 * The people of an organisation, most urgent first or by name. The header counts people and places apart, whatever
 * the filter.
 * @throws Refusal not_found, forbidden
 */
export async function seePeople(
  app: App,
  actor: Actor,
  wanted: PeopleWanted & { count: boolean },
): Promise<PeoplePage> {
  return inTenant(app.database, actor.tenantId, async (tx) => {
    allowedAt(actor, 'users.view', await findPlace(tx, wanted.organisationId))
    const rows = await listPeople(tx, { ...wanted, limit: wanted.limit + 1 })
    const shown = rows.slice(0, wanted.limit)
    const last = shown.at(-1)
    const units = await unitsOf(tx, shown)
    const header = await countPeople(tx, { ...wanted, status: null })
    const total = wanted.count ? (wanted.status ? await countPeople(tx, wanted) : header).places : undefined
    return {
      data: shown.map((row) => asSeen(actor, row, units)),
      next: rows.length > wanted.limit && last ? writeCursor(last.cursor) : null,
      ...(total === undefined ? {} : { total }),
      header,
    }
  })
}

export interface PersonSheet extends SeenPerson {
  accountCreatedAt: string
  emailProvedAt: string | null
  timeline: TimelineEntry[]
}

/** One person with what happened to them here. Oneself is always seen. @throws Refusal not_found, forbidden */
export async function seePerson(app: App, actor: Actor, membershipId: string): Promise<PersonSheet> {
  return inTenant(app.database, actor.tenantId, async (tx) => {
    const row = await findPerson(tx, membershipId)
    if (!row) throw notFound()
    const oneself = actor.kind === 'person' && actor.accountId === row.personId
    if (!oneself) allowedAt(actor, 'users.view', placeOf(row))
    return {
      ...asSeen(actor, row, await unitsOf(tx, [row])),
      accountCreatedAt: row.accountCreatedAt.toISOString(),
      emailProvedAt: row.emailProvedAt?.toISOString() ?? null,
      timeline: await timelineOf(tx, row.personId, row.organisation.id),
    }
  })
}

const placeOf = (row: PersonRow): Place => ({
  organisationId: row.organisation.id,
  path: row.organisation.path,
})

/** Where the units stand at which these people hold roles: a role at a private unit is seen by who sees the unit. */
const unitsOf = (tx: Tx, rows: PersonRow[]): Promise<Map<string, Place>> =>
  findUnitPlaces(
    tx,
    rows.flatMap((row) =>
      row.holdings.flatMap((each) => each.assignments.flatMap(({ unitId }) => unitId ?? [])),
    ),
  )

function asSeen(actor: Actor, row: PersonRow, units: Map<string, Place>): SeenPerson {
  const place = placeOf(row)
  const here = row.holdings.find((holding) => holding.membershipId === row.id)
  const assignments = (here?.assignments ?? []).filter(({ unitId }) => {
    const unit = unitId === null ? place : units.get(unitId)
    return unit !== undefined && maySee(actor, unit)
  })
  return {
    id: row.id,
    personId: row.personId,
    email: row.email,
    givenName: row.givenName,
    familyName: row.familyName,
    organisation: { id: row.organisation.id, name: row.organisation.name },
    status: row.status,
    statusLabel: STATUS_WORDS[row.status].label,
    statusTone: STATUS_WORDS[row.status].tone,
    statusDetail: statusDetail(row.status, { unlocksAt: row.unlocksAt, timeZone: row.organisation.timeZone }),
    roles: assignments.map((each) => ({
      role: each.role,
      label: roleOf(each.role).label,
      scope: each.unitName ?? each.unitKind,
    })),
    grants: here?.grants.length ?? 0,
    jobTitle: row.jobTitle,
    lastActiveAt: row.lastActiveAt?.toISOString() ?? null,
    isAdmin: levelAt(row.holdings, place) >= ADMIN_LEVEL,
    actions: [{ action: 'open', allowed: true }, editRoles(actor, row, place)],
  }
}

function editRoles(actor: Actor, row: PersonRow, place: Place): Action {
  const name = `${row.givenName} ${row.familyName}`
  const refusal = whyNotActOn(actor, { accountId: row.personId, name, holdings: row.holdings }, place)
  const reason =
    refusal?.message ??
    (authorize(actor, 'roles.assign', place) || authorize(actor, 'leaders.assign', place)
      ? null
      : mayNot('roles.assign').message)
  return { action: 'roles.edit', allowed: reason === null, ...(reason ? { reason } : {}) }
}
