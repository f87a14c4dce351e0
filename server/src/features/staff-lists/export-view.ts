import type { GivenField } from '@lanyard/reader/staff-list.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import { inTenant, type Tx } from '../../platform/database/database.ts'
import type { Download } from '../../platform/http/route.ts'
import { findPlaces } from '../access/places.queries.ts'
import { allowedAt } from '../access/require.ts'
import { type PeopleFilter, wantedBy } from '../people/people-filter.ts'
import { allOf, everyCondition, statusesOf } from '../people/wanted-people.queries.ts'
import { MORE_CELLS, packPeople } from './downloads.queries.ts'
import { fileOf, headingsOf, mayExport, ROLES, sameNamed } from './downloads.ts'
import { fieldsOfList } from './list-headings.ts'
import { type HowTaken, takePeople } from './take-people.ts'

/** Columns behind those of a list, which it leaves alone when it comes back. */
const MORE_HEADINGS = [
  { text: 'Account', width: 18 },
  { text: 'Last active', width: 14 },
  { text: 'Labels', width: 28 },
]

/**
 * The people whom a filter means, as a list that can be uploaded again; nothing would change then, for it says who is
 * inactive. Of a trust's schools those whose people the actor may export. `takePeople` says what is asked of the actor,
 * and who hears of it.
 * @throws Refusal not_found, forbidden, reauth_required, export_limit, reason_required
 */
export async function exportView(
  app: App,
  actor: Actor,
  organisationId: string,
  filter: PeopleFilter,
  how: HowTaken,
): Promise<Download> {
  const { name, fields, parts, reference } = await inTenant(app.database, actor.tenantId, async (tx) => {
    const { ground, wanted } = await wantedBy(tx, actor, organisationId, filter)
    allowedAt(actor, 'users.export', ground.place)
    const asked = wanted.organisationIds ?? ground.organisations.map(({ id }) => id)
    const within = { ...wanted, organisationIds: await exportable(tx, actor, asked) }
    const fields: GivenField[] = [...fieldsOfList(ground.place.type === 'trust'), 'status']
    const taken = await takePeople(app, tx, actor, ground.place, how, () =>
      packPeople(
        tx,
        {
          who: allOf([...everyCondition(within), ...statusesOf(within)]),
          organisationIds: within.organisationIds,
          sameNamedIds: sameNamed(ground.organisations),
          fields,
          roles: ROLES,
          hiddenUnitIds: wanted.hiddenUnitIds,
        },
        MORE_CELLS,
      ),
    )
    return { name: ground.organisations[0]?.name ?? '', fields, ...taken }
  })
  return fileOf(how.format, `People ${name} ${reference}`, {
    name: 'People',
    headings: [...headingsOf(fields), ...MORE_HEADINGS],
    parts,
    reference,
  })
}

async function exportable(tx: Tx, actor: Actor, organisationIds: string[]): Promise<string[]> {
  const places = await findPlaces(tx, organisationIds)
  return [...places.values()].flatMap((place) => (mayExport(actor, place) ? [place.organisationId] : []))
}
