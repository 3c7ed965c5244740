create table vouches (
  id uuid primary key,
  vouched text not null,
  reason text,
  given timestamptz not null,
  withdrawn timestamptz
);
create unique index vouches_vouched on vouches (vouched) where withdrawn is null;
comment on table vouches is 'What our own host says publicly of others: that it vouches for them.';
comment on column vouches.vouched is 'The permanent address of the other host''s actor.';
comment on column vouches.withdrawn is 'From then on its address answers that it is gone.';

create table catalogue_vouches (
  address text primary key,
  voucher text not null references catalogue_hosts (actor) on delete cascade,
  vouched text not null,
  reason text,
  given timestamptz not null,
  asked timestamptz not null,
  withdrawn timestamptz,
  check (voucher <> vouched)
);
create index catalogue_vouches_voucher on catalogue_vouches (voucher);
create index catalogue_vouches_vouched on catalogue_vouches (vouched);
comment on table catalogue_vouches is 'Every vouch that is known here, our own and others'' alike, as its own instance last showed it.';
comment on column catalogue_vouches.asked is 'When the request was begun that brought this; an answer to an earlier one changes nothing any more.';
comment on column catalogue_vouches.withdrawn is 'Since when it no longer counts; kept for 30 days, so that nothing slow brings it back.';

create table swarm_settings (
  singleton boolean primary key default true check (singleton),
  vouches_needed smallint not null default 1 check (vouches_needed between 1 and 20),
  welcome_vouched boolean not null default false
);
comment on table swarm_settings is 'How this instance deals with others; without a row, as by default.';
comment on column swarm_settings.vouches_needed is 'How many hosts of level 4 must vouch for a host before it is shown without being asked for.';
comment on column swarm_settings.welcome_vouched is 'Instances that ask to follow us, and whose host is vouched for, need not wait.';

alter table peers add column decision text check (decision in ('approved', 'rejected', 'welcomed'));
update peers set decision = 'rejected' where theirs = 'rejected';
comment on column peers.decision is 'What was last decided here: by somebody, or (welcomed) because a host that we trust vouches for its host. Null before; then an approval is somebody''s too.';

create table blocklists (
  id uuid primary key,
  url text unique,
  name text not null,
  created timestamptz not null,
  read timestamptz,
  problem text,
  rows integer not null default 0,
  unread jsonb not null default '[]'
);
comment on table blocklists is 'Lists of domains that others block, as a file that was sent or at an address that is read every day. They suggest; they never block.';
comment on column blocklists.url is 'Null for a file.';
comment on column blocklists.problem is 'Why the last reading did not succeed.';
comment on column blocklists.unread is 'The first lines that could not be used, each with why.';

create table block_suggestions (
  domain text primary key check (domain = lower(domain) and domain <> ''),
  list uuid not null references blocklists (id) on delete cascade,
  severity text not null,
  comment text,
  met timestamptz not null,
  dismissed timestamptz
);
create index block_suggestions_list on block_suggestions (list);
comment on table block_suggestions is 'Domains that a list names, until somebody here blocks them or sets them aside.';
comment on column block_suggestions.severity is 'As the list has it; here a domain is blocked or it is not.';
comment on column block_suggestions.dismissed is 'Set aside: the list may name it as often as it likes.';
