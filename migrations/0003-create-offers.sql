create table offers (
  id uuid primary key references handles (id),
  slug text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,78}[a-z0-9])?$'),
  state text not null default 'draft' check (state in ('draft', 'published', 'withdrawn')),
  position integer not null default 0,
  content jsonb not null,
  version integer not null default 1,
  created timestamptz not null default now(),
  changed timestamptz not null default now(),
  published timestamptz,
  withdrawn timestamptz
);
comment on table offers is 'What this host proposes.';
comment on column offers.id is 'Also the id of its handle, and so of its actor.';
comment on column offers.content is 'The whole offer as src/offers/offer.ts has it; amounts are integer cents.';
comment on column offers.version is 'Goes up by one with each change; a change that names an older one is refused.';
