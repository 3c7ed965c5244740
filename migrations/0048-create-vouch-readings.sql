create table vouch_readings (
  voucher text primary key references catalogue_hosts (actor) on delete cascade,
  asked timestamptz not null
);
comment on table vouch_readings is 'When the whole list of those for whom a host vouches was last asked for: what an earlier answer shows is not new.';

alter table departed drop constraint departed_kind_check;
alter table departed add constraint departed_kind_check check (kind in ('host', 'offer', 'funding', 'unseen'));
comment on table departed is 'What its own origin said is gone: hosts, offers, funding requests, and what nobody here had seen before. For 30 days nothing brings it back that was asked for earlier.';
