create extension if not exists unaccent;
create extension if not exists pg_trgm;

create text search configuration directory_fr (copy = pg_catalog.french);
alter text search configuration directory_fr alter mapping for hword, hword_part, word with unaccent, french_stem;
create text search configuration directory_en (copy = pg_catalog.english);
alter text search configuration directory_en alter mapping for hword, hword_part, word with unaccent, english_stem;

create table catalogue_entries (
  ordinal integer primary key check (ordinal between 0 and 1048575),
  actor text not null unique references catalogue_offers (actor) on delete cascade,
  host text not null,
  trust smallint not null,
  codes text[] not null,
  numbers jsonb not null,
  words tsvector not null,
  confirmed timestamptz not null,
  rules integer not null
);
create index catalogue_entries_host on catalogue_entries (host);
create index catalogue_entries_confirmed on catalogue_entries (confirmed desc, ordinal);
comment on table catalogue_entries is 'What the directory finds an offer by: made of the offer and its host by src/catalogue/entries.ts, and by nothing else.';
comment on column catalogue_entries.ordinal is 'Its place in the bit maps; free again once the offer is gone.';
comment on column catalogue_entries.trust is 'Of its host; 0 while its instance is not shown. Kept by triggers.';
comment on column catalogue_entries.codes is 'kind:code, for every list that can be searched.';
comment on column catalogue_entries.numbers is 'Whole numbers that can be compared, by kind: when it expires, what it costs.';
comment on column catalogue_entries.words is 'The stems of its words, in French and English; A is what leads.';
comment on column catalogue_entries.rules is 'The version of the rules that made this row; another one is made anew at the start.';

create table catalogue_gaps (ordinal integer primary key);
comment on table catalogue_gaps is 'Ordinals below the highest that nothing has any more: the next offers get them.';

create table catalogue_spellings (word text primary key);
create index catalogue_spellings_similar on catalogue_spellings using gin (word gin_trgm_ops);
comment on table catalogue_spellings is 'Words that offers have used, without accents: what a mistyped word may have meant.';

create table catalogue_bits (
  kind text not null,
  code text not null,
  chunk integer not null,
  bits bit(8192) not null,
  primary key (kind, code, chunk)
) with (fillfactor = 60);
comment on table catalogue_bits is 'Which entries have a code, one bit each: lists are combined and counted by and, or and bit_count. Kept by the triggers of catalogue_entries, in the same transaction.';
comment on column catalogue_bits.code is 'Of a number: each of its binary digits that is 1, and "said" for all that have one.';
comment on column catalogue_bits.chunk is 'Entries 8192 * chunk and on.';

create table catalogue_words (
  kind text not null check (kind in ('text', 'title')),
  code text not null,
  chunk integer not null,
  bits bit(1024) not null,
  primary key (kind, code, chunk)
) with (fillfactor = 60);
comment on table catalogue_words is 'The same for the words of entries: finer, since most words are rare.';
comment on column catalogue_words.kind is 'Anywhere, or where it leads.';
comment on column catalogue_words.chunk is 'Entries 1024 * chunk and on.';

create function catalogue_terms(trust smallint, codes text[], numbers jsonb, words tsvector)
  returns table (kind text, code text) language sql immutable parallel safe as $$
  select split_part(term, ':', 1), substr(term, strpos(term, ':') + 1) from unnest(codes) as term where trust >= 2
  union all select 'trust', trust::text where trust >= 2
  union all select key, 'said' from jsonb_each_text(numbers) where trust >= 2
  union all select key, digit::text from jsonb_each_text(numbers), generate_series(0, 30) as digit
    where trust >= 2 and (value::integer >> digit) & 1 = 1
  union all select 'text', lexeme from unnest(words) where trust >= 2 and length(lexeme) <= 60
  union all select 'title', lexeme from unnest(words) where trust >= 2 and length(lexeme) <= 60 and 'A' = any(weights)
$$;
comment on function catalogue_terms is 'The bit maps that an entry stands in; none while nobody may see it.';

create function lock_catalogue() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('catalogue'));
  return null;
end $$;
comment on function lock_catalogue is 'One after the other: offers of all hosts share the rows of the bit maps, and two that write in another order would wait for each other for ever.';
create trigger lock before insert or update or delete on catalogue_hosts for each statement execute function lock_catalogue();
create trigger lock before insert or update or delete on catalogue_offers for each statement execute function lock_catalogue();
create trigger lock before insert or update or delete on catalogue_entries for each statement execute function lock_catalogue();

create function flip_catalogue_bits(kinds text[], codes text[], ordinals integer[]) returns void language sql as $$
  insert into catalogue_bits as kept (kind, code, chunk, bits)
  select kind, code, ordinal >> 13, bit_or(set_bit(repeat('0', 8192)::bit(8192), ordinal & 8191, 1))
  from unnest(kinds, codes, ordinals) as changed (kind, code, ordinal)
  where kind not in ('text', 'title')
  group by 1, 2, 3
  on conflict (kind, code, chunk) do update set bits = kept.bits # excluded.bits;

  insert into catalogue_words as kept (kind, code, chunk, bits)
  select kind, code, ordinal >> 10, bit_or(set_bit(repeat('0', 1024)::bit(1024), ordinal & 1023, 1))
  from unnest(kinds, codes, ordinals) as changed (kind, code, ordinal)
  where kind in ('text', 'title')
  group by 1, 2, 3
  on conflict (kind, code, chunk) do update set bits = kept.bits # excluded.bits;
$$;

create function sweep_catalogue_bits(kinds text[], codes text[], ordinals integer[]) returns void language sql as $$
  delete from catalogue_bits as kept
  using (select distinct kind, code, ordinal >> 13 as chunk
    from unnest(kinds, codes, ordinals) as changed (kind, code, ordinal)) as changed
  where kept.kind = changed.kind and kept.code = changed.code and kept.chunk = changed.chunk and bit_count(kept.bits) = 0;

  delete from catalogue_words as kept
  using (select distinct kind, code, ordinal >> 10 as chunk
    from unnest(kinds, codes, ordinals) as changed (kind, code, ordinal)) as changed
  where kept.kind = changed.kind and kept.code = changed.code and kept.chunk = changed.chunk and bit_count(kept.bits) = 0;
$$;

create function keep_catalogue_bits() returns trigger language plpgsql as $$
declare
  kinds text[];
  terms text[];
  ordinals integer[];
begin
  if tg_op = 'INSERT' then
    select array_agg(kind), array_agg(code), array_agg(ordinal) into kinds, terms, ordinals
    from added, catalogue_terms(added.trust, added.codes, added.numbers, added.words);
  elsif tg_op = 'DELETE' then
    select array_agg(kind), array_agg(code), array_agg(ordinal) into kinds, terms, ordinals
    from removed, catalogue_terms(removed.trust, removed.codes, removed.numbers, removed.words);
    insert into catalogue_gaps select ordinal from removed;
  else
    with
      before as (select ordinal, kind, code
        from removed, catalogue_terms(removed.trust, removed.codes, removed.numbers, removed.words)),
      after as (select ordinal, kind, code
        from added, catalogue_terms(added.trust, added.codes, added.numbers, added.words)),
      changed as ((table before except table after) union all (table after except table before))
    select array_agg(kind), array_agg(code), array_agg(ordinal) into kinds, terms, ordinals from changed;
  end if;
  if kinds is null then return null; end if;
  perform flip_catalogue_bits(kinds, terms, ordinals);
  if tg_op <> 'INSERT' then perform sweep_catalogue_bits(kinds, terms, ordinals); end if;
  return null;
end $$;
create trigger bits_of_added after insert on catalogue_entries
  referencing new table as added for each statement execute function keep_catalogue_bits();
create trigger bits_of_changed after update on catalogue_entries
  referencing old table as removed new table as added for each statement execute function keep_catalogue_bits();
create trigger bits_of_removed after delete on catalogue_entries
  referencing old table as removed for each statement execute function keep_catalogue_bits();

create function catalogue_trust(actor text) returns smallint language sql stable
return (
  select case when instances.state = 'known' then catalogue_hosts.trust else 0 end
  from catalogue_hosts join instances on instances.origin = catalogue_hosts.origin
  where catalogue_hosts.actor = catalogue_trust.actor
);
comment on function catalogue_trust is 'How far a host is trusted, and 0 while its instance is shown nowhere.';

create function show_host() returns trigger language plpgsql as $$
begin
  update catalogue_entries set trust = catalogue_trust(new.actor)
  where host = new.actor and trust <> catalogue_trust(new.actor);
  return null;
end $$;
create trigger shown after update of trust on catalogue_hosts
  for each row when (old.trust <> new.trust) execute function show_host();

create function show_instance() returns trigger language plpgsql as $$
begin
  update catalogue_entries set trust = catalogue_trust(host)
  where host in (select actor from catalogue_hosts where origin = new.origin) and trust <> catalogue_trust(host);
  return null;
end $$;
create trigger shown after update of state on instances
  for each row when (old.state <> new.state) execute function show_instance();
