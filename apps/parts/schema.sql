-- What parts keeps, besides the schema.sql of packages/messaging and packages/service-host. Written by `npm run schema:write`; nothing runs it.

create table paper_number (
  kind text not null,
  year integer not null,
  last integer not null,
  constraint paper_number_pkey PRIMARY KEY (kind, year)
);

create table part (
  part_id uuid not null,
  code text not null,
  name text not null,
  model text not null,
  unit text not null,
  category text not null,
  lead_time_days integer not null,
  search text not null,
  record jsonb not null,
  version integer not null,
  serial_tracked boolean default false not null,
  constraint part_pkey PRIMARY KEY (part_id),
  constraint part_code_key UNIQUE (code),
  constraint part_lead_time_days_check CHECK (lead_time_days > 0)
);

create table part_serial (
  part_id uuid not null,
  serial text not null,
  purchase_order_id uuid not null,
  constraint part_serial_pkey PRIMARY KEY (part_id, serial),
  constraint part_serial_part_id_fkey FOREIGN KEY (part_id) REFERENCES part(part_id),
  constraint part_serial_purchase_order_id_fkey FOREIGN KEY (purchase_order_id) REFERENCES purchase_order(purchase_order_id)
);

create table purchase_order (
  purchase_order_id uuid not null,
  number text not null,
  status text not null,
  order_id uuid,
  request_id uuid,
  drafted_at timestamptz(3) not null,
  record jsonb not null,
  version integer not null,
  supplier_id uuid,
  due_at timestamptz(3),
  search text default ''::text not null,
  constraint purchase_order_pkey PRIMARY KEY (purchase_order_id),
  constraint purchase_order_number_key UNIQUE (number),
  constraint purchase_order_supplier_id_fkey FOREIGN KEY (supplier_id) REFERENCES supplier(supplier_id),
  constraint po_approver_differs CHECK (NOT COALESCE((record #> '{approvals,0,by,personId}'::text[]) = (record #> '{submitted,by,personId}'::text[]), false)),
  constraint po_ordered_when_approved CHECK ((status <> ALL (ARRAY['ordered'::text, 'part-received'::text, 'received'::text, 'closed'::text])) OR jsonb_array_length(record -> 'approvals'::text) > 0),
  constraint po_received_within_ordered CHECK (NOT jsonb_path_exists(record, '$."lines"[*]?(@."received" > @."quantity")'::jsonpath)),
  constraint purchase_order_status_check CHECK (status = ANY (ARRAY['drafted'::text, 'submitted'::text, 'approved'::text, 'ordered'::text, 'part-received'::text, 'received'::text, 'closed'::text, 'cancelled'::text]))
);
CREATE INDEX purchase_order_newest ON purchase_order USING btree (drafted_at DESC, purchase_order_id DESC);
CREATE INDEX purchase_order_of_order ON purchase_order USING btree (order_id, drafted_at DESC, purchase_order_id DESC);
CREATE INDEX purchase_order_open ON purchase_order USING btree (due_at, purchase_order_id) WHERE (status <> ALL (ARRAY['closed'::text, 'cancelled'::text]));
CREATE INDEX purchase_order_status ON purchase_order USING btree (status, drafted_at DESC, purchase_order_id DESC);

create table reservation (
  reservation_id uuid not null,
  order_id uuid not null,
  request_id uuid not null,
  status text not null,
  reserved_at timestamptz(3) not null,
  record jsonb not null,
  version integer not null,
  needed_by timestamptz(3),
  constraint reservation_pkey PRIMARY KEY (reservation_id),
  constraint reservation_order_id_key UNIQUE (order_id),
  constraint reservation_status_check CHECK (status = ANY (ARRAY['reserved'::text, 'short'::text, 'consumed'::text, 'released'::text]))
);
CREATE INDEX reservation_by_status ON reservation USING btree (status, reserved_at DESC, reservation_id DESC);
CREATE INDEX reservation_newest ON reservation USING btree (reserved_at DESC, reservation_id DESC);
CREATE INDEX reservation_waiting ON reservation USING btree (needed_by, reserved_at) WHERE (status = 'short'::text);

create table stock (
  stock_id uuid not null,
  part_id uuid not null,
  place_id uuid not null,
  place text not null,
  on_hand integer not null,
  reserved integer default 0 not null,
  available integer generated always as ((on_hand - reserved)) stored not null,
  version integer not null,
  constraint stock_pkey PRIMARY KEY (stock_id),
  constraint stock_part_id_place_id_key UNIQUE (part_id, place_id),
  constraint stock_part_id_fkey FOREIGN KEY (part_id) REFERENCES part(part_id),
  constraint stock_check CHECK (reserved <= on_hand),
  constraint stock_on_hand_check CHECK (on_hand >= 0),
  constraint stock_reserved_check CHECK (reserved >= 0)
);
CREATE INDEX stock_fullest ON stock USING btree (available DESC, stock_id);
CREATE INDEX stock_fullest_at_place ON stock USING btree (place_id, available DESC, stock_id);

create table supplier (
  supplier_id uuid not null,
  name text not null,
  status text not null,
  record jsonb not null,
  version integer not null,
  constraint supplier_pkey PRIMARY KEY (supplier_id),
  constraint supplier_status_check CHECK (status = ANY (ARRAY['active'::text, 'suspended'::text]))
);
CREATE INDEX supplier_name ON supplier USING btree (name, supplier_id);
