create table kept_forms (
  hash text primary key,
  box bytea not null,
  kept timestamptz not null
);
create index kept_forms_kept on kept_forms (kept);
comment on table kept_forms is 'What somebody typed before they had shown who they are, for the way in and back; gone after two hours.';
comment on column kept_forms.hash is 'A keyed hash of the key that only their browser has.';
comment on column kept_forms.box is 'The fields, sealed with the secret of the instance for that key.';

alter table sent_forms alter column account drop not null;
alter table sent_forms add column party uuid references parties (id) on delete cascade;
alter table sent_forms add check ((account is null) <> (party is null));
create index sent_forms_party on sent_forms (party) where party is not null;
comment on table sent_forms is 'Forms that were sent from the desk, or by somebody who asks or promises, so that one sent twice is done once; kept for a day.';

alter table funding_requests add column payment text check (payment is null or committed is not null);
comment on column funding_requests.payment is 'Where those who promised pay, outside of here; only once the order is signed, and no part of the terms.';

-- What a draft still lacks is said at its opening, so that it can be kept as far as it is.
alter table funding_requests drop constraint funding_requests_check3;
alter table funding_requests drop constraint funding_requests_check4;
alter table funding_requests drop constraint funding_requests_check9;
alter table funding_requests add check (license is not null or kind <> 'shared-development' or opened is null);
alter table funding_requests add check (closes is not null or mode = 'recurring' or opened is null);
alter table funding_requests add check (minimum is not null or participants is not null or opened is null);

alter table funding_proposals add column provider text;
comment on column funding_proposals.provider is 'The host that would deliver, as somebody says who answers with their own account; null where the party is that host itself.';
