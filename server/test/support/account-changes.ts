import { createHash } from 'node:crypto'
import pg from 'pg'
import type { Reply } from './http-client.ts'
import { mailIsSettled, ownersBrowser } from './invite.ts'
import type { Person, Place } from './make.ts'
import type { Lanyard } from './start-lanyard.ts'

interface Change {
  event: string
  prepare(lanyard: Lanyard): Promise<() => Promise<Reply>>
}

/** Asks the database of a tenant something, as its owner. */
async function behind<Row extends pg.QueryResultRow>(
  { ownerConnection, id }: Lanyard,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  const db = new pg.Client(ownerConnection)
  await db.connect()
  await db.query(`select set_config('lanyard.tenant', $1, false)`, [id])
  const { rows } = await db.query<Row>(text, values)
  await db.end()
  return rows
}

/** Locks somebody out, as ten wrong passwords would. */
export const lockOut = (lanyard: Lanyard, who: Pick<Person, 'email'>) =>
  behind(
    lanyard,
    `insert into sign_in_locks (address_hash, failures, locked_until)
     values (address_hash($1), 10, lanyard_now() + interval '20 minutes')
     on conflict (tenant_id, address_hash) do update set failures = 10, locked_until = excluded.locked_until`,
    [who.email],
  )

/** A link for the change of address that somebody waits for, besides the one that is mailed. */
export async function emailChangeLink(lanyard: Lanyard, who: Pick<Person, 'personId'>): Promise<string> {
  const token = `eml_of_${who.personId}`
  await behind(
    lanyard,
    `insert into email_change_links (token_hash, change_id, expires_at)
     select $1, id, lanyard_now() + interval '3 days' from email_changes
     where account_id = $2 and used_at is null and revoked_at is null`,
    [createHash('sha256').update(token).digest(), who.personId],
  )
  return token
}

/** One successful change by each route about an account, for the test that each leaves one line in the record. */
export function accountChanges(fresh: (name: string) => string): Record<string, Change> {
  async function scene(lanyard: Lanyard) {
    const school: Place = await lanyard.make.school(fresh('School'))
    const email = `${fresh('pat').replace(' ', '')}@beacon.example`
    const pat = await lanyard.make.person(email, { at: school })
    return { school, pat, owner: await ownersBrowser(lanyard) }
  }
  async function waiting(lanyard: Lanyard) {
    const { school, pat, owner } = await scene(lanyard)
    await owner.patch(`/api/v1/people/${pat.id}`, { email: `new-${pat.email}` })
    await mailIsSettled(owner, school)
    return { pat, owner }
  }
  return {
    editPerson: {
      event: 'person.changed',
      async prepare(lanyard) {
        const { pat, owner } = await scene(lanyard)
        return () =>
          owner.patch(`/api/v1/people/${pat.id}`, {
            familyName: 'Lane',
            jobTitle: 'Teacher',
            labels: { Region: 'North' },
            deletionDate: '2099-08-31',
          })
      },
    },
    unlockPerson: {
      event: 'account.unlocked',
      async prepare(lanyard) {
        const { pat, owner } = await scene(lanyard)
        await lockOut(lanyard, pat)
        return () => owner.post(`/api/v1/people/${pat.id}/unlock`)
      },
    },
    sendReset: {
      event: 'password.reset_sent',
      async prepare(lanyard) {
        const { pat, owner } = await scene(lanyard)
        return () => owner.post(`/api/v1/people/${pat.id}/reset-password`)
      },
    },
    signPersonOut: {
      event: 'sessions.ended_by_admin',
      async prepare(lanyard) {
        const { pat, owner } = await scene(lanyard)
        await lanyard.http.as(pat).get('/api/v1/me')
        return () => owner.post(`/api/v1/people/${pat.id}/sign-out`)
      },
    },
    turnDownSuggestion: {
      event: 'suggestion.declined',
      async prepare(lanyard) {
        const { pat, owner } = await scene(lanyard)
        await owner.patch(`/api/v1/people/${pat.id}`, { jobTitle: 'Deputy headteacher' })
        return () => owner.delete(`/api/v1/people/${pat.id}/suggestion`)
      },
    },
    cancelEmailChange: {
      event: 'email_change.cancelled',
      async prepare(lanyard) {
        const { pat, owner } = await waiting(lanyard)
        return () => owner.delete(`/api/v1/people/${pat.id}/email-change`)
      },
    },
    confirmEmailChange: {
      event: 'email.changed',
      async prepare(lanyard) {
        const { pat } = await waiting(lanyard)
        const token = await emailChangeLink(lanyard, pat)
        return () => lanyard.http.fresh().post(`/api/v1/email-changes/${token}`)
      },
    },
  }
}
