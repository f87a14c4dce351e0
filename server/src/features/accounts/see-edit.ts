import type { Actor } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import { inTenant } from '../../platform/database/database.ts'
import { LANGUAGES } from '../invitations/invitation.ts'
import { findToMove } from '../leaving/find-to-move.ts'
import { EDIT_FIELDS, type EditField, whyNotEdit } from '../people/edit-person.policy.ts'
import { findEditFacts } from '../people/edit-person.queries.ts'
import { JOB_CATEGORIES, RELATIONSHIPS } from '../people/job-category.ts'
import { findSources } from '../people/person-sources.queries.ts'
import { nameOf, targetOf } from '../people/seen-person.ts'
import { presentValues } from './edit-person.ts'

export interface SeenEdit {
  name: string
  organisation: { id: string; name: string }
  values: ReturnType<typeof presentValues>
  /** What may be changed, field by field, and which fields a staff list writes. */
  fields: { field: EditField; allowed: boolean; reason?: string; listed: boolean }[]
  /** A new address has to be confirmed before it takes the place of the old one. */
  provesEmail: boolean
  waitingEmail: { email: string; by: string | null; at: string } | null
  jobCategories: Choice[]
  relationships: Choice[]
  languages: Choice[]
  /** The day it is there, YYYY-MM-DD. */
  today: string
}

interface Choice {
  key: string
  label: string
}

/**
 * What of a person may be changed by hand, with what stands now and what there is to choose from.
 * @throws Refusal not_found, forbidden
 */
export async function seeEdit(app: App, actor: Actor, membershipId: string): Promise<SeenEdit> {
  return inTenant(app.database, actor.tenantId, async (tx) => {
    const found = await findToMove(tx, actor, membershipId)
    const { row, place, today } = found
    const facts = await findEditFacts(tx, membershipId)
    const from = await findSources(tx, membershipId)
    return {
      name: nameOf(row),
      organisation: { id: row.organisation.id, name: row.organisation.name },
      values: presentValues(found, facts),
      fields: EDIT_FIELDS.map((field) => {
        const refusal = whyNotEdit(field, actor, targetOf(row), place)
        const listed = from?.listed.includes(field) ?? false
        return { field, allowed: refusal === null, listed, ...(refusal ? { reason: refusal.message } : {}) }
      }),
      provesEmail: facts.usesAddress,
      waitingEmail: from?.waitingEmail ?? null,
      jobCategories: Object.entries(JOB_CATEGORIES).map(([key, { label }]) => ({ key, label })),
      relationships: Object.entries(RELATIONSHIPS).map(([key, label]) => ({ key, label })),
      languages: LANGUAGES.map(({ tag, name }) => ({ key: tag, label: name })),
      today,
    }
  })
}
