alter table handles add column shown text;
comment on column handles.shown is 'The digest of the actor''s document as its followers were last shown it; null until then.';
