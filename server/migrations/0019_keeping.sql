-- How long things are kept, what is lost when, and what is held back from being lost.

-- The record forgets what was kept as long as it may be, and its chain stays whole: a forgotten event leaves its hash.
alter table audit_seals drop constraint audit_seals_event_fkey;
comment on column audit_seals.event_id is 'The event at that position. The event itself may be gone: see audit_forgotten.';

-- owner: audit
create table audit_forgotten (
  tenant_id uuid not null default current_tenant() references tenants (id),
  sequence bigint not null,
  run_id uuid not null,
  constraint audit_forgotten_pkey primary key (tenant_id, sequence)
);
comment on table audit_forgotten is 'Positions of the chain whose event was forgotten in its time. Insert and select only.';
comment on column audit_forgotten.tenant_id is 'The tenant.';
comment on column audit_forgotten.sequence is 'The position.';
comment on column audit_forgotten.run_id is 'The event that says so and signs for it.';
create index audit_forgotten_run_idx on audit_forgotten (tenant_id, run_id);
create index audit_events_at_idx on audit_events (tenant_id, at);

create function events_to_forget(which text, older_than interval, at_most integer)
  returns table (sequence bigint, hash bytea, event_id uuid)
  language sql stable
begin atomic
  select s.sequence, s.hash, e.id
  from audit_events e
  join audit_seals s on s.tenant_id = e.tenant_id and s.event_id = e.id
  where e.tenant_id = current_tenant()
    and e.at <= lanyard_now() - greatest(older_than, case which when 'record' then interval '1 year' else interval '30 days' end)
    and e.event not like 'retention.%' and e.event not like 'backup.%'
    and (which = 'record' or (which = 'sign_ins' and e.event in ('session.started', 'session.ended', 'sessions.ended_everywhere',
      'session.confirmed', 'sign_in.failed', 'sign_in.locked', 'password.reset_requested', 'authz.denied')))
  order by s.sequence limit at_most;
end;
comment on function events_to_forget(text, interval, integer) is 'Sealed events of the tenant that were kept long enough: sign_ins (signing in and the like), or record (all). Never younger than 30 days or a year, whatever is asked for.';

-- The app role may not delete from the record; this is all that can, and it runs as the owner.
create function forget_events(which text, older_than interval, at_most integer)
  returns table (sequence bigint, hash bytea)
  language sql volatile security definer set search_path = pg_catalog, public
begin atomic
  with due as materialized (select d.sequence, d.hash, d.event_id from events_to_forget(which, older_than, at_most) d),
  gone as (
    delete from audit_events e using due d where e.tenant_id = current_tenant() and e.id = d.event_id returning e.id
  )
  select d.sequence, d.hash from due d where d.event_id in (select id from gone) order by d.sequence;
end;
comment on function forget_events(text, interval, integer) is 'Takes events out of the record that were kept long enough, and answers with what they leave in the chain.';

-- owner: retention
create table retention_periods (
  tenant_id uuid not null default current_tenant() references tenants (id),
  kind text not null,
  amount integer not null,
  changed_at timestamptz not null default lanyard_now(),
  constraint retention_periods_pkey primary key (tenant_id, kind),
  constraint retention_periods_kind_check check (kind in ('invitations', 'staff_list_files', 'sessions', 'sign_ins', 'record', 'archived')),
  constraint retention_periods_amount_check check (amount > 0)
);
comment on table retention_periods is 'How long a tenant keeps things, where it chose otherwise than the product.';
comment on column retention_periods.tenant_id is 'The tenant.';
comment on column retention_periods.kind is 'What is kept.';
comment on column retention_periods.amount is 'How long: days of invitations, staff_list_files and sessions, months of the others.';
comment on column retention_periods.changed_at is 'Since when.';

create function kept_for(what text) returns interval
  language sql stable
  return (
    select case when what in ('sign_ins', 'record', 'archived') then make_interval(months => k.amount) else make_interval(days => k.amount) end
    from (select coalesce(
      (select p.amount from retention_periods p where p.tenant_id = current_tenant() and p.kind = what),
      case what when 'invitations' then 90 when 'staff_list_files' then 7 when 'sessions' then 30
        when 'sign_ins' then 12 when 'record' then 72 when 'archived' then 12 end) as amount) k
  );
comment on function kept_for(text) is 'How long the tenant keeps things of a kind.';

-- owner: retention
create table holds (
  tenant_id uuid not null default current_tenant() references tenants (id),
  id uuid not null default uuid_v7(),
  organisation_id uuid not null,
  account_id uuid,
  reason text not null,
  placed_by uuid,
  placed_at timestamptz not null default lanyard_now(),
  lifted_by uuid,
  lifted_at timestamptz,
  constraint holds_pkey primary key (tenant_id, id),
  constraint holds_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint holds_account_fkey foreign key (tenant_id, account_id) references accounts (tenant_id, id),
  constraint holds_placed_by_fkey foreign key (tenant_id, placed_by) references accounts (tenant_id, id),
  constraint holds_lifted_by_fkey foreign key (tenant_id, lifted_by) references accounts (tenant_id, id)
);
comment on table holds is 'What must be kept although its time is over or somebody asks for its erasure, such as during a court case.';
comment on column holds.tenant_id is 'The tenant.';
comment on column holds.id is 'The hold.';
comment on column holds.organisation_id is 'Where it was placed; without a person it holds everything there and below.';
comment on column holds.account_id is 'The person it holds; null for everything of the organisation.';
comment on column holds.reason is 'Why, in words.';
comment on column holds.placed_by is 'Who placed it; null for the operator at the command line.';
comment on column holds.placed_at is 'When.';
comment on column holds.lifted_by is 'Who lifted it.';
comment on column holds.lifted_at is 'When; null while it holds.';
create unique index holds_open_key on holds (tenant_id, organisation_id, account_id) nulls not distinct where lifted_at is null;

create function on_hold(account uuid) returns boolean
  language sql stable
  return exists (
    select from holds h
    where h.tenant_id = current_tenant() and h.lifted_at is null and (h.account_id = account or (h.account_id is null and exists (
      select from memberships m join organisations o on o.tenant_id = m.tenant_id and o.id = m.organisation_id
      where m.tenant_id = h.tenant_id and m.account_id = account and h.organisation_id = any(o.path))))
  );
comment on function on_hold(uuid) is 'Whether everything of an account must be kept: it is held itself, or one of the organisations it was ever a member of is, or one above.';

create function place_on_hold(organisation uuid) returns boolean
  language sql stable
  return exists (
    select from holds h join organisations o on o.tenant_id = h.tenant_id and o.id = organisation
    where h.tenant_id = current_tenant() and h.lifted_at is null and h.account_id is null and h.organisation_id = any(o.path)
  );
comment on function place_on_hold(uuid) is 'Whether everything of an organisation must be kept: it is held, or one above it is.';

-- owner: retention
create table archive_reviews (
  tenant_id uuid not null default current_tenant() references tenants (id),
  membership_id uuid not null,
  flagged_at timestamptz,
  restored_as text,
  kept_at timestamptz,
  kept_by uuid,
  constraint archive_reviews_pkey primary key (tenant_id, membership_id),
  constraint archive_reviews_membership_fkey foreign key (tenant_id, membership_id) references memberships (tenant_id, id),
  constraint archive_reviews_restored_as_check check (restored_as in ('archived', 'deleted')),
  constraint archive_reviews_kept_by_fkey foreign key (tenant_id, kept_by) references accounts (tenant_id, id)
);
comment on table archive_reviews is 'Who has been archived for so long that somebody should decide whether they are still kept, and who decided so before.';
comment on column archive_reviews.tenant_id is 'The tenant.';
comment on column archive_reviews.membership_id is 'Who, and where.';
comment on column archive_reviews.flagged_at is 'When they came up for a decision; null once it was made.';
comment on column archive_reviews.restored_as is 'Of somebody whom a restored backup brought back: what had become of them since, archived or deleted. They come up at once.';
comment on column archive_reviews.kept_at is 'When somebody last decided to keep them: their time begins again then.';
comment on column archive_reviews.kept_by is 'Who did.';

grant select, insert on audit_forgotten to :app;
grant select, insert, update, delete on retention_periods, archive_reviews to :app;
grant select, insert, update on holds to :app;
revoke all on function forget_events(text, interval, integer) from public;
grant execute on function forget_events(text, interval, integer) to :app;
select guard_tenant(array['audit_forgotten', 'retention_periods', 'holds', 'archive_reviews']);

-- Erasure reaches the reasons of holds that were lifted: they are words of somebody's about that person.
create function forget_in_holds() returns trigger
  language plpgsql as $$
begin
  if not exists (select from new_accounts where erased_at is not null) then
    return null;
  end if;
  update holds h set reason = '' from new_accounts n
    where n.erased_at is not null and h.tenant_id = n.tenant_id and h.account_id = n.id and h.reason <> '';
  return null;
end $$;
create trigger accounts_forget_in_holds after update on accounts
  referencing new table as new_accounts old table as old_accounts
  for each statement execute function forget_in_holds();

create index audit_events_retention_idx on audit_events (tenant_id, event, at desc) where event like 'retention.%';

-- owner: audit
create table audit_checks (
  tenant_id uuid not null default current_tenant() references tenants (id),
  at timestamptz not null default lanyard_now(),
  sealed bigint not null,
  forgotten bigint not null,
  anchors integer not null,
  from_at timestamptz,
  through_at timestamptz,
  first_bad bigint,
  problem text,
  constraint audit_checks_pkey primary key (tenant_id)
);
comment on table audit_checks is 'How the record of a tenant was found when it was last looked at whole.';
comment on column audit_checks.tenant_id is 'The tenant.';
comment on column audit_checks.at is 'When it was looked at.';
comment on column audit_checks.sealed is 'Positions of the chain that were as sealed.';
comment on column audit_checks.forgotten is 'Those of them whose event was forgotten in its time.';
comment on column audit_checks.anchors is 'Signed anchors it was held against.';
comment on column audit_checks.from_at is 'When the oldest event that was checked happened.';
comment on column audit_checks.through_at is 'When the newest event that was checked happened.';
comment on column audit_checks.first_bad is 'First position that is not as it was sealed; null when all was well.';
comment on column audit_checks.problem is 'What is wrong with it, in words.';
grant select, insert, update on audit_checks to :app;
select guard_tenant(array['audit_checks']);

-- owner: reviews
create table review_reminders (
  tenant_id uuid not null default current_tenant() references tenants (id),
  organisation_id uuid not null,
  half_term date not null,
  at timestamptz not null default lanyard_now(),
  constraint review_reminders_pkey primary key (tenant_id, organisation_id),
  constraint review_reminders_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id)
);
comment on table review_reminders is 'For which half term the admins of an organisation were last reminded to look through its accounts, or had nothing to look at.';
comment on column review_reminders.tenant_id is 'The tenant.';
comment on column review_reminders.organisation_id is 'The organisation.';
comment on column review_reminders.half_term is 'The day on which that half term began.';
comment on column review_reminders.at is 'When.';
grant select, insert, update on review_reminders to :app;
select guard_tenant(array['review_reminders']);
