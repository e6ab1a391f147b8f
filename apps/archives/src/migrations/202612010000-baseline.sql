-- Customers, their sites and equipment, and what was repaired.

create table customer (
  customer_id uuid primary key,
  code text not null unique,
  name text not null,
  search text not null,
  phones text not null,
  record jsonb not null,
  version int not null
);

create table site (
  site_id uuid primary key,
  customer_id uuid not null references customer (customer_id),
  name text not null,
  address text not null,
  territory text not null,
  search text not null,
  record jsonb not null,
  version int not null,
  unique (site_id, customer_id)
);
create index site_of_customer on site (customer_id, site_id);

create table equipment (
  equipment_id uuid primary key,
  customer_id uuid not null,
  site_id uuid not null,
  name text not null,
  model text not null,
  manufacturer text not null,
  serial_number text not null,
  category text not null,
  location text not null,
  qr_token text not null unique,
  commissioned_on date,
  warranty_months int not null check (warranty_months > 0),
  extended_until date,
  search text not null,
  record jsonb not null,
  version int not null,
  unique (manufacturer, serial_number),
  foreign key (site_id, customer_id) references site (site_id, customer_id)
);
create index equipment_at_site on equipment (site_id, equipment_id);
create index equipment_of_customer on equipment (customer_id, equipment_id);

create table repair_record (
  repair_record_id uuid primary key,
  request_id uuid not null,
  order_id uuid not null unique,
  customer_id uuid not null,
  site_id uuid not null,
  equipment_id uuid,
  signed_at timestamptz(3) not null,
  record jsonb not null,
  version int not null
);
create index repair_record_newest on repair_record (signed_at desc, repair_record_id desc);
create index repair_record_of_customer on repair_record (customer_id, signed_at desc, repair_record_id desc);
create index repair_record_at_site on repair_record (site_id, signed_at desc, repair_record_id desc);
create index repair_record_of_equipment on repair_record (equipment_id, signed_at desc, repair_record_id desc);
create index repair_record_of_request on repair_record (request_id);

-- `sequence`: which event wrote the replica last, so that what is said again after a loss never takes it back in time.
create table part_replica (
  part_id uuid primary key,
  name text not null,
  sequence bigint not null default 0
);

-- Search works without the extension too, only slower: an owner without the right to install it goes on.
do $$
begin
  create extension if not exists pg_trgm;
  create index customer_search on customer using gin (search gin_trgm_ops, phones gin_trgm_ops);
  create index site_search on site using gin (search gin_trgm_ops);
  create index equipment_search on equipment using gin (search gin_trgm_ops);
exception
  when insufficient_privilege or undefined_file or feature_not_supported then
    raise notice 'pg_trgm is not available: search goes without its indexes';
end
$$;
