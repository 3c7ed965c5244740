create table outside_partnerships (
  id uuid primary key,
  name text not null,
  email text not null,
  language text not null check (language in ('fr', 'en')),
  kind text not null,
  roles_offered text[] not null default '{}',
  roles_wanted text[] not null default '{}',
  message text not null,
  state text not null check (state in ('sent', 'accepted', 'declined', 'withdrawn', 'expired')),
  shown boolean not null default false,
  their_shown boolean,
  reason text,
  token_digest text not null unique,
  asked timestamptz not null,
  expires timestamptz,
  answered timestamptz,
  changed timestamptz not null
);
create index outside_partnerships_changed on outside_partnerships (changed);
comment on table outside_partnerships is 'Partnerships asked of hosts that have no Essaim, by a private link: nobody can check from whom the answer is, so that none of them counts as one. Erased some months after their last change, unless they are in force.';
comment on column outside_partnerships.name is 'Of the other host, as our team typed it.';
comment on column outside_partnerships.email is 'Where the link was sent, or is to be sent by hand.';
comment on column outside_partnerships.language is 'That the letter and the page of the link are in.';
comment on column outside_partnerships.shown is 'Whether our team agrees that it is named in public, as not verified.';
comment on column outside_partnerships.their_shown is 'Whether who answered agrees to it; null until the answer.';
comment on column outside_partnerships.reason is 'Why it was declined, or taken back.';
comment on column outside_partnerships.token_digest is 'Of the last part of the private link; the link itself is kept nowhere.';
