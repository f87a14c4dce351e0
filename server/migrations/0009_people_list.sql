-- The list of people: orders it can be read in from any page on, counts that are kept, and when somebody was last active.

-- owner: people
create table people_active (
  tenant_id uuid not null default current_tenant() references tenants (id),
  account_id uuid not null,
  last_active_at timestamptz not null,
  constraint people_active_pkey primary key (tenant_id, account_id),
  constraint people_active_account_fkey foreign key (tenant_id, account_id) references accounts (tenant_id, id)
);
comment on table people_active is 'When each person last used Lanyard; nobody who never did. It outlives their sessions.';
comment on column people_active.tenant_id is 'The tenant.';
comment on column people_active.account_id is 'Who.';
comment on column people_active.last_active_at is 'Last use, as exact as sessions are. Kept by a trigger.';
create index people_active_when_idx on people_active (tenant_id, last_active_at, account_id);

create function keep_last_active() returns trigger
  language plpgsql as $$
begin
  insert into people_active as p (tenant_id, account_id, last_active_at)
    values (new.tenant_id, new.account_id, new.used_at)
    on conflict (tenant_id, account_id) do update set last_active_at = excluded.last_active_at
      where p.last_active_at < excluded.last_active_at;
  return null;
end $$;
comment on function keep_last_active() is 'Writes down that the person of a session was active.';
create trigger sessions_keep_last_active after insert or update of used_at on sessions
  for each row execute function keep_last_active();

alter table memberships add column again boolean not null default false;
comment on column memberships.again is 'Whether the person was known elsewhere in the tenant when it was made. Of a person''s memberships at most one is not again, so that people are counted without telling them apart one by one.';

create function membership_again() returns trigger
  language plpgsql as $$
begin
  new.again := exists (
    select from memberships m
    where m.tenant_id = new.tenant_id and m.account_id = new.account_id and m.state <> 'deleted');
  return new;
end $$;
comment on function membership_again() is 'Writes whether a membership is its person''s first. Whoever adds one holds the account''s row, so two at once cannot both be the first.';
create trigger memberships_again before insert on memberships for each row execute function membership_again();

-- owner: people
create table people_tallies (
  tenant_id uuid not null default current_tenant() references tenants (id),
  organisation_id uuid not null,
  id uuid not null default uuid_v7(),
  state text not null,
  again boolean not null,
  places integer not null,
  constraint people_tallies_pkey primary key (tenant_id, organisation_id, id)
);
comment on table people_tallies is 'How many memberships an organisation has in each state: the sum of the rows. Each change adds rows, so no two changes wait for each other; now and then they are added up.';
comment on column people_tallies.tenant_id is 'The tenant.';
comment on column people_tallies.organisation_id is 'Where.';
comment on column people_tallies.id is 'The row.';
comment on column people_tallies.state is 'State of the memberships.';
comment on column people_tallies.again is 'Whether they are their person''s first.';
comment on column people_tallies.places is 'How many more, or fewer.';

create function tally_memberships() returns trigger
  language plpgsql as $$
declare
  at uuid[];
begin
  if tg_op = 'INSERT' then
    insert into people_tallies (organisation_id, state, again, places)
      select n.organisation_id, n.state, n.again, count(*) from after_rows n group by 1, 2, 3;
    at := array(select distinct n.organisation_id from after_rows n);
  else
    with moved as (
      insert into people_tallies (organisation_id, state, again, places)
        select c.organisation_id, c.state, c.again, sum(c.places)
        from (select n.organisation_id, n.state, n.again, 1 as places from after_rows n
          union all select b.organisation_id, b.state, b.again, -1 from before_rows b) c
        group by 1, 2, 3 having sum(c.places) <> 0
        returning organisation_id
    )
    select array_agg(distinct moved.organisation_id) into at from moved;
  end if;
  if (select count(*) from people_tallies t where t.tenant_id = current_tenant() and t.organisation_id = any(at)) > 64 * cardinality(at) then
    with gone as (
      delete from people_tallies t where t.tenant_id = current_tenant() and t.organisation_id = any(at) and t.id in (
        select l.id from people_tallies l
        where l.tenant_id = current_tenant() and l.organisation_id = any(at) for update skip locked)
      returning t.organisation_id, t.state, t.again, t.places
    )
    insert into people_tallies (organisation_id, state, again, places)
      select g.organisation_id, g.state, g.again, sum(g.places) from gone g group by 1, 2, 3 having sum(g.places) <> 0;
  end if;
  return null;
end $$;
comment on function tally_memberships() is 'Keeps the counts of memberships in the transaction of the change, and adds the rows up once there are many.';
create trigger memberships_tally_insert after insert on memberships
  referencing new table as after_rows for each statement execute function tally_memberships();
create trigger memberships_tally_update after update on memberships
  referencing old table as before_rows new table as after_rows for each statement execute function tally_memberships();

-- Pages by name in a whole tenant and in an organisation; by label in a whole tenant (memberships_name_idx does it in
-- an organisation); whose invitation lapsed; people who are members again, and those whose first membership is gone.
create index memberships_tenant_name_idx on memberships (tenant_id, name_key, id) where state not in ('deleted', 'rejected');
create index memberships_organisation_name_idx on memberships (tenant_id, organisation_id, name_key, id) where state not in ('deleted', 'rejected');
create index memberships_state_idx on memberships (tenant_id, state, name_key, id);
create index memberships_invited_idx on memberships (tenant_id, organisation_id, invited_until) where state = 'invited';
create index memberships_again_idx on memberships (tenant_id, account_id) where again and state not in ('deleted', 'rejected');
create index memberships_first_gone_idx on memberships (tenant_id, account_id) where not again and state in ('deleted', 'rejected');
drop index memberships_organisation_idx;
create index role_assignments_organisation_idx on role_assignments (tenant_id, organisation_id, role);

-- A column and not an index over the function: row level security lets an index be used only with functions that are
-- known to tell nothing of what they are given.
alter table accounts add column address_hash bytea not null generated always as (address_hash(email)) stored;
comment on column accounts.address_hash is 'The address as the locks of sign-in name it.';
create index accounts_address_hash_idx on accounts (tenant_id, address_hash);
create index sign_in_locks_locked_idx on sign_in_locks (tenant_id, locked_until) where locked_until is not null;

-- Mail of invitations that something was wrong with.
create index messages_problems_idx on messages (tenant_id, organisation_id, id)
  where kind in ('invitation', 'invitation_new_link') and state in ('bounced', 'failed', 'unknown', 'deferred');

grant select, insert, update on people_active to :app;
grant select, insert, update, delete on people_tallies to :app;
select guard_tenant(array['people_active', 'people_tallies']);
