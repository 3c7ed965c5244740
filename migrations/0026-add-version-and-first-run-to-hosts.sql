alter table hosts add column version integer not null default 1;
comment on column hosts.version is 'Goes up by one with each change; a change that was made to an older one is looked at again.';

alter table hosts add column first_run jsonb;
comment on column hosts.first_run is 'How each step of the guided set-up was left, by its name: done or skipped; null once it is over, or when there was none.';

alter table availabilities add column before_closing jsonb;
comment on column availabilities.before_closing is 'While the host is closing, what was said before: {"said": …}, to be said again if it stays open.';
