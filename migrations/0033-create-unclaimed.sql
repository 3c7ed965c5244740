create table unclaimed (
  id uuid primary key,
  domain text not null unique,
  name text not null,
  website text not null,
  summary text,
  language text,
  needs text[] not null default '{}',
  territory text,
  source text not null check (source in ('chatonsinfos', 'librehosters')),
  list text not null,
  list_name text,
  file text not null,
  entered timestamptz not null,
  read timestamptz not null,
  claimed_by text,
  asked timestamptz
);
comment on table unclaimed is 'Hosts that a list names and that have said nothing here themselves: shown apart, without state or price.';
comment on column unclaimed.domain is 'Of the website, without "www.": whoever holds it decides about the entry.';
comment on column unclaimed.needs is 'Guessed from the software that its services run.';
comment on column unclaimed.territory is 'A code like country:FR.';
comment on column unclaimed.list is 'Where the list stands that names it, or the name of the file that somebody gave.';
comment on column unclaimed.file is 'The address of its own file, as the list has it: a later list that names it no more takes the entry away.';
comment on column unclaimed.claimed_by is 'The actor of the host that its website names as its own: the entry gives way to it as long as it is known.';
comment on column unclaimed.asked is 'When its website was last looked at for somebody who says that it is theirs.';

create table unclaimed_removals (
  domain text primary key,
  removed timestamptz not null,
  how text not null check (how in ('owner', 'desk'))
);
comment on table unclaimed_removals is 'Domains whose entry was removed: no later list brings it back.';

create table unclaimed_readings (
  id uuid primary key,
  source text not null,
  state text not null check (state in ('reading', 'seen', 'taken', 'refused', 'dropped')),
  given bytea,
  step text,
  looked integer not null default 0,
  known integer not null default 0,
  found jsonb,
  problem text,
  account uuid references accounts (id) on delete set null,
  begun timestamptz not null,
  changed timestamptz not null
);
comment on table unclaimed_readings is 'Lists of hosts that somebody at the desk had read: how far that is, and what was found, until it is taken or dropped.';
comment on column unclaimed_readings.given is 'The file that somebody gave, until it is read; null where the source is an address.';
comment on column unclaimed_readings.found is 'As src/unclaimed/reading.ts has it.';

create table seeds_read (
  singleton boolean primary key default true check (singleton),
  read timestamptz not null
);
comment on table seeds_read is 'That the list of first instances which comes with the code was read: once, and never again.';
