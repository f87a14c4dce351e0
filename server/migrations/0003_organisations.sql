-- owner: organisations
create table organisations (
  tenant_id uuid not null default current_tenant() references tenants (id),
  id uuid not null default uuid_v7(),
  parent_id uuid,
  path uuid[] not null,
  type text not null,
  name text not null,
  slug text not null,
  urn text,
  time_zone text not null,
  created_at timestamptz not null default lanyard_now(),
  constraint organisations_pkey primary key (tenant_id, id),
  constraint organisations_parent_fkey foreign key (tenant_id, parent_id) references organisations (tenant_id, id),
  constraint organisations_slug_key unique (tenant_id, slug),
  constraint organisations_type_check check (type in ('trust', 'school')),
  constraint organisations_path_check check (path[cardinality(path)] = id and (parent_id is null) = (cardinality(path) = 1))
);
comment on table organisations is 'The tree of a tenant: one root, a trust or a single school, and what stands below it.';
comment on column organisations.tenant_id is 'The tenant.';
comment on column organisations.id is 'The organisation.';
comment on column organisations.parent_id is 'What it belongs to; null for the root.';
comment on column organisations.path is 'Ids from the root down to itself, so that "here and below" is one comparison.';
comment on column organisations.type is 'trust (a group, district or company) or school (or any single organisation).';
comment on column organisations.name is 'As its people call it.';
comment on column organisations.slug is 'Its name in an address of the console.';
comment on column organisations.urn is 'Unique reference number, as text.';
comment on column organisations.time_zone is 'IANA name.';
comment on column organisations.created_at is 'When it was added.';
create unique index organisations_root_key on organisations (tenant_id) where parent_id is null;
create unique index organisations_urn_key on organisations (tenant_id, urn) where urn is not null;
create unique index organisations_name_key on organisations (tenant_id, parent_id, lower(name)) nulls not distinct;
create index organisations_path_idx on organisations using gin (path);

-- owner: organisations
create table organisation_domains (
  tenant_id uuid not null default current_tenant(),
  organisation_id uuid not null,
  domain text not null,
  position integer not null,
  constraint organisation_domains_pkey primary key (tenant_id, organisation_id, domain),
  constraint organisation_domains_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id)
);
comment on table organisation_domains is 'The email domains an organisation calls its own.';
comment on column organisation_domains.tenant_id is 'The tenant.';
comment on column organisation_domains.organisation_id is 'The organisation.';
comment on column organisation_domains.domain is 'Lower case, as an A-label (RFC 5890).';
comment on column organisation_domains.position is 'Order in which they were written.';

-- owner: organisations
create table units (
  tenant_id uuid not null default current_tenant() references tenants (id),
  id uuid not null default uuid_v7(),
  organisation_id uuid not null,
  parent_id uuid,
  path uuid[] not null,
  kind text not null,
  name text not null,
  private boolean not null default false,
  source text not null default 'local',
  created_at timestamptz not null default lanyard_now(),
  constraint units_pkey primary key (tenant_id, id),
  constraint units_organisation_key unique (tenant_id, organisation_id, id),
  constraint units_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint units_parent_fkey foreign key (tenant_id, organisation_id, parent_id) references units (tenant_id, organisation_id, id),
  constraint units_kind_check check (kind in ('service_area', 'group', 'subject_area', 'faculty', 'department', 'class')),
  constraint units_source_check check (source in ('synced', 'local')),
  constraint units_path_check check (path[cardinality(path)] = id)
);
comment on table units is 'A place inside an organisation.';
comment on column units.tenant_id is 'The tenant.';
comment on column units.id is 'The unit.';
comment on column units.organisation_id is 'Where it is; its parent is in the same organisation.';
comment on column units.parent_id is 'The unit it belongs to, if any.';
comment on column units.path is 'Ids from its topmost unit down to itself.';
comment on column units.kind is 'service_area, group, subject_area, faculty, department or class.';
comment on column units.name is 'As its people call it.';
comment on column units.private is 'Seen only from inside it and by organisation admins and above.';
comment on column units.source is 'synced from a staff list source, or local.';
comment on column units.created_at is 'When it was added.';
create unique index units_name_key on units (tenant_id, organisation_id, parent_id, kind, lower(name)) nulls not distinct;
create index units_path_idx on units using gin (path);

grant select, insert, update on organisations, units to :app;
grant select, insert, delete on organisation_domains to :app;
select guard_tenant(array['organisations', 'organisation_domains', 'units']);
