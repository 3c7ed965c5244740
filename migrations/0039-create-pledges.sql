create table pledges (
  pledge uuid not null,
  number integer not null check (number > 0),
  replaces integer generated always as (nullif(number - 1, 0)) stored,
  request uuid not null references funding_requests (id),
  party uuid not null references parties (id),
  act text not null check (act in ('make', 'change', 'confirm', 'withdraw', 'lapse')),
  version integer not null check (version > 0),
  amount bigint check (amount between 1 and 99999999999),
  currency text check (currency ~ '^[A-Z]{3}$'),
  help integer check (help between 1 and 1000000),
  help_unit text check (help_unit in ('hour', 'day', 'thing')),
  total_at_least bigint check (total_at_least between 1 and 99999999999),
  participants_at_least integer check (participants_at_least between 2 and 1000000),
  visibility text not null check (visibility in ('visible', 'amount-hidden', 'anonymous')),
  valid_until timestamptz,
  said timestamptz not null,
  primary key (pledge, number),
  unique (pledge, number, request, party),
  foreign key (pledge, replaces, request, party) references pledges (pledge, number, request, party),
  check ((amount is null) = (currency is null)),
  check ((help is null) = (help_unit is null)),
  check ((amount is null) <> (help is null) or (act = 'withdraw' and amount is null and help is null))
);
create index pledges_request on pledges (request, pledge, number);
create index pledges_party on pledges (party);
create index pledges_valid_until on pledges (request, valid_until) where valid_until is not null;
comment on table pledges is 'The ledger of promises: each row is one version of one promise, and none is ever changed or deleted. Totals are sums of the last rows.';
comment on column pledges.number is 'Which row of its promise this is: without gaps, each one after the one it replaces, and always of the same party towards the same request.';
comment on column pledges.version is 'As its owner counts: what comes late and is older changes nothing.';
comment on column pledges.amount is 'In the smallest unit of the currency, for the period of the request; null for help in kind, which is never converted.';
comment on column pledges.total_at_least is 'It counts only while all that counts, itself included, is at least this.';

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger of promises is only ever added to';
end $$;
comment on function refuse_change is 'For tables whose rows stay as they were written.';
create trigger refuse_change before update or delete on pledges for each statement execute function refuse_change();

create table pledge_papers (
  pledge uuid not null,
  number integer not null,
  words text,
  source text,
  digest text,
  primary key (pledge, number),
  foreign key (pledge, number) references pledges (pledge, number)
);
create index pledge_papers_source on pledge_papers (source) where source is not null;
comment on table pledge_papers is 'What came with a row of the ledger and may be erased: the words for help in kind, and the message that brought it.';
comment on column pledge_papers.source is 'Under which id another server made the promise. The promise''s own id is made of it, the request and the party: sent twice, it is one, and nobody can take another''s.';
comment on column pledge_papers.digest is 'SHA-256 of the message as it came, so that a dispute about what it said can be settled.';
