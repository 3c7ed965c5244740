create table instances (
  origin text primary key,
  actor text unique,
  name text,
  source text not null check (source in ('own', 'peer', 'named', 'seed')),
  named_by text,
  hops integer not null default 0,
  met timestamptz not null default now(),
  state text not null default 'candidate' check (state in ('candidate', 'known', 'hidden', 'refused')),
  problem text,
  visited timestamptz,
  seen timestamptz,
  next_visit timestamptz,
  failures integer not null default 0,
  digest text,
  progress jsonb
);
create index instances_next_visit on instances (next_visit) where next_visit is not null;
comment on table instances is 'Sites like this one, itself included: where the catalogue is fetched from, each from its own origin.';
comment on column instances.source is 'How we came to know of it: it is this site; we asked or were asked; another names it; a list that came with the code.';
comment on column instances.named_by is 'The origin that first named it.';
comment on column instances.hops is 'How many namings away from an instance that somebody here has approved.';
comment on column instances.state is 'A candidate is shown nowhere until its own origin has proved what it is; a hidden one has not answered for 30 days.';
comment on column instances.problem is 'Why the last visit did not succeed: a code of src/catalogue/visits.ts.';
comment on column instances.digest is 'Of what we hold of it, as it said it at the last visit that was finished.';
comment on column instances.progress is 'How far a visit that is not finished has come, so that it can be taken up again.';

create table catalogue_hosts (
  actor text primary key,
  origin text not null references instances (origin) on delete cascade,
  handle text not null,
  url text not null,
  logo text,
  profile jsonb not null,
  trust smallint not null default 1 check (trust between 0 and 4),
  asked timestamptz not null,
  confirmed timestamptz not null
);
create index catalogue_hosts_origin on catalogue_hosts (origin);
comment on table catalogue_hosts is 'Every host that is known here, our own and others'' alike, as its own instance last showed it.';
comment on column catalogue_hosts.profile is 'As src/hosts/host.ts has it.';
comment on column catalogue_hosts.trust is 'How far we trust it, 0 to 4, settled here by src/catalogue/trust.ts and never taken from others.';
comment on column catalogue_hosts.asked is 'When the request was begun that brought this; an answer to an earlier one changes nothing any more.';
comment on column catalogue_hosts.confirmed is 'When its own instance last said that this still holds.';

create table catalogue_offers (
  actor text primary key,
  host text not null references catalogue_hosts (actor) on delete cascade,
  proposal text not null unique,
  handle text not null,
  slug text not null,
  url text not null,
  content jsonb not null,
  availability jsonb,
  version text not null,
  published timestamptz not null,
  changed timestamptz not null,
  asked timestamptz not null
);
create index catalogue_offers_host on catalogue_offers (host);
comment on table catalogue_offers is 'Every offer that is known here, our own and others'' alike, as its own instance last showed it.';
comment on column catalogue_offers.content is 'As src/offers/offer.ts has it; amounts are integer cents.';
comment on column catalogue_offers.availability is 'As src/availability/availability.ts has it, with its dates; null where the host never said.';
comment on column catalogue_offers.version is 'As the digest of its instance has it: another version is another offer text or another availability.';
comment on column catalogue_offers.changed is 'When its host last changed it or its availability, by its own clock.';

create table departed (
  id text primary key,
  kind text not null check (kind in ('host', 'offer')),
  "left" timestamptz not null
);
comment on table departed is 'Hosts and offers whose own origin said that they are gone: for 30 days nothing brings them back.';
