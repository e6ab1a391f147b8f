-- What dispatch keeps, besides the schema.sql of packages/messaging and packages/service-host. Written by `npm run schema:write`; nothing runs it.

create extension pg_trgm;

create sequence dispatch_order_number as bigint start with 1 increment by 1;

CREATE OR REPLACE FUNCTION public.order_signature_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    raise exception 'a signature is not altered' using errcode = 'insufficient_privilege';
  end $function$;

create table consumption_replica (
  order_id uuid not null,
  lines jsonb not null,
  sequence bigint default 0 not null,
  constraint consumption_replica_pkey PRIMARY KEY (order_id)
);

create table customer_replica (
  customer_id uuid not null,
  maintainer_id uuid,
  sequence bigint default 0 not null,
  constraint customer_replica_pkey PRIMARY KEY (customer_id)
);

create table dispatch_order (
  order_id uuid not null,
  number text not null,
  status text not null,
  request_id uuid not null,
  request_number text not null,
  customer_id uuid not null,
  engineer_id uuid,
  assignment integer not null,
  opened_at timestamptz not null,
  search text not null,
  record jsonb not null,
  version integer not null,
  constraint dispatch_order_pkey PRIMARY KEY (order_id),
  constraint dispatch_order_number_key UNIQUE (number),
  constraint dispatch_order_engineer_id_fkey FOREIGN KEY (engineer_id) REFERENCES engineer(engineer_id),
  constraint dispatch_order_assignment_check CHECK (assignment >= 0),
  constraint dispatch_order_engineer_from_assignment_on CHECK ((status = 'open'::text) = (engineer_id IS NULL) AND (status = 'open'::text) = (assignment = 0)),
  constraint dispatch_order_status_check CHECK (status = ANY (ARRAY['open'::text, 'assigned'::text, 'accepted'::text, 'departed'::text, 'arrived'::text, 'awaiting-signature'::text, 'signed'::text, 'closed'::text])),
  constraint dispatch_order_version_check CHECK (version > 0)
);
CREATE INDEX dispatch_order_engineer ON dispatch_order USING btree (engineer_id, opened_at DESC, order_id DESC);
CREATE INDEX dispatch_order_live ON dispatch_order USING btree (opened_at DESC, order_id DESC) WHERE (status <> 'closed'::text);
CREATE INDEX dispatch_order_load ON dispatch_order USING btree (engineer_id) WHERE (status = ANY (ARRAY['assigned'::text, 'accepted'::text, 'departed'::text, 'arrived'::text, 'awaiting-signature'::text]));
CREATE INDEX dispatch_order_newest ON dispatch_order USING btree (opened_at DESC, order_id DESC);
CREATE UNIQUE INDEX dispatch_order_one_live_per_request ON dispatch_order USING btree (request_id) WHERE (status <> 'closed'::text);
CREATE INDEX dispatch_order_request ON dispatch_order USING btree (request_id, opened_at DESC, order_id DESC);
CREATE INDEX dispatch_order_search ON dispatch_order USING gin (search gin_trgm_ops);
CREATE INDEX dispatch_order_status ON dispatch_order USING btree (status, opened_at DESC, order_id DESC);

create table engineer (
  engineer_id uuid not null,
  name text not null,
  phone text not null,
  skills text[] not null,
  territories text[] not null,
  home_place text not null,
  joined_on date not null,
  record jsonb not null,
  version integer not null,
  constraint engineer_pkey PRIMARY KEY (engineer_id),
  constraint engineer_version_check CHECK (version > 0)
);
CREATE INDEX engineer_name ON engineer USING btree (name, engineer_id);

create table order_signature (
  order_id uuid not null,
  signed_by text not null,
  signed_at timestamptz not null,
  image text not null,
  constraint order_signature_pkey PRIMARY KEY (order_id),
  constraint order_signature_order_id_fkey FOREIGN KEY (order_id) REFERENCES dispatch_order(order_id),
  constraint order_signature_image_check CHECK (length(image) >= 100 AND length(image) <= 280000)
);
CREATE TRIGGER order_signature_stays BEFORE DELETE OR UPDATE ON order_signature FOR EACH ROW EXECUTE FUNCTION order_signature_stays();

create table part_replica (
  part_id uuid not null,
  name text not null,
  model text not null,
  sequence bigint default 0 not null,
  constraint part_replica_pkey PRIMARY KEY (part_id)
);

create table purchase_order_replica (
  purchase_order_id uuid not null,
  number text not null,
  sequence bigint default 0 not null,
  constraint purchase_order_replica_pkey PRIMARY KEY (purchase_order_id)
);

create table reservation_replica (
  order_id uuid not null,
  assignment integer not null,
  state text not null,
  lines jsonb not null,
  missing jsonb not null,
  purchase_order_id uuid,
  sequence bigint default 0 not null,
  constraint reservation_replica_pkey PRIMARY KEY (order_id),
  constraint reservation_replica_state_check CHECK (state = ANY (ARRAY['reserved'::text, 'short'::text]))
);

create table support_replica (
  support_request_id uuid not null,
  accepted_by text,
  answered_by text,
  answer text,
  accepted_sequence bigint default 0 not null,
  answered_sequence bigint default 0 not null,
  constraint support_replica_pkey PRIMARY KEY (support_request_id)
);
