-- When the mail server takes nothing from us, all workers wait together and every screen can say since when.

-- owner: messages
create table mail_trouble (
  only_one boolean not null default true,
  kind text not null,
  server_answer text not null,
  since timestamptz not null default lanyard_now(),
  look_again_at timestamptz not null,
  constraint mail_trouble_pkey primary key (only_one),
  constraint mail_trouble_only_one_check check (only_one),
  constraint mail_trouble_kind_check check (kind in ('unreachable', 'our_account', 'sender_refused', 'no_encryption', 'bad_certificate'))
);
comment on table mail_trouble is 'Why the mail server takes nothing at the moment; no row when it does. It is about the installation and names nobody, so it stands outside row level security.';
comment on column mail_trouble.only_one is 'There is one mail server, so there is one row at most.';
comment on column mail_trouble.kind is 'Key of the plain sentence that explains it.';
comment on column mail_trouble.server_answer is 'The mail server''s own words, or what happened to the connection.';
comment on column mail_trouble.since is 'The first attempt that met it.';
comment on column mail_trouble.look_again_at is 'One message is tried then, to see whether it is over.';

grant select, insert, update, delete on mail_trouble to :app;
