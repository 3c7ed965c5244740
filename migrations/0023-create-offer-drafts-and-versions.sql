alter table offers
  add column archived timestamptz,
  add column farewell text,
  add constraint offers_archived check (archived is null or state <> 'published');
comment on column offers.archived is 'When it was put away: out of sight at the desk, and nowhere else.';
comment on column offers.farewell is 'Why it was withdrawn, for those who come to its page.';

create table offer_drafts (
  offer uuid primary key references offers (id) on delete cascade,
  content jsonb not null,
  changed timestamptz not null,
  who text
);
comment on table offer_drafts is 'What is written for a published offer and not shown yet; an offer that nobody has seen is its own draft.';
comment on column offer_drafts.who is 'The name or address of whoever wrote last, as it was then.';

create table offer_versions (
  id bigint generated always as identity primary key,
  offer uuid not null references offers (id) on delete cascade,
  content jsonb not null,
  published boolean not null,
  saved timestamptz not null,
  who text
);
create index offer_versions_offer on offer_versions (offer, id);
comment on table offer_versions is 'What an offer said before, each time that it was saved or published; the last 50 of each.';
comment on column offer_versions.published is 'Everyone saw it from then on.';
comment on column offer_versions.who is 'The name or address of the person, as it was then; null where a program or a command wrote.';

insert into offer_versions (offer, content, published, saved)
select id, content, state <> 'draft', changed from offers;
