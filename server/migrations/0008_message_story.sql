-- The story of each message: what became of every attempt, kept beside the state that it led to.

-- owner: messages
create table delivery_events (
  tenant_id uuid not null default current_tenant() references tenants (id),
  id uuid not null default uuid_v7(),
  message_id uuid not null,
  at timestamptz not null default lanyard_now(),
  state text not null,
  server_answer text,
  explanation text,
  constraint delivery_events_pkey primary key (tenant_id, message_id, id),
  constraint delivery_events_message_fkey foreign key (tenant_id, message_id) references messages (tenant_id, id),
  constraint delivery_events_state_check check (state in ('accepted', 'deferred', 'bounced', 'failed', 'unknown', 'suppressed'))
);
comment on table delivery_events is 'What became of each attempt to send a message, or why none was made. Insert and select only.';
comment on column delivery_events.tenant_id is 'The tenant.';
comment on column delivery_events.id is 'The event; a message''s events are read in this order.';
comment on column delivery_events.message_id is 'Of which message. The key starts with it, so the story is one look-up.';
comment on column delivery_events.at is 'When the attempt ended.';
comment on column delivery_events.state is 'accepted, deferred, bounced, failed (given up), unknown, or suppressed (not sent on purpose).';
comment on column delivery_events.server_answer is 'The mail server''s own words.';
comment on column delivery_events.explanation is 'Key of the plain sentence that explains it.';

grant select, insert on delivery_events to :app;
select guard_tenant(array['delivery_events']);
