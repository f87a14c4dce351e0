import { type RawBuilder, sql } from 'kysely'
import { PROBLEM_STATES, TRIES_UNTIL_A_PROBLEM } from './status-line.ts'

/** Kinds of mail that bring somebody their way in. */
export const LETTER_KINDS = ['invitation', 'invitation_new_link']

/** A letter that was stopped before it left tells nothing of the mailbox. */
export const wasTried = sql`not (s.state = 'suppressed' and not s.captured)`

/** A link whose letter was captured: it was never sent. */
export const wasCaptured = sql`exists (
  select from messages s where s.tenant_id = l.tenant_id and s.id = l.message_id and s.captured)`

/**
 * The memberships whose open invitation's last letter met a problem, or the one about an account that was set up. What the message is about is read out of it before
 * anything is joined: behind row level security a join by it could use no index. They are
 * few among many, so each is looked up by itself: that is what the limits are for.
 */
export function problemMembers(organisationIds: string[] | null): RawBuilder<{ membership_id: string }> {
  const here = organisationIds ? sql`and s.organisation_id = any(${organisationIds}::uuid[])` : sql``
  return sql`
    with bad as materialized (
      select s.id, s.account_id, (s.subject_ids ->> 'invitationId')::uuid as invitation_id from messages s
      where s.tenant_id = current_tenant() and s.kind in ('invitation', 'invitation_new_link')
        and s.state in (${sql.join(PROBLEM_STATES.map((state) => sql.lit(state)))})
        and (s.state <> 'deferred' or s.attempts >= ${sql.lit(TRIES_UNTIL_A_PROBLEM)}) ${here}
    )
    select i.membership_id from bad
    cross join lateral (select i.membership_id from invitations i
      where i.tenant_id = current_tenant() and i.id = bad.invitation_id and i.state = 'open' limit 1) i
    where (select s.id from messages s
      where s.tenant_id = current_tenant() and s.account_id = bad.account_id and s.id > bad.id
        and s.kind = any(${LETTER_KINDS}::text[]) and s.subject_ids ->> 'invitationId' = bad.invitation_id::text and ${wasTried}
      limit 1) is null
    union all
    select f.membership_id from (
      select (s.subject_ids ->> 'firstPasswordId')::uuid as id from messages s
      where s.tenant_id = current_tenant() and s.kind = 'first_password'
        and s.state in (${sql.join(PROBLEM_STATES.map((state) => sql.lit(state)))})
        and (s.state <> 'deferred' or s.attempts >= ${sql.lit(TRIES_UNTIL_A_PROBLEM)}) ${here}
    ) told
    cross join lateral (select f.membership_id from first_passwords f
      join memberships m on m.tenant_id = f.tenant_id and m.id = f.membership_id and m.state = 'not_invited'
      where f.tenant_id = current_tenant() and f.id = told.id and f.handed_over_at is null limit 1) f`
}
