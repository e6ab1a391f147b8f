-- Where the readiness probe writes.
create table readiness (service text primary key, at timestamptz not null);
