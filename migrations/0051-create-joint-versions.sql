create table joint_versions (
  id uuid primary key,
  paper uuid references joint_papers (id) on delete cascade,
  invitation uuid references joint_invitations (id) on delete cascade,
  version text not null,
  content jsonb,
  terms jsonb not null,
  kept timestamptz not null,
  check ((paper is null) <> (invitation is null)),
  unique (paper, version),
  unique (invitation, version)
);
comment on table joint_versions is 'What several hosts were asked to sign and signed, version by version, so that each can be shown what has changed since.';

create index catalogue_offers_joint on catalogue_offers using gin (joint jsonb_path_ops) where joint is not null;

alter table funding_proposals add column partners jsonb;
comment on column funding_proposals.partners is 'The other hosts that give this answer together with its party, with their roles, as all of them have signed; null for an answer of one.';
