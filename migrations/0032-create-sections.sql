create table sections (
  id uuid primary key,
  slug text not null unique,
  position integer not null,
  content jsonb not null,
  shown boolean not null default true,
  version integer not null default 1,
  created timestamptz not null,
  changed timestamptz not null
);
comment on table sections is 'What whoever runs this instance puts together of what all hosts offer: a search that is kept, or a list by hand.';
comment on column sections.content is 'As src/portal/portal.ts has it: title, introduction, and how it is filled.';
comment on column sections.shown is 'Whether the public sees it, here and embedded elsewhere.';
comment on column sections.changed is 'When its text or its list last changed; not when an offer in it did.';

create table section_picks (
  section uuid not null references sections (id) on delete cascade,
  actor text not null,
  kind text not null check (kind in ('host', 'offer')),
  name text not null,
  position integer not null,
  picked timestamptz not null,
  primary key (section, actor)
);
comment on table section_picks is 'Hosts and offers that somebody chose for a section, ours and others'' alike.';
comment on column section_picks.actor is 'As the catalogue knows it; no reference, since the catalogue is a copy that forgets and learns again.';
comment on column section_picks.name is 'What it was called when it was chosen, to say at the desk which one is gone.';

create table highlights (
  id uuid primary key,
  actor text not null unique,
  kind text not null check (kind in ('host', 'offer')),
  name text not null,
  reason text not null,
  language text not null,
  who text not null,
  said timestamptz not null,
  version integer not null default 1
);
comment on table highlights is 'Hosts and offers that whoever runs this instance recommends, each with its reason.';
comment on column highlights.who is 'The name under which the reason is shown, as its author wrote it.';
comment on column highlights.said is 'When the reason was written or last changed.';
