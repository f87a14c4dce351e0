import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { inWords, type Kept, whoIs } from './person-data.queries.ts'

/** What they were invited to and what became of it; of links only when they were made, never what opens them. */
export async function readInvitations(tx: Tx, me: string): Promise<Kept[]> {
  const found = await sql<Kept>`
    select i.id as "Invitation id", o.name as "Organisation", i.state as "State", i.made_at as "Made",
      ${whoIs(sql`i.inviter_id`, me)} as "Invited by", i.language as "Language", i.message as "Words to them",
      i.permissions as "Permissions offered", i.send_at as "To be sent", i.sent_again_at as "Sent again",
      i.started_at as "Registration begun",
      case when i.progress is not null then json_build_object('Page', i.progress -> 'step',
        'First name', i.progress -> 'givenName', 'Last name', i.progress -> 'familyName',
        'Mobile number', i.progress -> 'mobile') end as "Filled in so far",
      i.new_link_asked_at as "New link asked for", i.needs_reapproval_at as "Waiting for approval since",
      i.ended_at as "Ended", i.ended_how as "How it ended",
      (select coalesce(json_agg(json_build_object('Made', l.made_at, 'How', l.kind, 'Handed over', l.handed_over_at,
          'Works until', l.expires_at) order by l.id), '[]')
        from invitation_links l where l.tenant_id = i.tenant_id and l.invitation_id = i.id) as "Links"
    from invitations i join organisations o on o.tenant_id = i.tenant_id and o.id = i.organisation_id
    where i.tenant_id = current_tenant() and i.account_id = ${me} order by i.id`.execute(tx)
  return found.rows
}

/** Mail to them, with the mail server's words; `Kind`, `State` and `Explanation` are keys. */
export async function readMessages(tx: Tx, me: string): Promise<Kept[]> {
  const found = await sql<Kept>`
    select g.id as "Message id", g.kind as "Kind", o.name as "Organisation", g.to_address as "To", g.subject as "Subject",
      g.state as "State", g.captured as "Kept here instead of sent", g.attempts as "Tries", g.created_at as "Written",
      g.settled_at as "Settled", g.server_answer as "The mail server’s words", g.explanation as "Explanation",
      (select coalesce(json_agg(json_build_object('When', d.at, 'State', d.state,
          'The mail server’s words', d.server_answer, 'Explanation', d.explanation) order by d.id), '[]')
        from delivery_events d where d.tenant_id = g.tenant_id and d.message_id = g.id) as "What became of each try"
    from messages g join organisations o on o.tenant_id = g.tenant_id and o.id = g.organisation_id
    where g.tenant_id = current_tenant() and (g.account_id = ${me} or g.account_id is null and g.to_address = (
      select a.email from accounts a where a.tenant_id = current_tenant() and a.id = ${me}))
    order by g.id`.execute(tx)
  return found.rows
}

/** `Why` is a key. */
export async function readSeats(tx: Tx, me: string): Promise<Kept[]> {
  const found = await sql<Kept>`
    select s.at as "When", o.name as "Organisation", s.entry as "Seat", s.why as "Why"
    from seat_entries s join organisations o on o.tenant_id = s.tenant_id and o.id = s.organisation_id
    where s.tenant_id = current_tenant() and s.account_id = ${me} order by s.id`.execute(tx)
  return found.rows
}

export async function readSessions(tx: Tx, me: string): Promise<Kept[]> {
  const found = await sql<Kept>`
    select s.id as "Session id", s.started_at as "Started", s.used_at as "Last used", s.proved_at as "Proved who they are",
      s.factors as "How", s.ended_at as "Ended"
    from sessions s where s.tenant_id = current_tenant() and s.account_id = ${me} order by s.id`.execute(tx)
  return found.rows
}

export async function readDevices(tx: Tx, me: string): Promise<Kept[]> {
  const found = await sql<Kept>`
    select d.created_at as "First sign-in", d.expires_at as "Forgotten after", d.failures as "Wrong passwords in a row",
      d.locked_until as "Paused until"
    from devices d where d.tenant_id = current_tenant() and d.account_id = ${me} order by d.id`.execute(tx)
  return found.rows
}

/** What was asked about their way in: new passwords, new addresses and accounts set up for them. */
export async function readWaysIn(
  tx: Tx,
  me: string,
): Promise<{ resets: Kept[]; addresses: Kept[]; setUps: Kept[] }> {
  const resets = await sql<Kept>`
    select r.created_at as "Asked for", ${inWords(sql`r.kind`)} as "Kind",
      case when r.sent_by is not null then ${whoIs(sql`r.sent_by`, me)} end as "Sent by", r.used_at as "Used",
      r.revoked_at as "Called off"
    from password_resets r where r.tenant_id = current_tenant() and r.account_id = ${me} order by r.id`.execute(
    tx,
  )
  const addresses = await sql<Kept>`
    select c.email as "New address", c.created_at as "Asked for", ${whoIs(sql`c.asked_by`, me)} as "Asked by",
      c.used_at as "Confirmed", c.revoked_at as "Called off"
    from email_changes c where c.tenant_id = current_tenant() and c.account_id = ${me} order by c.id`.execute(
    tx,
  )
  const setUps = await sql<Kept>`
    select o.name as "Organisation", f.made_at as "Set up", ${whoIs(sql`f.made_by`, me)} as "Set up by",
      'first password ' || f.how as "How", f.handed_over_at as "Told by email"
    from first_passwords f join organisations o on o.tenant_id = f.tenant_id and o.id = f.organisation_id
    where f.tenant_id = current_tenant() and f.account_id = ${me} order by f.id`.execute(tx)
  return { resets: resets.rows, addresses: addresses.rows, setUps: setUps.rows }
}

const isTheirs = (column: string, me: string) => sql`${sql.ref(column)} in (
  select m.id from memberships m where m.tenant_id = current_tenant() and m.account_id = ${me})`

/** Last days and deletions that are planned, what came of them, and decisions to keep them. */
export async function readDates(
  tx: Tx,
  me: string,
): Promise<{ ends: Kept[]; due: Kept[]; reviews: Kept[]; holds: Kept[] }> {
  const ends = await sql<Kept>`
    select o.name as "Organisation", p.ends_as as "Ends as", p.ends_on::text as "Ends on",
      p.leaving_date::text as "Leaving date", p.reason as "Reason", p.planned_at as "Planned",
      ${whoIs(sql`p.planned_by`, me)} as "Planned by", p.tell as "To be told", p.told_at as "Told"
    from planned_ends p
    join memberships m on m.tenant_id = p.tenant_id and m.id = p.membership_id
    join organisations o on o.tenant_id = m.tenant_id and o.id = m.organisation_id
    where p.tenant_id = current_tenant() and m.account_id = ${me} order by m.id`.execute(tx)
  const due = await sql<Kept>`
    select d.what as "What", d.due_on::text as "Due on", d.noticed_at as "Admins told", d.tried_on::text as "Last tried",
      d.problem as "Why not done"
    from due_notes d where d.tenant_id = current_tenant() and ${isTheirs('d.membership_id', me)} order by d.due_on`.execute(
    tx,
  )
  const reviews = await sql<Kept>`
    select r.flagged_at as "Came up for review", r.restored_as as "Before a backup was restored", r.kept_at as "Kept",
      case when r.kept_at is not null then ${whoIs(sql`r.kept_by`, me)} end as "Kept by"
    from archive_reviews r where r.tenant_id = current_tenant() and ${isTheirs('r.membership_id', me)}`.execute(
    tx,
  )
  const holds = await sql<Kept>`
    select o.name as "Organisation", h.reason as "Reason", h.placed_at as "Placed", ${whoIs(sql`h.placed_by`, me)} as "Placed by",
      h.lifted_at as "Lifted", case when h.lifted_at is not null then ${whoIs(sql`h.lifted_by`, me)} end as "Lifted by"
    from holds h join organisations o on o.tenant_id = h.tenant_id and o.id = h.organisation_id
    where h.tenant_id = current_tenant() and h.account_id = ${me} order by h.id`.execute(tx)
  return { ends: ends.rows, due: due.rows, reviews: reviews.rows, holds: holds.rows }
}

/**
 * What staff lists said of them: their own rows, and what was taken over. Never the file, nor whom else a row might have
 * meant. A row that nobody was found for yet is theirs when it has their address.
 */
export async function readStaffLists(
  tx: Tx,
  me: string,
): Promise<{ rows: Kept[]; taken: Kept[]; changed: Kept[]; together: Kept[] }> {
  const rows = await sql<Kept>`
    select l.reference as "Staff list", l.file_name as "File", l.made_at as "Uploaded", l.applied_at as "Applied",
      o.name as "Organisation", r.n as "Row", r.given as "Given", r.typed as "As typed in the file",
      r.edits as "Changed before applying", r.role as "Role", ${inWords(sql`r.outcome`)} as "Planned",
      r.decision as "Decided", r.ticked as "To be archived", ${inWords(sql`r.result`)} as "Result",
      r.result_detail as "Why"
    from staff_list_rows r
    join staff_lists l on l.tenant_id = r.tenant_id and l.id = r.list_id
    join organisations o on o.tenant_id = l.tenant_id and o.id = coalesce(r.organisation_id, l.organisation_id)
    where r.tenant_id = current_tenant() and (r.account_id = ${me} or ${isTheirs('r.membership_id', me)}
      or r.account_id is null and r.membership_id is null and lower(r.given ->> 'email') = (
        select a.email from accounts a where a.tenant_id = current_tenant() and a.id = ${me}))
    order by l.made_at, l.id, r.place`.execute(tx)
  const taken = await sql<Kept>`
    select o.name as "Organisation", l.reference as "Staff list", s.source_key as "Id in the source", s.given as "Given",
      array(select u.name from units u where u.tenant_id = s.tenant_id and u.id = any(s.unit_ids) order by u.name)
        as "Departments and groups", s.seen_at as "When"
    from staff_records s
    join organisations o on o.tenant_id = s.tenant_id and o.id = s.organisation_id
    left join staff_lists l on l.tenant_id = s.tenant_id and l.id = s.list_id
    where s.tenant_id = current_tenant() and ${isTheirs('s.membership_id', me)} order by s.seen_at`.execute(
    tx,
  )
  const changed = await sql<Kept>`
    select l.reference as "Staff list", l.applied_at as "When", k.field as "Detail",
      case when k.field not in ('unit', 'role') and jsonb_typeof(k.before) <> 'object' then k.before end as "Before",
      case when k.field not in ('unit', 'role') and jsonb_typeof(k.after) <> 'object' then k.after end as "After", k.undone as "Undone"
    from staff_list_changes k join staff_lists l on l.tenant_id = k.tenant_id and l.id = k.list_id
    where k.tenant_id = current_tenant() and ${isTheirs('k.membership_id', me)} order by l.applied_at, k.field`.execute(
    tx,
  )
  const together = await sql<Kept>`
    select ${inWords(sql`j.action`)} as "What was done to many together", j.made_at as "When",
      ${whoIs(sql`j.made_by`, me)} as "By", b.outcome as "Outcome", ${inWords(sql`b.code`)} as "Why",
      b.undone as "Undone"
    from bulk_results b join bulk_jobs j on j.tenant_id = b.tenant_id and j.id = b.job_id
    where b.tenant_id = current_tenant() and ${isTheirs('b.membership_id', me)} order by j.made_at`.execute(
    tx,
  )
  return { rows: rows.rows, taken: taken.rows, changed: changed.rows, together: together.rows }
}
