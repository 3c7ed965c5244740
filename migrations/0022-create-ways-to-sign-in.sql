alter table accounts add column seen timestamptz;
comment on column accounts.seen is 'When this person was last at the desk, to the minute.';

create table sign_in_tries (
  subject text primary key,
  tries timestamptz[] not null,
  latest timestamptz not null
);
create index sign_in_tries_latest on sign_in_tries (latest);
comment on table sign_in_tries is 'Tries of the last 15 minutes that have not succeeded, by keyed hash of what was tried to be opened and whence.';

create table passkeys (
  id text primary key,
  account uuid not null references accounts (id) on delete cascade,
  name text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  created timestamptz not null,
  used timestamptz
);
create index passkeys_account on passkeys (account);
comment on table passkeys is 'Passkeys (WebAuthn): the public half only.';

create table passkey_challenges (
  hash text primary key,
  account uuid references accounts (id) on delete cascade,
  expires timestamptz not null
);
create index passkey_challenges_account on passkey_challenges (account);
create index passkey_challenges_expires on passkey_challenges (expires);
comment on table passkey_challenges is 'What a passkey is to sign, once, within five minutes.';
comment on column passkey_challenges.account is 'Who adds a passkey; null for signing in.';

create table code_apps (
  account uuid primary key references accounts (id) on delete cascade,
  secret bytea not null,
  created timestamptz not null,
  confirmed timestamptz,
  last_step bigint not null
);
comment on table code_apps is 'Applications that show one-time codes (TOTP); their secrets are sealed.';
comment on column code_apps.confirmed is 'When a first code was typed; before that, none is asked for.';
comment on column code_apps.last_step is 'The step of the last code that was used: neither it nor an earlier one is taken again.';

create table recovery_codes (
  hash text primary key,
  account uuid not null references accounts (id) on delete cascade
);
create index recovery_codes_account on recovery_codes (account);
comment on table recovery_codes is 'Keyed hashes of the codes that stand in for a lost telephone; each is removed when it is used.';

create table reset_links (
  hash text primary key,
  account uuid not null references accounts (id) on delete cascade,
  expires timestamptz not null
);
create index reset_links_account on reset_links (account);
comment on table reset_links is 'Links that let somebody set a new password, once, within half an hour; only keyed hashes.';

create table invitations (
  id uuid primary key,
  hash text not null unique,
  email text not null,
  role text not null check (role in ('administrator', 'editor', 'reader')),
  invited timestamptz not null,
  expires timestamptz not null
);
create unique index invitations_email on invitations (lower(email));
comment on table invitations is 'People who were asked to become colleagues; only a keyed hash of each link.';
