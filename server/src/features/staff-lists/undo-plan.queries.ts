import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { effective } from './plan-ground.queries.ts'
import { OUT_OF_REACH, type UndoReach, withinReach } from './undo-reach.queries.ts'

/** What undoing a list would do about one thing it did, or why it leaves it. */
export interface UndoStep {
  membershipId: string
  name: string
  /** A field, or added, archived, reactivated or unit. */
  field: string
  before: string | null
  outcome: 'reversed' | 'kept'
  /**
   * registered, joined, later_list, changed, taken (the address is somebody else's now), archived or back; or why the
   * undoer may not.
   */
  why: string | null
  /** Who is behind that; of later_list the file. */
  by: string | null
  at: Date | null
}

/** What stands at account `a` and membership `m` now, of the field `k.field`. */
const current = sql`case k.field when 'email' then a.email when 'givenName' then nullif(a.given_name, '')
  when 'familyName' then nullif(a.family_name, '') when 'staffNumber' then nullif(m.staff_number, '')
  when 'jobTitle' then nullif(m.job_title, '') when 'relationship' then m.relationship
  when 'startDate' then m.start_date::text when 'leavingDate' then m.leaving_date::text end`

/** Rows `r` of lists `l` that were applied after a list, about members `m`. */
export const laterRows = (listId: string) => sql`
  staff_list_rows r join staff_lists l on l.tenant_id = r.tenant_id and l.id = r.list_id
  where r.tenant_id = m.tenant_id and r.membership_id = m.id and r.list_id <> ${listId} and l.state = 'applied'
    and r.outcome in ('update', 'unchanged', 'reactivate') and r.result is distinct from 'not_done'
    and l.applied_at > (select applied_at from staff_lists where tenant_id = current_tenant() and id = ${listId})`

/** Whether a later list names a member `m`. Mostly there is none at all, and then nobody's rows are looked at. */
const laterList = (listId: string, that = sql`true`) => sql`(
  (select exists (select from staff_lists l where l.tenant_id = current_tenant() and l.state = 'applied' and l.id <> ${listId}
    and l.applied_at > (select applied_at from staff_lists where tenant_id = current_tenant() and id = ${listId})))
  and exists (select from ${laterRows(listId)} and ${that}))`

/** Whether a later row `r` says of member `m`, of organisation `h`, what the list made of it too. */
const saysSo = sql`case k.field
  when 'archived' then r.outcome = 'unchanged' and (${effective} ->> 'status' = 'left' or (${effective} ->> 'leavingDate')::date < (lanyard_now() at time zone h.time_zone)::date)
  when 'reactivated' then true
  when 'unit' then exists (select from jsonb_array_elements_text(k.after) u (id) where u.id::uuid = any(r.unit_ids))
  else ${effective} ->> k.field = k.after #>> '{}' end`

const isIn = (side: 'before' | 'after') => sql`
  select from jsonb_array_elements_text(${sql.ref(`k.${side}`)}) as u (id) join unit_members x
    on x.tenant_id = m.tenant_id and x.membership_id = m.id and x.unit_id = u.id::uuid`

/** Why somebody whom the list added stays; null where they never used the account. */
const whyAddedStay = (listId: string) => sql`case
  when m.state not in ('not_invited', 'invited') then case m.state when 'active' then 'registered' else 'changed' end
  when ${laterList(listId)} then 'later_list' end`

/**
 * Everything a list did and what would become of it, one row each: who was added and never used the account goes again,
 * a field that is still as the list left it goes back, who was archived comes back, and who was brought back leaves.
 * Whatever somebody has changed since is kept, and what a later list says too.
 */
const everyStep = (listId: string) => sql`
  select m.id as membership_id, m.account_id, true as added, 'added' as field, null::jsonb as before, ${whyAddedStay(listId)} as why
  from staff_list_rows r join memberships m on m.tenant_id = r.tenant_id and m.id = r.membership_id and m.state <> 'deleted'
  where r.tenant_id = current_tenant() and r.list_id = ${listId} and r.result = 'added'
  union all
  select m.id, m.account_id, n.place is not null, k.field, k.before, case
      when n.place is not null and ${whyAddedStay(listId)} is not null then ${whyAddedStay(listId)}
      when k.field = 'archived' then case when m.state <> 'inactive' then 'back'
        when m.inactive_at is distinct from (k.after ->> 'at')::timestamptz then 'changed'
        when ${laterList(listId, saysSo)} then 'later_list' end
      when k.field = 'reactivated' then case when m.state not in ('active', 'not_invited') then 'changed'
        when ${laterList(listId, saysSo)} then 'later_list' end
      when k.field = 'unit' then case when (select count(*) from jsonb_array_elements(k.after)) <> (select count(*) from (${isIn('after')}) i)
        or exists (${isIn('before')}) then 'changed'
        when ${laterList(listId, saysSo)} then 'later_list' end
      when ${current} is distinct from k.after #>> '{}' then 'changed'
      when k.field = 'email' and exists (select from accounts o where o.tenant_id = a.tenant_id and o.email = k.before #>> '{}') then 'taken'
      when ${laterList(listId, saysSo)} then 'later_list'
    end
  from staff_list_changes k
  join memberships m on m.tenant_id = k.tenant_id and m.id = k.membership_id and m.state <> 'deleted'
  join organisations h on h.tenant_id = m.tenant_id and h.id = m.organisation_id
  join accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id
  left join staff_list_rows n on n.tenant_id = k.tenant_id and n.list_id = k.list_id and n.membership_id = k.membership_id
    and n.result = 'added'
  where k.tenant_id = current_tenant() and k.list_id = ${listId} and k.field not in ('record', 'added', 'proof')`

/** The same for whoever undoes the list. */
const steps = (listId: string, reach: UndoReach) => withinReach(everyStep(listId), reach)

export interface UndoSums {
  removed: number
  putBack: number
  restored: number
  leaving: number
  /** People of whom something is kept, and those of them who have registered. */
  kept: number
  registered: number
  /** People of whom something is kept because the undoer may not change it. */
  outOfReach: number
  reversed: number
}

/** How much there is to do: somebody may be put back and restored. */
export const toUndo = ({ removed, putBack, restored, leaving }: UndoSums): number =>
  removed + putBack + restored + leaving

export async function sumUndo(tx: Tx, listId: string, reach: UndoReach): Promise<UndoSums> {
  const found = await sql<UndoSums>`
    select (count(distinct membership_id) filter (where field = 'added' and why is null))::int as removed,
      (count(distinct membership_id) filter (where not added and field not in ('archived', 'reactivated') and why is null))::int as "putBack",
      (count(distinct membership_id) filter (where field = 'archived' and why is null))::int as restored,
      (count(distinct membership_id) filter (where field = 'reactivated' and why is null))::int as leaving,
      (count(distinct membership_id) filter (where why is not null))::int as kept,
      (count(distinct membership_id) filter (where why = 'registered'))::int as registered,
      (count(distinct membership_id) filter (where why = any(${OUT_OF_REACH})))::int as "outOfReach",
      (count(distinct membership_id) filter (where why is null))::int as reversed
    from (${steps(listId, reach)}) s`.execute(tx)
  return found.rows[0] as UndoSums
}

/** The steps of an undo, those that keep something first, each with who is behind that. */
export async function listUndoSteps(
  tx: Tx,
  listId: string,
  reach: UndoReach,
  limit: number,
): Promise<UndoStep[]> {
  const found = await sql<UndoStep>`
    select s.membership_id as "membershipId", coalesce(nullif(btrim(a.given_name || ' ' || a.family_name), ''), a.email) as name,
      s.field, case when s.field in ('archived', 'reactivated', 'unit') then null else s.before #>> '{}' end as before,
      case when s.why is null then 'reversed' else 'kept' end as outcome, s.why, coalesce(o.file_name, e.by) as by, e.at
    from (select * from (${steps(listId, reach)}) x order by why is null, membership_id, field limit ${limit}) s
    join accounts a on a.tenant_id = current_tenant() and a.id = s.account_id
    left join lateral (
      select e.at, nullif(btrim(b.given_name || ' ' || b.family_name), '') as by
      from audit_events e left join accounts b on b.tenant_id = e.tenant_id and b.id = e.actor_id and b.id <> s.account_id
      where e.tenant_id = current_tenant() and e.subject_id = s.account_id
        and e.at > (select applied_at from staff_lists where tenant_id = current_tenant() and id = ${listId})
        and case e.event when 'person.changed' then e.detail -> 'fields' ? s.field
          when 'invitation.accepted' then s.field in ('added', 'givenName', 'familyName') when 'membership.joined' then s.field = 'added'
          else e.event in ('person.archived', 'person.paused', 'person.reactivated', 'person.removed')
            and s.field in ('added', 'archived', 'reactivated') end
      order by e.id desc limit 1
    ) e on s.why is not null and s.why <> all(${OUT_OF_REACH})
    left join lateral (
      select l.file_name from memberships m cross join lateral (
        select l.file_name, l.applied_at from ${laterRows(listId)}) l
      where m.tenant_id = current_tenant() and m.id = s.membership_id order by l.applied_at desc limit 1
    ) o on s.why = 'later_list'
    order by s.why is null, name, s.membership_id, s.field`.execute(tx)
  return found.rows
}

export async function countUndoSteps(tx: Tx, listId: string, reach: UndoReach): Promise<number> {
  const found = await sql<{
    steps: number
  }>`select count(*)::int as steps from (${steps(listId, reach)}) s`.execute(tx)
  return found.rows[0]?.steps ?? 0
}

/** Writes down what is reversed and what is kept; from then on the work goes by that. */
export async function settleUndo(tx: Tx, listId: string, reach: UndoReach): Promise<void> {
  await sql`
    insert into staff_list_changes as k (list_id, membership_id, field, undone)
    select ${listId}, s.membership_id, s.field, case when s.why is null then 'reversed' else 'kept' end from (${steps(listId, reach)}) s
    on conflict (tenant_id, list_id, membership_id, field) do update set undone = excluded.undone`.execute(tx)
}

/** People who come back from the archive without the invitation that was open when they went. */
export async function countEndedInvitations(tx: Tx, listId: string, reach: UndoReach): Promise<number> {
  const found = await sql<{ people: number }>`
    select count(*)::int as people from (${steps(listId, reach)}) s
    join memberships m on m.tenant_id = current_tenant() and m.id = s.membership_id
    where s.field = 'archived' and s.why is null and m.inactive_from = 'invited'`.execute(tx)
  return found.rows[0]?.people ?? 0
}

/** Emails of a list that left, for they cannot be called back. */
export async function countMailsGone(tx: Tx, listId: string): Promise<number> {
  const found = await sql<{ mails: number }>`
    select count(*)::int as mails from invitations i
    join messages s on s.tenant_id = i.tenant_id and s.account_id = i.account_id and s.subject_ids ->> 'invitationId' = i.id::text
    where i.tenant_id = current_tenant() and i.batch_id = ${listId} and s.state in ('accepted', 'unknown', 'sending') and not s.captured`.execute(
    tx,
  )
  return found.rows[0]?.mails ?? 0
}
