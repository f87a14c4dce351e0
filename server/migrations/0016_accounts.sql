-- What is done to an account by hand: a reset that somebody else sends, and an address that waits for its proof.

alter table password_resets
  add column sent boolean not null default false,
  add column sent_by uuid,
  add constraint password_resets_sent_by_fkey foreign key (tenant_id, sent_by) references accounts (tenant_id, id);
comment on column password_resets.sent is 'Whether somebody else sent it, instead of the person asking.';
comment on column password_resets.sent_by is 'Who sent it; null when the person asked, and for the operator.';

alter table memberships add column suggestion_declined_for text;
comment on column memberships.suggestion_declined_for is 'The job title for which somebody turned down the role it suggests: it is not suggested again.';

-- owner: sign-in
create table email_changes (
  tenant_id uuid not null default current_tenant() references tenants (id),
  id uuid not null default uuid_v7(),
  account_id uuid not null,
  membership_id uuid not null,
  email text not null,
  asked_by uuid,
  epoch integer not null,
  created_at timestamptz not null default lanyard_now(),
  used_at timestamptz,
  revoked_at timestamptz,
  constraint email_changes_pkey primary key (tenant_id, id),
  constraint email_changes_account_fkey foreign key (tenant_id, account_id) references accounts (tenant_id, id),
  constraint email_changes_membership_fkey foreign key (tenant_id, membership_id) references memberships (tenant_id, id),
  constraint email_changes_asked_by_fkey foreign key (tenant_id, asked_by) references accounts (tenant_id, id)
);
comment on table email_changes is 'An address that is to become somebody''s once a link that went to it comes back. Until then nothing has changed.';
comment on column email_changes.tenant_id is 'The tenant.';
comment on column email_changes.id is 'The change.';
comment on column email_changes.account_id is 'Whose address.';
comment on column email_changes.membership_id is 'The membership at which it was asked for; its organisation is the one the mail speaks for.';
comment on column email_changes.email is 'The new address, canonical.';
comment on column email_changes.asked_by is 'Who asked for it; null for the operator.';
comment on column email_changes.epoch is 'The account''s epoch when asked; another epoch ends it.';
comment on column email_changes.created_at is 'When asked.';
comment on column email_changes.used_at is 'When the new address was proved.';
comment on column email_changes.revoked_at is 'When it was called off, or another one took its place.';
create index email_changes_account_idx on email_changes (tenant_id, account_id);

-- owner: sign-in
create table email_change_links (
  tenant_id uuid not null default current_tenant() references tenants (id),
  token_hash bytea not null,
  change_id uuid not null,
  expires_at timestamptz not null,
  constraint email_change_links_pkey primary key (tenant_id, token_hash),
  constraint email_change_links_change_fkey foreign key (tenant_id, change_id) references email_changes (tenant_id, id)
);
comment on table email_change_links is 'The links of a change of address: each attempt to send mints its own, so no plain token is kept.';
comment on column email_change_links.tenant_id is 'The tenant.';
comment on column email_change_links.token_hash is 'SHA-256 of the token.';
comment on column email_change_links.change_id is 'The change it belongs to.';
comment on column email_change_links.expires_at is 'Works until then.';

grant select, insert, update, delete on email_changes, email_change_links to :app;
select guard_tenant(array['email_changes', 'email_change_links']);
