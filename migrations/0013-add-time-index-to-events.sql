create index events_happened on events (happened desc, id desc);
comment on table events is 'What happened here and has to be told: written in the transaction of the change itself, and kept, since feeds read it.';
