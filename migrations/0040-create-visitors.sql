alter table handles drop constraint handles_kind_check;
alter table handles add constraint handles_kind_check
  check (kind in ('instance', 'host', 'offer', 'availability', 'watch', 'campaign', 'intake'));

-- Where somebody hosts already; a new one gets it with its set-up.
insert into handles (id, name, kind) select gen_random_uuid(), 'demandes', 'intake' from hosts on conflict do nothing;

create table visitor_sessions (
  id uuid primary key,
  hash text not null unique,
  actor text not null,
  name text not null,
  address text not null,
  url text not null,
  created timestamptz not null,
  seen timestamptz not null
);
create index visitor_sessions_actor on visitor_sessions (actor);
comment on table visitor_sessions is 'People who are signed in here with their own account of the Fediverse, on one browser each; nothing of them is kept beyond.';
comment on column visitor_sessions.hash is 'A keyed hash of the key that the browser keeps.';
comment on column visitor_sessions.actor is 'Who they are: the id of their actor, whatever it is called.';
comment on column visitor_sessions.address is 'As people write it: @name@domain.';

create table visitor_sign_ins (
  hash text primary key,
  typed text not null,
  back text not null,
  server text,
  actor text,
  name text,
  address text,
  url text,
  code text,
  tries integer not null default 0,
  confirmed timestamptz,
  created timestamptz not null,
  check (server is not null or (actor is not null and name is not null and address is not null and url is not null and code is not null))
);
create index visitor_sign_ins_actor on visitor_sign_ins (actor) where code is not null;
comment on table visitor_sign_ins is 'People who are on their way in: at their own server, which is asked who they are, or about to send us a code. Good for 15 minutes, once, on the browser that asked.';
comment on column visitor_sign_ins.hash is 'A keyed hash of the key that the browser keeps meanwhile.';
comment on column visitor_sign_ins.back is 'The page of ours that they were going to.';
comment on column visitor_sign_ins.server is 'The origin of their server, where it asks them; null where they send a code instead.';
comment on column visitor_sign_ins.actor is 'Whom the typed address leads to; null where only a server was typed.';
comment on column visitor_sign_ins.code is 'What that actor has to send us. Of no use to anybody else, so it is not hidden here.';
comment on column visitor_sign_ins.tries is 'How many other codes that actor has sent.';

create table visitor_servers (
  origin text primary key,
  client_id text not null,
  client_secret bytea not null,
  scope text not null,
  registered timestamptz not null
);
comment on table visitor_servers is 'As whom other servers know this site when it asks them who somebody is.';
comment on column visitor_servers.client_secret is 'Sealed with the secret of this site.';
