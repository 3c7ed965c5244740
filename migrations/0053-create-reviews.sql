create table reviews (
  id uuid primary key,
  reviewed text not null,
  claim text not null,
  digest text not null,
  verdict text not null check (verdict in ('confirms', 'disputes', 'cannot-check')),
  why text,
  evidence text,
  said timestamptz not null,
  withdrawn timestamptz,
  check (verdict <> 'disputes' or why is not null)
);
create unique index reviews_reviewed on reviews (reviewed, digest) where withdrawn is null;
comment on table reviews is 'What our own host says publicly of what others claim: that it is so, that it is not, or that it could not check.';
comment on column reviews.reviewed is 'The permanent address of the other host''s actor.';
comment on column reviews.claim is 'In the words of the one who claims it, as they stood then.';
comment on column reviews.digest is 'Of the claim: by it a review finds its claim, and leaves it when the wording changes.';
comment on column reviews.evidence is 'The address of what shows it.';
comment on column reviews.said is 'When it was last said, in these words or again.';
comment on column reviews.withdrawn is 'From then on its address answers that it is gone.';

create table listed_reviews (
  address text primary key,
  reviewer text not null references catalogue_hosts (actor) on delete cascade,
  reviewed text not null,
  claim text not null,
  digest text not null,
  verdict text not null check (verdict in ('confirms', 'disputes', 'cannot-check')),
  why text,
  evidence text,
  said timestamptz not null,
  asked timestamptz not null,
  withdrawn timestamptz,
  met timestamptz,
  told timestamptz,
  read timestamptz,
  check (reviewer <> reviewed)
);
create index listed_reviews_reviewer on listed_reviews (reviewer);
create index listed_reviews_reviewed on listed_reviews (reviewed);
comment on table listed_reviews is 'Every review that is known here, our own and others'' alike, as its own instance last showed it.';
comment on column listed_reviews.asked is 'When the request was begun that brought this; an answer to an earlier one changes nothing any more.';
comment on column listed_reviews.withdrawn is 'Since when it no longer holds; kept for 30 days, so that nothing slow brings it back.';
comment on column listed_reviews.met is 'When this site first saw the host claim it in these very words; null for what it never did, which is shown nowhere.';
comment on column listed_reviews.told is 'When our own host was told of it; null before, and again once it says something else.';
comment on column listed_reviews.read is 'When somebody at our desk read what it says of our own host; null before, and again once it says something else.';

create table review_readings (
  reviewer text primary key references catalogue_hosts (actor) on delete cascade,
  asked timestamptz not null
);
comment on table review_readings is 'When the whole list of what a host says was last asked for: what an earlier answer shows is not new.';
