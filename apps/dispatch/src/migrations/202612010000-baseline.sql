-- Engineers, their orders and what these need; replicas of what others say of it.

create sequence dispatch_order_number;

create table engineer (
  engineer_id uuid primary key,
  name text not null,
  phone text not null,
  skills text[] not null,
  territories text[] not null,
  home_place text not null,
  joined_on date not null,
  record jsonb not null,
  version integer not null check (version > 0)
);
create index engineer_name on engineer (name, engineer_id);

create table dispatch_order (
  order_id uuid primary key,
  number text not null unique,
  status text not null check (status in
    ('open', 'assigned', 'accepted', 'departed', 'arrived', 'awaiting-signature', 'signed', 'closed')),
  request_id uuid not null,
  request_number text not null,
  customer_id uuid not null,
  engineer_id uuid references engineer,
  assignment integer not null check (assignment >= 0),
  opened_at timestamptz not null,
  search text not null,
  record jsonb not null,
  version integer not null check (version > 0),
  constraint dispatch_order_engineer_from_assignment_on
    check ((status = 'open') = (engineer_id is null) and (status = 'open') = (assignment = 0))
);
create unique index dispatch_order_one_live_per_request on dispatch_order (request_id) where status <> 'closed';
create index dispatch_order_request on dispatch_order (request_id, opened_at desc, order_id desc);
create index dispatch_order_newest on dispatch_order (opened_at desc, order_id desc);
create index dispatch_order_live on dispatch_order (opened_at desc, order_id desc) where status <> 'closed';
create index dispatch_order_status on dispatch_order (status, opened_at desc, order_id desc);
create index dispatch_order_engineer on dispatch_order (engineer_id, opened_at desc, order_id desc);
create index dispatch_order_load on dispatch_order (engineer_id)
  where status in ('assigned', 'accepted', 'departed', 'arrived', 'awaiting-signature');

create table order_signature (
  order_id uuid primary key references dispatch_order,
  signed_by text not null,
  signed_at timestamptz not null,
  image text not null check (length(image) between 100 and 280000)
);
create function order_signature_stays() returns trigger language plpgsql as $$
  begin
    raise exception 'a signature is not altered' using errcode = 'insufficient_privilege';
  end $$;
create trigger order_signature_stays before update or delete on order_signature
  for each row execute function order_signature_stays();

-- `sequence` of a replica: which event wrote it last, so that what is said again after a loss never takes it back in time.
create table customer_replica (
  customer_id uuid primary key,
  maintainer_id uuid,
  sequence bigint not null default 0
);
create table part_replica (
  part_id uuid primary key,
  name text not null,
  model text not null,
  sequence bigint not null default 0
);
create table reservation_replica (
  order_id uuid primary key,
  assignment integer not null,
  state text not null check (state in ('reserved', 'short')),
  lines jsonb not null,
  missing jsonb not null,
  purchase_order_id uuid,
  sequence bigint not null default 0
);
create table consumption_replica (
  order_id uuid primary key,
  lines jsonb not null,
  sequence bigint not null default 0
);
create table purchase_order_replica (
  purchase_order_id uuid primary key,
  number text not null,
  sequence bigint not null default 0
);
create table support_replica (
  support_request_id uuid primary key,
  accepted_by text,
  answered_by text,
  answer text,
  accepted_sequence bigint not null default 0,
  answered_sequence bigint not null default 0
);

-- Where the migrating role may not add the extension, searching still works: it reads the table instead of the index.
do $$
begin
  create extension if not exists pg_trgm;
  create index dispatch_order_search on dispatch_order using gin (search gin_trgm_ops);
exception when insufficient_privilege or undefined_file or feature_not_supported then
  raise notice 'no pg_trgm: searching orders by words reads the whole table';
end $$;
