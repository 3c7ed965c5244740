create table associations (
  id uuid primary key,
  name text not null,
  presentation text not null,
  territory text,
  sector text,
  rna text check (rna ~ '^W[0-9]{9}$'),
  siret text check (siret ~ '^[0-9]{14}$'),
  website text,
  public boolean not null default false,
  language text not null check (language in ('fr', 'en')),
  state text not null check (state in ('waiting', 'approved', 'refused', 'closed')),
  reason text,
  created timestamptz not null,
  confirmed timestamptz,
  decided timestamptz,
  version integer not null default 1,
  feed integer not null default 1
);
create index associations_waiting on associations (created) where state = 'waiting' and confirmed is not null;
comment on table associations is 'Associations that have an account of their own here, to ask, promise and follow.';
comment on column associations.territory is 'A code such as com:35115.';
comment on column associations.public is 'Whether all of the profile is shown, and others may follow; else the name alone.';
comment on column associations.reason is 'What it was told when it was refused or closed.';
comment on column associations.confirmed is 'When somebody followed the link to the address that was given; before that nobody at the desk sees it.';
comment on column associations.feed is 'Goes up when its secret feed gets a new address.';

alter table accounts add column association uuid references associations (id) on delete cascade;
create index accounts_association on accounts (association) where association is not null;
alter table accounts drop constraint accounts_role_check;
alter table accounts add constraint accounts_role_check check (
  case when association is null then role in ('administrator', 'editor', 'reader') else role = 'member' end
);
alter table accounts alter column password_hash drop not null;
alter table accounts add constraint accounts_team_password check (association is not null or password_hash is not null);
comment on table accounts is 'People who sign in here: for the host, or for one association, never for both.';
comment on column accounts.association is 'The association that this person is a member of; null for the host''s own team.';
comment on column accounts.password_hash is 'argon2id with its parameters, as $argon2id$v=19$m=…; null for a member who comes in by mail alone.';

create table sign_in_links (
  hash text primary key,
  account uuid not null references accounts (id) on delete cascade,
  expires timestamptz not null
);
create index sign_in_links_account on sign_in_links (account);
comment on table sign_in_links is 'Links by which members come in from their mail, once, within a quarter of an hour; only keyed hashes.';

create table association_invitations (
  id uuid primary key,
  association uuid not null references associations (id) on delete cascade,
  hash text not null unique,
  email text not null,
  invited timestamptz not null,
  expires timestamptz not null
);
create unique index association_invitations_email on association_invitations (association, lower(email));
comment on table association_invitations is 'People who were asked to act for an association; only a keyed hash of each link.';

create table association_settings (
  singleton boolean primary key default true check (singleton),
  registration text not null check (registration in ('open', 'approval', 'closed'))
);
comment on table association_settings is 'How associations get an account here.';

create table association_readers (
  account uuid primary key references accounts (id) on delete cascade,
  seen timestamptz,
  letters text not null default 'weekly' check (letters in ('daily', 'weekly', 'never')),
  written timestamptz
);
comment on table association_readers is 'How each member reads the news of those whom their association follows.';
comment on column association_readers.seen is 'Until when they had read at their last visit.';
comment on column association_readers.written is 'Until when the last letter told of news.';

alter table handles drop constraint handles_kind_check;
alter table handles add constraint handles_kind_check
  check (kind in ('instance', 'host', 'offer', 'availability', 'watch', 'campaign', 'intake', 'association'));

-- The news of those whom one association follows, and who follows somebody.
create index messages_recipients on messages using gin (recipients);
create index followings_followed on followings (followed);
