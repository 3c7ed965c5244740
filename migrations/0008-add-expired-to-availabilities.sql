alter table availabilities add column expired timestamptz;
create index availabilities_unexpired on availabilities (expires) where expired is null;
comment on column availabilities.expired is 'When it was told that the statement has expired; null until then.';
