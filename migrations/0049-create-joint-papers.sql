alter table offers add column agreed text;
alter table offers add column part_closed boolean not null default false;
comment on column offers.agreed is 'Of an offer that several hosts make together: the version that all of them have agreed to, empty until they have; null where a host makes it alone. No other version is shown to anyone.';
comment on column offers.part_closed is 'One of those who make it together has closed its part: nobody can be told that there are places.';

create table joint_papers (
  id uuid primary key,
  kind text not null check (kind in ('offer', 'answer', 'quote')),
  state text not null default 'draft' check (state in ('draft', 'awaiting', 'published', 'suspended', 'withdrawn')),
  offer uuid unique references offers (id) on delete cascade,
  about text,
  title text not null,
  language text not null,
  content jsonb,
  terms jsonb not null,
  version text not null,
  in_force jsonb,
  reason text,
  before jsonb,
  created timestamptz not null,
  changed timestamptz not null,
  asked timestamptz,
  published timestamptz,
  withdrawn timestamptz,
  check ((kind = 'offer') = (offer is not null)),
  check ((kind = 'offer') = (content is not null)),
  check (offer is null or offer = id)
);
create index joint_papers_state on joint_papers (state, changed);
create index joint_papers_about on joint_papers (about) where about is not null;
comment on table joint_papers is 'What our host leads and several hosts sign together: an offer, an answer to a request, a quote.';
comment on column joint_papers.id is 'Also the id of its proposal, and of its offer.';
comment on column joint_papers.about is 'The address that an answer or a quote is about.';
comment on column joint_papers.content is 'What the offer says in the version that is asked for; the offer itself says what is in force.';
comment on column joint_papers.version is 'A digest of all of substance in the terms and the offer: what each signs.';
comment on column joint_papers.in_force is 'The version that all have signed, with its terms and the address of each signature; a newer one may be asked for meanwhile.';
comment on column joint_papers.reason is 'Why it is suspended: a code of src/joint/life.ts.';
comment on column joint_papers.before is 'What was said of the places before a partner closed its part, to be said again.';

create table joint_partners (
  paper uuid not null references joint_papers (id) on delete cascade,
  actor text not null,
  position integer not null,
  name text not null,
  page text not null,
  invite uuid not null unique,
  state text not null default 'invited' check (state in ('invited', 'accepted', 'refused', 'left', 'unreachable')),
  stamp text,
  stamp_version text,
  checked timestamptz,
  part text not null default 'open' check (part in ('open', 'closed')),
  part_note text,
  reason text,
  changed timestamptz not null,
  primary key (paper, actor)
);
comment on table joint_partners is 'Whom our host asks to sign with it, and what each has answered.';
comment on column joint_partners.invite is 'The activity that asks.';
comment on column joint_partners.stamp is 'Where its signature stands, at its own site; null until it has said so.';
comment on column joint_partners.stamp_version is 'Which version it signs, as its own address showed it when it was last checked.';
comment on column joint_partners.checked is 'When its own address last showed it.';
comment on column joint_partners.part is 'Whether it takes in people for its part.';

create table joint_invitations (
  id uuid primary key,
  kind text not null check (kind in ('offer', 'answer', 'quote')),
  lead text not null,
  lead_name text not null,
  lead_page text not null,
  proposal text not null unique,
  invite text not null,
  state text not null default 'invited' check (state in ('invited', 'accepted', 'refused', 'withdrawn', 'left', 'ended')),
  lead_state text not null check (lead_state in ('draft', 'awaiting', 'published', 'suspended', 'withdrawn')),
  title text not null,
  language text not null,
  page text,
  about text,
  version text not null,
  content jsonb,
  terms jsonb not null,
  in_force text,
  announcement text,
  partners jsonb not null default '[]',
  part text not null default 'open' check (part in ('open', 'closed')),
  part_note text,
  reason text,
  received timestamptz not null,
  answered timestamptz,
  changed timestamptz not null,
  compared timestamptz
);
create index joint_invitations_lead on joint_invitations (lead);
create index joint_invitations_state on joint_invitations (state, changed);
comment on table joint_invitations is 'What other hosts lead and ask ours to sign.';
comment on column joint_invitations.version is 'The version that is asked for, as the lead''s own address last showed it and as it was worked out again here.';
comment on column joint_invitations.in_force is 'The version that is in force, as the lead last showed it; null for none.';
comment on column joint_invitations.announcement is 'The Note in which the lead''s account told of it.';
comment on column joint_invitations.partners is 'Who else is asked, and how each stands, as the lead last showed it.';

create table joint_stamps (
  id uuid primary key,
  invitation uuid not null references joint_invitations (id) on delete cascade,
  version text not null,
  given timestamptz not null,
  changed timestamptz not null,
  withdrawn timestamptz
);
create unique index joint_stamps_standing on joint_stamps (invitation, version) where withdrawn is null;
create index joint_stamps_invitation on joint_stamps (invitation);
comment on table joint_stamps is 'Our host''s signatures, each under exactly one version; public at their own addresses as long as they hold.';

create table joint_comments (
  id uuid primary key,
  paper uuid references joint_papers (id) on delete cascade,
  invitation uuid references joint_invitations (id) on delete cascade,
  note text not null unique,
  author text not null,
  name text not null,
  text text not null,
  said timestamptz not null,
  check ((paper is null) <> (invitation is null))
);
create index joint_comments_paper on joint_comments (paper, said) where paper is not null;
create index joint_comments_invitation on joint_comments (invitation, said) where invitation is not null;
comment on table joint_comments is 'What those who sign together write to each other of it; nobody else reads it.';
