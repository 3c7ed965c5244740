create function registrable_domain(origin text) returns text language sql immutable parallel safe
return (
  select case
    when server ~ '^(\d{1,3}\.){3}\d{1,3}(:|$)' or starts_with(server, '[') then server
    else coalesce(
      substring(name from '[^.]+\.(?:com?|net|org|edu|gouv?|asso|ac|or|ne|go|nom|prd|tm|info|ltd|plc)\.[a-z]{2}$'),
      substring(name from '[^.]+\.[^.]+$'),
      name)
  end
  from (select regexp_replace(origin, '^https?://', '') as server) as address,
    lateral (select regexp_replace(server, ':\d+$', '') as name) as named);
comment on function registrable_domain is 'Whom an origin belongs to, as far as its name shows it; an address in numbers belongs to itself.';

alter table instances
  add column domain text generated always as (registrable_domain(origin)) stored,
  add column directory text,
  add column news_minute timestamptz,
  add column news integer not null default 0;
create index instances_domain on instances (domain);
create index instances_named_by on instances (named_by, met) where named_by is not null;
comment on column instances.domain is 'How many origins one owner can make us look at is limited by it.';
comment on column instances.directory is 'The hash of the directory it showed at the last visit that was finished.';
comment on column instances.news is 'How much it has told us within `news_minute`: what exceeds the budget is not heard.';

create function offer_seal(content jsonb, availability jsonb, version text, addresses text)
returns text language sql immutable parallel safe
return md5(concat_ws(E'\x1f', content::text, availability::text, version, addresses));
comment on function offer_seal is 'What a row of catalogue_offers says, as one short text.';

alter table catalogue_offers add column seal text not null default '';
comment on column catalogue_offers.seal is 'What the row said when it was kept; where it says something else now, it is fetched anew.';

create table tidings (
  address text primary key,
  kind text not null check (kind in ('changed', 'listed', 'left')),
  origin text not null,
  changed timestamptz not null,
  heard timestamptz not null default now(),
  told timestamptz
);
create index tidings_origin on tidings (origin, told);
comment on table tidings is 'What the instances that follow this one are told: addresses to look at, never what stands there.';
comment on column tidings.kind is 'It says something else; a host is listed here from now on; a host no longer is.';
comment on column tidings.origin is 'Whose news it is: many of one origin at once are told as one.';
comment on column tidings.changed is 'When it changed, by its own origin''s clock.';
