alter table handles drop constraint handles_kind_check;
alter table handles add constraint handles_kind_check
  check (kind in ('instance', 'host', 'offer', 'availability', 'watch'));

create table watches (
  id uuid primary key,
  search text not null unique,
  actor uuid unique references handles (id),
  created timestamptz not null,
  alone timestamptz
);
comment on table watches is 'Searches of the directory that somebody keeps, to be told when an offer that fits is listed or opens.';
comment on column watches.search is 'Its filters in their normal form, as the query of an address: the same search is the same watch.';
comment on column watches.actor is 'The account that tells of it to those who follow; null where only letters are wanted.';
comment on column watches.alone is 'Since when nobody follows its account; after 30 days of that it is retired.';

create table watch_readers (
  id uuid primary key,
  watch uuid not null references watches (id) on delete cascade,
  email text not null,
  language text not null check (language in ('fr', 'en')),
  asked timestamptz not null,
  confirmed timestamptz,
  written timestamptz
);
create unique index watch_readers_email on watch_readers (watch, lower(email));
create index watch_readers_asked on watch_readers (lower(email), asked);
comment on table watch_readers is 'Who is told of a search by mail. Their address is all that is kept, and goes when they stop.';
comment on column watch_readers.asked is 'When the letter was last sent that asks to confirm; what is not confirmed within 7 days is erased.';
comment on column watch_readers.written is 'When they were last written to: once a day at most.';
