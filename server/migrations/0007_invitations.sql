-- Inviting people: what a person's record needs for it, the invitation and its links, and the seat that opens.

alter table organisations
  add column ask_mobile text not null default 'optional' constraint organisations_ask_mobile_check check (ask_mobile in ('required', 'optional', 'no')),
  add column invitation_days integer not null default 7 constraint organisations_invitation_days_check check (invitation_days between 1 and 30),
  add column needs_unit boolean not null default false;
comment on column organisations.ask_mobile is 'Whether a mobile number is asked for at registration: required, optional or no.';
comment on column organisations.invitation_days is 'How many days a link of an invitation works, from its hand-over.';
comment on column organisations.needs_unit is 'Whether an invitation must name a unit.';

create function search_fold(words text) returns text
  language sql immutable parallel safe
  return btrim(regexp_replace(regexp_replace(regexp_replace(
    translate(normalize(lower(words), nfkd), 'øłđßæœðþı', 'oldsaoepi'),
    '[\u0300-\u036f''’ʼ‘`]', '', 'g'), '[^[:alnum:]@.+_]', ' ', 'g'), ' +', ' ', 'g'));
comment on function search_fold(text) is 'Words as they are searched and sorted: without letter case, accents, apostrophes or other punctuation.';

alter table accounts add column mobile text, add column mobile_as_typed text;
comment on column accounts.mobile is 'Mobile number in E.164, if given.';
comment on column accounts.mobile_as_typed is 'The same as the person typed it.';

alter table memberships
  add column staff_number text,
  add column labels jsonb not null default '{}',
  add column deletion_date date,
  add column added_by text not null default 'hand',
  add column invited_until timestamptz,
  add column name_key text not null default '',
  add column search_key text not null default '',
  add constraint memberships_added_by_check check (added_by in ('set_up', 'command_line', 'hand', 'invitation', 'staff_list', 'moved')),
  add constraint memberships_labels_check check (jsonb_typeof(labels) = 'object');
comment on column memberships.staff_number is 'The organisation''s own number of the person, as text with its leading zeros.';
comment on column memberships.labels is 'Labels, key to value: for filters, gives no access.';
comment on column memberships.deletion_date is 'Deleted at the beginning of that day in the organisation''s time zone.';
comment on column memberships.added_by is 'How the person came to be here: set_up, command_line, hand, invitation, staff_list or moved (from another organisation).';
comment on column memberships.invited_until is 'When the last of the open invitation''s links ends; null while none was handed over. An invited member beyond it is Expired.';
comment on column memberships.name_key is 'Family name and first name, folded, for sorting. Kept by triggers.';
comment on column memberships.search_key is 'What names the person (name, email, staff number), a bar, then what describes them (job title, labels); folded, for searching. Kept by triggers.';

create function label_words(labels jsonb) returns text
  language sql immutable
  return case when labels = '{}' then null else (
    select string_agg(each.key || ' ' || each.value, ' ' order by each.key) from jsonb_each_text(labels) each
  ) end;
comment on function label_words(jsonb) is 'Labels as words, keys and values; null where there are none.';

create function membership_keys() returns trigger
  language plpgsql as $$
begin
  select search_fold(a.family_name || ' ' || a.given_name),
      ' ' || search_fold(concat_ws(' ', a.given_name, a.family_name, a.email, new.staff_number))
        || ' | ' || search_fold(concat_ws(' ', new.job_title, label_words(new.labels)))
    into new.name_key, new.search_key
    from accounts a where a.tenant_id = new.tenant_id and a.id = new.account_id;
  return new;
end $$;
comment on function membership_keys() is 'Writes the keys by which a membership is sorted and searched.';
create trigger memberships_keys before insert or update of account_id, staff_number, job_title, labels on memberships
  for each row execute function membership_keys();

create function account_keys() returns trigger
  language plpgsql as $$
begin
  update memberships m set name_key = search_fold(a.family_name || ' ' || a.given_name),
      search_key = ' ' || search_fold(concat_ws(' ', a.given_name, a.family_name, a.email, m.staff_number))
        || ' | ' || search_fold(concat_ws(' ', m.job_title, label_words(m.labels)))
    from new_accounts a join old_accounts b on b.tenant_id = a.tenant_id and b.id = a.id
    where m.tenant_id = a.tenant_id and m.account_id = a.id
      and (a.given_name, a.family_name, a.email) is distinct from (b.given_name, b.family_name, b.email);
  return null;
end $$;
comment on function account_keys() is 'Writes the keys of a person''s memberships anew when the name or the address changed.';
create trigger accounts_keys after update on accounts referencing new table as new_accounts old table as old_accounts
  for each statement execute function account_keys();
update memberships set staff_number = staff_number;

create index memberships_name_idx on memberships (tenant_id, organisation_id, state, name_key, id);

drop function membership_status(text, text, boolean);
create function membership_status(state text, invited_until timestamptz, account_email text, has_password boolean) returns text
  language sql stable
  return case
    when state in ('deleted', 'inactive', 'rejected') then state
    when has_password and exists (
      select from sign_in_locks l
      where l.tenant_id = current_tenant() and l.address_hash = address_hash(account_email) and l.locked_until > lanyard_now()
    ) then 'locked'
    when state = 'invited' then case when invited_until <= lanyard_now() then 'expired' else 'pending' end
    else state
  end;
comment on function membership_status(text, timestamptz, text, boolean) is 'The one label of a membership, computed from stored facts and the clock; no job flips it.';

-- owner: people
create table unit_members (
  tenant_id uuid not null default current_tenant() references tenants (id),
  organisation_id uuid not null,
  unit_id uuid not null,
  membership_id uuid not null,
  source text not null,
  created_at timestamptz not null default lanyard_now(),
  constraint unit_members_pkey primary key (tenant_id, unit_id, membership_id),
  constraint unit_members_unit_fkey foreign key (tenant_id, organisation_id, unit_id) references units (tenant_id, organisation_id, id),
  constraint unit_members_membership_fkey foreign key (tenant_id, membership_id) references memberships (tenant_id, id),
  constraint unit_members_source_check check (source in ('manual', 'sync', 'invitation'))
);
comment on table unit_members is 'Who belongs to a unit. Gives no rights by itself.';
comment on column unit_members.tenant_id is 'The tenant.';
comment on column unit_members.organisation_id is 'Where the unit is.';
comment on column unit_members.unit_id is 'The unit.';
comment on column unit_members.membership_id is 'Who.';
comment on column unit_members.source is 'Who wrote it: manual, sync or invitation.';
comment on column unit_members.created_at is 'Since when.';
create index unit_members_membership_idx on unit_members (tenant_id, membership_id);

-- owner: invitations
create table invitations (
  tenant_id uuid not null default current_tenant() references tenants (id),
  id uuid not null default uuid_v7(),
  organisation_id uuid not null,
  membership_id uuid not null,
  account_id uuid not null,
  batch_id uuid not null,
  inviter_id uuid,
  state text not null default 'open',
  language text not null,
  message text,
  permissions text[] not null default '{}',
  send_at timestamptz,
  made_at timestamptz not null default lanyard_now(),
  sent_again_at timestamptz,
  started_at timestamptz,
  progress jsonb,
  new_link_asked_at timestamptz,
  needs_reapproval_at timestamptz,
  ended_at timestamptz,
  ended_how text,
  constraint invitations_pkey primary key (tenant_id, id),
  constraint invitations_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint invitations_membership_fkey foreign key (tenant_id, membership_id) references memberships (tenant_id, id),
  constraint invitations_account_fkey foreign key (tenant_id, account_id) references accounts (tenant_id, id),
  constraint invitations_inviter_fkey foreign key (tenant_id, inviter_id) references accounts (tenant_id, id),
  constraint invitations_state_check check (state in ('open', 'accepted', 'cancelled')),
  constraint invitations_ended_check check ((state = 'open') = (ended_at is null)),
  constraint invitations_ended_how_check check (ended_how in ('registered', 'joined', 'cancelled', 'stopped', 'declined'))
);
comment on table invitations is 'A person asked to join an organisation. What they are offered stands at the membership, without effect until it is active.';
comment on column invitations.tenant_id is 'The tenant.';
comment on column invitations.id is 'The invitation; never a way in, its links are.';
comment on column invitations.organisation_id is 'Where they are invited to.';
comment on column invitations.membership_id is 'The membership that becomes active.';
comment on column invitations.account_id is 'Who is invited.';
comment on column invitations.batch_id is 'Those sent at once share it.';
comment on column invitations.inviter_id is 'Who stands behind it; null for the operator at the command line. Their right is looked at again on acceptance.';
comment on column invitations.state is 'open, accepted or cancelled. Expired is open beyond the membership''s invited_until.';
comment on column invitations.language is 'BCP 47 tag for its mail and pages.';
comment on column invitations.message is 'A few words of the inviter''s own.';
comment on column invitations.permissions is 'Permissions it offers besides roles; they go with it.';
comment on column invitations.send_at is 'Not before then; null for at once.';
comment on column invitations.made_at is 'When it was made.';
comment on column invitations.sent_again_at is 'Last time it was sent again.';
comment on column invitations.started_at is 'When the person pressed Start. Opening the page is not kept.';
comment on column invitations.progress is 'How far the form is filled in, to go on from on another device.';
comment on column invitations.new_link_asked_at is 'When the person asked for a new link on an expired one.';
comment on column invitations.needs_reapproval_at is 'When it could not be accepted because the inviter could no longer give what it offers.';
comment on column invitations.ended_at is 'When it was accepted or cancelled.';
comment on column invitations.ended_how is 'registered, joined, cancelled, stopped (before it left) or declined (not me).';
create unique index invitations_open_key on invitations (tenant_id, membership_id) where state = 'open';
create index invitations_batch_idx on invitations (tenant_id, batch_id);
create index invitations_account_idx on invitations (tenant_id, account_id, id desc);

-- owner: invitations
create table invitation_links (
  tenant_id uuid not null default current_tenant() references tenants (id),
  id uuid not null default uuid_v7(),
  invitation_id uuid not null,
  kind text not null,
  token_hash bytea not null,
  message_id uuid,
  made_at timestamptz not null default lanyard_now(),
  handed_over_at timestamptz,
  expires_at timestamptz not null,
  constraint invitation_links_pkey primary key (tenant_id, id),
  constraint invitation_links_token_key unique (tenant_id, token_hash),
  constraint invitation_links_invitation_fkey foreign key (tenant_id, invitation_id) references invitations (tenant_id, id),
  constraint invitation_links_kind_check check (kind in ('mailed', 'copied'))
);
comment on table invitation_links is 'The links of an invitation: one for each attempt to mail it and each copied one. Hashes only.';
comment on column invitation_links.tenant_id is 'The tenant.';
comment on column invitation_links.id is 'The link.';
comment on column invitation_links.invitation_id is 'Of which invitation; all of them end with it.';
comment on column invitation_links.kind is 'mailed: its use proves the mailbox. copied: handed over by a person, proves nothing.';
comment on column invitation_links.token_hash is 'SHA-256 of the token.';
comment on column invitation_links.message_id is 'The message it went out in.';
comment on column invitation_links.made_at is 'When it was minted.';
comment on column invitation_links.handed_over_at is 'When the mail server took it, it was captured or copied. Null while that is under way.';
comment on column invitation_links.expires_at is 'Its life counted from its hand-over; until that is known, from its minting.';
create index invitation_links_invitation_idx on invitation_links (tenant_id, invitation_id);
create index invitation_links_message_idx on invitation_links (tenant_id, message_id) where message_id is not null;

-- owner: seats
create table seat_entries (
  tenant_id uuid not null default current_tenant() references tenants (id),
  id uuid not null default uuid_v7(),
  organisation_id uuid not null,
  membership_id uuid not null,
  account_id uuid not null,
  entry text not null,
  why text not null,
  at timestamptz not null default lanyard_now(),
  constraint seat_entries_pkey primary key (tenant_id, id),
  constraint seat_entries_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint seat_entries_membership_fkey foreign key (tenant_id, membership_id) references memberships (tenant_id, id),
  constraint seat_entries_account_fkey foreign key (tenant_id, account_id) references accounts (tenant_id, id),
  constraint seat_entries_entry_check check (entry in ('opened', 'closed')),
  constraint seat_entries_why_check check (why in ('set_up', 'command_line', 'registered', 'joined'))
);
comment on table seat_entries is 'The ledger of seats: one line for each opening and closing. Insert and select only.';
comment on column seat_entries.tenant_id is 'The tenant.';
comment on column seat_entries.id is 'The line.';
comment on column seat_entries.organisation_id is 'Whose seat.';
comment on column seat_entries.membership_id is 'Who sits on it; a seat is open when their last line opened it.';
comment on column seat_entries.account_id is 'The person.';
comment on column seat_entries.entry is 'opened or closed.';
comment on column seat_entries.why is 'set_up, command_line, registered or joined.';
comment on column seat_entries.at is 'From then on.';
create index seat_entries_organisation_idx on seat_entries (tenant_id, organisation_id, id desc);
create index seat_entries_membership_idx on seat_entries (tenant_id, membership_id, id desc);

create index messages_account_idx on messages (tenant_id, account_id, id desc) where account_id is not null;

grant select, insert, update on invitations to :app;
grant select, insert, update, delete on unit_members, invitation_links to :app;
grant select, insert on seat_entries to :app;
select guard_tenant(array['unit_members', 'invitations', 'invitation_links', 'seat_entries']);
