alter table events add column position bigint generated always as identity;
create index events_to_tell on events (position) where told is null and bundle is null;
comment on column events.position is 'The order in which they were recorded, and are told: those of one transaction have the same moment.';
