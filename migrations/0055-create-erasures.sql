create table erasures (
  id uuid primary key,
  kind text not null check (kind in ('association', 'actor', 'account', 'place-request', 'answer', 'watch')),
  happened timestamptz not null,
  link text unique
);
create index erasures_happened on erasures (happened, id);
comment on table erasures is 'What was erased here, so that it can be said which servers have confirmed it, and so that no older backup brings it back. Kept for 12 months; nothing of it says who it was.';
comment on column erasures.id is 'The id of what was erased.';
comment on column erasures.link is 'A digest of the private link of whoever erased it; null where nobody has one.';

create table erasure_sendings (
  erasure uuid not null references erasures (id) on delete cascade,
  outgoing uuid not null,
  origin text not null,
  confirmed timestamptz,
  primary key (outgoing, origin)
);
create index erasure_sendings_erasure on erasure_sendings (erasure);
comment on table erasure_sendings is 'Each server that was asked to erase, written in the transaction that sends it. What still waits or was given up stands in deliveries.';
comment on column erasure_sendings.outgoing is 'The activity that asks; outlives it.';
comment on column erasure_sendings.confirmed is 'When the server took it.';

create table reached (
  about uuid not null,
  actor uuid not null references handles (id),
  inbox text not null,
  primary key (about, inbox)
);
create index reached_actor on reached (actor);
comment on table reached is 'Servers that once got something, and that nothing else here remembers: they are asked too when it is erased, and forgotten then.';
comment on column reached.about is 'One of our actors that somebody followed there, or that followed somebody there; or an erased entry of a place request that was told there.';
comment on column reached.actor is 'Which of our actors said it.';

-- Whoever follows no longer has what was said until then.
create function keep_reached() returns trigger language plpgsql as $$
begin
  insert into reached (about, actor, inbox)
  select id, id, old.inbox from handles
  where id = old.actor and old.accepted and gone is null and kind in ('association', 'campaign', 'watch')
  on conflict do nothing;
  return null;
end $$;
comment on function keep_reached is 'Remembers the server of a follower who leaves, for accounts that may be erased one day.';
create trigger keep_reached after delete on followers for each row execute function keep_reached();

create function keep_followed_reached() returns trigger language plpgsql as $$
begin
  insert into reached (about, actor, inbox)
  select handles.id, handles.id, coalesce(remote_actors.shared_inbox, remote_actors.inbox) from handles, remote_actors
  where handles.id = old.actor and remote_actors.id = old.followed and handles.gone is null and kind = 'association'
  on conflict do nothing;
  return null;
end $$;
comment on function keep_followed_reached is 'Remembers the server of somebody whom an association follows no longer.';
create trigger keep_followed_reached after delete on followings for each row execute function keep_followed_reached();

alter table place_request_entries add column told_by uuid, add column told_at text,
  add check (num_nonnulls(told_by, told_at) in (0, 2));
comment on column place_request_entries.told_by is 'Which of our accounts told it to the asker in a private message.';
comment on column place_request_entries.told_at is 'The inbox that it was told to: who has it is asked to erase it when the request is erased.';
