create table actor_keys (
  actor uuid primary key references handles (id) on delete cascade,
  rsa_public text not null,
  rsa_private bytea not null,
  ed25519_public text not null,
  ed25519_private bytea not null,
  created timestamptz not null default now()
);
comment on table actor_keys is 'The key pairs of each local actor: public keys as PEM, private ones as PKCS#8 sealed with the instance''s secret.';

create table remote_actors (
  id text primary key,
  type text not null,
  name text,
  handle text,
  url text,
  inbox text not null,
  shared_inbox text,
  key_id text,
  key_pem text,
  fetched timestamptz not null default now(),
  gone timestamptz
);
comment on table remote_actors is 'Actors of other servers, as their own documents last showed them.';

create table followers (
  actor uuid not null references handles (id) on delete cascade,
  follower text not null references remote_actors (id) on delete cascade,
  follow text not null,
  inbox text not null,
  accepted boolean not null,
  since timestamptz not null default now(),
  primary key (actor, follower)
);
create index followers_follower on followers (follower);
comment on table followers is 'Who follows which of our actors.';
comment on column followers.follow is 'The id of their Follow, for an Undo that names it.';
comment on column followers.inbox is 'Where to deliver: the shared inbox where there is one.';

create table followings (
  actor uuid not null references handles (id) on delete cascade,
  followed text not null,
  follow text not null unique,
  state text not null check (state in ('requested', 'accepted', 'rejected')),
  since timestamptz not null default now(),
  primary key (actor, followed)
);
comment on table followings is 'Whom our actors follow.';

create table heard (
  activity text primary key,
  heard timestamptz not null default now()
);
comment on table heard is 'Activities that have taken effect, for ever: none takes effect twice. One undone before it came stands here too.';

create table reactions (
  activity text primary key,
  kind text not null check (kind in ('like', 'boost')),
  actor text not null,
  object text not null,
  received timestamptz not null default now(),
  unique (kind, actor, object)
);
create index reactions_object on reactions (object);
create index reactions_actor on reactions (actor);
comment on table reactions is 'Likes and boosts of what our actors said; shown as counts.';

create table notes (
  id uuid primary key,
  actor uuid not null references handles (id) on delete cascade,
  kind text not null check (kind in ('announcement', 'flip', 'state')),
  content text not null,
  language text not null,
  hashtags jsonb not null default '[]',
  context text,
  published timestamptz not null,
  updated timestamptz,
  deleted timestamptz
);
create unique index notes_state on notes (actor) where kind = 'state' and deleted is null;
create index notes_actor on notes (actor, published desc);
comment on table notes is 'What our actors say in words. Of each actor at most one is its pinned state.';
comment on column notes.context is 'The address of the proposal that it speaks of.';

create table outgoing (
  id uuid primary key,
  actor uuid not null references handles (id) on delete cascade,
  type text not null,
  body text not null,
  public boolean not null,
  created timestamptz not null default now()
);
create index outgoing_outbox on outgoing (actor, created desc) where public;
comment on table outgoing is 'Each activity we send, stored once as it goes over the wire; /ap/activities/<id> shows the public ones.';

create table deliveries (
  id bigint generated always as identity primary key,
  outgoing uuid not null references outgoing (id) on delete cascade,
  inbox text not null,
  origin text not null,
  state text not null check (state in ('waiting', 'held', 'failed')),
  attempts integer not null default 0,
  first_try timestamptz not null default now(),
  next_try timestamptz,
  status integer,
  problem text,
  unique (outgoing, inbox)
);
create index deliveries_held on deliveries (origin, id) where state = 'held';
create index deliveries_failed on deliveries (id) where state = 'failed';
comment on table deliveries is 'Deliveries that did not get through at once: waiting for the next try, held while the peer''s circuit is open, or failed for good.';

create table peer_origins (
  origin text primary key,
  scheme text not null default 'draft-cavage' check (scheme in ('draft-cavage', 'rfc9421')),
  failures integer not null default 0,
  first_failure timestamptz,
  opened timestamptz,
  probe timestamptz
);
comment on table peer_origins is 'How each other server takes our deliveries: which signature scheme, and whether its circuit is open.';
comment on column peer_origins.opened is 'Since when the circuit is open; null while deliveries flow.';

create table federation_kv (
  key text[] primary key,
  value jsonb not null,
  expires timestamptz
);
create index federation_kv_expires on federation_kv (expires) where expires is not null;
comment on table federation_kv is 'Fedify''s key-value store; every entry expires.';
