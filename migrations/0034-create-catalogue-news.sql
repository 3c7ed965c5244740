create table catalogue_news (
  id uuid primary key,
  offer text not null,
  what text not null check (what in ('listed', 'opened', 'closed', 'withdrawn')),
  happened timestamptz not null,
  before text,
  after text,
  told timestamptz
);
create index catalogue_news_happened on catalogue_news (happened desc, id desc);
create index catalogue_news_told on catalogue_news (told);
create index catalogue_offers_asked on catalogue_offers (asked);
comment on table catalogue_news is 'What has happened in the catalogue, in the order in which it was learnt here; only added to, and forgotten after 90 days.';
comment on column catalogue_news.offer is 'The actor of the offer, which may be gone by now.';
comment on column catalogue_news.before is 'What its host had said of its availability before; null where it had said nothing, or the offer is new here.';
comment on column catalogue_news.told is 'When those who watch a search were told of it; null while they are still to be told.';
