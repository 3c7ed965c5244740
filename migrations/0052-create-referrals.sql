create table referrals (
  id uuid primary key,
  side text not null check (side in ('giver', 'taker')),
  other text,
  other_name text not null,
  other_page text,
  other_email text,
  about text,
  about_title text,
  about_page text,
  need text not null,
  language text not null check (language in ('fr', 'en')),
  request uuid,
  asker text,
  contact text,
  message text,
  handing text not null check (handing in ('none', 'asked', 'agreed', 'refused')),
  handing_changed timestamptz,
  state text not null check (state in ('sent', 'taken', 'placed', 'declined', 'withdrawn', 'lapsed')),
  said text,
  offer text not null unique,
  document text,
  token text unique,
  consent_token text unique,
  page text,
  from_unknown boolean not null default false,
  opened timestamptz,
  asked timestamptz not null,
  answered timestamptz,
  changed timestamptz not null,
  expires timestamptz not null,
  compared timestamptz,
  check (side = 'giver' or (other is not null and document is not null))
);
create unique index referrals_document on referrals (document) where document is not null;
create index referrals_request on referrals (request);
create index referrals_other on referrals (other, asked);
create index referrals_waiting on referrals (side, asked desc, id);
comment on table referrals is 'Somebody who looks for a place is pointed from one host to another: what we sent on (giver) and what others send on to us (taker).';
comment on column referrals.other is 'The actor of the other host; null for one that has no instance of its own and answers on the page behind the link.';
comment on column referrals.about is 'The proposal, or the actor of the host, that somebody is pointed to.';
comment on column referrals.need is 'One sentence without anything personal: all that the other host reads before somebody agrees. Empty once it was taken back.';
comment on column referrals.request is 'Of the giver: the request for a place that is handed on; no foreign key, so that its erasure is still heard of.';
comment on column referrals.asker is 'Of the giver, where there is no request: who asked by mail or by telephone, kept only to ask them and to hand it on.';
comment on column referrals.handing is 'Whether name, contact and message go along: nobody wants that, somebody was asked, agreed, or refused.';
comment on column referrals.offer is 'The activity that carries it: of the giver the id of ours, of the taker the address of theirs.';
comment on column referrals.document is 'What the other host says at its own origin: of the taker the referral itself, of the giver the acceptance.';
comment on column referrals.token is 'Of the giver: the end of the link to what is handed on, until that ends. It is kept as it is, to be sent again; what it opens lies in this very database.';
comment on column referrals.consent_token is 'Of the giver: the end of the link where somebody who did not write from our pages says yes or no.';
comment on column referrals.page is 'Of the taker: the link to what is handed on.';
comment on column referrals.from_unknown is 'Of the taker: it comes from a host that nobody here vouches for.';
