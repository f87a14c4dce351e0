-- What the list of people is filtered by. Who is archived is left out of it unless asked for, so they are counted apart.

comment on column people_tallies.state is 'State of the memberships; archived for those who are inactive because they left.';

create function tallied_state(state text, inactive_as text) returns text
  language sql immutable
  return case when inactive_as = 'archived' then 'archived' else state end;
comment on function tallied_state(text, text) is 'The state a membership is counted under.';

create or replace function tally_memberships() returns trigger
  language plpgsql as $$
declare
  at uuid[];
begin
  if tg_op = 'INSERT' then
    insert into people_tallies (organisation_id, state, again, places)
      select n.organisation_id, tallied_state(n.state, n.inactive_as), n.again, count(*) from after_rows n group by 1, 2, 3;
    at := array(select distinct n.organisation_id from after_rows n);
  else
    with moved as (
      insert into people_tallies (organisation_id, state, again, places)
        select c.organisation_id, c.state, c.again, sum(c.places)
        from (select n.organisation_id, tallied_state(n.state, n.inactive_as) as state, n.again, 1 as places from after_rows n
          union all select b.organisation_id, tallied_state(b.state, b.inactive_as), b.again, -1 from before_rows b) c
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

-- The owner of the tables sees no rows of any tenant while row level security is forced.
alter table memberships no force row level security;
alter table people_tallies no force row level security;
insert into people_tallies (tenant_id, organisation_id, state, again, places)
  select m.tenant_id, m.organisation_id, w.state, m.again, sum(w.places)
  from memberships m cross join (values ('inactive', -1), ('archived', 1)) as w (state, places)
  where m.inactive_as = 'archived' group by 1, 2, 3, 4;
alter table memberships force row level security;
alter table people_tallies force row level security;

-- Those who are inactive and still in the list are few beside those who left; by name, and in the order of labels.
create index memberships_paused_idx on memberships (tenant_id, name_key, id)
  where state = 'inactive' and inactive_as is distinct from 'archived';
create index memberships_leaving_idx on memberships (tenant_id, leaving_date) where leaving_date is not null;
create index memberships_deletion_idx on memberships (tenant_id, deletion_date) where deletion_date is not null;
create index memberships_labelled_idx on memberships (tenant_id, organisation_id) where labels <> '{}';
drop index memberships_first_gone_idx;
create index memberships_first_gone_idx on memberships (tenant_id, account_id)
  where not again and (state in ('deleted', 'rejected') or inactive_as = 'archived');

create function unlisted_members() returns table (id uuid, came_at timestamptz, listed_at timestamptz)
  language sql stable
  begin atomic
    with place as materialized (
      select o.id, full_list_at(o.id) as listed_at, (lanyard_now() at time zone o.time_zone)::date::text as today
      from organisations o where o.tenant_id = current_tenant()
    ),
    -- Lists from before the last one of everyone say nothing more, however many there were.
    list as materialized (
      select l.id, l.applied_at from staff_lists l
      where l.tenant_id = current_tenant() and l.state = 'applied' and l.applied_at >= (select min(p.listed_at) from place p)
    )
    select m.id, m.created_at, p.listed_at
    from memberships m join place p on p.id = m.organisation_id and p.listed_at is not null
    where m.tenant_id = current_tenant() and m.state not in ('deleted', 'rejected') and not exists (
      -- Read by itself (offset 0), so that the join carries a date of each row and not all that a list said of somebody.
      select from (
        select r.membership_id, l.applied_at, coalesce(r.edits ->> 'leavingDate', r.given ->> 'leavingDate') as leaving_date
        from staff_list_rows r join list l on l.id = r.list_id
        where r.tenant_id = current_tenant() and r.outcome <> 'not_on_list'
          and coalesce(r.edits ->> 'status', r.given ->> 'status') is distinct from 'left' offset 0) s
      where s.membership_id = m.id and s.applied_at >= p.listed_at and coalesce(s.leaving_date >= p.today, true));
  end;
comment on function unlisted_members() is 'Everybody in an organisation that a list of everyone speaks of whom no source lists any more, since when they are there, and when everybody was last listed: for all at once what still_listed() says of one.';
