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
