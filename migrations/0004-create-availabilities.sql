create table availabilities (
  offer uuid primary key references offers (id) on delete cascade,
  state text not null check (state in ('open', 'limited', 'by-approval', 'waiting-list', 'between-waves', 'paused', 'closed', 'ending')),
  details jsonb not null,
  confirmed timestamptz not null,
  expires timestamptz not null
);
comment on table availabilities is 'Who can still get in, as the host last said; after expires it is shown as unknown.';
comment on column availabilities.details is 'Slots, waves, next opening, approval, territory, message: the rest of src/availability/availability.ts.';
