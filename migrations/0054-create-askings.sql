create table askings (
  id uuid primary key,
  party uuid references parties (id) on delete set null,
  email text,
  confirmed timestamptz,
  name text not null,
  contact text not null,
  language text not null check (language in ('fr', 'en')),
  need text not null,
  needs text[] not null default '{}',
  territory text,
  people integer check (people > 0),
  budget integer check (budget > 0),
  currency text not null default 'EUR',
  period text not null default 'once',
  wished date,
  about text,
  state text not null check (state in ('draft', 'held', 'open', 'led', 'ended', 'withdrawn', 'expired')),
  ending text check (ending in ('offer', 'quote', 'no', 'closed')),
  lead uuid,
  result jsonb,
  reason text,
  version integer not null default 1,
  made timestamptz not null,
  sent timestamptz,
  expires timestamptz,
  changed timestamptz not null,
  check ((ending is not null) = (state = 'ended')),
  check ((lead is not null) or state <> 'led'),
  check (party is null or email is null),
  check (confirmed is null or email is not null)
);
create index askings_party on askings (party) where party is not null;
create index askings_live on askings (expires) where state in ('open', 'led');
create index askings_held on askings (changed) where state = 'held';
create index askings_changed on askings (changed);
comment on table askings is 'What associations ask several hosts to do together, as this site keeps it for them.';
comment on column askings.party is 'Who asks, where they have shown it; null for somebody who has a private link only.';
comment on column askings.email is 'Where the private link of somebody who has shown nothing goes; nothing leaves before it was opened.';
comment on column askings.name is 'What the association calls itself, which hosts read at once.';
comment on column askings.contact is 'How to reach it, which a host reads only once the association has said yes to it.';
comment on column askings.about is 'The address of the funding request that it is for.';
comment on column askings.lead is 'Which of the hosts asked takes the lead (asking_hosts.id).';
comment on column askings.result is 'What the lead proposes in the end: an offer, or a quote, with its own version.';
comment on column askings.reason is 'Why the desk sent it back, or why the association closes it, in words.';

create table asking_hosts (
  id uuid primary key,
  asking uuid not null references askings (id) on delete cascade,
  number integer not null,
  way text not null check (way in ('own', 'essaim', 'email', 'fediverse')),
  host text,
  name text not null,
  page text,
  address text,
  roles text[] not null default '{}',
  state text not null check (state in ('proposed', 'left-out', 'asked', 'lead', 'partner', 'no')),
  proposed_by uuid,
  why text,
  roles_offered text[] not null default '{}',
  words text,
  agreed integer,
  answered timestamptz,
  heard integer not null default 0,
  document text,
  contact_given timestamptz,
  token text not null unique,
  offer uuid not null unique,
  problem text check (problem in ('no-account', 'unreachable', 'refused')),
  changed timestamptz not null,
  unique (asking, number),
  check ((way in ('own', 'essaim')) = (host is not null)),
  check ((way in ('email', 'fediverse')) = (address is not null))
);
create unique index asking_hosts_once on asking_hosts (asking, host) where host is not null;
comment on table asking_hosts is 'The hosts that an asking goes to, and what each answers. The id is also that of the document that it reads.';
comment on column asking_hosts.host is 'The actor of a host that has its own site of this kind.';
comment on column asking_hosts.roles is 'What it could take on, as the association sees it.';
comment on column asking_hosts.proposed_by is 'The host that would like it to join: it is asked only once the association says yes.';
comment on column asking_hosts.agreed is 'The version of the result to which it has said yes.';
comment on column asking_hosts.heard is 'The version of its answer that was read last; an older one changes nothing.';
comment on column asking_hosts.document is 'Where its own site shows its answer to us alone.';
comment on column asking_hosts.contact_given is 'Since when it may read how to reach the association.';
comment on column asking_hosts.token is 'The last part of its private page; it stands in the document that its site fetches, and so is kept as it is.';
comment on column asking_hosts.offer is 'The activity that asks it.';

create table asking_links (
  digest text primary key,
  asking uuid not null references askings (id) on delete cascade,
  created timestamptz not null
);
create index asking_links_asking on asking_links (asking);
comment on table asking_links is 'The private links by which an association follows what it asks; of each only a digest is kept.';

create table received_askings (
  id uuid primary key,
  document text not null unique,
  asker text not null,
  offer text not null,
  name text not null default '',
  need text not null default '',
  needs text[] not null default '{}',
  territory text,
  people integer,
  budget integer,
  currency text not null default 'EUR',
  period text not null default 'once',
  wished date,
  about text,
  page text,
  roles_wanted text[] not null default '{}',
  others jsonb not null default '[]',
  standing text not null check (standing in ('open', 'led', 'ended', 'withdrawn', 'expired')),
  chosen text check (chosen in ('lead', 'partner')),
  lead_name text,
  contact text,
  result jsonb,
  seen_version integer not null default 0,
  known_version integer not null default 0,
  expires timestamptz,
  from_unknown boolean not null default false,
  answer text not null default 'waiting' check (answer in ('waiting', 'lead', 'partner', 'no')),
  roles_offered text[] not null default '{}',
  words text,
  proposes jsonb not null default '[]',
  proposed_result jsonb,
  agreed integer,
  version integer not null default 0,
  answered timestamptz,
  received timestamptz not null,
  changed timestamptz not null,
  compared timestamptz
);
create index received_askings_live on received_askings (received) where standing in ('open', 'led');
create index received_askings_asker on received_askings (asker, received);
create index received_askings_changed on received_askings (changed);
comment on table received_askings is 'What associations ask of our host together with others, read at their own address, and what our host answers. The id is also that of the answer.';
comment on column received_askings.chosen is 'As what the association says yes to our host, once it has.';
comment on column received_askings.seen_version is 'Of what the association asks, as it was read last.';
comment on column received_askings.known_version is 'Of our answer, as the other site last said that it has read it.';
comment on column received_askings.version is 'Of our answer; 0 before there is one.';
comment on column received_askings.from_unknown is 'It came from a site that nobody here trusts yet.';

alter table notices add column asking uuid references askings (id) on delete cascade;
create index notices_asking on notices (asking) where asking is not null;
alter table notices drop constraint notices_check, drop constraint notices_what_check;
-- What is asked does not move to another server with the notices of it.
alter table notices add check (num_nonnulls(request, campaign, asking) = 1 or (num_nonnulls(request, campaign, asking) = 0 and what like 'hosts-%'));
alter table notices add check (what in ('confirm', 'lapsed', 'reached', 'fell-short', 'extended', 'committed', 'started', 'delivered', 'failed', 'cancelled', 'news', 'reopened', 'promises', 'answer', 'answer-withdrawn', 'chosen', 'near', 'hosts-answer', 'hosts-decide', 'hosts-over'));
comment on column notices.asking is 'What was asked of several hosts, instead of a funding request.';

alter table sayings drop constraint sayings_kind_check, drop constraint sayings_check;
alter table sayings add check (kind in ('request', 'pledge', 'asking'));
alter table sayings add check ((request is not null) = (kind = 'pledge'));
