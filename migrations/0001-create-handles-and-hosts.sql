create table handles (
  id uuid primary key,
  name text not null unique check (name ~ '^[a-z0-9_]{1,30}$'),
  kind text not null check (kind in ('instance', 'host', 'offer', 'availability')),
  created timestamptz not null default now(),
  gone timestamptz
);
comment on table handles is 'The names under which this site and its parts can be followed: @name. Never given twice, even once gone.';
comment on column handles.id is 'The permanent address is /ap/actors/<id>; the name may be shown anywhere, the id never changes.';

create table hosts (
  id uuid primary key references handles (id),
  singleton boolean not null default true unique check (singleton),
  profile jsonb not null,
  created timestamptz not null default now(),
  changed timestamptz not null default now()
);
comment on table hosts is 'Who hosts here: one row, or none before the set-up and on a hub.';
comment on column hosts.profile is 'The whole profile as src/hosts/host.ts has it.';
