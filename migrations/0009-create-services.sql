create table services (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,78}[a-z0-9])?$'),
  position integer not null default 0,
  content jsonb not null,
  offer uuid references offers (id) on delete set null,
  source text unique,
  created timestamptz not null default now(),
  changed timestamptz not null default now()
);
create index services_offer on services (offer) where offer is not null;
comment on table services is 'What this host runs, as others may find it in a browser; what it proposes to whom is an offer.';
comment on column services.content is 'The whole service as src/services/service.ts has it.';
comment on column services.offer is 'The offer that proposes it, if one does.';
comment on column services.source is 'The address it was imported from; null when it was read from a file.';
