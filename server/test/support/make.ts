import { insertAssignments } from '../../src/features/access/access.queries.ts'
import { roleOf } from '../../src/features/access/built-in-roles.ts'
import { addOrganisation } from '../../src/features/organisations/add-organisation.ts'
import { addUnit } from '../../src/features/organisations/add-unit.ts'
import type { UnitKind } from '../../src/features/organisations/unit.ts'
import { insertUnitMembers } from '../../src/features/people/invite-members.queries.ts'
import { insertPerson } from '../../src/features/people/people.queries.ts'
import { commandRequest } from '../../src/features/set-up/set-up.ts'
import { savePassword } from '../../src/features/sign-in/sign-in.queries.ts'
import type { Actor } from '../../src/kernel/actor.ts'
import type { App } from '../../src/platform/app.ts'
import { type HashedPassword, hashPassword } from '../../src/platform/crypto/passwords.ts'
import { inTenant } from '../../src/platform/database/database.ts'

/** Everybody's password, unless a test is about passwords. */
export const PASSWORD = 'three random words'

export interface Person {
  /** Of the membership. */
  id: string
  personId: string
  email: string
  password: string
}

export interface Place {
  id: string
  name: string
}

export interface Make {
  school(name: string): Promise<Place>
  unit(
    name: string,
    options: { at: Place; kind?: UnitKind; inside?: Place; private?: boolean },
  ): Promise<Place>
  /** An active person with a password. Without a role they are a plain member. */
  person(
    email: string,
    options: {
      at: Place
      role?: string
      unit?: Place
      name?: string
      password?: false
      /** Stored state of the membership, when not active. */
      state?: 'not_invited' | 'awaiting_approval' | 'inactive' | 'rejected'
      /** Units they belong to. */
      units?: Place[]
      staffNumber?: string
    },
  ): Promise<Person>
}

/** Makers of people and places in one tenant: only what matters is named. */
export function makersFor(app: App, tenantId: string, root: Place): Make {
  const operator: Actor = { kind: 'operator', tenantId, request: commandRequest() }
  return {
    async school(name) {
      const { id } = await addOrganisation(app, operator, { name, type: 'school', parentId: root.id })
      return { id, name }
    },
    async unit(name, options) {
      const { id } = await addUnit(app, operator, options.at.id, {
        name,
        kind: options.kind ?? 'department',
        parentId: options.inside?.id,
        private: options.private,
      })
      return { id, name }
    },
    async person(email, options) {
      const [givenName = 'Ada', familyName = 'Ford'] = (options.name ?? nameFrom(email)).split(' ')
      const password = await hashed(app)
      return inTenant(app.database, tenantId, async (tx) => {
        const made = await insertPerson(tx, {
          email,
          givenName,
          familyName,
          organisationId: options.at.id,
          state: 'active',
        })
        const role = options.role ?? 'user'
        const scope = options.unit
          ? 'unit'
          : roleOf(role).givenAt.includes('tenant')
            ? 'tenant'
            : 'organisation'
        await insertAssignments(tx, [
          {
            membershipId: made.membershipId,
            role,
            scope,
            organisationId: options.at.id,
            unitId: options.unit?.id ?? null,
            unitKind: null,
            source: 'manual',
          },
        ])
        if (options.password !== false) await savePassword(tx, made.accountId, password)
        if (options.units)
          await insertUnitMembers(
            tx,
            options.at.id,
            options.units.map((unit) => ({ membershipId: made.membershipId, unitId: unit.id })),
            'manual',
          )
        if (options.state || options.staffNumber)
          await tx
            .updateTable('memberships')
            .set({ state: options.state ?? 'active', staff_number: options.staffNumber ?? null })
            .where('id', '=', made.membershipId)
            .execute()
        return { id: made.membershipId, personId: made.accountId, email, password: PASSWORD }
      })
    },
  }
}

const known = new WeakMap<App, Promise<HashedPassword>>()
function hashed(app: App): Promise<HashedPassword> {
  const ready = known.get(app) ?? hashPassword(app.keys, PASSWORD)
  known.set(app, ready)
  return ready
}

function nameFrom(email: string): string {
  const given = email.split('@')[0] ?? 'ada'
  return `${given.charAt(0).toUpperCase()}${given.slice(1)} Ford`
}
