create table notices (
  id uuid primary key,
  party uuid not null references parties (id),
  request uuid not null references funding_requests (id),
  what text not null check (what in ('confirm', 'lapsed', 'reached', 'fell-short', 'extended', 'committed', 'started', 'delivered', 'failed', 'cancelled', 'news', 'reopened', 'promises', 'answer', 'answer-withdrawn', 'chosen', 'near')),
  event uuid not null,
  happened timestamptz not null,
  seen timestamptz,
  unique (party, what, event)
);
create index notices_party on notices (party, happened desc, id);
create index notices_request on notices (request);
create unique index notices_promises on notices (party, request) where what = 'promises' and seen is null;
comment on table notices is 'What somebody who asks, promises or answers is told of a funding request. Read on a page, and written by mail to those who have an address here.';
comment on column notices.event is 'The event that it tells of: told twice, it is one notice.';

create table notice_readers (
  account uuid primary key references accounts (id) on delete cascade,
  rhythm text not null check (rhythm in ('at-once', 'daily', 'weekly', 'never')),
  muted text[] not null,
  written timestamptz not null
);
comment on table notice_readers is 'How those with an account are written to of what happens to funding requests; who is not here yet, daily.';
comment on column notice_readers.muted is 'Of which reasons they do not want to hear.';
comment on column notice_readers.written is 'When they were last written to: what happened since is still to be told.';
