create table peers (
  id uuid primary key,
  origin text not null unique,
  actor text not null unique,
  name text not null,
  ours text not null check (ours in ('none', 'requested', 'approved', 'rejected')),
  theirs text not null check (theirs in ('none', 'pending', 'approved', 'rejected')),
  seen timestamptz not null,
  created timestamptz not null default now(),
  check (ours <> 'none' or theirs <> 'none')
);
comment on table peers is 'Other instances that this one knows: those it asked, and those that asked it.';
comment on column peers.actor is 'The permanent address of their instance actor; one for each origin.';
comment on column peers.ours is 'How our wish to follow them stands.';
comment on column peers.theirs is 'How their wish to follow us stands.';
comment on column peers.seen is 'When they last said or showed something of themselves.';
