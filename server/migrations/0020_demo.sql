-- The demonstration: made-up schools on an installation that is otherwise empty.

alter table set_up add column demo boolean not null default false;
comment on column set_up.demo is 'The installation holds the demonstration: nothing in it is of anybody, and no mail leaves.';
