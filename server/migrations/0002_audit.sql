-- The record of what was done. The app may add and read, never change or remove.

-- owner: audit
create table audit_events (
  tenant_id uuid not null default current_tenant() references tenants (id),
  id uuid not null default uuid_v7(),
  at timestamptz not null default lanyard_now(),
  event text not null,
  door text not null,
  actor_kind text not null,
  actor_id uuid,
  subject_id uuid,
  organisation_id uuid,
  request_id text,
  detail jsonb not null default '{}',
  subject_detail bytea,
  actor_detail bytea,
  constraint audit_events_pkey primary key (tenant_id, id),
  constraint audit_events_actor_kind_check check (actor_kind in ('person', 'operator', 'system', 'anonymous')),
  constraint audit_events_door_check check (door in ('console', 'api', 'scim', 'cli', 'job'))
);
comment on table audit_events is 'One row for each thing done, written in the transaction that did it. Insert and select only.';
comment on column audit_events.tenant_id is 'The tenant.';
comment on column audit_events.id is 'The event.';
comment on column audit_events.at is 'When, by the clock of the product.';
comment on column audit_events.event is 'What happened: one of the closed list in the audit feature.';
comment on column audit_events.door is 'The way in: console, api, scim, cli or job.';
comment on column audit_events.actor_kind is 'Who did it: a person, the operator at the command line, the system by itself, or nobody known.';
comment on column audit_events.actor_id is 'The account that did it, when a person.';
comment on column audit_events.subject_id is 'The account it was done to, if any.';
comment on column audit_events.organisation_id is 'Where, if at one organisation.';
comment on column audit_events.request_id is 'The request, as in the log.';
comment on column audit_events.detail is 'Facts without personal data: keys, ids, counts.';
comment on column audit_events.subject_detail is 'Personal facts of the subject, encrypted with the subject''s key.';
comment on column audit_events.actor_detail is 'Personal facts of the actor (network address, browser), encrypted with the actor''s key.';
create index audit_events_organisation_idx on audit_events (tenant_id, organisation_id, id desc);
create index audit_events_subject_idx on audit_events (tenant_id, subject_id, id desc) where subject_id is not null;

-- owner: audit
create table audit_unsealed (
  tenant_id uuid not null default current_tenant() references tenants (id),
  event_id uuid not null,
  constraint audit_unsealed_pkey primary key (tenant_id, event_id)
);
comment on table audit_unsealed is 'Events that wait for the next seal. Ids only.';
comment on column audit_unsealed.tenant_id is 'The tenant.';
comment on column audit_unsealed.event_id is 'The event.';

-- owner: audit
create table audit_seals (
  tenant_id uuid not null default current_tenant() references tenants (id),
  sequence bigint not null,
  event_id uuid not null,
  hash bytea not null,
  constraint audit_seals_pkey primary key (tenant_id, sequence),
  constraint audit_seals_event_key unique (tenant_id, event_id),
  constraint audit_seals_event_fkey foreign key (tenant_id, event_id) references audit_events (tenant_id, id)
);
comment on table audit_seals is 'The chain over the events of a tenant. Insert and select only.';
comment on column audit_seals.tenant_id is 'The tenant.';
comment on column audit_seals.sequence is 'Position in the chain, from 1, without gaps.';
comment on column audit_seals.event_id is 'The event at that position.';
comment on column audit_seals.hash is 'SHA-256 of the hash before it and the canonical JSON (RFC 8785) of the event.';

-- owner: audit
create table person_keys (
  tenant_id uuid not null default current_tenant() references tenants (id),
  account_id uuid not null,
  wrapped_key bytea not null,
  constraint person_keys_pkey primary key (tenant_id, account_id)
);
comment on table person_keys is 'The key of each person''s details in the record. Destroying it erases them and leaves the chain whole.';
comment on column person_keys.tenant_id is 'The tenant.';
comment on column person_keys.account_id is 'Whose.';
comment on column person_keys.wrapped_key is 'The key, encrypted under a key derived from SECRET_KEY.';

grant select, insert on audit_events, audit_seals to :app;
grant select, insert, delete on audit_unsealed, person_keys to :app;

create function guard_tenant(tables text[]) returns void
  language plpgsql as $$
declare t text;
begin
  foreach t in array tables loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant on %I using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())', t);
  end loop;
end $$;
comment on function guard_tenant(text[]) is 'Turns row level security on, forced, for tables that begin with a tenant. Migrations call it.';
revoke all on function guard_tenant(text[]) from public;

select guard_tenant(array['audit_events', 'audit_unsealed', 'audit_seals', 'person_keys']);
