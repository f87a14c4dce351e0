import type { Actor } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import { inTenant, type Tx } from '../../platform/database/database.ts'
import { maySee } from '../access/authorize.policy.ts'
import { ROLE_KEYS, roleOf } from '../access/built-in-roles.ts'
import { type Counted, countOptions } from './count-options.queries.ts'
import { FILTER_WORDS } from './filter-words.ts'
import { type Facet, labelValue, type PeopleFilter, type Sighted, wantedBy } from './people-filter.ts'
import { listUnitsOf } from './people-ground.queries.ts'
import { STATUS_ORDER, STATUS_WORDS } from './status.ts'

interface Option extends Counted {
  label: string
}

/**
 * What a filter offers, each value with how many people it would leave under the other filters in force.
 * @throws Refusal not_found, forbidden
 */
export async function seeOptions(
  app: App,
  actor: Actor,
  organisationId: string,
  filter: PeopleFilter,
  facet: Facet,
): Promise<{ data: Option[] }> {
  return inTenant(app.database, actor.tenantId, async (tx) => {
    const sighted = await wantedBy(tx, actor, organisationId, filter)
    const counted = await countOptions(tx, sighted, facet)
    return { data: await labelledFor(tx, actor, sighted, filter, facet, counted) }
  })
}

async function labelledFor(
  tx: Tx,
  actor: Actor,
  sighted: Sighted,
  filter: PeopleFilter,
  facet: Facet,
  counted: Counted[],
): Promise<Option[]> {
  const counts = new Map(counted.map((each) => [each.value, each.count]))
  const called = ([value, label]: readonly [string, string]) => ({
    value,
    label,
    count: counts.get(value) ?? 0,
  })
  switch (facet) {
    case 'status':
      return STATUS_ORDER.map((status) => called([status, STATUS_WORDS[status].label]))
    case 'role':
      return ROLE_KEYS.filter((key) => counts.has(key)).map((key) => called([key, roleOf(key).label]))
    case 'unit':
      return (await unitsOffered(tx, actor, sighted, filter)).map(({ id, name }) => called([id, name]))
    case 'school':
      return sighted.ground.organisations.map(({ id, name }) => called([id, name]))
    case 'label':
      return counted
        .map(({ value, count }) => ({ value: labelValue(value), label: value.replace('=', ': '), count }))
        .sort((one, other) => (one.label < other.label ? -1 : 1))
    default:
      return Object.entries<string>(FILTER_WORDS[facet]).map(called)
  }
}

/** Units that can be chosen: those seen. At a trust those of the schools chosen, else its own. */
export async function unitsOffered(
  tx: Tx,
  actor: Actor,
  { ground, units }: Sighted,
  filter: PeopleFilter,
): Promise<{ id: string; name: string; kind: string }[]> {
  if (units) return units
  const chosen = ground.organisations.filter(({ id }) => filter.school?.includes(id)).map(({ id }) => id)
  const within = chosen.length > 0 ? chosen : [ground.place.organisationId]
  return (await listUnitsOf(tx, within)).filter((unit) => maySee(actor, unit.place))
}
