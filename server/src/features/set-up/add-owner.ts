import type { Request } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { hashPassword } from '../../platform/crypto/passwords.ts'
import { inTenant, type Tx } from '../../platform/database/database.ts'
import { lockTenant } from '../access/places.queries.ts'
import { record } from '../audit/record.ts'
import { findRoot } from '../organisations/organisations.queries.ts'
import { chooseTenant } from '../organisations/tenants.ts'
import { raiseEpoch } from '../people/people.queries.ts'
import { openLock } from '../sign-in/lock.queries.ts'
import { acceptPassword } from '../sign-in/password.ts'
import { makeOwner, readOwnerEmail } from './new-tenant.ts'
import { printPasswordLink } from './password-link.ts'

export interface OwnerWish {
  email: string
  /** Needed for somebody not known yet. */
  givenName?: string | undefined
  familyName?: string | undefined
  password: string | null
  /** Which tenant, by its base address; may be left out while there is one. */
  url?: string | undefined
}

/**
 * Break-glass: makes or restores an Owner, for whoever has the machine. What was issued to the person before ends, a
 * lock opens, and it is recorded. Command line only.
 * @returns ids, and a one-time link to choose a password when none was given
 * @throws Refusal not_set_up, tenant_unknown, name_missing, email_format, password_*
 */
export async function addOwner(
  app: App,
  request: Request,
  wish: OwnerWish,
): Promise<{ personId: string; membershipId: string; passwordLink: string | null }> {
  const tenant = await chooseTenant(app.database, wish.url)
  const email = readOwnerEmail(wish.email, '#/email')
  const known = await inTenant(app.database, tenant.tenantId, (tx) => nameOf(tx, email))
  const givenName = wish.givenName ?? known?.given_name
  const familyName = wish.familyName ?? known?.family_name
  if (!givenName || !familyName)
    throw new Refusal(
      'unprocessable',
      'name_missing',
      `${email} isn’t known here yet. Give a name: --name "Ada Ford"`,
    )
  if (wish.password !== null) await acceptPassword(wish.password, { email, names: [givenName, familyName] })
  const password = wish.password === null ? null : await hashPassword(app.keys, wish.password)

  return inTenant(app.database, tenant.tenantId, async (tx) => {
    await lockTenant(tx, tenant.tenantId)
    const root = await findRoot(tx)
    if (!root) throw new Error('A tenant without an organisation')
    const person = await makeOwner(tx, root.id, { email, givenName, familyName }, password, 'command_line')
    await raiseEpoch(tx, person.accountId)
    await openLock(tx, email)
    const passwordLink = password ? null : await printPasswordLink(tx, person.accountId, tenant.baseUrl)
    await record(app, tx, { kind: 'operator', tenantId: tenant.tenantId, request }, [
      {
        event: 'owner.added',
        subjectId: person.accountId,
        organisationId: root.id,
        subjectDetail: { email },
      },
    ])
    return { personId: person.accountId, membershipId: person.membershipId, passwordLink }
  })
}

function nameOf(tx: Tx, email: string) {
  return tx
    .selectFrom('accounts')
    .select(['given_name', 'family_name'])
    .where('email', '=', email)
    .executeTakeFirst()
}
