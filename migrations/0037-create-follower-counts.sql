create table follower_counts (
  kind text not null,
  day date not null,
  followers integer not null,
  primary key (kind, day)
);
comment on table follower_counts is 'How many followed the host, and its availability, at the end of each day: numbers only, nobody''s name is kept.';

-- What can still be told of the time before: those who are here now, by the day they came.
insert into follower_counts (kind, day, followers)
select kind, day::date, (
  select count(*) from followers join handles on handles.id = followers.actor
  where accepted and handles.kind = kinds.kind and since < day + interval '1 day')
from (values ('host'), ('availability')) as kinds (kind),
  generate_series(current_date - 84, current_date - 1, interval '1 day') as day
where exists (select from followers);
