alter table availabilities add column version integer not null default 1;
comment on column availabilities.version is 'Rises with each statement, so that a script changes only what it has read.';
