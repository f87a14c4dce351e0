-- The ground every other table stands on: the clock, ids, the tenant a transaction works for,
-- and the few tables that hold ids only and so stand outside row level security.

comment on schema lanyard_private is 'What the app role may read but never write: the shift of the clock and the list of migrations.';
grant usage on schema lanyard_private to :app;

create table lanyard_private.clock (
  only_row boolean primary key default true check (only_row),
  shift interval not null default interval '0'
);
comment on table lanyard_private.clock is 'One row: how far the clock is shifted. Other than zero only under LANYARD_TEST_CLOCK.';
comment on column lanyard_private.clock.only_row is 'Keeps the table at one row.';
comment on column lanyard_private.clock.shift is 'Added to the time of the database.';
insert into lanyard_private.clock default values;
grant select on lanyard_private.clock to :app;

create function lanyard_now() returns timestamptz
  language sql stable parallel safe
  return statement_timestamp() + (select c.shift from lanyard_private.clock c);
comment on function lanyard_now() is 'The one clock of the product. Everything that expires, locks, waits or is dated asks it.';

create function current_tenant() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('lanyard.tenant', true), '')::uuid;
comment on function current_tenant() is 'The tenant of the running transaction; null outside one, so that row level security shows nothing.';

create function uuid_v7() returns uuid
  language sql volatile parallel safe
  return (
    lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0')
    || '7' || substr(replace(gen_random_uuid()::text, '-', ''), 14)
  )::uuid;
comment on function uuid_v7() is 'A time-ordered id (RFC 9562, version 7), made here because PostgreSQL has one only from 18.';

-- owner: organisations
create table tenants (
  id uuid primary key default uuid_v7(),
  created_at timestamptz not null default lanyard_now()
);
comment on table tenants is 'The boundary no data and no identity crosses. Holds ids only, so it stands outside row level security.';
comment on column tenants.id is 'The tenant; also the first part of every other key.';
comment on column tenants.created_at is 'When it was made.';
grant select, insert on tenants to :app;
grant update (created_at) on tenants to :app; -- lets a change lock its tenant row; no statement writes it

-- owner: organisations
create table tenant_addresses (
  tenant_id uuid not null references tenants (id),
  base_url text not null,
  host text generated always as (lower(regexp_replace(base_url, '^https?://', ''))) stored,
  constraint tenant_addresses_pkey primary key (tenant_id),
  constraint tenant_addresses_base_url_key unique (base_url),
  constraint tenant_addresses_host_key unique (host),
  constraint tenant_addresses_base_url_check check (base_url ~ '^https?://[^/?#]+$')
);
comment on table tenant_addresses is 'The one base address of each tenant: its links, its cookies and its Origin check are built from it.';
comment on column tenant_addresses.tenant_id is 'Whose address.';
comment on column tenant_addresses.base_url is 'Scheme, host and port, without a slash at the end.';
comment on column tenant_addresses.host is 'Host and port as a browser sends them.';
grant select, insert, update on tenant_addresses to :app;

-- owner: set-up
create table set_up (
  only_row boolean primary key default true check (only_row),
  code_hash bytea,
  code_expires_at timestamptz,
  finished_at timestamptz
);
comment on table set_up is 'One row: whether this installation was set up, and the hash of the code that allows it.';
comment on column set_up.only_row is 'Keeps the table at one row.';
comment on column set_up.code_hash is 'SHA-256 of the set-up code printed at the last start; null once used.';
comment on column set_up.code_expires_at is 'The code works until then.';
comment on column set_up.finished_at is 'When the first owner was made; from then on set-up does not exist.';
insert into set_up default values;
grant select, update on set_up to :app;

-- owner: platform
create table counters (
  key text not null,
  window_start timestamptz not null,
  hits integer not null,
  expires_at timestamptz not null,
  constraint counters_pkey primary key (key, window_start)
);
comment on table counters is 'How often something happened in a window of time, over all nodes. Keys are hashes or fixed words, never personal.';
comment on column counters.key is 'What is counted.';
comment on column counters.window_start is 'Start of the window.';
comment on column counters.hits is 'How often so far.';
comment on column counters.expires_at is 'After this the row may be swept away.';
create index counters_expires_at_idx on counters (expires_at);
grant select, insert, update, delete on counters to :app;
