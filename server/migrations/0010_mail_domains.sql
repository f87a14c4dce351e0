-- Which domains take mail: asked in the background, so that a wrong one can be pointed out before anything is sent.

-- owner: invitations
create table mail_domains (
  tenant_id uuid not null default current_tenant() references tenants (id),
  domain text not null,
  takes_mail boolean,
  asked_at timestamptz not null default lanyard_now(),
  constraint mail_domains_pkey primary key (tenant_id, domain)
);
comment on table mail_domains is 'Domains that somebody typed, and whether they take mail. It only ever warns.';
comment on column mail_domains.tenant_id is 'The tenant.';
comment on column mail_domains.domain is 'The domain, as an A-label (RFC 5890).';
comment on column mail_domains.takes_mail is 'What the domain name system answered; null while it was not asked yet, or gave no answer.';
comment on column mail_domains.asked_at is 'When it was asked about last.';

grant select, insert, update, delete on mail_domains to :app;
select guard_tenant(array['mail_domains']);
