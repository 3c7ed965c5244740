create table availability_statements (
  offer uuid not null references offers (id) on delete cascade,
  version integer not null,
  state text not null check (state in ('open', 'limited', 'by-approval', 'waiting-list', 'between-waves', 'paused', 'closed', 'ending')),
  slots integer,
  said timestamptz not null,
  confirmed timestamptz not null,
  expires timestamptz not null,
  primary key (offer, version)
);
create index availability_statements_expires on availability_statements (expires);
comment on table availability_statements is 'What the host said of each offer within two years, so that a reader sees how an offer has opened and closed.';
comment on column availability_statements.said is 'When it was first said; until confirmed, it was said again on the same day, and no row was added.';

insert into availability_statements (offer, version, state, slots, said, confirmed, expires)
  select offer, version, state, (details ->> 'slots')::integer, confirmed, confirmed, expires from availabilities;
