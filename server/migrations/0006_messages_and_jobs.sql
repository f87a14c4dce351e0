-- owner: messages
create table messages (
  tenant_id uuid not null default current_tenant() references tenants (id),
  id uuid not null default uuid_v7(),
  organisation_id uuid not null,
  account_id uuid,
  kind text not null,
  subject_ids jsonb not null default '{}',
  to_address text not null,
  subject text,
  state text not null default 'queued',
  captured boolean not null default false,
  attempts integer not null default 0,
  next_try_at timestamptz,
  server_answer text,
  explanation text,
  content bytea,
  content_until timestamptz,
  created_at timestamptz not null default lanyard_now(),
  settled_at timestamptz,
  constraint messages_pkey primary key (tenant_id, id),
  constraint messages_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint messages_account_fkey foreign key (tenant_id, account_id) references accounts (tenant_id, id),
  constraint messages_state_check check (state in ('queued', 'sending', 'accepted', 'deferred', 'bounced', 'failed', 'unknown', 'suppressed'))
);
comment on table messages is 'Every email, with what became of it. Written in the transaction that wants it sent.';
comment on column messages.tenant_id is 'The tenant.';
comment on column messages.id is 'The message; its Message-ID is built from it, so a repeat carries the same.';
comment on column messages.organisation_id is 'In whose name it goes.';
comment on column messages.account_id is 'The recipient, when a person known here.';
comment on column messages.kind is 'Which mail: its feature writes the words.';
comment on column messages.subject_ids is 'Ids of what it is about; the writer looks again when it is sent.';
comment on column messages.to_address is 'Canonical address; the envelope recipient is exactly this.';
comment on column messages.subject is 'Subject line, once written.';
comment on column messages.state is 'queued, sending, accepted (the mail server''s 250), deferred, bounced, failed, unknown, or suppressed (not sent on purpose).';
comment on column messages.captured is 'Mail was not set up: kept here instead of sent.';
comment on column messages.attempts is 'How often it was tried.';
comment on column messages.next_try_at is 'When it is tried next; null when settled.';
comment on column messages.server_answer is 'The mail server''s own words.';
comment on column messages.explanation is 'Key of the plain sentence that explains it.';
comment on column messages.content is 'Captured content, encrypted.';
comment on column messages.content_until is 'Captured content is erased then: when its link ends.';
comment on column messages.created_at is 'When it was asked for.';
comment on column messages.settled_at is 'When its state became final.';
create index messages_organisation_idx on messages (tenant_id, organisation_id, id desc);
create index messages_content_until_idx on messages (content_until) where content is not null;

-- owner: messages
create table messages_due (
  tenant_id uuid not null references tenants (id),
  message_id uuid not null,
  next_try_at timestamptz not null,
  lease_until timestamptz,
  fence bigint not null default 0,
  constraint messages_due_pkey primary key (tenant_id, message_id)
);
comment on table messages_due is 'What the mail worker has to look at. Ids only, so it stands outside row level security.';
comment on column messages_due.tenant_id is 'The tenant to work in.';
comment on column messages_due.message_id is 'The message.';
comment on column messages_due.next_try_at is 'Not before then.';
comment on column messages_due.lease_until is 'A worker holds it until then.';
comment on column messages_due.fence is 'Rises with each claim; a worker that lost its lease cannot finish with an old one.';
create index messages_due_next_idx on messages_due (next_try_at);

-- owner: platform
create table idempotency_keys (
  tenant_id uuid not null default current_tenant() references tenants (id),
  actor_id uuid not null,
  key text not null,
  request_hash bytea not null,
  answer jsonb,
  created_at timestamptz not null default lanyard_now(),
  constraint idempotency_keys_pkey primary key (tenant_id, actor_id, key)
);
comment on table idempotency_keys is 'What a request with an Idempotency-Key did, committed with the change itself.';
comment on column idempotency_keys.tenant_id is 'The tenant.';
comment on column idempotency_keys.actor_id is 'Who asked.';
comment on column idempotency_keys.key is 'The key of the request.';
comment on column idempotency_keys.request_hash is 'SHA-256 of method, path and body: another request may not use the key.';
comment on column idempotency_keys.answer is 'What the verb answered.';
comment on column idempotency_keys.created_at is 'Kept for 24 hours.';
create index idempotency_keys_created_at_idx on idempotency_keys (created_at);

grant select, insert, update on messages to :app;
grant select, insert, update, delete on messages_due, idempotency_keys to :app;
select guard_tenant(array['messages', 'idempotency_keys']);

