import type { Request } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { parseBaseUrl, whyNotInClear } from '../../platform/config/config.ts'
import { hashPassword } from '../../platform/crypto/passwords.ts'
import { outsideTenants, refusedBy } from '../../platform/database/database.ts'
import { acceptPassword } from '../sign-in/password.ts'
import { makeTenant, readOrganisation, readOwnerEmail } from './new-tenant.ts'
import { printPasswordLink } from './password-link.ts'
import type { SetUpDone, SetUpWish } from './set-up.ts'
import { isSetUp } from './set-up-code.ts'

/**
 * Adds another tenant to the installation, at an address of its own. Command line only.
 * @throws Refusal not_set_up, address_wrong, address_taken, email_format, password_*, domain_format, time_zone_unknown
 */
export async function addTenant(
  app: App,
  request: Request,
  url: string,
  wish: SetUpWish,
): Promise<SetUpDone & { tenantId: string }> {
  // As a browser writes its Origin: in lower case and without the usual port.
  const address = parseBaseUrl(url.replace(/\/$/, ''))
  if (!address)
    throw new Refusal(
      'unprocessable',
      'address_wrong',
      `“${url}” isn’t a base address. Give it like https://accounts.beacon.example`,
    )
  const inClear = whyNotInClear(address, app.config)
  if (inClear) throw new Refusal('unprocessable', 'address_wrong', `“${url}” ${inClear}`)
  const baseUrl = address.origin
  if (!(await isSetUp(app.database)))
    throw new Refusal('conflict', 'not_set_up', 'Set Lanyard up first: lanyard setup')
  const organisation = readOrganisation(wish.organisation)
  const owner = { ...wish.owner, email: readOwnerEmail(wish.owner.email, '#/owner/email') }
  if (owner.password !== null)
    await acceptPassword(owner.password, {
      email: owner.email,
      names: [owner.givenName, owner.familyName, organisation.name],
    })
  const password = owner.password === null ? null : await hashPassword(app.keys, owner.password)

  return outsideTenants(app.database, async (bare) => {
    const made = await makeTenant(app, bare, { kind: 'operator', request }, 'tenant.added', {
      baseUrl,
      organisation,
      owner,
      password,
    })
    const passwordLink = password ? null : await printPasswordLink(made.tx, made.accountId, baseUrl)
    const { tenantId, organisationId, membershipId, accountId: personId } = made
    return { tenantId, organisationId, membershipId, personId, passwordLink }
  }).catch((error: unknown) => {
    const taken = /^tenant_addresses_(base_url|host)_key$/.test(refusedBy(error) ?? '')
    throw taken
      ? new Refusal('conflict', 'address_taken', `Another tenant has the address ${baseUrl} already.`)
      : error
  })
}
