-- The page of everything that happened: newest first, from any day, without sorting, by place, by person and by who did it.

drop index audit_events_organisation_idx;
create index audit_events_organisation_idx on audit_events (tenant_id, organisation_id, at desc, id desc);
create index audit_events_nowhere_idx on audit_events (tenant_id, at desc, id desc) where organisation_id is null;

drop index audit_events_subject_idx;
create index audit_events_subject_idx on audit_events (tenant_id, subject_id, at desc, id desc) where subject_id is not null;
create index audit_events_actor_idx on audit_events (tenant_id, actor_id, at desc, id desc) where actor_id is not null;
