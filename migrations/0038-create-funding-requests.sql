alter table handles drop constraint handles_kind_check;
alter table handles add constraint handles_kind_check
  check (kind in ('instance', 'host', 'offer', 'availability', 'watch', 'campaign'));

create table parties (
  id uuid primary key,
  kind text not null check (kind in ('host', 'association', 'actor')),
  actor text unique,
  name text not null,
  address text,
  created timestamptz not null,
  erased timestamptz,
  check ((kind = 'actor') = (actor is not null) or erased is not null)
);
create unique index parties_host on parties (kind) where kind = 'host';
comment on table parties is 'Who asks for funding, promises, or answers a request: all that names them stands here and nowhere else, so that it can be erased.';
comment on column parties.actor is 'The permanent id of an actor of the Fediverse; never its handle, which may pass to somebody else.';
comment on column parties.address is 'Where people read of them.';
comment on column parties.erased is 'Since when nothing names them any more; what they promised still counts as somebody''s.';

create table funding_requests (
  id uuid primary key,
  code text not null unique check (code ~ '^[2-9bcdfghjkmnpqrstvwxz]{4,8}$'),
  requester uuid not null references parties (id),
  steward uuid references parties (id),
  state text not null check (state in ('draft', 'open', 'reached', 'committed', 'delivering', 'delivered', 'failed', 'cancelled')),
  kind text not null check (kind in ('shared-purchase', 'shared-development', 'donation', 'recurring-support')),
  mode text not null check (mode in ('all-or-nothing', 'keep-what-you-raise', 'minimum-then-optimum', 'headcount', 'recurring')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  minimum bigint check (minimum between 1 and 99999999999),
  optimum bigint check (optimum between 1 and 99999999999 and optimum > minimum),
  participants integer check (participants between 2 and 1000000),
  period text check (period in ('once', 'day', 'month', 'quarter', 'year')),
  minimum_pledge bigint check (minimum_pledge between 1 and 99999999999),
  maximum_pledge bigint check (maximum_pledge between 1 and 99999999999 and maximum_pledge >= coalesce(minimum_pledge, 1)),
  cap bigint check (cap between 1 and 99999999999 and cap >= coalesce(optimum, minimum, 1)),
  license text check (license is not null or kind <> 'shared-development'),
  closes timestamptz check (closes is not null or mode = 'recurring'),
  extension timestamptz check (extension > closes or extended is not null),
  content jsonb not null,
  previous uuid references funding_requests (id),
  version integer not null default 1,
  created timestamptz not null,
  changed timestamptz not null,
  opened timestamptz check (opened is not null or state in ('draft', 'cancelled')),
  extended timestamptz,
  asked timestamptz,
  asked_until timestamptz check ((asked is null) = (asked_until is null)),
  committed timestamptz,
  ended timestamptz check (ended is not null or state not in ('delivered', 'failed', 'cancelled')),
  check (minimum is not null or participants is not null)
);
create index funding_requests_requester on funding_requests (requester);
create index funding_requests_steward on funding_requests (steward) where steward is not null;
create index funding_requests_previous on funding_requests (previous) where previous is not null;
create index funding_requests_opened on funding_requests (opened desc, id) where opened is not null;
create index funding_requests_created on funding_requests (created desc, id);
create index funding_requests_closes on funding_requests (closes) where state in ('open', 'reached');
comment on table funding_requests is 'Who looks for money or help together with others. Amounts are in the smallest unit of the currency; what is promised is never kept here, but summed from the ledger.';
comment on column funding_requests.id is 'Also the id of its actor.';
comment on column funding_requests.code is 'What its links say, without signs that are mistaken for others or make words.';
comment on column funding_requests.cap is 'The most that is accepted altogether.';
comment on column funding_requests.closes is 'The first instant at which nothing can be promised any more; null where there is no end.';
comment on column funding_requests.extension is 'The later end that was announced at the opening, if there is one.';
comment on column funding_requests.content is 'Its words, as src/funding/form.ts reads them.';
comment on column funding_requests.previous is 'The request that failed and that this one tries anew, smaller.';
comment on column funding_requests.asked is 'Since when those who promised are asked to confirm, before it is committed.';

create function keep_terms() returns trigger language plpgsql as $$
begin
  if (old.code, old.requester, old.kind, old.mode, old.currency, old.minimum, old.optimum, old.participants, old.period,
      old.minimum_pledge, old.maximum_pledge, old.cap, old.license, old.extension, old.content, old.previous)
    is distinct from
     (new.code, new.requester, new.kind, new.mode, new.currency, new.minimum, new.optimum, new.participants, new.period,
      new.minimum_pledge, new.maximum_pledge, new.cap, new.license, new.extension, new.content, new.previous)
  then
    raise exception 'the terms of a funding request are frozen once it is open';
  end if;
  if old.closes is distinct from new.closes
    and (old.extended is not null or new.extended is null or new.closes is distinct from old.extension) then
    raise exception 'the end of a funding request moves once at most, to where it was announced';
  end if;
  return new;
end $$;
comment on function keep_terms is 'What people promise towards does not change under their feet.';
create trigger keep_terms before update on funding_requests for each row when (old.state <> 'draft') execute function keep_terms();

create table funding_news (
  id uuid primary key,
  request uuid not null references funding_requests (id),
  party uuid not null references parties (id),
  kind text not null check (kind in ('news', 'outcome', 'closing')),
  text text not null,
  deliverable text check (deliverable is null or kind = 'outcome'),
  written timestamptz not null
);
create index funding_news_request on funding_news (request, written, id);
create index funding_news_party on funding_news (party);
comment on table funding_news is 'What the steward of a request says of it after the opening: news, the closing word where it failed, the outcome.';

create table funding_proposals (
  id uuid primary key,
  request uuid not null references funding_requests (id),
  party uuid not null references parties (id),
  state text not null check (state in ('made', 'chosen', 'withdrawn')),
  visibility text not null check (visibility in ('everyone', 'requester')),
  text text not null,
  amount bigint check (amount between 0 and 99999999999),
  currency text check (currency ~ '^[A-Z]{3}$' and (amount is null) = (currency is null)),
  period text check (period in ('once', 'day', 'month', 'quarter', 'year')),
  ready date,
  terms text,
  url text,
  source text unique,
  made timestamptz not null,
  changed timestamptz not null
);
create index funding_proposals_request on funding_proposals (request, made, id);
create index funding_proposals_party on funding_proposals (party);
create unique index funding_proposals_chosen on funding_proposals (request) where state = 'chosen';
comment on table funding_proposals is 'What hosts answer to a request: what they would deliver, for what, by when.';
comment on column funding_proposals.ready is 'By when it would be there.';
comment on column funding_proposals.source is 'Under which id another server sent it: sent twice, it is one.';
