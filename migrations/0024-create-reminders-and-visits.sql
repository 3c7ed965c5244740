alter table availabilities add column reminded smallint;
comment on column availabilities.reminded is 'How many days before it expires the team was last told by mail; null as long as nobody was.';

create table reminders (
  account uuid primary key references accounts (id) on delete cascade,
  wanted boolean not null default true,
  sent timestamptz
);
comment on table reminders is 'Who wants letters about availability that expires, and when each was last sent one; who is not here wants them.';

create table visits (
  account uuid primary key references accounts (id) on delete cascade,
  looked timestamptz not null,
  looked_before timestamptz
);
comment on table visits is 'When each person last opened the page of today, so that it says what happened since.';
comment on column visits.looked_before is 'When they had last opened it before the visit that goes on now.';
