-- What archives keeps, besides the schema.sql of packages/messaging and packages/service-host. Written by `npm run schema:write`; nothing runs it.

create extension pg_trgm;

create table customer (
  customer_id uuid not null,
  code text not null,
  name text not null,
  search text not null,
  phones text not null,
  record jsonb not null,
  version integer not null,
  constraint customer_pkey PRIMARY KEY (customer_id),
  constraint customer_code_key UNIQUE (code)
);
CREATE INDEX customer_search ON customer USING gin (search gin_trgm_ops, phones gin_trgm_ops);

create table equipment (
  equipment_id uuid not null,
  customer_id uuid not null,
  site_id uuid not null,
  name text not null,
  model text not null,
  manufacturer text not null,
  serial_number text not null,
  category text not null,
  location text not null,
  qr_token text not null,
  commissioned_on date,
  warranty_months integer not null,
  extended_until date,
  search text not null,
  record jsonb not null,
  version integer not null,
  constraint equipment_pkey PRIMARY KEY (equipment_id),
  constraint equipment_manufacturer_serial_number_key UNIQUE (manufacturer, serial_number),
  constraint equipment_qr_token_key UNIQUE (qr_token),
  constraint equipment_site_id_customer_id_fkey FOREIGN KEY (site_id, customer_id) REFERENCES site(site_id, customer_id),
  constraint equipment_warranty_months_check CHECK (warranty_months > 0)
);
CREATE INDEX equipment_at_site ON equipment USING btree (site_id, equipment_id);
CREATE INDEX equipment_of_customer ON equipment USING btree (customer_id, equipment_id);
CREATE INDEX equipment_search ON equipment USING gin (search gin_trgm_ops);

create table part_replica (
  part_id uuid not null,
  name text not null,
  sequence bigint default 0 not null,
  constraint part_replica_pkey PRIMARY KEY (part_id)
);

create table repair_record (
  repair_record_id uuid not null,
  request_id uuid not null,
  order_id uuid not null,
  customer_id uuid not null,
  site_id uuid not null,
  equipment_id uuid,
  signed_at timestamptz(3) not null,
  record jsonb not null,
  version integer not null,
  constraint repair_record_pkey PRIMARY KEY (repair_record_id),
  constraint repair_record_order_id_key UNIQUE (order_id)
);
CREATE INDEX repair_record_at_site ON repair_record USING btree (site_id, signed_at DESC, repair_record_id DESC);
CREATE INDEX repair_record_newest ON repair_record USING btree (signed_at DESC, repair_record_id DESC);
CREATE INDEX repair_record_of_customer ON repair_record USING btree (customer_id, signed_at DESC, repair_record_id DESC);
CREATE INDEX repair_record_of_equipment ON repair_record USING btree (equipment_id, signed_at DESC, repair_record_id DESC);
CREATE INDEX repair_record_of_request ON repair_record USING btree (request_id);

create table site (
  site_id uuid not null,
  customer_id uuid not null,
  name text not null,
  address text not null,
  territory text not null,
  search text not null,
  record jsonb not null,
  version integer not null,
  constraint site_pkey PRIMARY KEY (site_id),
  constraint site_site_id_customer_id_key UNIQUE (site_id, customer_id),
  constraint site_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(customer_id)
);
CREATE INDEX site_of_customer ON site USING btree (customer_id, site_id);
CREATE INDEX site_search ON site USING gin (search gin_trgm_ops);
