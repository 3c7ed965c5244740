create table sayings (
  token text primary key check (token ~ '^[2-9bcdfghjkmnpqrstvwxz]{8}$'),
  note text not null unique references messages (id) on delete cascade,
  actor text not null,
  kind text not null check (kind in ('request', 'pledge')),
  request uuid references funding_requests (id) on delete cascade check ((request is not null) = (kind = 'pledge')),
  deed text not null default 'pledge' check (deed in ('pledge', 'change', 'add')),
  fields jsonb not null,
  unsure text[] not null default '{}',
  text text not null,
  language text not null,
  answer uuid references answers (id) on delete set null,
  received timestamptz not null,
  used timestamptz,
  withdrawn timestamptz
);
create index sayings_actor on sayings (actor, received);
create index sayings_received on sayings (received);
create index sayings_request on sayings (request) where request is not null;
create index sayings_answer on sayings (answer) where answer is not null;
comment on table sayings is 'What people asked for or promised in a sentence of their own: read, and waiting for them to confirm it behind a short link. Nothing of it counts before that.';
comment on column sayings.token is 'What the short link says; it opens for nobody but its actor.';
comment on column sayings.note is 'The message that said it.';
comment on column sayings.deed is 'Whether a promise is meant to stand beside an earlier one of the same author, or in its place.';
comment on column sayings.fields is 'What was understood, as the fields of the form that it fills in.';
comment on column sayings.unsure is 'Which of these fields have to be looked at.';
comment on column sayings.answer is 'What we answered.';
comment on column sayings.used is 'When it became a draft or a promise.';
comment on column sayings.withdrawn is 'When its author deleted it, or wrote something else in its place.';

alter table remote_actors add column met timestamptz not null default now();
update remote_actors set met = fetched;
comment on column remote_actors.met is 'When we first heard of it.';

create table held_openings (
  request uuid primary key references funding_requests (id) on delete cascade,
  version integer not null,
  held timestamptz not null,
  decided timestamptz,
  decision text check (decision in ('let-through', 'refused') and (decision is null) = (decided is null)),
  reason text check (reason is null or decision = 'refused')
);
create index held_openings_waiting on held_openings (held) where decided is null;
comment on table held_openings is 'Requests of people whom we do not know yet: they open once somebody at the desk has looked at them.';
comment on column held_openings.version is 'Of the request, as it was when its author asked for it to open.';
comment on column held_openings.reason is 'Why it was refused, in words for its author.';

create table funding_settings (
  singleton boolean primary key default true check (singleton),
  hold text not null check (hold in ('nobody', 'unknown', 'everyone'))
);
comment on table funding_settings is 'How this instance deals with requests for funding, as its administrators settle it.';
comment on column funding_settings.hold is 'Whose requests wait for the desk before they open, among people with an account elsewhere.';

alter table reports
  alter column reporter drop not null,
  add column contact text,
  add column passed_on timestamptz;
comment on column reports.reporter is 'The actor that complains; null for somebody who used the form of this site and did not show who they are.';
comment on column reports.contact is 'Where who complains may be answered, if they said.';
comment on column reports.passed_on is 'When the server of whom it is about was told.';
