create table messages (
  id text primary key,
  recipients uuid[] not null,
  author text not null,
  kind text not null check (kind in ('mention', 'reply', 'news')),
  visibility text not null check (visibility in ('public', 'unlisted', 'followers', 'direct')),
  content text not null,
  language text,
  url text,
  in_reply_to text,
  published timestamptz,
  updated timestamptz,
  received timestamptz not null default now(),
  answered timestamptz,
  deleted timestamptz
);
create index messages_unanswered on messages (received) where answered is null and deleted is null;
create index messages_author on messages (author);
create index messages_in_reply_to on messages (in_reply_to);
comment on table messages is 'What people elsewhere wrote to one of our actors, for the host to answer; and the news of those we follow.';
comment on column messages.id is 'The address of their Note.';
comment on column messages.content is 'Sanitised HTML; empty once its author has deleted it.';

create table reports (
  id text primary key,
  reporter text not null,
  objects text[] not null,
  content text not null,
  received timestamptz not null default now(),
  handled timestamptz
);
comment on table reports is 'Complaints about something here, for the host to look at.';
