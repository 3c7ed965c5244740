create table imports (
  id uuid primary key,
  source text not null,
  host text,
  state text not null check (state in ('looking', 'seen', 'taking', 'taken', 'refused', 'dropped')),
  material bytea,
  step text,
  looked integer not null default 0,
  known integer not null default 0,
  preview jsonb,
  kept text[] not null default '{}',
  problem text,
  account uuid references accounts (id) on delete set null,
  begun timestamptz not null,
  changed timestamptz not null
);
create index imports_begun on imports (begun);
create index imports_account on imports (account);
comment on table imports is 'What somebody at the desk has the site take in: looked at first, then shown, then taken; kept for 90 days.';
comment on column imports.source is 'The name of the file, or the address.';
comment on column imports.material is 'What the file or the addresses gave, compressed; gone once it is taken or dropped.';
comment on column imports.preview is 'What changes, and what was not understood.';
comment on column imports.kept is 'The fields that stay as they are here: kind:key:field.';
