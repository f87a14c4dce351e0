-- Things done to many people at once.

-- owner: bulk
create table bulk_jobs (
  tenant_id uuid not null default current_tenant() references tenants (id),
  id uuid not null default uuid_v7(),
  organisation_id uuid not null,
  action text not null,
  wish jsonb not null default '{}',
  reason text,
  membership_ids uuid[] not null,
  state text not null default 'waiting',
  problem jsonb,
  made_by uuid,
  made_at timestamptz not null default lanyard_now(),
  done integer not null default 0,
  began_at timestamptz,
  progress_at timestamptz,
  done_at timestamptz,
  undone_by uuid,
  undone_at timestamptz,
  constraint bulk_jobs_pkey primary key (tenant_id, id),
  constraint bulk_jobs_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint bulk_jobs_made_by_fkey foreign key (tenant_id, made_by) references accounts (tenant_id, id),
  constraint bulk_jobs_undone_by_fkey foreign key (tenant_id, undone_by) references accounts (tenant_id, id),
  constraint bulk_jobs_state_check check (state in ('waiting', 'done', 'failed', 'undoing', 'undone'))
);
comment on table bulk_jobs is 'One thing done to many people at once: to whom, by whom, and how far it is.';
comment on column bulk_jobs.tenant_id is 'The tenant.';
comment on column bulk_jobs.id is 'The job.';
comment on column bulk_jobs.organisation_id is 'Where it was asked for: a school, or a trust with its schools.';
comment on column bulk_jobs.action is 'pause, archive, reactivate, invite, resend, cancel, unlock, reset_password, sign_out or label.';
comment on column bulk_jobs.wish is 'How: leaving date, the day on which it is to happen, labels.';
comment on column bulk_jobs.reason is 'Reason given by whoever asked; gone once it stands in the record.';
comment on column bulk_jobs.membership_ids is 'Who was chosen, in the order of their ids.';
comment on column bulk_jobs.state is 'waiting, done, failed, undoing or undone.';
comment on column bulk_jobs.problem is 'Why it failed: code and detail.';
comment on column bulk_jobs.made_by is 'Who asked for it; null for the operator at the command line.';
comment on column bulk_jobs.made_at is 'When.';
comment on column bulk_jobs.done is 'How many people are done with, for show while it runs.';
comment on column bulk_jobs.began_at is 'When the work, or the undoing, began.';
comment on column bulk_jobs.progress_at is 'When progress was last told.';
comment on column bulk_jobs.done_at is 'When it was done; undo is possible for 14 days from then.';
comment on column bulk_jobs.undone_by is 'Who took it back.';
comment on column bulk_jobs.undone_at is 'When.';
create index bulk_jobs_organisation_idx on bulk_jobs (tenant_id, organisation_id, id desc);
create index bulk_jobs_under_way_idx on bulk_jobs (tenant_id, state) where state in ('waiting', 'undoing');

-- owner: bulk
create table bulk_results (
  tenant_id uuid not null default current_tenant() references tenants (id),
  job_id uuid not null,
  membership_id uuid not null,
  outcome text not null,
  code text,
  before jsonb,
  undone text,
  undone_code text,
  constraint bulk_results_pkey primary key (tenant_id, job_id, membership_id),
  constraint bulk_results_job_fkey foreign key (tenant_id, job_id) references bulk_jobs (tenant_id, id) on delete cascade,
  constraint bulk_results_outcome_check check (outcome in ('done', 'skipped')),
  constraint bulk_results_undone_check check (undone in ('reversed', 'kept'))
);
comment on table bulk_results is 'What became of each person of a job.';
comment on column bulk_results.tenant_id is 'The tenant.';
comment on column bulk_results.job_id is 'The job.';
comment on column bulk_results.membership_id is 'The person, as a member. No foreign key: somebody may be gone since.';
comment on column bulk_results.outcome is 'done or skipped.';
comment on column bulk_results.code is 'Why somebody was skipped.';
comment on column bulk_results.before is 'What undoing puts back: how somebody stood, when they were to leave and why, and their labels. Gone when nobody can ask for it any more.';
comment on column bulk_results.undone is 'reversed or kept, once the job was undone.';
comment on column bulk_results.undone_code is 'Why somebody stays as the job made them.';

-- owner: audit
create table promised_requests (
  tenant_id uuid not null default current_tenant() references tenants (id),
  job_id uuid not null,
  door text not null,
  request_id text not null,
  origin bytea,
  constraint promised_requests_pkey primary key (tenant_id, job_id)
);
comment on table promised_requests is 'How something was asked for that a job is to do, for the record of it. Gone once the job has begun.';
comment on column promised_requests.tenant_id is 'The tenant.';
comment on column promised_requests.job_id is 'The job for many people, or the staff list.';
comment on column promised_requests.door is 'The way in: console, api, scim or cli.';
comment on column promised_requests.request_id is 'The request, as whoever asked can quote it.';
comment on column promised_requests.origin is 'Address and browser, encrypted under the key of whoever asked.';

select guard_tenant(array['bulk_jobs', 'bulk_results', 'promised_requests']);
grant select, insert, update, delete on bulk_jobs, bulk_results, promised_requests to :app;

-- Erasure reaches what undoing would put back without anybody having to think of it.
create function forget_in_bulk_results() returns trigger
  language plpgsql as $$
begin
  if not exists (select from new_accounts where erased_at is not null) then
    return null;
  end if;
  update bulk_results r set before = r.before - '{labels,end}'::text[]
    from new_accounts n
    join old_accounts b on b.tenant_id = n.tenant_id and b.id = n.id and b.erased_at is null
    join memberships m on m.tenant_id = n.tenant_id and m.account_id = n.id
    where n.erased_at is not null and r.tenant_id = m.tenant_id and r.membership_id = m.id and r.before is not null;
  return null;
end $$;
comment on function forget_in_bulk_results() is 'Takes the labels of somebody erased, and the end that was planned for them with its reason, out of what jobs would put back.';
create trigger accounts_forget_in_bulk_results after update on accounts
  referencing new table as new_accounts old table as old_accounts
  for each statement execute function forget_in_bulk_results();
create index bulk_results_membership_idx on bulk_results (tenant_id, membership_id);
