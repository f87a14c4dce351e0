import { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import { canonicalEmail } from '../../kernel/email-address.ts'
import type { Tx } from '../../platform/database/database.ts'
import { idShape } from '../../platform/http/shapes.ts'
import { authorize, maySee } from '../access/authorize.policy.ts'
import { ROLE_KEYS } from '../access/built-in-roles.ts'
import { inSight, mayNot } from '../access/require.ts'
import {
  type Ground,
  listUnitsInside,
  listUnitsOf,
  readGround,
  type UnitHere,
} from './people-ground.queries.ts'
import { daysFor } from './school-days.ts'
import { VIEWS } from './sorts-and-views.ts'
import { STATUS_ORDER } from './status.ts'
import { SYNC_STATES } from './sync-states.ts'
import { UNFILTERED, type Wanted } from './wanted-people.queries.ts'

/** Longest words to search for, in characters. */
const SEARCH_MAX = 200
/** Values to choose from a list, with commas between them: characters of them all. */
const LISTED_MAX = 4000
/** Addresses that are looked for at once, and their characters together. */
const EMAILS_MAX = 200
const EMAILS_LENGTH_MAX = 12_000

export const LAST_ACTIVE = ['never', '30d', 'unused_120d'] as const
export const LEAVING = ['soon', 'passed'] as const
export const RELATIONSHIPS = ['employee', 'volunteer', 'governor', 'contractor', 'agency'] as const
export const SOURCES = ['set_up', 'command_line', 'hand', 'invitation', 'staff_list', 'moved'] as const
function listed<Value extends z.ZodType<string, string>>(value: Value) {
  return z
    .string()
    .max(LISTED_MAX)
    .transform((text) => text.split(','))
    .pipe(z.array(value))
    .optional()
}

const SEVERAL = 'One or more, with commas'

/** Which people: the same words in the address of a page, in a list's query and in what a change of many selects. */
export const peopleFilter = z.strictObject({
  status: listed(z.enum(STATUS_ORDER)).describe(SEVERAL),
  role: listed(z.enum(ROLE_KEYS)).describe(SEVERAL),
  unit: listed(idShape).describe(`${SEVERAL}; a unit counts with those inside it`),
  school: listed(idShape).describe(`${SEVERAL}; together with \`include=below\``),
  view: z.enum(VIEWS).optional(),
  q: z
    .string()
    .max(SEARCH_MAX)
    .optional()
    .describe('Words, each found in name, email, staff number, job title or labels'),
  include: z.enum(['below']).optional().describe('`below`: also those of the organisations below'),
  label: listed(z.string().min(1)).describe(
    `\`key=value\`, or \`key\` with any value; a comma in it as %2C. ${SEVERAL}`,
  ),
  lastActive: z
    .enum(LAST_ACTIVE)
    .optional()
    .describe('Never, in the last 30 days, or last more than 120 days ago'),
  leaving: z
    .enum(LEAVING)
    .optional()
    .describe('`soon`: leaves or is deleted within 30 days; `passed`: the leaving date is over'),
  admin: z.enum(['yes']).optional().describe('Only who has a role of an admin’s level'),
  relationship: listed(z.enum(RELATIONSHIPS)).describe(SEVERAL),
  source: listed(z.enum(SOURCES)).describe(`How they came to be here. ${SEVERAL}`),
  sync: listed(z.enum(SYNC_STATES)).describe(`Whether a staff list still names them. ${SEVERAL}`),
  listed: z.enum(['no']).optional().describe('Only who isn’t on the last staff list of everyone'),
  emails: z
    .string()
    .max(EMAILS_LENGTH_MAX)
    .transform((text) => text.split(',').filter((each) => each.trim() !== ''))
    .pipe(z.array(z.string()).max(EMAILS_MAX))
    .optional()
    .describe(`Addresses to find, with commas; at most ${EMAILS_MAX}`),
})
export type PeopleFilter = z.output<typeof peopleFilter>

/** Filters that offer values to choose from, each with how many people it would leave. */
export const FACETS = [
  'view',
  'status',
  'role',
  'unit',
  'school',
  'label',
  'lastActive',
  'leaving',
  'admin',
  'relationship',
  'source',
  'listed',
] as const satisfies (keyof PeopleFilter)[]
export type Facet = (typeof FACETS)[number]

/** What of the ground an actor sees: everybody, or the members of some units; and whom a filter leaves of those. */
export interface Sighted {
  ground: Ground
  /** The units through which they see people; null when they see everybody. */
  units: UnitHere[] | null
  everybody: Wanted
  wanted: Wanted
}

/**
 * The people that a filter means for an actor. Whoever lists, counts, exports or changes people selects them by this.
 * @throws Refusal not_found, forbidden
 */
export async function wantedBy(
  tx: Tx,
  actor: Actor,
  organisationId: string,
  filter: PeopleFilter,
): Promise<Sighted> {
  const below = filter.include === 'below'
  const found = await readGround(tx, { organisationId, below, q: filter.q ?? '' })
  inSight(actor, found?.place)
  const { ground, units, everybody } = await sightAt(tx, actor, found as Ground, below)
  return { ground, units, everybody, wanted: await narrowed(tx, ground, everybody, filter) }
}

/** Who may see people at units only sees the members of those units and what is inside them. */
async function sightAt(
  tx: Tx,
  actor: Actor,
  whole: Ground,
  below: boolean,
): Promise<Omit<Sighted, 'wanted'>> {
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
      ...UNFILTERED,
      organisationIds: seesAll && below && ground.isRoot ? null : ground.organisations.map(({ id }) => id),
      sightUnitIds: units === null ? null : units.map((unit) => unit.id),
      hiddenUnitIds: ground.privateUnits.flatMap((at) => (maySee(actor, at) ? [] : (at.unit?.id ?? []))),
      lockedIds: ground.lockedIds,
      days: daysFor(ground),
    },
  }
}

/** Schools and units that are not there, or not seen, hold nobody. Who is archived counts only where that is asked for. */
async function narrowed(tx: Tx, ground: Ground, everybody: Wanted, filter: PeopleFilter): Promise<Wanted> {
  const { school, unit } = filter
  const hidden = new Set(everybody.hiddenUnitIds)
  return {
    ...everybody,
    organisationIds: school
      ? ground.organisations.flatMap(({ id }) => (school.includes(id) ? [id] : []))
      : everybody.organisationIds,
    archived: filter.view === 'archived' || filter.status?.includes('inactive') === true,
    statuses: filter.status ?? null,
    roles: filter.role ?? null,
    unitIds: unit
      ? (
          await listUnitsInside(
            tx,
            unit.filter((id) => !hidden.has(id)),
          )
        ).filter((id) => !hidden.has(id))
      : null,
    view: filter.view ?? null,
    words: ground.words,
    labels: filter.label?.map(labelOf) ?? null,
    lastActive: filter.lastActive ?? null,
    leaving: filter.leaving ?? null,
    admin: filter.admin === 'yes',
    relationships: filter.relationship ?? null,
    sources: filter.source ?? null,
    syncs: filter.sync ?? null,
    unlisted: filter.listed === 'no',
    emails: filter.emails?.map((typed) => canonicalEmail(typed) ?? typed.trim().toLowerCase()) ?? null,
  }
}

function labelOf(text: string): { key: string; value: string | null } {
  const at = text.indexOf('=')
  const plain = (part: string) => part.replaceAll('%2C', ',').replaceAll('%25', '%')
  return at < 0
    ? { key: plain(text), value: null }
    : { key: plain(text.slice(0, at)), value: plain(text.slice(at + 1)) }
}

/** A label as the filter names it: commas stand between several, so one in a label is written another way. */
export const labelValue = (label: string): string => label.replaceAll('%', '%25').replaceAll(',', '%2C')
