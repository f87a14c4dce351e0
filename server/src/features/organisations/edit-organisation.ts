import type { Actor } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import { changeAs } from '../../platform/database/change.ts'
import { allowedAt } from '../access/require.ts'
import { record } from '../audit/record.ts'
import { whatChanged } from '../audit/what-changed.ts'
import { takenAs } from './add-organisation.ts'
import { type AskMobile, readDomains, readTimeZone } from './organisation.ts'
import { findOrganisation, replaceDomains, updateOrganisation } from './organisations.queries.ts'

export interface OrganisationChange {
  name?: string | undefined
  urn?: string | null | undefined
  domains?: string[] | undefined
  timeZone?: string | undefined
  askMobile?: AskMobile | undefined
  invitationDays?: number | undefined
  needsUnit?: boolean | undefined
}

/**
 * Changes an organisation; what is not named stays. Its address in the console stays too, so that links keep working.
 * @throws Refusal not_found, forbidden, duplicate, duplicate_urn, domain_format, time_zone_unknown
 */
export async function editOrganisation(
  app: App,
  actor: Actor,
  id: string,
  change: OrganisationChange,
): Promise<void> {
  const domains = change.domains && readDomains(change.domains)
  const timeZone = change.timeZone && readTimeZone(change.timeZone)
  await changeAs(app, actor, async (tx) => {
    const before = await findOrganisation(tx, id)
    allowedAt(
      actor,
      'organisations.edit',
      before && { organisationId: before.id, path: before.path, type: before.type },
    )
    if (Object.keys(change).length === 0) return
    await updateOrganisation(tx, id, {
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.urn === undefined ? {} : { urn: change.urn }),
      ...(timeZone ? { time_zone: timeZone } : {}),
      ...(change.askMobile === undefined ? {} : { ask_mobile: change.askMobile }),
      ...(change.invitationDays === undefined ? {} : { invitation_days: change.invitationDays }),
      ...(change.needsUnit === undefined ? {} : { needs_unit: change.needsUnit }),
    }).catch((error: unknown) => {
      throw takenAs(error, change.name ?? '', change.urn ?? '')
    })
    if (domains) await replaceDomains(tx, id, domains)
    await record(app, tx, actor, [
      {
        event: 'organisation.changed',
        organisationId: id,
        detail: {
          fields: Object.keys(change).sort(),
          changes: whatChanged(before, {
            ...change,
            ...(domains && { domains }),
            ...(timeZone && { timeZone }),
          }),
        },
      },
    ])
  })
}
