-- Staff lists: a file somebody uploads, what was read in it, the plan, what was applied and how to take it back.

alter table memberships
  add column start_date date,
  add column leaving_date date,
  add column inactive_as text,
  add column inactive_at timestamptz,
  add column inactive_by uuid,
  add column inactive_from text,
  add constraint memberships_inactive_from_check check (inactive_from in ('active', 'invited', 'not_invited', 'awaiting_approval')),
  add constraint memberships_inactive_as_check check (inactive_as in ('paused', 'archived')),
  add constraint memberships_inactive_check check (
    state = 'inactive' or (inactive_as is null and inactive_at is null and inactive_by is null and inactive_from is null)),
  add constraint memberships_inactive_by_fkey foreign key (tenant_id, inactive_by) references accounts (tenant_id, id);
comment on column memberships.start_date is 'First day of work here, if known.';
comment on column memberships.leaving_date is 'Last day of work here, if known.';
comment on column memberships.inactive_as is 'paused: stays in the list. archived: has left. Null unless inactive.';
comment on column memberships.inactive_at is 'Since when inactive.';
comment on column memberships.inactive_by is 'Who made it inactive; null for the operator or a job.';
comment on column memberships.inactive_from is 'The state before: only who was active comes back as active.';

-- Whoever adds many memberships at once computes these three in the same statement; where they are absent, triggers do.
alter table memberships
  alter column again drop default, alter column name_key drop default, alter column search_key drop default;
drop trigger memberships_keys on memberships;
create trigger memberships_keys before update of account_id, staff_number, job_title, labels on memberships
  for each row execute function membership_keys();
create trigger memberships_keys_on_insert before insert on memberships
  for each row when (new.name_key is null or new.search_key is null) execute function membership_keys();
drop trigger memberships_again on memberships;
create trigger memberships_again before insert on memberships
  for each row when (new.again is null) execute function membership_again();

-- As before, but for those that are deleted: they are never found again, and without them a look-up by account has an
-- index. Planned anew each time, since what was right for one person among few is a disaster for thousands among many.
create or replace function account_keys() returns trigger
  language plpgsql as $$
begin
  execute $query$
    update memberships m set name_key = search_fold(a.family_name || ' ' || a.given_name),
        search_key = ' ' || search_fold(concat_ws(' ', a.given_name, a.family_name, a.email, m.staff_number))
          || ' | ' || search_fold(concat_ws(' ', m.job_title, label_words(m.labels)))
      from new_accounts a join old_accounts b on b.tenant_id = a.tenant_id and b.id = a.id
      where m.tenant_id = a.tenant_id and m.account_id = a.id and m.state <> 'deleted'
        and (a.given_name, a.family_name, a.email) is distinct from (b.given_name, b.family_name, b.email)$query$;
  return null;
end $$;

alter table invitations drop constraint invitations_ended_how_check;
alter table invitations add constraint invitations_ended_how_check
  check (ended_how in ('registered', 'joined', 'cancelled', 'stopped', 'declined', 'inactive', 'undone'));
comment on column invitations.ended_how is 'registered, joined, cancelled, stopped (before it left), declined (not me), inactive (the person was archived) or undone (the staff list that asked for it was).';

alter table seat_entries drop constraint seat_entries_why_check;
alter table seat_entries add constraint seat_entries_why_check
  check (why in ('set_up', 'command_line', 'registered', 'joined', 'archived', 'paused', 'reactivated', 'removed'));
comment on column seat_entries.why is 'Opened: set_up, command_line, registered, joined or reactivated. Closed: archived, paused or removed.';

alter table role_assignments drop constraint role_assignments_source_check;
alter table role_assignments add constraint role_assignments_source_check
  check (source in ('manual', 'sync', 'invitation', 'preset', 'staff_list'));
comment on column role_assignments.source is 'Who wrote it: manual, sync, invitation, preset or staff_list.';

alter table unit_members drop constraint unit_members_source_check;
alter table unit_members add constraint unit_members_source_check check (source in ('manual', 'sync', 'invitation', 'staff_list'));
comment on column unit_members.source is 'Who wrote it: manual, sync, invitation or staff_list.';

-- owner: staff-lists
create table staff_lists (
  tenant_id uuid not null default current_tenant() references tenants (id),
  id uuid not null default uuid_v7(),
  organisation_id uuid not null,
  reference text not null,
  made_by uuid,
  made_at timestamptz not null default lanyard_now(),
  file_name text not null,
  file_bytes integer not null,
  file_digest bytea not null,
  original jsonb,
  everyone boolean not null,
  state text not null default 'analysing',
  problem jsonb,
  choices jsonb not null default '{}',
  reading jsonb,
  meanings jsonb,
  counts jsonb,
  planned_at timestamptz,
  planned_seeing pg_snapshot,
  invite text,
  applied_by uuid,
  acknowledged_at timestamptz,
  applied_at timestamptz,
  confirmed integer,
  held integer not null default 0,
  undone_by uuid,
  undone_at timestamptz,
  touched_at timestamptz not null default lanyard_now(),
  constraint staff_lists_pkey primary key (tenant_id, id),
  constraint staff_lists_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint staff_lists_made_by_fkey foreign key (tenant_id, made_by) references accounts (tenant_id, id),
  constraint staff_lists_applied_by_fkey foreign key (tenant_id, applied_by) references accounts (tenant_id, id),
  constraint staff_lists_undone_by_fkey foreign key (tenant_id, undone_by) references accounts (tenant_id, id),
  constraint staff_lists_state_check check (state in ('analysing', 'ready', 'applying', 'applied', 'undoing', 'undone', 'failed'))
);
comment on table staff_lists is 'An uploaded staff list: file, what was read in it, plan, applied, undone. A draft nobody touched for 14 days is deleted.';
comment on column staff_lists.tenant_id is 'The tenant.';
comment on column staff_lists.id is 'The upload.';
comment on column staff_lists.organisation_id is 'Whose staff it lists: a school, or a trust with a column that names the school.';
comment on column staff_lists.reference is 'Short reference to quote to support.';
comment on column staff_lists.made_by is 'Who uploaded it; null for the operator at the command line.';
comment on column staff_lists.made_at is 'When.';
comment on column staff_lists.file_name is 'Name of the file as uploaded, for people to know it by.';
comment on column staff_lists.file_bytes is 'Its size.';
comment on column staff_lists.file_digest is 'SHA-256 of what was uploaded.';
comment on column staff_lists.original is 'What the browser said of the file before it took private columns out of it: size, sha256, sentences.';
comment on column staff_lists.everyone is 'Whether it lists everyone who works there. Only then can anybody be a possible leaver.';
comment on column staff_lists.state is 'analysing, ready, applying, applied, undoing, undone or failed.';
comment on column staff_lists.problem is 'Why it failed or is to be looked at again: code and detail.';
comment on column staff_lists.choices is 'What people decided about reading it: encoding, sheet, columns, values.';
comment on column staff_lists.reading is 'What was read and how, with the columns.';
comment on column staff_lists.meanings is 'What the roles, units and schools that the file names stand for here.';
comment on column staff_lists.counts is 'Rows by outcome, as planned.';
comment on column staff_lists.planned_at is 'When the plan was made.';
comment on column staff_lists.planned_seeing is 'Which transactions it saw; what others committed may make it another.';
comment on column staff_lists.invite is 'now, later, or an ISO 8601 moment: chosen when applying.';
comment on column staff_lists.applied_by is 'Who applied it.';
comment on column staff_lists.acknowledged_at is 'When applying was promised: from then on it is whole, or refused.';
comment on column staff_lists.applied_at is 'When it was done; undo is possible for 14 days from then.';
comment on column staff_lists.confirmed is 'How many leavers were confirmed by typing their number.';
comment on column staff_lists.held is 'Leavers held back until their number is typed.';
comment on column staff_lists.undone_by is 'Who took it back.';
comment on column staff_lists.undone_at is 'When.';
comment on column staff_lists.touched_at is 'Last change by a person: a draft''s life counts from it.';
create index staff_lists_organisation_idx on staff_lists (tenant_id, organisation_id, id desc);
create index staff_lists_under_way_idx on staff_lists (tenant_id, state) where state in ('analysing', 'applying', 'undoing');

-- owner: staff-lists
create table staff_list_files (
  tenant_id uuid not null default current_tenant() references tenants (id),
  list_id uuid not null,
  content bytea not null,
  kept_until timestamptz not null,
  attempts integer not null default 0,
  constraint staff_list_files_pkey primary key (tenant_id, list_id),
  constraint staff_list_files_list_fkey foreign key (tenant_id, list_id) references staff_lists (tenant_id, id) on delete cascade
);
comment on table staff_list_files is 'The uploaded file itself, for 7 days.';
comment on column staff_list_files.tenant_id is 'The tenant.';
comment on column staff_list_files.list_id is 'The upload.';
comment on column staff_list_files.content is 'Its bytes.';
comment on column staff_list_files.kept_until is 'Deleted then.';
comment on column staff_list_files.attempts is 'How often reading it was begun. Here and not at the list, whose row is held by the one transaction that reads.';

-- owner: staff-lists
create table staff_list_progress (
  tenant_id uuid not null default current_tenant() references tenants (id),
  list_id uuid not null,
  done integer not null,
  total integer not null,
  began_at timestamptz not null default lanyard_now(),
  at timestamptz not null default lanyard_now(),
  constraint staff_list_progress_pkey primary key (tenant_id, list_id),
  constraint staff_list_progress_list_fkey foreign key (tenant_id, list_id) references staff_lists (tenant_id, id) on delete cascade
);
comment on table staff_list_progress is 'How far applying or undoing is. A table of its own, since the list''s row is held by the one transaction that does it all.';
comment on column staff_list_progress.tenant_id is 'The tenant.';
comment on column staff_list_progress.list_id is 'The upload.';
comment on column staff_list_progress.done is 'How many people are done, of total.';
comment on column staff_list_progress.total is 'Of how many.';
comment on column staff_list_progress.began_at is 'When the work began.';
comment on column staff_list_progress.at is 'When this was written.';

-- owner: staff-lists
create table staff_list_rows (
  tenant_id uuid not null default current_tenant() references tenants (id),
  list_id uuid not null,
  place integer not null,
  n integer,
  given jsonb not null default '{}',
  typed jsonb,
  read_problems jsonb,
  left_out jsonb,
  edits jsonb,
  decision text,
  decision_membership_id uuid,
  ticked boolean not null default false,
  keep text[],
  organisation_id uuid,
  outcome text,
  rule text,
  membership_id uuid,
  account_id uuid,
  role text,
  unit_ids uuid[],
  new_units text[],
  changes jsonb,
  problems jsonb,
  warnings jsonb,
  candidates jsonb,
  leaver jsonb,
  result text,
  result_detail text,
  constraint staff_list_rows_pkey primary key (tenant_id, list_id, place),
  constraint staff_list_rows_list_fkey foreign key (tenant_id, list_id) references staff_lists (tenant_id, id) on delete cascade,
  constraint staff_list_rows_outcome_check check (outcome in ('add', 'update', 'unchanged', 'reactivate', 'conflict', 'not_on_list', 'error', 'skipped')),
  constraint staff_list_rows_decision_check check (decision in ('take', 'skip', 'same', 'different')),
  constraint staff_list_rows_result_check check (result in ('added', 'changed', 'reactivated', 'archived', 'held', 'not_done', 'nothing'))
);
comment on table staff_list_rows is 'The plan of an upload: a row of the file, or somebody who is not in it, with what would become of them.';
comment on column staff_list_rows.tenant_id is 'The tenant.';
comment on column staff_list_rows.list_id is 'The upload.';
comment on column staff_list_rows.place is 'Its place in the plan: the row''s number; beyond the last of them, those not on the list.';
comment on column staff_list_rows.n is 'Row of the file, as a spreadsheet numbers it; null for those not on the list.';
comment on column staff_list_rows.given is 'What the file says, by field, in our form. A blank or absent field is absent.';
comment on column staff_list_rows.typed is 'What stood in the cells, by field, where it is not the same.';
comment on column staff_list_rows.read_problems is 'What the reader could not read.';
comment on column staff_list_rows.left_out is 'Why the row is nobody to add, such as a pupil''s: code and detail.';
comment on column staff_list_rows.edits is 'What a person typed over it here, by field; null in it clears the field.';
comment on column staff_list_rows.decision is 'take, skip, same or different: what a person decided.';
comment on column staff_list_rows.decision_membership_id is 'Who it is the same as.';
comment on column staff_list_rows.ticked is 'Of a possible leaver: whether they are to be archived. Beside the decision who they are.';
comment on column staff_list_rows.keep is 'Fields to leave as they are with us.';
comment on column staff_list_rows.organisation_id is 'Where the person works.';
comment on column staff_list_rows.outcome is 'What would become of it, as planned.';
comment on column staff_list_rows.rule is 'Which rule said who it is.';
comment on column staff_list_rows.membership_id is 'Who it is; after applying also for those added.';
comment on column staff_list_rows.account_id is 'Their account.';
comment on column staff_list_rows.role is 'The role a new person gets.';
comment on column staff_list_rows.unit_ids is 'The units it names that are there.';
comment on column staff_list_rows.new_units is 'Names of units it names that are to be made.';
comment on column staff_list_rows.changes is 'Field by field: before, after, whether it is taken and why not.';
comment on column staff_list_rows.problems is 'What has to be put right first.';
comment on column staff_list_rows.warnings is 'What to know, without being in the way.';
comment on column staff_list_rows.candidates is 'Of a conflict: who it might be, and what speaks for and against.';
comment on column staff_list_rows.leaver is 'Of somebody not on the list: flags, last sign-in, why they stay.';
comment on column staff_list_rows.result is 'What applying did.';
comment on column staff_list_rows.result_detail is 'In words, where it did not do what was planned.';
create index staff_list_rows_outcome_idx on staff_list_rows (tenant_id, list_id, outcome, place);
create index staff_list_rows_membership_idx on staff_list_rows (tenant_id, membership_id) where membership_id is not null;

-- owner: staff-lists
create table staff_records (
  tenant_id uuid not null default current_tenant() references tenants (id),
  membership_id uuid not null,
  organisation_id uuid not null,
  source_key text,
  given jsonb not null,
  unit_ids uuid[] not null default '{}',
  list_id uuid,
  seen_at timestamptz not null default lanyard_now(),
  constraint staff_records_pkey primary key (tenant_id, membership_id),
  constraint staff_records_membership_fkey foreign key (tenant_id, membership_id) references memberships (tenant_id, id),
  constraint staff_records_list_fkey foreign key (tenant_id, list_id) references staff_lists (tenant_id, id) on delete set null (list_id)
);
comment on table staff_records is 'What the uploaded lists last said of a member: the third side when a file, the present and the last applied are compared.';
comment on column staff_records.tenant_id is 'The tenant.';
comment on column staff_records.membership_id is 'Of whom.';
comment on column staff_records.organisation_id is 'Where.';
comment on column staff_records.source_key is 'The id that the system the list came from has for them.';
comment on column staff_records.given is 'What was last applied, by field.';
comment on column staff_records.unit_ids is 'Units that a list put them into.';
comment on column staff_records.list_id is 'The upload that last named them.';
comment on column staff_records.seen_at is 'When that was applied.';
create index staff_records_source_idx on staff_records (tenant_id, organisation_id, source_key) where source_key is not null;

-- owner: staff-lists
create table staff_list_changes (
  tenant_id uuid not null default current_tenant() references tenants (id),
  list_id uuid not null,
  membership_id uuid not null,
  field text not null,
  before jsonb,
  after jsonb,
  undone text,
  constraint staff_list_changes_pkey primary key (tenant_id, list_id, membership_id, field),
  constraint staff_list_changes_list_fkey foreign key (tenant_id, list_id) references staff_lists (tenant_id, id) on delete cascade,
  constraint staff_list_changes_membership_fkey foreign key (tenant_id, membership_id) references memberships (tenant_id, id),
  constraint staff_list_changes_undone_check check (undone in ('reversed', 'kept'))
);
comment on table staff_list_changes is 'Every change an upload made, with the value before it: what undo puts back.';
comment on column staff_list_changes.tenant_id is 'The tenant.';
comment on column staff_list_changes.list_id is 'The upload.';
comment on column staff_list_changes.membership_id is 'Whose.';
comment on column staff_list_changes.field is 'A field, or added, archived, reactivated, record (what was said before) or proof (when an address was proved).';
comment on column staff_list_changes.before is 'What was there.';
comment on column staff_list_changes.after is 'What it made of it.';
comment on column staff_list_changes.undone is 'reversed or kept, once it was undone.';

-- owner: staff-lists
create table staff_list_mappings (
  tenant_id uuid not null default current_tenant() references tenants (id),
  organisation_id uuid not null,
  fingerprint text not null,
  choices jsonb not null,
  used_at timestamptz not null default lanyard_now(),
  constraint staff_list_mappings_pkey primary key (tenant_id, organisation_id, fingerprint),
  constraint staff_list_mappings_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id)
);
comment on table staff_list_mappings is 'How lists with the same headings were read and matched before.';
comment on column staff_list_mappings.tenant_id is 'The tenant.';
comment on column staff_list_mappings.organisation_id is 'Where.';
comment on column staff_list_mappings.fingerprint is 'Of the headings.';
comment on column staff_list_mappings.choices is 'What was chosen for columns and values.';
comment on column staff_list_mappings.used_at is 'When it was last used.';

-- owner: staff-lists
create table staff_list_not_same (
  tenant_id uuid not null default current_tenant() references tenants (id),
  organisation_id uuid not null,
  membership_id uuid not null,
  email text not null,
  decided_at timestamptz not null default lanyard_now(),
  constraint staff_list_not_same_pkey primary key (tenant_id, organisation_id, membership_id, email),
  constraint staff_list_not_same_membership_fkey foreign key (tenant_id, membership_id) references memberships (tenant_id, id)
);
comment on table staff_list_not_same is 'Pairs that a person said are two people, so that nobody is asked again.';
comment on column staff_list_not_same.tenant_id is 'The tenant.';
comment on column staff_list_not_same.organisation_id is 'Where.';
comment on column staff_list_not_same.membership_id is 'The one.';
comment on column staff_list_not_same.email is 'The address of the other.';
comment on column staff_list_not_same.decided_at is 'When.';

grant select, insert, update, delete on staff_lists, staff_list_files, staff_list_progress, staff_list_rows, staff_records, staff_list_changes, staff_list_mappings, staff_list_not_same to :app;
select guard_tenant(array['staff_lists', 'staff_list_files', 'staff_list_progress', 'staff_list_rows', 'staff_records', 'staff_list_changes', 'staff_list_mappings', 'staff_list_not_same']);
