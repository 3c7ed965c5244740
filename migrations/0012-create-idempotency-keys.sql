create table idempotency_keys (
  token uuid not null references tokens (id) on delete cascade,
  key text not null,
  request text not null,
  status smallint not null,
  headers jsonb not null,
  body bytea not null,
  created timestamptz not null default now(),
  primary key (token, key)
);
create index idempotency_keys_created on idempotency_keys (created);
comment on table idempotency_keys is 'The first answer to a request that may be sent twice; the second is given it again, for a day.';
comment on column idempotency_keys.request is 'A keyed hash of the method, the address and the body.';
comment on column idempotency_keys.body is 'Sealed: it may hold a new key to the JSON API.';
