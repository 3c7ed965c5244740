create table partnerships (
  id uuid primary key,
  side text not null check (side in ('asker', 'asked')),
  other text not null,
  other_name text not null,
  other_page text not null,
  domain text not null generated always as (registrable_domain(substring(other from '^https?://[^/]+'))) stored,
  kind text not null check (kind in ('joint-offer', 'subcontracting', 'skills-exchange', 'mutual-backup', 'continuity', 'shared-structure', 'joint-answer')),
  roles_offered text[] not null,
  roles_wanted text[] not null,
  message text not null,
  state text not null check (state in ('sent', 'received', 'countered', 'accepted', 'declined', 'withdrawn', 'expired', 'ended')),
  shown boolean not null,
  their_shown boolean,
  offer text not null,
  document text,
  counters uuid references partnerships (id),
  batch uuid,
  about text,
  from_unknown boolean not null default false,
  expires timestamptz,
  reason text,
  asked timestamptz not null,
  answered timestamptz,
  ended timestamptz,
  changed timestamptz not null,
  compared timestamptz,
  missing timestamptz,
  unreachable timestamptz,
  settled timestamptz,
  published timestamptz,
  public boolean not null generated always as (state = 'accepted' and shown and coalesce(their_shown, false) and missing is null) stored,
  check (side = 'asked' or state <> 'received'),
  check (side = 'asker' or state <> 'sent'),
  unique (other, offer)
);
create index partnerships_other on partnerships (other, asked);
create index partnerships_offer on partnerships (offer);
create index partnerships_document on partnerships (document) where document is not null;
create index partnerships_counters on partnerships (counters) where counters is not null;
create index partnerships_batch on partnerships (batch) where batch is not null;
create index partnerships_open on partnerships (expires) where state in ('sent', 'received');
create index partnerships_unsettled on partnerships (id) where settled is null;
create index partnerships_heard on partnerships (domain, asked) where side = 'asked';
create index partnerships_changed on partnerships (changed desc, id);
comment on table partnerships is 'What our host and one other ask each other, and what they agreed: one row a request, for both its life as a request and as a partnership. Private, until both agree to show it.';
comment on column partnerships.id is 'Also the id of our own document, which the other host reads, and everybody once both show it.';
comment on column partnerships.other is 'The actor of the other host; its name and page are as last seen.';
comment on column partnerships.shown is 'Whether our host agrees that everybody may see it; their_shown is what the other last said, null while that is not known.';
comment on column partnerships.offer is 'What asked it: the id of our own activity, or the address of theirs.';
comment on column partnerships.document is 'Where the other host says its part; null until it has told.';
comment on column partnerships.counters is 'The request that this one answers with another proposal.';
comment on column partnerships.batch is 'The same for several hosts that were asked at once.';
comment on column partnerships.about is 'An address that it is about, such as a funding request.';
comment on column partnerships.from_unknown is 'It came from a host that was not trusted here: shown apart.';
comment on column partnerships.missing is 'Since when the document of the other was not to be had, although it should be: meanwhile nothing is shown.';
comment on column partnerships.unreachable is 'Since when the other host''s server did not answer; null once it has.';
comment on column partnerships.settled is 'Since when both sides are known to have ended it alike, and compare no more.';
comment on column partnerships.published is 'When everybody could first see it; its address then stays known as one that was.';

create table listed_partnerships (
  address text primary key,
  subject text not null,
  object text not null,
  kind text not null,
  roles text[] not null,
  context text,
  given timestamptz not null,
  asked timestamptz not null,
  withdrawn timestamptz
);
create index listed_partnerships_subject on listed_partnerships (subject, object) where withdrawn is null;
create index listed_partnerships_object on listed_partnerships (object) where withdrawn is null;
comment on table listed_partnerships is 'What other hosts say in public of whom they work with, each document by itself. A partnership is shown only where both of its documents are held, and name each other.';
comment on column listed_partnerships.context is 'The document of the other side, as this one names it.';
comment on column listed_partnerships.asked is 'When the request was begun that brought this; what an earlier one brings changes nothing any more.';
