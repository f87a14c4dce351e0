import type { Actor, Place } from '../../kernel/actor.ts'
import { type Count, type Page, totalUpTo, writeCursor } from '../../kernel/paging.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { inTenant, type Tx } from '../../platform/database/database.ts'
import { authorize, maySee } from '../access/authorize.policy.ts'
import { findUnitPlaces } from '../access/places.queries.ts'
import { type Action, actionFor, allowedAt } from '../access/require.ts'
import { findLastCheck } from '../audit/check-record.ts'
import {
  type ActivityGround,
  type ActivityRow,
  countActivity,
  findLastSeal,
  listActivity,
  namePeople,
  nameStaffLists,
  nameUnits,
  readActivityGround,
  type WantedActivity,
} from './activity.queries.ts'
import { readPersonal } from './personal.ts'
import { DOORS, type Reader, type SeenActivity, seenActivity } from './seen-activity.ts'
import { eventsOf, GROUPS, type Group } from './tellings.ts'
import { textIn, unitIdsIn } from './told.ts'
import { asSeenCheck, type SeenCheck } from './verify-record.ts'

export interface ActivityWish {
  organisationId: string
  /** Also in the organisations below. */
  below: boolean
  /** Accounts: who did it, and to whom it was done. */
  actorId: string | null
  subjectId: string | null
  /** Words of the name or address of either. */
  q: string
  groups: Group[] | null
  doors: string[] | null
  /** First and last day, YYYY-MM-DD, where the organisation is. */
  from: string | null
  to: string | null
  beforeId: string | null
  limit: number
}

export interface ActivityPage extends Page<SeenActivity> {
  filters: {
    groups: { key: Group; label: string }[]
    doors: { key: string; label: string }[]
    /** The names behind `actor` and `subject`, for saying what is filtered. */
    actor: string | null
    subject: string | null
  }
  record: { sealedThrough: string | null; waiting: boolean; lastCheck: SeenCheck | null }
  actions: Action[]
}

/**
 * What happened in an organisation, newest first, a sentence each: what was done there, and what its members did that
 * happened at no organisation, such as signing in. Who sees a private unit's activity is who sees the unit.
 * @throws Refusal not_found, forbidden, cursor_wrong
 */
export async function seeActivity(
  app: App,
  actor: Actor,
  wish: ActivityWish,
  count: Count,
): Promise<ActivityPage> {
  return inTenant(app.database, actor.tenantId, async (tx) => {
    const ground = await groundFor(tx, actor, wish)
    const rows = await findActivity(tx, actor, ground, wish, wish.limit + 1)
    const shown = rows.slice(0, wish.limit)
    const last = shown.at(-1)
    const reader = await readerOf(app, tx, actor, ground, shown, [wish.actorId, wish.subjectId])
    const { through, waiting } = await findLastSeal(tx)
    const check = await findLastCheck(tx)
    return {
      data: shown.map((row) => seenActivity(row, reader)),
      next: rows.length > wish.limit && last ? writeCursor([last.id]) : null,
      ...(await totalUpTo(count, (most) => countActivity(tx, wantedOf(actor, ground, wish), most))),
      filters: {
        groups: labelled(GROUPS),
        doors: labelled(DOORS),
        actor: nameIfSeen(reader, shown, wish.actorId),
        subject: nameIfSeen(reader, shown, wish.subjectId),
      },
      record: {
        sealedThrough: through?.toISOString() ?? null,
        waiting,
        lastCheck: check ? asSeenCheck(check) : null,
      },
      actions: [actionFor(actor, 'audit.view', ground.place)],
    }
  })
}

const labelled = <Key extends string>(words: Record<Key, string>) =>
  (Object.keys(words) as Key[]).map((key) => ({ key, label: words[key] }))

/** The name behind an id that anybody could have typed: of who is named on the page anyway, or is a member in sight. */
function nameIfSeen(reader: Reader, shown: ActivityRow[], id: string | null): string | null {
  const person = id === null ? undefined : reader.people.get(id)
  const seen =
    person &&
    (person.memberships.length > 0 || shown.some((row) => [row.actorId, row.subjectId].includes(person.id)))
  return seen ? person.name : null
}

/** The place, if its activity is the actor's to see. @throws Refusal not_found, forbidden, cursor_wrong */
export async function groundFor(tx: Tx, actor: Actor, wish: ActivityWish): Promise<ActivityGround> {
  const ground = await readActivityGround(tx, wish)
  allowedAt(actor, 'audit.view', ground?.place)
  if (wish.beforeId && ground?.before === null)
    throw new Refusal(
      'unprocessable',
      'cursor_wrong',
      'This page’s address isn’t whole. Start again from the first page.',
    )
  return ground as ActivityGround
}

/** The rows asked for, of those the actor sees. */
export async function findActivity(
  tx: Tx,
  actor: Actor,
  ground: ActivityGround,
  wish: ActivityWish,
  limit: number,
): Promise<ActivityRow[]> {
  return listActivity(tx, wantedOf(actor, ground, wish), limit)
}

const wantedOf = (actor: Actor, ground: ActivityGround, wish: ActivityWish): WantedActivity => ({
  organisationIds: ground.organisations.map(({ id }) => id),
  elsewhere: ground.isAll,
  events: wish.groups && eventsOf(wish.groups),
  doors: wish.doors,
  actorId: wish.actorId,
  subjectId: wish.subjectId,
  words: ground.folded.split(' ').filter((word) => word !== ''),
  hiddenUnitIds: ground.privateUnits.flatMap((at) => (maySee(actor, at) ? [] : (at.unit?.id ?? []))),
  since: ground.since,
  until: ground.until,
  before: wish.beforeId && ground.before ? { at: ground.before, id: wish.beforeId } : null,
})

/** Everything some rows name, looked up at once and only as far as the actor may know it. */
export async function readerOf(
  app: App,
  tx: Tx,
  actor: Actor,
  ground: ActivityGround,
  rows: ActivityRow[],
  more: (string | null)[] = [],
): Promise<Reader> {
  const accounts = [...new Set([...rows.flatMap((row) => [row.actorId, row.subjectId]), ...more])]
  const unitIds = [...new Set(rows.flatMap(unitIdsIn))]
  const places = new Map(ground.organisations.map((each) => [each.id, placeOf(each)]))
  const people = await namePeople(
    tx,
    accounts.filter((id) => id !== null),
    [...places.keys()],
  )
  const unitPlaces = await findUnitPlaces(tx, unitIds)
  const units = await nameUnits(
    tx,
    [...unitPlaces].filter(([, place]) => maySee(actor, place)).map(([id]) => id),
  )
  const lists = await nameStaffLists(tx, [
    ...new Set(rows.flatMap(({ detail }) => textIn(detail, 'staffListId') ?? [])),
  ])
  const own = actor.kind === 'person' ? actor.accountId : null
  const maySeePeople = (organisationId: string | null) =>
    authorize(actor, 'users.view', places.get(organisationId ?? '') ?? ground.place)
  const maySeeOrigins = (organisationId: string | null) =>
    authorize(actor, 'settings.security', places.get(organisationId ?? '') ?? ground.place)
  return {
    people,
    organisations: new Map(ground.organisations.map(({ id, name }) => [id, name])),
    here: ground.name,
    names: { unit: (id) => units.get(id) ?? null, staffList: (id) => lists.get(id) ?? null },
    mayOpen: (accountId, organisationId) => accountId === own || maySeePeople(organisationId),
    personal: await readPersonal(app, tx, actor.tenantId, rows, {
      subject: (row) => row.subjectId === own || maySeePeople(row.organisationId),
      origin: (row) => row.actorId === own || maySeeOrigins(row.organisationId),
    }),
  }
}

const placeOf = (each: ActivityGround['organisations'][number]): Place => ({
  organisationId: each.id,
  path: each.path,
  type: each.type,
})
