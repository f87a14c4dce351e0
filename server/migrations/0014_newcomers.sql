-- People added one by one, and the passwords they are handed to begin with.

alter table memberships add column job_category text;
comment on column memberships.job_category is 'What kind of work it is, by key: leadership, teaching, site and so on. Null where nobody said.';
create index memberships_job_category_idx on memberships (tenant_id, organisation_id, job_category)
  where job_category is not null and state not in ('deleted', 'rejected');

alter table passwords add column one_time_until timestamptz;
comment on column passwords.one_time_until is 'The person did not choose it: it works until then, and only to choose one of their own. Null for one they chose.';

-- As before, but a session of somebody who has not chosen a password of their own yet is nobody's: it opens nothing but
-- the page on which to choose one.
create or replace function read_session(
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
    where s.tenant_id = tenant and s.token_hash = session_token_hash and s.ended_at is null and s.epoch = a.epoch
      and not exists (
        select from passwords p
        where p.tenant_id = s.tenant_id and p.account_id = s.account_id and p.one_time_until is not null);
end $$;

alter table seat_entries drop constraint seat_entries_why_check;
alter table seat_entries add constraint seat_entries_why_check
  check (why in ('set_up', 'command_line', 'registered', 'joined', 'notified', 'archived', 'paused', 'reactivated', 'removed'));
comment on column seat_entries.why is 'Opened: set_up, command_line, registered, joined, notified (an account set up by an admin, once its email left) or reactivated. Closed: archived, paused or removed.';

-- owner: newcomers
create table first_passwords (
  tenant_id uuid not null default current_tenant() references tenants (id),
  membership_id uuid not null,
  id uuid not null default uuid_v7(),
  account_id uuid not null,
  organisation_id uuid not null,
  how text not null,
  hash text,
  pepper_id text,
  made_by uuid,
  made_at timestamptz not null default lanyard_now(),
  handed_over_at timestamptz,
  constraint first_passwords_pkey primary key (tenant_id, membership_id),
  constraint first_passwords_id_key unique (tenant_id, id),
  constraint first_passwords_membership_fkey foreign key (tenant_id, membership_id) references memberships (tenant_id, id),
  constraint first_passwords_account_fkey foreign key (tenant_id, account_id) references accounts (tenant_id, id),
  constraint first_passwords_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint first_passwords_made_by_fkey foreign key (tenant_id, made_by) references accounts (tenant_id, id),
  constraint first_passwords_how_check check (how in ('mailed', 'set'))
);
comment on table first_passwords is 'An account somebody set up for a person, with a password to begin with. It is their password, and they are active, from the moment the email that tells them was handed over.';
comment on column first_passwords.tenant_id is 'The tenant.';
comment on column first_passwords.membership_id is 'The membership that becomes active.';
comment on column first_passwords.id is 'Setting up once; setting up again is another.';
comment on column first_passwords.account_id is 'Whose.';
comment on column first_passwords.organisation_id is 'Where.';
comment on column first_passwords.how is 'mailed: made up for each attempt and mailed. set: typed by who set the account up, who hands it over; the email only tells.';
comment on column first_passwords.hash is 'As in passwords; of one that is mailed, that of the latest attempt.';
comment on column first_passwords.pepper_id is 'Which key peppered it.';
comment on column first_passwords.made_by is 'Who set the account up; null for the operator at the command line.';
comment on column first_passwords.made_at is 'When.';
comment on column first_passwords.handed_over_at is 'When the email that tells them was first handed over. Null: not yet, or never.';
create index first_passwords_account_idx on first_passwords (tenant_id, account_id);

-- Mail about accounts that were set up that something was wrong with.
create index messages_set_up_problems_idx on messages (tenant_id, organisation_id, id)
  where kind = 'first_password' and state in ('bounced', 'failed', 'unknown', 'deferred');

-- owner: newcomers
create table staff_without_email (
  tenant_id uuid not null default current_tenant() references tenants (id),
  id uuid not null default uuid_v7(),
  organisation_id uuid not null,
  given_name text not null,
  family_name text not null,
  job_title text,
  job_category text,
  staff_number text,
  relationship text not null default 'employee',
  start_date date,
  added_by uuid,
  added_at timestamptz not null default lanyard_now(),
  constraint staff_without_email_pkey primary key (tenant_id, id),
  constraint staff_without_email_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint staff_without_email_added_by_fkey foreign key (tenant_id, added_by) references accounts (tenant_id, id),
  constraint staff_without_email_relationship_check check (relationship in ('employee', 'volunteer', 'governor', 'contractor', 'agency'))
);
comment on table staff_without_email is 'Staff who have no work email yet: they cannot sign in and have no account. The row goes when they get an address, or leave.';
comment on column staff_without_email.tenant_id is 'The tenant.';
comment on column staff_without_email.id is 'The record.';
comment on column staff_without_email.organisation_id is 'Where they work.';
comment on column staff_without_email.given_name is 'First name.';
comment on column staff_without_email.family_name is 'Last name.';
comment on column staff_without_email.job_title is 'As the organisation writes it.';
comment on column staff_without_email.job_category is 'What kind of work it is, by key.';
comment on column staff_without_email.staff_number is 'The organisation''s own number of them.';
comment on column staff_without_email.relationship is 'employee, volunteer, governor, contractor or agency.';
comment on column staff_without_email.start_date is 'First day of work there, if known.';
comment on column staff_without_email.added_by is 'Who wrote it down; null for the operator at the command line.';
comment on column staff_without_email.added_at is 'When.';
create index staff_without_email_organisation_idx on staff_without_email (tenant_id, organisation_id, id);

-- owner: newcomers
create table dismissed_posts (
  tenant_id uuid not null default current_tenant() references tenants (id),
  organisation_id uuid not null,
  post text not null,
  dismissed_by uuid,
  dismissed_at timestamptz not null default lanyard_now(),
  constraint dismissed_posts_pkey primary key (tenant_id, organisation_id, post),
  constraint dismissed_posts_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint dismissed_posts_by_fkey foreign key (tenant_id, dismissed_by) references accounts (tenant_id, id)
);
comment on table dismissed_posts is 'Recommended posts that an organisation does not want to be reminded of.';
comment on column dismissed_posts.tenant_id is 'The tenant.';
comment on column dismissed_posts.organisation_id is 'Where.';
comment on column dismissed_posts.post is 'Key of the post.';
comment on column dismissed_posts.dismissed_by is 'Who; null for the operator at the command line.';
comment on column dismissed_posts.dismissed_at is 'When.';

grant select, insert, update, delete on first_passwords, staff_without_email, dismissed_posts to :app;
select guard_tenant(array['first_passwords', 'staff_without_email', 'dismissed_posts']);
