create table events (
  id uuid primary key,
  name text not null,
  event jsonb not null,
  bundle text,
  happened timestamptz not null,
  told timestamptz
);
create index events_untold on events (happened) where told is null;
create index events_bundle on events (bundle) where told is null;
comment on table events is 'What happened here and has to be told: written in the transaction of the change itself.';
comment on column events.bundle is 'Events of one bundle are told once, by the last of them.';
