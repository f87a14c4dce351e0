import type { Actor, Place } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/database/database.ts'
import { authorize, levelAt, maySee } from '../access/authorize.policy.ts'
import { ADMIN_LEVEL, ROLE_KEYS, roleOf } from '../access/built-in-roles.ts'
import { isRoleMailbox } from '../invitations/role-mailboxes.ts'
import { findToday } from '../organisations/organisations.queries.ts'
import { likeNames } from './alike.ts'
import { layOutChanges } from './plan-changes.queries.ts'
import { countHere, countRows, findFacts } from './plan-counts.queries.ts'
import { listNamedElsewhere, markOtherNames } from './plan-elsewhere.queries.ts'
import {
  countSchoolValues,
  layOutPeople,
  layOutPlaces,
  layOutRows,
  listOrganisationsHere,
  type OrganisationHere,
} from './plan-ground.queries.ts'
import { decideMatches, findHits, listOtherNames, markRepeats } from './plan-match.queries.ts'
import { layOutNamed } from './plan-named.queries.ts'
import { layOutLeavers, layOutOutcomes } from './plan-outcome.queries.ts'
import {
  layOutUnmatched,
  listNearNames,
  suggestLikeNames,
  suggestNewNames,
  suggestSameNames,
} from './plan-suggest.queries.ts'
import { countRoleValues, countUnitValues, layOutValues, listUnitsHere } from './plan-values.queries.ts'
import { beginPlan, keepPlanned, writePlan } from './plan-write.queries.ts'
import { findReach, placeOf } from './reach.ts'
import { readRoles } from './read-roles.ts'
import { NO_SCHOOL, readSchools } from './read-schools.ts'
import { readUnits } from './read-units.ts'
import { couldBeOne, isOneName } from './same-person.ts'
import type { Meaning, PlanCounts, StaffListRow } from './staff-list.ts'
import { savePlanned } from './staff-lists.queries.ts'
import type { RowsAt } from './stage.queries.ts'

export interface Planned {
  counts: PlanCounts
  /** Rows of which something else would become than the stored plan said: 0 when nothing has changed since it was made. */
  differ: number
}

/**
 * Makes the plan of a list anew from its rows, what people decided about them, and what is here now: outcome, rule,
 * membership_id, account_id, organisation_id, role, unit_ids, new_units, changes, problems, warnings, candidates and
 * leaver of every row, those who are not on the list included (places behind the last row), and the list's counts,
 * meanings and planned_at. Writes only what differs. Decisions and edits stay. The caller holds the list's row, and,
 * when it is about to apply, whatever else it decides on.
 *
 * What applying does follows from a row alone:
 * - `add`: account_id is set for somebody known elsewhere in the tenant (their names stay); else it is a new account.
 *   role, unit_ids (there already) and new_units (to be made, kind department) are what they get. Values are `effective`.
 * - `update` and `reactivate`: membership_id; of `changes` those with `taken`. A change of `unit` has `add` and `remove`
 *   (unit ids) and `new` (names).
 * - `not_on_list`: archived when `isTicked`.
 * - `skipped`, `error`, `conflict`: nothing. `unchanged`: nothing but the record of what the list said.
 * @param actor for whom: what they may not do is not taken, or is an error of its row. The importer while it is a
 *   draft; whoever applies when it is applied.
 * @param at staged: the rows were read a moment ago, and are kept together with their plan
 */
export async function planList(
  tx: Tx,
  list: StaffListRow,
  actor: Actor,
  at: RowsAt = 'kept',
): Promise<Planned> {
  const seen = await beginPlan(tx)
  const here = await listOrganisationsHere(tx)
  const ground = await layOutGround(tx, list, actor, here, at)
  const sight = here.filter((each) => authorize(actor, 'users.view', placeOf(each))).map((each) => each.id)
  await match(tx, list, sight)
  const read = await readValues(tx, list, actor, ground.covered)
  const meanings = [...ground.meanings, ...read.meanings]
  const reach = await findReach(tx, actor, here)
  const { own } = reach
  await layOutChanges(tx, reach, list.choices.keep ?? [], read.hidden)
  await layOutOutcomes(tx, { accountId: own })
  const covered = ground.covered.map((each) => each.id)
  await layOutNamed(tx)
  await layOutLeavers(tx, list.everyone, { accountId: own }, covered)
  const differ = at === 'staged' ? await keepPlanned(tx, list.id) : await writePlan(tx, list.id)
  const counts: PlanCounts = {
    ...(await countRows(tx, list.id)),
    ...(await countHere(tx, covered)),
    facts: { ...(await findFacts(tx)), schoolColumnUnused: ground.schoolColumnUnused },
  }
  await savePlanned(tx, list.id, counts, meanings, seen)
  return { counts, differ }
}

interface Laid {
  /** Organisations that the rows are about. */
  covered: OrganisationHere[]
  meanings: Meaning[]
  schoolColumnUnused: boolean
}

/** Lays out rows, places and people, each row where it belongs. */
async function layOutGround(
  tx: Tx,
  list: StaffListRow,
  actor: Actor,
  here: OrganisationHere[],
  at: RowsAt,
): Promise<Laid> {
  const own = here.find((each) => each.id === list.organisationId) as OrganisationHere
  const below = here.filter((each) => each.path.includes(own.id) && each.id !== own.id)
  const among = below.length > 0 ? ('schools' as const) : ('one school' as const)
  const inSight = [own, ...below].filter(
    (each) => maySee(actor, placeOf(each)) && authorize(actor, 'staff_list.upload', placeOf(each)),
  )
  const values = await countSchoolValues(tx, list.id, at)
  const { schools, meanings } = readSchools(
    values,
    among === 'schools' ? inSight : [own],
    among,
    list.choices.values ?? [],
  )
  const used = values.length > 0 && schools !== null
  const today = await findToday(tx, list.organisationId)
  await layOutRows(tx, list, today, used ? schools : null, among === 'schools' ? NO_SCHOOL : null, at)
  const named = new Set(schools?.flatMap((each) => each.organisationId ?? []))
  const covered = used && among === 'schools' ? here.filter((each) => named.has(each.id)) : [own]
  const laid = covered.includes(own) ? covered : [own, ...covered]
  await layOutPlaces(
    tx,
    laid.map((each) => ({
      org: each.id,
      path: each.path,
      domains: each.domains,
      level: actor.kind === 'person' ? levelAt(actor.holdings, placeOf(each)) : null,
      may_reactivate: authorize(actor, 'users.archive', placeOf(each)),
      may_archive: authorize(actor, 'staff_list.apply_leavers', placeOf(each)),
    })),
    ROLE_KEYS.map((role) => ({ role, level: roleOf(role).level })).filter(
      ({ level }) =>
        level >= ADMIN_LEVEL || (actor.kind === 'person' && level > lowestLevel(actor.holdings, laid)),
    ),
  )
  await layOutPeople(
    tx,
    laid.map((each) => each.id),
  )
  return { covered, meanings, schoolColumnUnused: values.length > 0 && !used }
}

const lowestLevel = (holdings: Parameters<typeof levelAt>[0], places: OrganisationHere[]) =>
  Math.min(...places.map((each) => levelAt(holdings, placeOf(each))))

/** Decides who each row is, by the rules and then by what names suggest. */
async function match(tx: Tx, list: StaffListRow, sight: string[]): Promise<void> {
  await markRepeats(tx)
  await findHits(tx)
  const strangers = (await listOtherNames(tx)).map(({ place, name, theirs, email }) => ({
    place,
    mailbox: isRoleMailbox(email.slice(0, email.lastIndexOf('@'))) && !isOneName(name, theirs),
    other: !couldBeOne(name, theirs),
  }))
  await decideMatches(tx, strangers)
  await refuseOtherNames(tx, sight)
  if (!(await layOutUnmatched(tx))) return
  await suggestSameNames(tx)
  await suggestLikeNames(tx, likeNames(await listNearNames(tx)))
  await suggestNewNames(tx, list.everyone)
}

/**
 * Nobody joins by the account of somebody else, such as who had the address before at another school. Of somebody out of
 * sight the whole name has to be right: what is only like it would tell, try by try, what they are called.
 */
async function refuseOtherNames(tx: Tx, sight: string[]): Promise<void> {
  const others = (await listNamedElsewhere(tx, sight)).filter(
    ({ name, theirs, seen }) => !(seen ? couldBeOne(name, theirs) : isOneName(name, theirs)),
  )
  await markOtherNames(
    tx,
    others.map(({ place, seen }) => ({ place, seen })),
  )
}

/** Decides what the roles and units that rows name stand for. */
async function readValues(
  tx: Tx,
  list: StaffListRow,
  actor: Actor,
  covered: OrganisationHere[],
): Promise<{ meanings: Meaning[]; hidden: string[] }> {
  const choices = list.choices.values ?? []
  const places = new Map([...covered].map((each) => [each.id, placeOf(each)]))
  const roleValues = (await countRoleValues(tx)).filter((each) => places.has(each.org))
  const { roles, meanings: ofRoles } = readRoles(roleValues, places, actor, choices)
  const unitValues = await countUnitValues(tx)
  const units =
    unitValues.length > 0
      ? await listUnitsHere(
          tx,
          covered.map((each) => each.id),
        )
      : []
  const seen = units.filter(({ id, org, path, kinds, private: isPrivate }) =>
    maySee(actor, { ...(places.get(org) as Place), unit: { id, kinds, path, private: isPrivate } }),
  )
  const visible = new Set(seen.map(({ id }) => id))
  const mayMake = new Set(
    [...places].filter(([, place]) => authorize(actor, 'units.manage', place)).map(([id]) => id),
  )
  const read = readUnits(unitValues, seen, mayMake, choices)
  await layOutValues(tx, roles, read.units)
  return {
    meanings: [...ofRoles, ...read.meanings],
    hidden: units.filter(({ id }) => !visible.has(id)).map(({ id }) => id),
  }
}
