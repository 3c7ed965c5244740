create table pictures (
  id text primary key,
  purpose text not null check (purpose in ('logo')),
  format text not null check (format in ('webp', 'png')),
  size integer not null check (size between 1 and 2000),
  bytes bytea not null check (octet_length(bytes) <= 2097152),
  kept timestamptz not null,
  replaced timestamptz,
  check (id = encode(sha256(bytes), 'hex'))
);
create unique index pictures_current on pictures (purpose, format, size) where replaced is null;
comment on table pictures is 'Pictures of the host as we encoded them, in every size they are shown in; never the file that was sent.';
comment on column pictures.id is 'The SHA-256 of its bytes, so that an address never comes to show another picture.';
comment on column pictures.size is 'Width and height in pixels.';
comment on column pictures.replaced is 'The picture before the current one still answers, for servers that have not heard yet; null for the current one.';
