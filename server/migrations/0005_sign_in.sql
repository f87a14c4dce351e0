-- owner: sign-in
create table passwords (
  tenant_id uuid not null default current_tenant() references tenants (id),
  account_id uuid not null,
  hash text not null,
  pepper_id text not null,
  set_at timestamptz not null default lanyard_now(),
  constraint passwords_pkey primary key (tenant_id, account_id),
  constraint passwords_account_fkey foreign key (tenant_id, account_id) references accounts (tenant_id, id)
);
comment on table passwords is 'The password of an account, where it has one.';
comment on column passwords.tenant_id is 'The tenant.';
comment on column passwords.account_id is 'Whose.';
comment on column passwords.hash is 'argon2id with its parameters, over the peppered password.';
comment on column passwords.pepper_id is 'Which key peppered it.';
comment on column passwords.set_at is 'When it was chosen.';

-- owner: sign-in
create table sign_in_locks (
  tenant_id uuid not null default current_tenant() references tenants (id),
  address_hash bytea not null,
  failures integer not null default 0,
  locked_until timestamptz,
  updated_at timestamptz not null default lanyard_now(),
  constraint sign_in_locks_pkey primary key (tenant_id, address_hash)
);
comment on table sign_in_locks is 'Wrong passwords in a row for an address, known or not, so that an unknown one locks alike.';
comment on column sign_in_locks.tenant_id is 'The tenant.';
comment on column sign_in_locks.address_hash is 'SHA-256 of the canonical address.';
comment on column sign_in_locks.failures is 'Attempts admitted since the last success or unlocking.';
comment on column sign_in_locks.locked_until is 'Set with the tenth; never moved by further tries.';
comment on column sign_in_locks.updated_at is 'Last try; old rows are swept away.';

-- owner: sign-in
create table devices (
  tenant_id uuid not null default current_tenant() references tenants (id),
  id uuid not null default uuid_v7(),
  account_id uuid not null,
  token_hash bytea not null,
  failures integer not null default 0,
  locked_until timestamptz,
  epoch integer not null,
  created_at timestamptz not null default lanyard_now(),
  expires_at timestamptz not null,
  constraint devices_pkey primary key (tenant_id, id),
  constraint devices_token_key unique (tenant_id, token_hash),
  constraint devices_account_fkey foreign key (tenant_id, account_id) references accounts (tenant_id, id)
);
comment on table devices is 'A browser a person has signed in from before: it can still sign in while a stranger has locked the account.';
comment on column devices.tenant_id is 'The tenant.';
comment on column devices.id is 'The device.';
comment on column devices.account_id is 'Whose.';
comment on column devices.token_hash is 'SHA-256 of the cookie.';
comment on column devices.failures is 'Wrong passwords in a row from this device.';
comment on column devices.locked_until is 'Set with its own tenth.';
comment on column devices.epoch is 'The account''s epoch when it was remembered; another epoch ends it.';
comment on column devices.created_at is 'First sign-in from it.';
comment on column devices.expires_at is 'Forgotten after that.';

-- owner: sign-in
create table sessions (
  tenant_id uuid not null default current_tenant() references tenants (id),
  id uuid not null default uuid_v7(),
  account_id uuid not null,
  token_hash bytea not null,
  epoch integer not null,
  factors text[] not null,
  started_at timestamptz not null default lanyard_now(),
  proved_at timestamptz not null default lanyard_now(),
  used_at timestamptz not null default lanyard_now(),
  ended_at timestamptz,
  access_version bigint not null default 1,
  level smallint,
  constraint sessions_pkey primary key (tenant_id, id),
  constraint sessions_token_key unique (tenant_id, token_hash),
  constraint sessions_account_fkey foreign key (tenant_id, account_id) references accounts (tenant_id, id)
);
comment on table sessions is 'A signed-in browser. Read on every request, so that ending it is at once.';
comment on column sessions.tenant_id is 'The tenant.';
comment on column sessions.id is 'The session.';
comment on column sessions.account_id is 'Whose.';
comment on column sessions.token_hash is 'SHA-256 of the cookie.';
comment on column sessions.epoch is 'The account''s epoch at sign-in; another epoch ends it.';
comment on column sessions.factors is 'What was proved: password, later also others.';
comment on column sessions.started_at is 'When it began; it ends a fixed time after.';
comment on column sessions.proved_at is 'Last time the person proved who they are; powerful acts want it fresh.';
comment on column sessions.used_at is 'Last use, written at most once a minute.';
comment on column sessions.ended_at is 'Signed out then.';
comment on column sessions.access_version is 'Raised by whatever changes what the person holds, in the same transaction: who keeps what they read of it compares.';
comment on column sessions.level is 'The highest level of role that its present token was issued for; null until first asked. Above it the token is renewed.';
create index sessions_account_idx on sessions (tenant_id, account_id);

-- owner: sign-in
create table password_resets (
  tenant_id uuid not null default current_tenant() references tenants (id),
  id uuid not null default uuid_v7(),
  account_id uuid not null,
  kind text not null,
  epoch integer not null,
  created_at timestamptz not null default lanyard_now(),
  used_at timestamptz,
  revoked_at timestamptz,
  constraint password_resets_pkey primary key (tenant_id, id),
  constraint password_resets_account_fkey foreign key (tenant_id, account_id) references accounts (tenant_id, id),
  constraint password_resets_kind_check check (kind in ('mailed', 'printed'))
);
comment on table password_resets is 'A request to choose a password. Using it, or asking again, ends its links.';
comment on column password_resets.tenant_id is 'The tenant.';
comment on column password_resets.id is 'The request.';
comment on column password_resets.account_id is 'Whose password.';
comment on column password_resets.kind is 'mailed: its use proves the mailbox. printed: handed over at the command line, proves nothing.';
comment on column password_resets.epoch is 'The account''s epoch when asked; another epoch ends it.';
comment on column password_resets.created_at is 'When asked.';
comment on column password_resets.used_at is 'When a new password was chosen with it.';
comment on column password_resets.revoked_at is 'When a newer request or another change ended it.';
create index password_resets_account_idx on password_resets (tenant_id, account_id);

-- owner: sign-in
create table password_reset_links (
  tenant_id uuid not null default current_tenant() references tenants (id),
  token_hash bytea not null,
  reset_id uuid not null,
  expires_at timestamptz not null,
  constraint password_reset_links_pkey primary key (tenant_id, token_hash),
  constraint password_reset_links_reset_fkey foreign key (tenant_id, reset_id) references password_resets (tenant_id, id)
);
comment on table password_reset_links is 'The links of a request: each attempt to send mints its own, so no plain token is kept.';
comment on column password_reset_links.tenant_id is 'The tenant.';
comment on column password_reset_links.token_hash is 'SHA-256 of the token.';
comment on column password_reset_links.reset_id is 'The request it belongs to.';
comment on column password_reset_links.expires_at is 'Works until then.';

grant select, insert, update, delete on passwords, sign_in_locks, devices, sessions to :app;
grant select, insert, update on password_resets, password_reset_links to :app;
select guard_tenant(array['passwords', 'sign_in_locks', 'devices', 'sessions', 'password_resets', 'password_reset_links']);

create function can_sign_in(account uuid) returns boolean
  language sql stable
  return exists (select from passwords p where p.tenant_id = current_tenant() and p.account_id = account);
comment on function can_sign_in(uuid) is 'Whether an account has any way to prove who it is. A lock, being temporary, does not count against it.';

create function address_hash(email text) returns bytea
  language sql immutable parallel safe
  return sha256(convert_to(email, 'UTF8'));
comment on function address_hash(text) is 'How a canonical address is written where it must not be readable.';

create function membership_status(state text, account_email text, has_password boolean) returns text
  language sql stable
  return case
    when state in ('deleted', 'inactive', 'rejected') then state
    when has_password and exists (
      select from sign_in_locks l
      where l.tenant_id = current_tenant() and l.address_hash = address_hash(account_email) and l.locked_until > lanyard_now()
    ) then 'locked'
    when state = 'invited' then 'pending'
    else state
  end;
comment on function membership_status(text, text, boolean) is 'The one label of a membership, computed from stored facts and the clock; no job flips it.';

create function read_session(
  tenant uuid, session_token_hash bytea, known_version bigint,
  out session_id uuid, out account_id uuid, out email text, out given_name text, out family_name text, out language text,
  out version bigint, out idle_seconds float8, out age_seconds float8, out proof_seconds float8, out holdings jsonb
)
  language plpgsql volatile as $$
declare
  now timestamptz := lanyard_now();
begin
  perform set_config('lanyard.tenant', tenant::text, true);
  select s.id, a.id, a.email, a.given_name, a.family_name, a.language, s.access_version,
      extract(epoch from now - s.used_at), extract(epoch from now - s.started_at), extract(epoch from now - s.proved_at),
      case when s.access_version is distinct from known_version then holdings_of(a.id) end
    into session_id, account_id, email, given_name, family_name, language, version,
      idle_seconds, age_seconds, proof_seconds, holdings
    from sessions s
    join accounts a on a.tenant_id = s.tenant_id and a.id = s.account_id
    where s.tenant_id = tenant and s.token_hash = session_token_hash and s.ended_at is null and s.epoch = a.epoch;
end $$;
comment on function read_session(uuid, bytea, bigint) is
  'A live session and its person in one round trip: sets the tenant for its own statement and reads under row level security. What the person holds comes along unless the caller has read it at this very version.';

-- What a person holds is read anew only when it changed. No verb can forget to say so: the tables do.
create function raise_access_version() returns trigger
  language plpgsql as $$
begin
  execute format(
    'update sessions s set access_version = s.access_version + 1
     where s.tenant_id = current_tenant() and s.ended_at is null and s.account_id in (select m.account_id from memberships m where %s)',
    tg_argv[0]);
  return null;
end $$;
comment on function raise_access_version() is 'Raises the version of the live sessions of everybody whose membership fits the condition given, in the transaction of the change.';

create trigger memberships_raise_on_insert after insert on memberships referencing new table as changed for each statement
  execute function raise_access_version('m.id in (select id from changed)');
create trigger memberships_raise_on_update after update on memberships referencing new table as changed for each statement
  execute function raise_access_version('m.id in (select id from changed)');
create trigger role_assignments_raise_on_insert after insert on role_assignments referencing new table as changed for each statement
  execute function raise_access_version('m.id in (select membership_id from changed)');
create trigger role_assignments_raise_on_delete after delete on role_assignments referencing old table as changed for each statement
  execute function raise_access_version('m.id in (select membership_id from changed)');
create trigger permission_grants_raise_on_insert after insert on permission_grants referencing new table as changed for each statement
  execute function raise_access_version('m.id in (select membership_id from changed)');
create trigger permission_grants_raise_on_delete after delete on permission_grants referencing old table as changed for each statement
  execute function raise_access_version('m.id in (select membership_id from changed)');
create trigger organisations_raise_on_update after update on organisations referencing new table as changed for each statement
  execute function raise_access_version('m.organisation_id in (select id from changed)');
create trigger units_raise_on_update after update on units referencing new table as changed for each statement
  execute function raise_access_version('m.id in (select r.membership_id from role_assignments r join changed c on r.unit_id = c.id)');
