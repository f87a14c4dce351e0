-- Leaving on a date, and for good.

create function full_list_at(organisation uuid) returns timestamptz
  language sql stable
  return (
    select max(l.applied_at)
    from organisations o
    join staff_lists l on l.tenant_id = o.tenant_id and l.organisation_id = any(o.path) and l.everyone and l.state = 'applied'
    where o.tenant_id = current_tenant() and o.id = organisation and (l.organisation_id = o.id or exists (
      select from staff_list_rows r
      where r.tenant_id = l.tenant_id and r.list_id = l.id and r.organisation_id = o.id and r.n is not null))
  );
comment on function full_list_at(uuid) is 'When a list of everyone was last applied that speaks of an organisation: its own, or a trust''s that names it. Null when none was, or each was undone.';

create function still_listed(membership uuid) returns boolean
  language sql stable
  return exists (
    select from memberships m
    join organisations o on o.tenant_id = m.tenant_id and o.id = m.organisation_id
    join staff_list_rows r on r.tenant_id = m.tenant_id and r.membership_id = m.id and r.outcome <> 'not_on_list'
    join staff_lists l on l.tenant_id = r.tenant_id and l.id = r.list_id and l.state = 'applied'
    where m.tenant_id = current_tenant() and m.id = membership
      and coalesce(r.edits ->> 'status', r.given ->> 'status') is distinct from 'left'
      and coalesce(coalesce(r.edits ->> 'leavingDate', r.given ->> 'leavingDate')
        >= (lanyard_now() at time zone o.time_zone)::date::text, true)
      and l.applied_at >= full_list_at(m.organisation_id)
  );
comment on function still_listed(uuid) is 'Whether a source still says that a member works there: the last list of everyone, or one applied since, names them and doesn''t say that they left.';

alter table seat_entries drop constraint seat_entries_why_check;
alter table seat_entries add constraint seat_entries_why_check
  check (why in ('set_up', 'command_line', 'registered', 'joined', 'notified', 'moved', 'archived', 'paused', 'reactivated', 'removed'));
comment on column seat_entries.why is 'Opened: set_up, command_line, registered, joined, notified (an account set up by an admin, once its email left), moved (from another organisation) or reactivated. Closed: archived, paused or removed.';

alter table accounts add column erased_at timestamptz;
comment on column accounts.erased_at is 'When everything that says who this was was taken out of every table. The row stays, so that the record still tells one erased person from another.';

-- owner: leaving
create table planned_ends (
  tenant_id uuid not null default current_tenant() references tenants (id),
  membership_id uuid not null,
  ends_as text not null,
  ends_on date not null,
  leaving_date date,
  reason text,
  tell boolean not null default false,
  planned_by uuid,
  planned_at timestamptz not null default lanyard_now(),
  told_at timestamptz,
  constraint planned_ends_pkey primary key (tenant_id, membership_id),
  constraint planned_ends_membership_fkey foreign key (tenant_id, membership_id) references memberships (tenant_id, id),
  constraint planned_ends_planned_by_fkey foreign key (tenant_id, planned_by) references accounts (tenant_id, id),
  constraint planned_ends_ends_as_check check (ends_as in ('paused', 'archived'))
);
comment on table planned_ends is 'Who is to be paused or archived at the end of a day to come. Gone once it is done or called off.';
comment on column planned_ends.tenant_id is 'The tenant.';
comment on column planned_ends.membership_id is 'Who, and where.';
comment on column planned_ends.ends_as is 'paused or archived.';
comment on column planned_ends.ends_on is 'The last day with access: it ends with that day in the organisation''s time zone.';
comment on column planned_ends.leaving_date is 'Last day of work, to be written when archived; that day unless another was given.';
comment on column planned_ends.reason is 'Kept for the record, where it is written encrypted when it is done.';
comment on column planned_ends.tell is 'Whether the person is told by email, a week before and when it is done.';
comment on column planned_ends.planned_by is 'Who decided it; null for the operator at the command line.';
comment on column planned_ends.planned_at is 'When.';
comment on column planned_ends.told_at is 'When the person was told of what is to come.';
create index planned_ends_on_idx on planned_ends (tenant_id, ends_on);

-- owner: leaving
create table due_notes (
  tenant_id uuid not null default current_tenant() references tenants (id),
  membership_id uuid not null,
  what text not null,
  due_on date not null,
  noticed_at timestamptz,
  notice_id uuid,
  tried_on date,
  problem text,
  problem_notice_id uuid,
  constraint due_notes_pkey primary key (tenant_id, membership_id, what),
  constraint due_notes_membership_fkey foreign key (tenant_id, membership_id) references memberships (tenant_id, id),
  constraint due_notes_what_check check (what in ('end', 'delete'))
);
comment on table due_notes is 'What was said and tried about a date on which somebody leaves: so that admins hear of it once, and what could not be done is tried once a day.';
comment on column due_notes.tenant_id is 'The tenant.';
comment on column due_notes.membership_id is 'Who, and where.';
comment on column due_notes.what is 'end: the planned end. delete: the deletion date.';
comment on column due_notes.due_on is 'The date this is about; of another date it says nothing.';
comment on column due_notes.noticed_at is 'When admins were told that it comes.';
comment on column due_notes.notice_id is 'The notice they were told in.';
comment on column due_notes.tried_on is 'Day there on which it was last tried and could not be done.';
comment on column due_notes.problem is 'Why not, in words.';
comment on column due_notes.problem_notice_id is 'The notice in which admins were told so.';
create index due_notes_notice_idx on due_notes (tenant_id, notice_id) where notice_id is not null;
create index due_notes_problem_idx on due_notes (tenant_id, problem_notice_id) where problem_notice_id is not null;

create index memberships_deletion_date_idx on memberships (tenant_id, deletion_date) where deletion_date is not null and state <> 'deleted';

-- Erasure reaches the lists people were on without anybody having to think of it.
create function forget_in_staff_lists() returns trigger
  language plpgsql as $$
declare
  gone uuid[];
  members uuid[];
  addresses text[];
  lists uuid[];
begin
  -- Without a join: thousands of accounts may have been changed, and as a rule none was erased.
  if not exists (select from new_accounts where erased_at is not null) then
    return null;
  end if;
  select array_agg(n.id), array_agg(b.email) into gone, addresses
    from new_accounts n join old_accounts b on b.tenant_id = n.tenant_id and b.id = n.id
    where n.erased_at is not null and b.erased_at is null;
  if gone is null then
    return null;
  end if;
  members := array(select m.id from memberships m where m.tenant_id = current_tenant() and m.account_id = any(gone));
  with named as (
    update staff_list_rows r set given = '{}', typed = null, edits = null, read_problems = null, changes = null, problems = null,
        warnings = null, candidates = null, leaver = case when r.leaver is null then null else jsonb_build_object('state', r.leaver -> 'state') end,
        result_detail = null, decision = case when l.state = 'applied' then r.decision else 'skip' end,
        outcome = case when l.state = 'applied' then r.outcome else 'skipped' end
      from staff_lists l
      where r.tenant_id = current_tenant() and l.tenant_id = r.tenant_id and l.id = r.list_id and (
        r.membership_id = any(members) or r.account_id = any(gone)
        or lower(r.given ->> 'email') = any(addresses) or lower(r.edits ->> 'email') = any(addresses))
      returning r.list_id
  )
  select array_agg(distinct named.list_id) into lists from named;
  delete from staff_list_files f where f.tenant_id = current_tenant() and f.list_id = any(lists);
  update staff_lists l set reading = l.reading || jsonb_build_object('columns', (
      select coalesce(jsonb_agg(c.said || '{"samples": []}' order by c.at), '[]')
      from jsonb_array_elements(l.reading -> 'columns') with ordinality as c (said, at)))
    where l.tenant_id = current_tenant() and l.id = any(lists) and l.reading is not null;
  delete from staff_records s where s.tenant_id = current_tenant() and s.membership_id = any(members);
  update staff_list_changes k set before = null, after = null where k.tenant_id = current_tenant() and k.membership_id = any(members);
  delete from staff_list_not_same n where n.tenant_id = current_tenant() and (n.membership_id = any(members) or n.email = any(addresses));
  return null;
end $$;
comment on function forget_in_staff_lists() is 'Takes what lists said of erased people out of them, with the file that said it.';
create trigger accounts_forget_in_staff_lists after update on accounts
  referencing new table as new_accounts old table as old_accounts
  for each statement execute function forget_in_staff_lists();

grant select, insert, update, delete on planned_ends, due_notes to :app;
grant delete on people_active to :app;
grant update (server_answer) on delivery_events to :app;
comment on table delivery_events is 'What became of each attempt to send a message, or why none was made. Only an erasure ever changes one: it takes the server''s words away.';
select guard_tenant(array['planned_ends', 'due_notes']);
