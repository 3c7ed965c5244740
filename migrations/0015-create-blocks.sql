create table blocks (
  id uuid primary key,
  domain text not null unique check (domain = lower(domain) and domain <> ''),
  reason text,
  created timestamptz not null default now()
);
comment on table blocks is 'Domains with which this instance has nothing to do, subdomains included.';
comment on column blocks.domain is 'A host name in ASCII; with a port, that port only.';

create function is_within(address text, domain text) returns boolean language sql immutable parallel safe
return (
  select domain in (authority, host)
    or right(authority, length(domain) + 1) = '.' || domain
    or right(host, length(domain) + 1) = '.' || domain
  from (select lower(substring(address from '^[A-Za-z]+://(?:[^/?#]*@)?([^/?#]*)')) as authority) as web,
    lateral (select rtrim(regexp_replace(authority, ':[0-9]+$', ''), '.') as host) as named
);
comment on function is_within is 'Whether an address of the web belongs to a domain or to one below it.';

create function is_blocked(address text) returns boolean language sql stable parallel safe
return exists (select from blocks where is_within(address, domain));
comment on function is_blocked is 'Whether an address of the web belongs to a blocked domain.';
