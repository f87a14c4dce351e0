-- owner: people
create table accounts (
  tenant_id uuid not null default current_tenant() references tenants (id),
  id uuid not null default uuid_v7(),
  email text not null,
  given_name text not null,
  family_name text not null,
  language text not null default 'en-GB',
  email_proved_at timestamptz,
  epoch integer not null default 1,
  created_at timestamptz not null default lanyard_now(),
  constraint accounts_pkey primary key (tenant_id, id),
  constraint accounts_email_key unique (tenant_id, email)
);
comment on table accounts is 'One person of a tenant, by canonical email address, with or without credentials.';
comment on column accounts.tenant_id is 'The tenant.';
comment on column accounts.id is 'The person.';
comment on column accounts.email is 'Canonical: ASCII lower case before the @, A-label after it.';
comment on column accounts.given_name is 'First name.';
comment on column accounts.family_name is 'Last name.';
comment on column accounts.language is 'BCP 47 tag for pages and mail.';
comment on column accounts.email_proved_at is 'When a link or code that went to the mailbox came back. Nothing else sets it.';
comment on column accounts.epoch is 'Raised when everything issued before must end: sessions and links carry the epoch they were made in.';
comment on column accounts.created_at is 'When the person became known.';

-- owner: people
create table memberships (
  tenant_id uuid not null default current_tenant() references tenants (id),
  id uuid not null default uuid_v7(),
  account_id uuid not null,
  organisation_id uuid not null,
  state text not null,
  relationship text not null default 'employee',
  job_title text,
  created_at timestamptz not null default lanyard_now(),
  constraint memberships_pkey primary key (tenant_id, id),
  constraint memberships_account_fkey foreign key (tenant_id, account_id) references accounts (tenant_id, id),
  constraint memberships_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint memberships_state_check check (state in ('not_invited', 'invited', 'awaiting_approval', 'active', 'inactive', 'rejected', 'deleted')),
  constraint memberships_relationship_check check (relationship in ('employee', 'volunteer', 'governor', 'contractor', 'agency'))
);
comment on table memberships is 'A person in an organisation: may they use its space?';
comment on column memberships.tenant_id is 'The tenant.';
comment on column memberships.id is 'The membership; the id the console and the API call a person''s id.';
comment on column memberships.account_id is 'Who.';
comment on column memberships.organisation_id is 'Where.';
comment on column memberships.state is 'The stored state; the label people see is computed from it by membership_status().';
comment on column memberships.relationship is 'employee, volunteer, governor, contractor or agency.';
comment on column memberships.job_title is 'As the organisation writes it.';
comment on column memberships.created_at is 'When the person was added here.';
create unique index memberships_account_organisation_key on memberships (tenant_id, account_id, organisation_id) where state <> 'deleted';
create index memberships_organisation_idx on memberships (tenant_id, organisation_id) where state <> 'deleted';

-- owner: access
create table role_assignments (
  tenant_id uuid not null default current_tenant() references tenants (id),
  id uuid not null default uuid_v7(),
  membership_id uuid not null,
  role text not null,
  scope text not null,
  organisation_id uuid not null,
  unit_id uuid,
  unit_kind text,
  source text not null,
  created_at timestamptz not null default lanyard_now(),
  constraint role_assignments_pkey primary key (tenant_id, id),
  constraint role_assignments_membership_fkey foreign key (tenant_id, membership_id) references memberships (tenant_id, id),
  constraint role_assignments_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint role_assignments_unit_fkey foreign key (tenant_id, organisation_id, unit_id) references units (tenant_id, organisation_id, id),
  constraint role_assignments_scope_check check (
    (scope in ('tenant', 'organisation') and unit_id is null and unit_kind is null)
    or (scope = 'unit' and unit_id is not null and unit_kind is null)
    or (scope = 'kind' and unit_id is null and unit_kind is not null)
  ),
  constraint role_assignments_source_check check (source in ('manual', 'sync', 'invitation', 'preset'))
);
comment on table role_assignments is 'A role a person holds, and where.';
comment on column role_assignments.tenant_id is 'The tenant.';
comment on column role_assignments.id is 'The assignment.';
comment on column role_assignments.membership_id is 'Who holds it.';
comment on column role_assignments.role is 'Key of the role.';
comment on column role_assignments.scope is 'tenant, organisation, unit, or kind (every unit of a kind).';
comment on column role_assignments.organisation_id is 'The organisation the scope is in.';
comment on column role_assignments.unit_id is 'The unit, for scope unit.';
comment on column role_assignments.unit_kind is 'The kind of unit, for scope kind.';
comment on column role_assignments.source is 'Who wrote it: manual, sync, invitation or preset.';
comment on column role_assignments.created_at is 'Since when.';
create unique index role_assignments_once_key on role_assignments (tenant_id, membership_id, role, scope, organisation_id, unit_id, unit_kind) nulls not distinct;
create index role_assignments_role_idx on role_assignments (tenant_id, role);

-- owner: access
create table permission_grants (
  tenant_id uuid not null default current_tenant() references tenants (id),
  membership_id uuid not null,
  permission text not null,
  created_at timestamptz not null default lanyard_now(),
  constraint permission_grants_pkey primary key (tenant_id, membership_id, permission),
  constraint permission_grants_membership_fkey foreign key (tenant_id, membership_id) references memberships (tenant_id, id)
);
comment on table permission_grants is 'A permission switched on for a person on top of their roles.';
comment on column permission_grants.tenant_id is 'The tenant.';
comment on column permission_grants.membership_id is 'Who; it holds in the organisation of that membership and below.';
comment on column permission_grants.permission is 'Key of the permission.';
comment on column permission_grants.created_at is 'Since when.';

grant select, insert, update on accounts, memberships to :app;
grant select, insert, delete on role_assignments, permission_grants to :app;
select guard_tenant(array['accounts', 'memberships', 'role_assignments', 'permission_grants']);

create function holdings_of(account uuid) returns jsonb
  language sql stable
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
        'membershipId', m.id,
        'state', m.state,
        'organisation', jsonb_build_object('id', o.id, 'name', o.name, 'slug', o.slug, 'type', o.type, 'parentId', o.parent_id, 'path', o.path),
        'assignments', (
          select coalesce(jsonb_agg(jsonb_build_object(
              'role', a.role, 'scope', a.scope, 'organisationId', a.organisation_id, 'unitId', a.unit_id,
              'unitName', u.name, 'unitKind', a.unit_kind, 'source', a.source) order by a.created_at, a.id), '[]')
          from role_assignments a
          left join units u on u.tenant_id = a.tenant_id and u.id = a.unit_id
          where a.tenant_id = m.tenant_id and a.membership_id = m.id),
        'grants', (
          select coalesce(jsonb_agg(g.permission order by g.permission), '[]')
          from permission_grants g
          where g.tenant_id = m.tenant_id and g.membership_id = m.id)
      ) order by cardinality(o.path), o.name), '[]')
    from memberships m
    join organisations o on o.tenant_id = m.tenant_id and o.id = m.organisation_id
    where m.tenant_id = current_tenant() and m.account_id = account and m.state not in ('deleted', 'rejected')
  );
comment on function holdings_of(uuid) is 'What an account holds in each of its organisations: everything authorize() needs, in one read.';
