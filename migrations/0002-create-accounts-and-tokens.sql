create table accounts (
  id uuid primary key,
  email text not null,
  role text not null check (role in ('administrator', 'editor', 'reader')),
  password_hash text not null,
  created timestamptz not null default now()
);
create unique index accounts_email on accounts (lower(email));
comment on table accounts is 'People who sign in for this host.';
comment on column accounts.password_hash is 'argon2id with its parameters, as $argon2id$v=19$m=…';

create table tokens (
  id uuid primary key,
  label text not null,
  scope text not null check (scope in ('read', 'offers', 'admin')),
  hash text not null unique,
  created timestamptz not null default now(),
  used timestamptz
);
comment on table tokens is 'Keys to the JSON API; only a keyed hash of each is stored.';
comment on column tokens.used is 'When it was last used, to the minute.';

create table setup_links (
  hash text primary key,
  expires timestamptz not null
);
comment on table setup_links is 'The one link that is printed at the first start and opens the set-up.';
