alter table catalogue_offers add column joint jsonb;
comment on column catalogue_offers.joint is 'Who makes it together, under which terms, as its sheet says and each of them has signed at its own address; null where a host makes it alone.';

create table catalogue_joint (
  actor text primary key,
  host text not null references catalogue_hosts (actor) on delete cascade,
  sheet jsonb not null,
  version text not null,
  proposal text not null,
  signed text not null,
  state text not null check (state in ('waiting', 'shown', 'suspended')),
  asked timestamptz not null,
  checked timestamptz
);
create index catalogue_joint_host on catalogue_joint (host);
create index catalogue_joint_checked on catalogue_joint (checked nulls first);
comment on table catalogue_joint is 'Offers that several hosts make together, as the lead''s instance last showed each. It is entered among the offers only while every signature stands at its own address.';
comment on column catalogue_joint.signed is 'The version that all must have signed.';
comment on column catalogue_joint.checked is 'When all its signatures were last looked for.';

create table catalogue_stamps (
  address text primary key,
  partner text not null,
  proposal text not null,
  version text not null,
  part text not null default 'open' check (part in ('open', 'closed')),
  seen timestamptz,
  checked timestamptz not null,
  problem text check (problem in ('gone', 'wrong', 'unreachable'))
);
create index catalogue_stamps_proposal on catalogue_stamps (proposal);
comment on table catalogue_stamps is 'The signatures under joint offers, as each partner''s own address last showed them.';
comment on column catalogue_stamps.seen is 'When it last stood there; one that was seen holds for three days while its server does not answer.';
