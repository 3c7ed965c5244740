create table imported_files (
  address text primary key,
  state text not null check (state in ('taken', 'refused')),
  reason text,
  etag text,
  digest text,
  class text,
  subs jsonb not null default '[]',
  misread jsonb not null default '[]',
  service uuid references services (id) on delete set null,
  read timestamptz not null
);
comment on table imported_files is 'Every address an import has asked, with what it gave: the next import goes on from here and reads only what has changed.';
comment on column imported_files.digest is 'Of the text that was taken, for servers that give no ETag.';
comment on column imported_files.subs is 'The addresses that the file names, followed even when it has not changed.';
comment on column imported_files.misread is 'The lines that were not understood, told again as long as the file says them.';
