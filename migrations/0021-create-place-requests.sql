create table place_requests (
  id uuid primary key,
  offer uuid not null references offers (id) on delete cascade,
  form text not null unique,
  name text not null,
  people integer not null check (people between 1 and 1000000),
  message text not null,
  contact text not null,
  contact_kind text not null check (contact_kind in ('email', 'fediverse')),
  language text not null check (language in ('fr', 'en')),
  state text not null check (state in ('received', 'answered', 'accepted', 'declined', 'referred', 'withdrawn')),
  slot text check (slot in ('open', 'limited', 'by-approval')),
  received timestamptz not null,
  changed timestamptz not null,
  waiting timestamptz check (waiting is not null or state <> 'received')
);
create index place_requests_waiting on place_requests (waiting) where waiting is not null;
create index place_requests_offer on place_requests (offer, received);
create index place_requests_received on place_requests (received, id);
create index place_requests_changed on place_requests (changed);
comment on table place_requests is 'Who asks for a place in an offer: personal data, for the host and the asker alone, erased some months after the last change.';
comment on column place_requests.form is 'The id of the form that was sent: sent twice, it is one request.';
comment on column place_requests.slot is 'Set when a counted place was taken by accepting: the state that the offer was in before.';
comment on column place_requests.waiting is 'Since when the asker waits for the host; null while the host does not have to act.';

create table place_request_entries (
  id uuid primary key,
  request uuid not null references place_requests (id) on delete cascade,
  number integer not null,
  act text not null check (act in ('say', 'withdraw', 'answer', 'accept', 'decline', 'refer', 'reopen', 'note')),
  text text,
  referred text check (referred is null or act = 'refer'),
  account uuid references accounts (id) on delete set null,
  problem text check (problem in ('no-account', 'unreachable')),
  written timestamptz not null,
  unique (request, number)
);
create index place_request_entries_account on place_request_entries (account) where account is not null;
comment on table place_request_entries is 'What was done and said of a request after it came, in order.';
comment on column place_request_entries.account is 'Who acted for the host; null for the asker, and for an account that is gone.';
comment on column place_request_entries.problem is 'Why the direct message with it did not leave.';

create table place_request_links (
  digest text primary key,
  request uuid not null references place_requests (id) on delete cascade,
  created timestamptz not null
);
create index place_request_links_request on place_request_links (request);
comment on table place_request_links is 'The private links under which an asker finds the request; only their digests, so that nobody who reads the database can open one.';

create table place_settings (
  singleton boolean primary key default true check (singleton),
  answer_days integer check (answer_days between 1 and 90),
  kept_months integer not null check (kept_months between 1 and 36)
);
comment on table place_settings is 'Within how many days the host answers those who ask for a place, if it says so, and how long requests are kept.';

create table place_request_counts (
  year integer not null,
  state text not null check (state in ('received', 'answered', 'accepted', 'declined', 'referred', 'withdrawn')),
  erased integer not null check (erased > 0),
  primary key (year, state)
);
comment on table place_request_counts is 'All that is left of erased requests: how many came in a year, and how they ended.';
