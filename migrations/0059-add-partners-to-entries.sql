alter table catalogue_entries add column partners text[] not null default '{}';
comment on column catalogue_entries.partners is 'The actors of those who give it together with its host; what they say of themselves counts for it too.';
comment on column catalogue_entries.trust is 'Of the least trusted of its hosts, by catalogue_entry_trust. Kept by triggers.';
create index catalogue_entries_partners on catalogue_entries using gin (partners) where partners <> '{}';

create function catalogue_entry_trust(host text, partners text[]) returns smallint language sql stable
return case
  when cardinality(partners) = 0 then catalogue_trust(host)
  when exists (
    select from catalogue_hosts as own join instances on instances.origin = own.origin
    where own.actor = any(host || partners) and instances.source = 'own'
  ) then catalogue_trust(host)
  else least(catalogue_trust(host), (select min(coalesce(catalogue_trust(partner), 2)) from unnest(partners) as partner))
end;
comment on function catalogue_entry_trust is 'How far an offer is trusted: as far as the least trusted of those who give it, since each of them gets what its users entrust; one that is not known here counts as known and no more. With whom our own host gives something, it has decided itself.';

create or replace function show_host() returns trigger language plpgsql as $$
begin
  update catalogue_entries set trust = catalogue_entry_trust(host, partners)
  where host = new.actor and trust <> catalogue_entry_trust(host, partners);
  update catalogue_entries set trust = catalogue_entry_trust(host, partners)
  where partners <> '{}' and partners @> array[new.actor] and trust <> catalogue_entry_trust(host, partners);
  return null;
end $$;

create or replace function show_instance() returns trigger language plpgsql as $$
declare
  actors text[] := array(select actor from catalogue_hosts where origin = new.origin);
begin
  update catalogue_entries set trust = catalogue_entry_trust(host, partners)
  where host = any(actors) and trust <> catalogue_entry_trust(host, partners);
  update catalogue_entries set trust = catalogue_entry_trust(host, partners)
  where partners <> '{}' and partners && actors and trust <> catalogue_entry_trust(host, partners);
  return null;
end $$;
