create table asking_papers (
  asking uuid primary key references askings (id) on delete cascade,
  proposal text not null,
  sheet text not null,
  kind text not null check (kind in ('offer', 'quote')),
  title text not null default '',
  language text not null default 'fr',
  page text,
  version text not null default '',
  terms jsonb,
  lead jsonb,
  signers jsonb not null default '[]',
  state text not null check (state in ('checking', 'signed', 'broken')),
  reason text check (reason in ('gone', 'wrong', 'suspended', 'left', 'silent')),
  seen timestamptz,
  changed timestamptz not null,
  check ((reason is not null) = (state = 'broken')),
  check (state <> 'signed' or (terms is not null and seen is not null))
);
comment on table asking_papers is 'What ends an asking and is signed by several hosts, as this site has read it at the lead and checked it at each of them.';
comment on column asking_papers.sheet is 'Where the lead shows what all have signed to those who sign and to this site.';
comment on column asking_papers.signers is 'Who signs, where each signature stands, and when it was last seen there.';
comment on column asking_papers.seen is 'When all signatures were last found at their own addresses.';

alter table askings add column declined jsonb;
comment on column askings.declined is 'The version of the result to which the association has said no, and why.';
alter table received_askings
  add column common text,
  add column paper uuid references joint_papers (id) on delete set null,
  add column declined jsonb,
  add column ending text check (ending in ('offer', 'quote', 'no', 'closed')),
  add column reason text;
create index received_askings_paper on received_askings (paper) where paper is not null;
comment on column received_askings.common is 'The address that an asking has for all its hosts; a joint quote is about it.';
comment on column received_askings.paper is 'What our host leads as the end of it.';
comment on column received_askings.declined is 'The version of the result to which the association has said no, and why.';
comment on column received_askings.reason is 'Why the association closed it, in its words.';
create index joint_invitations_about on joint_invitations (about) where about is not null;
