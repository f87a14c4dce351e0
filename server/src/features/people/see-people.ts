import type { Actor, Place } from '../../kernel/actor.ts'
import { type Count, exactTotal, type Page, writeCursor } from '../../kernel/paging.ts'
import type { App } from '../../platform/app.ts'
import { inTenant, inTenantOften, type Tx } from '../../platform/database/database.ts'
import { whoMayInvite } from '../access/at-a-unit.policy.ts'
import { ROLE_KEYS, roleOf } from '../access/built-in-roles.ts'
import { findUnitPlaces } from '../access/places.queries.ts'
import { type Action, actionFor } from '../access/require.ts'
import { mailSentence } from '../messages/see-messages.ts'
import { type Counts, countEverybody, countInSight } from './count-people.queries.ts'
import { findFullList, listMissing } from './leavers.queries.ts'
import { type Cursor, listPeople } from './list-people.queries.ts'
import { type Addresses, type Elsewhere, lookElsewhere, lookForAddresses } from './look-elsewhere.ts'
import { type PeopleFilter, type Sighted, wantedBy } from './people-filter.ts'
import { listRolesHeld } from './people-ground.queries.ts'
import { findPersonRows, type PersonRow } from './person-rows.queries.ts'
import { findRowFacts } from './row-facts.queries.ts'
import { factsSeen, type RowFacts } from './row-facts.ts'
import { unitsOffered } from './see-options.ts'
import { asSeen, type SeenPerson } from './seen-person.ts'
import type { Sort } from './sorts-and-views.ts'
import { countMatching, type Wanted } from './wanted-people.queries.ts'

export interface PageWish {
  sort: Sort
  after: Cursor | null
  limit: number
  count: Count
  /** Whether to say also what some columns show. */
  facts: boolean
}

export interface PeoplePage extends Page<SeenPerson & { facts?: RowFacts }> {
  header: { people: number; places: number; registered: number }
  views: {
    everyone: number
    invitations: number
    not_registered: number
    email_problems: number
    admins: number
    archived: number
  }
  filters: {
    roles: { key: string; label: string }[]
    units: { id: string; name: string; kind: string }[]
    schools: { id: string; name: string }[]
  }
  /** Of leavers: the last list of everyone, which says who may have left. */
  fullList?: { at: string | null; old: boolean }
  addresses?: Addresses
  elsewhere?: Elsewhere
  actions: Action[]
  mail: { mode: 'captured' | 'sending'; sentence: string }
}

/**
 * A page of the people of an organisation. The header and the views count everybody there whom the actor sees, whatever
 * the filters. Who may see people at units only sees the members of those units and what is inside them.
 * @throws Refusal not_found, forbidden
 */
export async function seePeople(
  app: App,
  actor: Actor,
  organisationId: string,
  filter: PeopleFilter,
  wish: PageWish,
): Promise<PeoplePage> {
  const { database } = app
  // What is asked in the same words each time is asked over prepared statements; what the filters shape is not.
  const { sight, counts, filters } = await inTenantOften(database, actor.tenantId, async (tx) => {
    const sight = await wantedBy(tx, actor, organisationId, filter)
    return {
      sight,
      counts: sight.units ? null : await countEverybody(tx, sight.everybody),
      filters: await filtersOf(tx, actor, sight, filter),
    }
  })
  const { wanted } = sight
  const { found, counted, total, addresses, elsewhere } = await inTenant(
    database,
    actor.tenantId,
    async (tx) => {
      const counted = counts ?? (await countInSight(tx, sight.everybody))
      const page = await listPeople(tx, wanted, {
        ...wish,
        limit: wish.limit + 1,
        count: wish.count !== 'none',
      })
      const isNobody = page.rows.length === 0 && !wish.after && !wanted.archived
      return {
        counted,
        found: page.rows,
        addresses: await lookForAddresses(tx, sight, filter),
        elsewhere: isNobody ? await lookElsewhere(tx, actor, sight) : undefined,
        total: await exactTotal(
          wish.count,
          async () => page.found ?? (await totalOf(tx, wanted, filter, counted)),
        ),
      }
    },
  )
  const shown = found.slice(0, wish.limit)
  const last = shown.at(-1)
  const { rows, units, facts, leavers } = await inTenantOften(database, actor.tenantId, async (tx) => {
    const rows = await findPersonRows(
      tx,
      shown.map((each) => each.id),
    )
    const leavers = filter.view === 'leavers' ? await leaversOf(tx, sight, rows) : undefined
    const facts = wish.facts
      ? await findRowFacts(
          tx,
          rows.map((row) => row.id),
        )
      : undefined
    return { rows, units: await unitsOfRoles(tx, rows), facts, leavers }
  })
  const { place, now } = sight.ground
  return {
    data: rows.map((row) => {
      const more = facts?.get(row.id)
      const seen = asSeen(actor, row, units, now)
      return {
        ...seen,
        ...(leavers?.missing.has(row.id) ? { statusDetail: notListed(seen.statusDetail) } : {}),
        ...(more ? { facts: factsSeen(more, now) } : {}),
      }
    }),
    next: found.length > wish.limit && last ? writeCursor(last.cursor) : null,
    ...total,
    header: { people: counted.people, places: counted.places, registered: counted.registered },
    views: {
      everyone: counted.places,
      invitations: counted.invitations,
      not_registered: counted.notRegistered,
      email_problems: counted.emailProblems,
      admins: counted.admins,
      archived: counted.archived,
    },
    filters,
    ...(leavers ? { fullList: leavers.fullList } : {}),
    ...(addresses ? { addresses } : {}),
    ...(elsewhere ? { elsewhere } : {}),
    actions: [
      whoMayInvite(actor, place),
      actionFor(actor, 'invitations.resend_all', place),
      actionFor(actor, 'users.export', place),
    ],
    mail: mailSentence(app),
  }
}

/** What lists of everyone say of who may have left: why somebody is among them is told row by row. */
async function leaversOf(tx: Tx, { wanted }: Sighted, rows: PersonRow[]) {
  const { at, old } = await findFullList(tx, wanted.organisationIds)
  const missing = await listMissing(
    tx,
    rows.map((row) => row.id),
  )
  return { fullList: { at: at?.toISOString() ?? null, old }, missing }
}

const notListed = (detail: string | null) =>
  [...(detail ? [detail] : []), 'Not on the last full list'].join(' · ')

/** What the kept counts tell needs no counting. */
async function totalOf(tx: Tx, wanted: Wanted, filter: PeopleFilter, counts: Counts): Promise<number> {
  const { include: _, status, q: __, ...more } = filter
  const byLabelOnly = wanted.words.length === 0 && Object.values(more).every((each) => each === undefined)
  if (!byLabelOnly) return (await countMatching(tx, wanted, {})).all
  return status ? [...new Set(status)].reduce((sum, each) => sum + counts.byStatus[each], 0) : counts.places
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

/** What there is to filter by. */
async function filtersOf(
  tx: Tx,
  actor: Actor,
  sighted: Sighted,
  filter: PeopleFilter,
): Promise<PeoplePage['filters']> {
  const { ground } = sighted
  const here = ground.place.organisationId
  const below = filter.include === 'below'
  const seen = await unitsOffered(tx, actor, sighted, filter)
  const held = await listRolesHeld(tx, below ? null : here)
  return {
    roles: ROLE_KEYS.filter((key) => held.includes(key)).map((key) => ({ key, label: roleOf(key).label })),
    units: seen.map(({ id, name, kind }) => ({ id, name, kind })),
    schools: below ? ground.organisations.filter(({ id }) => id !== here) : [],
  }
}
