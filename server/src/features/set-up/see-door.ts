import type { Anonymous } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import { inTenant } from '../../platform/database/database.ts'
import { FIRST_LANGUAGE } from '../../platform/languages/words.ts'
import { findRoot } from '../organisations/organisations.queries.ts'
import { isSetUp } from './set-up-code.ts'

/** What a page for somebody who is not signed in may know. */
export async function seeDoor(app: App, visitor: Anonymous) {
  const root = visitor.tenantId ? await inTenant(app.database, visitor.tenantId, findRoot) : undefined
  return {
    setUp: await isSetUp(app.database),
    organisation: root ? { name: root.name, type: root.type } : null,
    mail: app.mail.mode,
    locale: FIRST_LANGUAGE,
  }
}
