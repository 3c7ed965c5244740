alter table funding_requests
  add column original text check (length(original) <= 2048),
  add column end_announced timestamptz;
comment on column funding_requests.original is 'The address of who asks''s own post, on their own server; passed on by its actor.';
comment on column funding_requests.end_announced is 'The end of which everybody was told on its last day.';

create or replace function keep_terms() returns trigger language plpgsql as $$
begin
  if (old.code, old.requester, old.kind, old.mode, old.currency, old.minimum, old.optimum, old.participants, old.period,
      old.minimum_pledge, old.maximum_pledge, old.cap, old.license, old.extension, old.content, old.previous, old.original)
    is distinct from
     (new.code, new.requester, new.kind, new.mode, new.currency, new.minimum, new.optimum, new.participants, new.period,
      new.minimum_pledge, new.maximum_pledge, new.cap, new.license, new.extension, new.content, new.previous, new.original)
  then
    raise exception 'the terms of a funding request are frozen once it is open';
  end if;
  if old.closes is distinct from new.closes
    and (old.extended is not null or new.extended is null or new.closes is distinct from old.extension) then
    raise exception 'the end of a funding request moves once at most, to where it was announced';
  end if;
  return new;
end $$;

alter table notes drop constraint notes_kind_check;
alter table notes
  add constraint notes_kind_check check (kind in ('announcement', 'flip', 'state', 'poll')),
  add column mentions jsonb not null default '[]',
  add column topic text,
  add column poll jsonb check ((poll is not null) = (kind = 'poll'));
create index notes_topic on notes (actor, topic) where topic is not null;
comment on column notes.mentions is 'Whom it names, so that their servers tell them: [{"href": actor, "account": "name@host"}].';
comment on column notes.topic is 'Of which passage of a funding request it tells: what was said once is not said again.';
comment on column notes.poll is 'What it asks: {"options": [words], "ends": instant}; the options never change.';

create table poll_votes (
  note uuid not null references notes (id) on delete cascade,
  voter text not null,
  option integer not null check (option >= 0),
  voted timestamptz not null,
  primary key (note, voter)
);
create index poll_votes_voter on poll_votes (voter);
comment on table poll_votes is 'Who would give how much, by a poll that binds nobody: shown as counts, and never as promises.';
comment on column poll_votes.option is 'Which of the options of the poll, counted from 0.';
