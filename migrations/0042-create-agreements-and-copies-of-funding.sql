create table agreements (
  id uuid primary key,
  pledge uuid not null unique,
  request uuid not null references funding_requests (id),
  actor text not null,
  made timestamptz not null
);
create index agreements_request on agreements (request);
create index agreements_actor on agreements (actor);
comment on table agreements is 'Promises that came as an Offer of another server, as agreements that both sides can read at their address. Only the two know that address: what stands there is for them.';
comment on column agreements.actor is 'Who promised, for the answers; what is shown at the address names nobody.';

create table pledge_messages (
  message text primary key,
  actor text not null,
  domain text not null generated always as (registrable_domain(substring(actor from '^https?://[^/]+'))) stored,
  request uuid not null references funding_requests (id),
  pledge uuid,
  number integer,
  reason text,
  heard timestamptz not null,
  foreign key (pledge, number) references pledges (pledge, number),
  check (number is null or (pledge is not null and reason is null))
);
create index pledge_messages_actor on pledge_messages (actor, heard);
create index pledge_messages_domain on pledge_messages (domain, heard);
create index pledge_messages_pledge on pledge_messages (pledge) where pledge is not null;
comment on table pledge_messages is 'What other servers said of promises, each with what it was answered: repeated, it is answered the same, and counts once.';
comment on column pledge_messages.number is 'The row of the ledger that the answer is about; null where it was refused, or led to none.';
comment on column pledge_messages.reason is 'Why it was refused: a code of src/pledges/agreement-words.ts.';

create table sent_pledges (
  id uuid primary key,
  party uuid not null references parties (id),
  campaign text not null,
  proposal text not null,
  page text not null,
  title text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  agreement text,
  standing text check (standing in ('promised', 'waiting', 'confirmed', 'lapsed', 'released')),
  held_version integer,
  held_amount text,
  confirm_until timestamptz,
  confirming uuid,
  withdrawn timestamptz,
  undo uuid,
  reason text,
  settled timestamptz,
  made timestamptz not null,
  changed timestamptz not null,
  compared timestamptz,
  check ((withdrawn is null) = (undo is null))
);
create index sent_pledges_party on sent_pledges (party, made);
create index sent_pledges_campaign on sent_pledges (campaign);
create index sent_pledges_open on sent_pledges (id) where settled is null;
create index sent_pledges_undo on sent_pledges (undo) where undo is not null;
create index sent_pledges_confirming on sent_pledges (confirming) where confirming is not null;
comment on table sent_pledges is 'What somebody here promises towards a request of another instance, which alone counts it.';
comment on column sent_pledges.id is 'Also the id of its agreement at this instance, which says all of it and which only the other instance is told of.';
comment on column sent_pledges.page is 'Where people read of the request; kept with its title, since the copy of the request may go.';
comment on column sent_pledges.agreement is 'Where the other instance shows what it accepted; null until it has.';
comment on column sent_pledges.standing is 'What the other instance last said that the promise is; null until it has accepted one.';
comment on column sent_pledges.held_version is 'Which version the other instance holds, as it last said.';
comment on column sent_pledges.held_amount is 'How much it holds, as it wrote it: should it ever be another amount than was promised, this shows it.';
comment on column sent_pledges.confirming is 'The activity that confirmed it, until the other instance says so too.';
comment on column sent_pledges.undo is 'The activity that takes it back.';
comment on column sent_pledges.reason is 'Why the other instance refused what was last said, in its own words.';
comment on column sent_pledges.settled is 'Since when both sides agree that it is over, and compare no more.';

create table sent_pledge_versions (
  pledge uuid not null references sent_pledges (id) on delete cascade,
  version integer not null check (version > 0),
  offer uuid not null unique,
  amount bigint check (amount between 1 and 99999999999),
  help integer check (help between 1 and 1000000),
  help_unit text check (help_unit in ('hour', 'day', 'thing')),
  words text,
  total_at_least bigint check (total_at_least between 1 and 99999999999),
  participants_at_least integer check (participants_at_least between 2 and 1000000),
  visibility text not null check (visibility in ('visible', 'amount-hidden', 'anonymous')),
  valid_until timestamptz,
  said timestamptz not null,
  answer text check (answer in ('accepted', 'refused')),
  reason text check (reason is null or answer = 'refused'),
  answered timestamptz check ((answered is null) = (answer is null)),
  primary key (pledge, version),
  check ((amount is null) <> (help is null)),
  check ((help is null) = (help_unit is null))
);
comment on table sent_pledge_versions is 'Each version of such a promise, with the Offer that carried it and what was answered.';

create table catalogue_funding (
  actor text primary key,
  id uuid not null unique default gen_random_uuid(),
  host text not null references catalogue_hosts (actor) on delete cascade,
  proposal text not null unique,
  url text not null,
  code text not null,
  handle text not null,
  requester jsonb not null,
  state text not null check (state in ('open', 'reached', 'committed', 'delivering', 'delivered', 'failed', 'cancelled')),
  kind text not null,
  terms jsonb not null,
  content jsonb not null,
  promises jsonb not null,
  currency text not null,
  total bigint not null,
  remaining bigint,
  original text,
  previous text,
  opened timestamptz not null,
  closes timestamptz,
  extended timestamptz,
  confirm_until timestamptz,
  committed timestamptz,
  ended timestamptz,
  version text not null,
  as_of timestamptz not null,
  asked timestamptz not null
);
create index catalogue_funding_host on catalogue_funding (host);
create index catalogue_funding_opened on catalogue_funding (opened desc, id);
comment on table catalogue_funding is 'The funding requests of other instances, as each last showed them. Their instances alone count; what stands here is of a date.';
comment on column catalogue_funding.id is 'What our own pages call it: /funding/elsewhere/<id>.';
comment on column catalogue_funding.requester is 'Who asks, as its instance shows it: name, address, actor.';
comment on column catalogue_funding.remaining is 'What was still to be found then, in the smallest unit of the currency; null where no amount is asked for.';
comment on column catalogue_funding.as_of is 'When it last came to say something else, by its own clock.';
comment on column catalogue_funding.asked is 'When its instance last said that this holds; an answer to an earlier question changes nothing any more.';

alter table departed drop constraint departed_kind_check;
alter table departed add constraint departed_kind_check check (kind in ('host', 'offer', 'funding'));
