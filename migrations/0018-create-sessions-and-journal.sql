alter table accounts add column name text not null default '';
comment on column accounts.name is 'How colleagues call this person; empty until they said.';

create table sessions (
  id uuid primary key,
  hash text not null unique,
  account uuid not null references accounts (id) on delete cascade,
  created timestamptz not null,
  seen timestamptz not null,
  agent text not null
);
create index sessions_account on sessions (account);
comment on table sessions is 'Who is signed in, and on which browsers; only a keyed hash of each key is stored.';
comment on column sessions.seen is 'When it was last used, to the minute.';

create table journal (
  id bigint generated always as identity primary key,
  done timestamptz not null,
  account uuid references accounts (id) on delete set null,
  who text not null,
  deed text not null,
  subject text
);
create index journal_account on journal (account);
comment on table journal is 'Who did what at the desk; kept for a year.';
comment on column journal.who is 'The name or address of the person, as it was then.';

create table sent_forms (
  id uuid primary key,
  account uuid not null references accounts (id) on delete cascade,
  went_to text,
  sent timestamptz not null
);
create index sent_forms_sent on sent_forms (sent);
create index sent_forms_account on sent_forms (account);
comment on table sent_forms is 'Forms that were sent from the desk, so that one sent twice is done once; kept for a day.';
