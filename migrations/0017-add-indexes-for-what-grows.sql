create index followers_inbox on followers (inbox);
create index deliveries_inbox on deliveries (inbox);
create index remote_actors_shared_inbox on remote_actors (shared_inbox) where shared_inbox is not null;
create index outgoing_private on outgoing (created) where not public;
create index messages_news on messages ((coalesce(published, received)) desc) where kind = 'news' and deleted is null;
