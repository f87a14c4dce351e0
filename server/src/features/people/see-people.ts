import type { Actor, Place } from '../../kernel/actor.ts'
import { type Page, writeCursor } from '../../kernel/paging.ts'
import type { App } from '../../platform/app.ts'
import { inTenant, inTenantOften, type Tx } from '../../platform/database/database.ts'
import { whoMayInvite } from '../access/at-a-unit.policy.ts'
import { authorize, maySee } from '../access/authorize.policy.ts'
import { ROLE_KEYS, roleOf } from '../access/built-in-roles.ts'
import { findUnitPlaces } from '../access/places.queries.ts'
import { type Action, actionFor, inSight, mayNot } from '../access/require.ts'
import { mailSentence } from '../messages/see-messages.ts'
import { type Counts, countEverybody, countInSight } from './count-people.queries.ts'
import { type Cursor, listPeople } from './list-people.queries.ts'
import {
  type Ground,
  listRolesHeld,
  listUnitsInside,
  listUnitsOf,
  readGround,
  type UnitHere,
} from './people-ground.queries.ts'
import { findPersonRows, type PersonRow } from './person-rows.queries.ts'
import { asSeen, type SeenPerson } from './seen-person.ts'
import type { Sort, View } from './sorts-and-views.ts'
import type { Status } from './status.ts'
import { countMatching, type Wanted } from './wanted-people.queries.ts'

export interface PeopleWish {
  organisationId: string
  /** Also those of the organisations below. */
  below: boolean
  statuses: Status[] | null
  roles: string[] | null
  unitIds: string[] | null
  schoolIds: string[] | null
  view: View | null
  q: string
  sort: Sort
  after: Cursor | null
  limit: number
  count: boolean
}

export interface PeoplePage extends Page<SeenPerson> {
  header: { people: number; places: number; registered: number }
  views: {
    everyone: number
    invitations: number
    not_registered: number
    email_problems: number
    admins: number
  }
  filters: {
    roles: { key: string; label: string }[]
    units: { id: string; name: string; kind: string }[]
    schools: { id: string; name: string }[]
  }
  actions: Action[]
  mail: { mode: 'captured' | 'sending'; sentence: string }
}

/**
 * A page of the people of an organisation. The header and the views count everybody there whom the actor sees, whatever
 * the filters. Who may see people at units only sees the members of those units and what is inside them.
 * @throws Refusal not_found, forbidden
 */
export async function seePeople(app: App, actor: Actor, wish: PeopleWish): Promise<PeoplePage> {
  const { database } = app
  // What is asked in the same words each time is asked over prepared statements; what the filters shape is not.
  const { sight, wanted, counts, filters } = await inTenantOften(database, actor.tenantId, async (tx) => {
    const ground = await readGround(tx, wish)
    inSight(actor, ground?.place)
    const sight = await sightAt(tx, actor, ground as Ground, wish)
    return {
      sight,
      wanted: await wantedOf(tx, sight, wish),
      counts: sight.units ? null : await countEverybody(tx, sight.everybody),
      filters: await filtersOf(tx, actor, sight, wish),
    }
  })
  const { found, counted, total } = await inTenant(database, actor.tenantId, async (tx) => {
    const counted = counts ?? (await countInSight(tx, sight.everybody))
    const page = await listPeople(tx, wanted, { ...wish, limit: wish.limit + 1 })
    return {
      counted,
      found: page.rows,
      total: wish.count ? (page.found ?? (await totalOf(tx, wanted, wish, counted))) : undefined,
    }
  })
  const shown = found.slice(0, wish.limit)
  const last = shown.at(-1)
  const { rows, units } = await inTenantOften(database, actor.tenantId, async (tx) => {
    const rows = await findPersonRows(
      tx,
      shown.map((each) => each.id),
    )
    return { rows, units: await unitsOfRoles(tx, rows) }
  })
  const { place, now } = sight.ground
  return {
    data: rows.map((row) => asSeen(actor, row, units, now)),
    next: found.length > wish.limit && last ? writeCursor(last.cursor) : null,
    ...(total === undefined ? {} : { total }),
    header: { people: counted.people, places: counted.places, registered: counted.registered },
    views: {
      everyone: counted.places,
      invitations: counted.invitations,
      not_registered: counted.notRegistered,
      email_problems: counted.emailProblems,
      admins: counted.admins,
    },
    filters,
    actions: [whoMayInvite(actor, place), actionFor(actor, 'invitations.resend_all', place)],
    mail: mailSentence(app),
  }
}

/** What of the ground an actor sees: everybody, or the members of some units. */
interface Sighted {
  ground: Ground
  /** The units through which they see people; null when they see everybody. */
  units: UnitHere[] | null
  everybody: Wanted
}

async function sightAt(tx: Tx, actor: Actor, whole: Ground, wish: PeopleWish): Promise<Sighted> {
  const { place } = whole
  const seesAll = authorize(actor, 'users.view', place)
  const ground = seesAll
    ? whole
    : { ...whole, organisations: whole.organisations.filter(({ id }) => id === place.organisationId) }
  const units = seesAll
    ? null
    : (await listUnitsOf(tx, [place.organisationId])).filter((unit) =>
        authorize(actor, 'users.view', unit.place),
      )
  if (units?.length === 0) throw mayNot('users.view')
  return {
    ground,
    units,
    everybody: {
      organisationIds:
        seesAll && wish.below && ground.isRoot ? null : ground.organisations.map(({ id }) => id),
      sightUnitIds: units === null ? null : units.map((unit) => unit.id),
      statuses: null,
      roles: null,
      unitIds: null,
      hiddenUnitIds: ground.privateUnits.flatMap((at) => (maySee(actor, at) ? [] : (at.unit?.id ?? []))),
      view: null,
      words: [],
      lockedIds: ground.lockedIds,
    },
  }
}

/** Schools and units that are not there, or not seen, hold nobody. */
async function wantedOf(tx: Tx, { ground, everybody }: Sighted, wish: PeopleWish): Promise<Wanted> {
  const { schoolIds, unitIds } = wish
  const hidden = new Set(everybody.hiddenUnitIds)
  return {
    ...everybody,
    organisationIds: schoolIds
      ? ground.organisations.flatMap(({ id }) => (schoolIds.includes(id) ? [id] : []))
      : everybody.organisationIds,
    statuses: wish.statuses,
    roles: wish.roles,
    unitIds:
      unitIds &&
      (
        await listUnitsInside(
          tx,
          unitIds.filter((id) => !hidden.has(id)),
        )
      ).filter((id) => !hidden.has(id)),
    view: wish.view,
    words: ground.words,
  }
}

/** What the kept counts tell needs no counting. */
async function totalOf(tx: Tx, wanted: Wanted, wish: PeopleWish, counts: Counts): Promise<number> {
  const { statuses, view } = wish
  const byLabelOnly = !wish.roles && !wish.unitIds && !wish.schoolIds && !view && wanted.words.length === 0
  if (byLabelOnly)
    return statuses
      ? [...new Set(statuses)].reduce((sum, status) => sum + counts.byStatus[status], 0)
      : counts.places
  return (await countMatching(tx, wanted, {})).all
}

/** Where the units stand at which these people hold roles: a role at a private unit is seen by who sees the unit. */
export async function unitsOfRoles(tx: Tx, rows: PersonRow[]): Promise<Map<string, Place>> {
  const known = new Map(rows.flatMap((row) => row.units.map((unit) => [unit.id, unit.place] as const)))
  const held = rows.flatMap((row) =>
    row.holdings.flatMap((each) => each.assignments.flatMap(({ unitId }) => unitId ?? [])),
  )
  const more = await findUnitPlaces(tx, [...new Set(held.filter((id) => !known.has(id)))])
  return new Map([...known, ...more])
}

/** What there is to filter by. At a trust the units are those of the schools chosen, else its own. */
async function filtersOf(
  tx: Tx,
  actor: Actor,
  { ground, units }: Sighted,
  wish: PeopleWish,
): Promise<PeoplePage['filters']> {
  const chosen = ground.organisations.filter(({ id }) => wish.schoolIds?.includes(id)).map(({ id }) => id)
  const within = chosen.length > 0 ? chosen : [wish.organisationId]
  const seen = units ?? (await listUnitsOf(tx, within)).filter((unit) => maySee(actor, unit.place))
  const held = await listRolesHeld(tx, wish.below ? null : wish.organisationId)
  return {
    roles: ROLE_KEYS.filter((key) => held.includes(key)).map((key) => ({ key, label: roleOf(key).label })),
    units: seen.map(({ id, name, kind }) => ({ id, name, kind })),
    schools: wish.below ? ground.organisations.filter(({ id }) => id !== wish.organisationId) : [],
  }
}
