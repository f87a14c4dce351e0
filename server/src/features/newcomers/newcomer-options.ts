import type { Actor } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import { inTenant } from '../../platform/database/database.ts'
import { findPlace } from '../access/places.queries.ts'
import { allowedAt } from '../access/require.ts'
import { type InviteOptions, inviteOptions } from '../invitations/invite-options.ts'
import { JOB_CATEGORIES, JOB_CATEGORY_KEYS, RELATIONSHIPS } from '../people/job-category.ts'
import { PASSWORD_MIN } from '../sign-in/password-length.ts'

export interface NewcomerOptions extends InviteOptions {
  jobCategories: { key: string; label: string }[]
  relationships: { key: string; label: string }[]
  passwordMin: number
}

/** What the form offers with which one person is added. @throws Refusal not_found, forbidden */
export async function newcomerOptions(
  app: App,
  actor: Actor,
  organisationId: string,
): Promise<NewcomerOptions> {
  await inTenant(app.database, actor.tenantId, async (tx) =>
    allowedAt(actor, 'users.create', await findPlace(tx, organisationId)),
  )
  return {
    ...(await inviteOptions(app, actor, organisationId)),
    jobCategories: JOB_CATEGORY_KEYS.map((key) => ({ key, label: JOB_CATEGORIES[key].label })),
    relationships: Object.entries(RELATIONSHIPS).map(([key, label]) => ({ key, label })),
    passwordMin: PASSWORD_MIN,
  }
}
