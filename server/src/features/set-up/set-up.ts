import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Request } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import { hashPassword } from '../../platform/crypto/passwords.ts'
import { outsideTenants } from '../../platform/database/database.ts'
import { acceptPassword } from '../sign-in/password.ts'
import {
  type FirstOrganisation,
  type FirstOwner,
  makeTenant,
  readOrganisation,
  readOwnerEmail,
} from './new-tenant.ts'
import { printPasswordLink } from './password-link.ts'
import { alreadySetUp, checkSetUpCode } from './set-up-code.ts'

export interface SetUpWish {
  owner: FirstOwner & { password: string | null }
  organisation: FirstOrganisation
  /** The installation is to hold the demonstration. */
  demo?: true
}

export interface SetUpDone {
  organisationId: string
  personId: string
  membershipId: string
  /** A one-time link to choose a password, when none was given. */
  passwordLink: string | null
}

/**
 * The first set-up by a visitor who knows the code: the first tenant, its organisation and its owner. Happens once:
 * of two at the same moment one is too late.
 * @throws Refusal not_found once set up, setup_code_wrong, slow_down, email_format, password_*, domain_format, time_zone_unknown
 */
export async function setUpWithCode(
  app: App,
  request: Request,
  code: string,
  wish: SetUpWish,
): Promise<SetUpDone> {
  await checkSetUpCode(app, code, request.address)
  return setUp(app, { kind: 'anonymous', request }, wish)
}

/** The same from the command line, where being on the machine stands for the code. */
export async function setUp(
  app: App,
  doer: { kind: 'anonymous' | 'operator'; request: Request },
  wish: SetUpWish,
): Promise<SetUpDone> {
  const organisation = readOrganisation(wish.organisation)
  const owner = { ...wish.owner, email: readOwnerEmail(wish.owner.email, '#/owner/email') }
  const password = owner.password
  if (password !== null)
    await acceptPassword(
      password,
      { email: owner.email, names: [owner.givenName, owner.familyName, organisation.name] },
      '#/owner/password',
    )
  const hashed = password === null ? null : await hashPassword(app.keys, password)
  const baseUrl = app.config.publicUrl

  return outsideTenants(app.database, async (bare) => {
    const first = await sql`
      update set_up set finished_at = lanyard_now(), code_hash = null, code_expires_at = null, demo = ${wish.demo === true}
      where finished_at is null`.execute(bare)
    if (Number(first.numAffectedRows ?? 0) === 0) throw alreadySetUp()
    const made = await makeTenant(app, bare, doer, 'installation.set_up', {
      baseUrl,
      organisation,
      owner,
      password: hashed,
    })
    const passwordLink = hashed ? null : await printPasswordLink(made.tx, made.accountId, baseUrl)
    return {
      organisationId: made.organisationId,
      personId: made.accountId,
      membershipId: made.membershipId,
      passwordLink,
    }
  })
}

/** The request of a command: it has an id of its own, as one over HTTP has. */
export const commandRequest = (): Request => ({ id: randomUUID(), door: 'cli' })
