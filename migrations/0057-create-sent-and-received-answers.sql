create table sent_answers (
  id uuid primary key,
  campaign text not null,
  proposal text not null,
  page text not null,
  title text not null,
  paper uuid unique references joint_papers (id) on delete cascade,
  state text not null check (state in ('offered', 'suspended', 'withdrawn')),
  content jsonb not null,
  version integer not null check (version > 0),
  offer uuid not null unique,
  undo uuid not null unique,
  standing text check (standing in ('shown', 'chosen', 'refused')),
  reason text check (reason is null or standing = 'refused'),
  answered timestamptz check ((answered is null) = (standing is null)),
  made timestamptz not null,
  changed timestamptz not null,
  check (paper is null or paper = id)
);
create index sent_answers_campaign on sent_answers (campaign);
comment on table sent_answers is 'What our host answers to funding requests of other instances, which alone show it.';
comment on column sent_answers.id is 'Also the id of its proposal: of an answer that several hosts give, that of their paper, which their signatures name.';
comment on column sent_answers.proposal is 'The proposal of the request that it answers.';
comment on column sent_answers.paper is 'What several hosts sign for it; null for an answer of one.';
comment on column sent_answers.version is 'Another one as soon as it says something else.';
comment on column sent_answers.offer is 'The activity that says where it is to be read; said again, it is the same.';
comment on column sent_answers.undo is 'The activity that takes it back.';
comment on column sent_answers.standing is 'What the request''s instance last said of it; null as long as it has said nothing.';

create table received_answers (
  id uuid primary key,
  source text not null unique,
  actor text not null,
  request uuid not null references funding_requests (id) on delete cascade,
  proposal uuid unique references funding_proposals (id) on delete set null,
  offer text not null,
  version integer not null,
  sheet jsonb not null,
  state text not null check (state in ('waiting', 'shown', 'broken', 'refused', 'withdrawn')),
  reason text check (reason is null or state = 'refused'),
  received timestamptz not null,
  changed timestamptz not null,
  checked timestamptz
);
create index received_answers_actor on received_answers (actor);
create index received_answers_request on received_answers (request);
comment on table received_answers is 'What hosts of other instances answer to funding requests of ours, as their own addresses show it.';
comment on column received_answers.source is 'The address of the proposal that is the answer.';
comment on column received_answers.proposal is 'The answer as the request has it; null before it was ever shown.';
comment on column received_answers.offer is 'The activity in which it came, which is answered.';
comment on column received_answers.state is 'Waiting: not every signature was found yet; broken: one of those that were stands no more.';
comment on column received_answers.checked is 'When its own address and all its signatures were last looked at.';

alter table funding_proposals add column joint jsonb;
alter table funding_proposals add column broken timestamptz;
comment on column funding_proposals.joint is 'What several hosts have signed for this answer: its lead, version and terms; null for an answer of one.';
comment on column funding_proposals.broken is 'Since when not all who gave it stand by it; null while they do.';

alter table joint_papers add column chosen timestamptz;
alter table joint_invitations add column chosen timestamptz;
comment on column joint_papers.chosen is 'When whoever asks chose the answer.';
comment on column joint_invitations.chosen is 'When whoever asks chose the answer, as the lead shows it.';

drop index notices_campaign;
create unique index notices_campaign on notices (campaign, party, what) where campaign is not null;
alter table notices drop constraint notices_what_check;
alter table notices add constraint notices_what_check check (what in ('confirm', 'lapsed', 'reached', 'fell-short', 'extended', 'committed', 'started', 'delivered', 'failed', 'cancelled', 'news', 'reopened', 'promises', 'answer', 'answer-broken', 'answer-withdrawn', 'chosen', 'near', 'hosts-answer', 'hosts-decide', 'hosts-over'));

comment on column offers.part_closed is 'One of those who make it together has closed its part, or left so that it is suspended: nobody can be told that there are places.';
update offers set part_closed = true from joint_papers where joint_papers.offer = offers.id and joint_papers.state = 'suspended';
