-- What supervision keeps, besides the schema.sql of packages/messaging and packages/service-host. Written by `npm run schema:write`; nothing runs it.

create table baton (
  request_id uuid not null,
  request_number text,
  status text not null,
  takings jsonb not null,
  laid_down_at timestamptz,
  version integer not null,
  constraint baton_pkey PRIMARY KEY (request_id),
  constraint baton_status_check CHECK (status = ANY (ARRAY['unknown'::text, 'held'::text, 'laid-down'::text]))
);

create table hand_off (
  hand_off_id uuid not null,
  request_id uuid not null,
  status text not null,
  offer jsonb,
  offered_at timestamptz,
  accepted_by text,
  accepted_at timestamptz,
  version integer not null,
  declined jsonb,
  constraint hand_off_pkey PRIMARY KEY (hand_off_id),
  constraint hand_off_answered CHECK ((status = ANY (ARRAY['accepted'::text, 'declined'::text])) OR offer IS NOT NULL),
  constraint hand_off_check CHECK ((status = 'accepted'::text) = (accepted_at IS NOT NULL)),
  constraint hand_off_declined CHECK ((status = 'declined'::text) = (declined IS NOT NULL)),
  constraint hand_off_status_check CHECK (status = ANY (ARRAY['offered'::text, 'overdue'::text, 'accepted'::text, 'declined'::text]))
);
CREATE INDEX hand_off_of_request ON hand_off USING btree (request_id);
CREATE INDEX hand_off_open_first ON hand_off USING btree (((status = ANY (ARRAY['accepted'::text, 'declined'::text]))), offered_at DESC, hand_off_id DESC);

create table matter (
  request_id uuid not null,
  number text not null,
  kind text not null,
  status text not null,
  told jsonb not null,
  taken_up jsonb,
  declined jsonb,
  settled jsonb,
  step integer not null,
  urgency bigint not null,
  version integer not null,
  constraint matter_pkey PRIMARY KEY (request_id),
  constraint matter_check CHECK ((status = ANY (ARRAY['accepted'::text, 'settled'::text])) = (taken_up IS NOT NULL)),
  constraint matter_check1 CHECK ((status = 'settled'::text) = (settled IS NOT NULL)),
  constraint matter_check2 CHECK (status <> 'declined'::text OR declined IS NOT NULL),
  constraint matter_kind_check CHECK (kind = ANY (ARRAY['complaint'::text, 'suggestion'::text])),
  constraint matter_status_check CHECK (status = ANY (ARRAY['offered'::text, 'accepted'::text, 'declined'::text, 'settled'::text]))
);
CREATE INDEX matter_most_urgent ON matter USING btree (step, urgency, request_id);

create table promise (
  promise_id uuid not null,
  request_id uuid not null,
  request_number text not null,
  promise text not null,
  owner text not null,
  status text not null,
  rung text,
  due_at timestamptz not null,
  started_at timestamptz not null,
  done_at timestamptz,
  stamped jsonb not null,
  paused_by text,
  void_reason text,
  version integer not null,
  constraint promise_pkey PRIMARY KEY (promise_id),
  constraint promise_check CHECK ((status = 'open'::text) = (rung IS NOT NULL)),
  constraint promise_check1 CHECK ((status = ANY (ARRAY['kept'::text, 'done-late'::text])) = (done_at IS NOT NULL)),
  constraint promise_rung_check CHECK (rung = ANY (ARRAY['running'::text, 'at-risk'::text, 'breached'::text, 'escalated'::text])),
  constraint promise_status_check CHECK (status = ANY (ARRAY['open'::text, 'paused'::text, 'kept'::text, 'done-late'::text, 'void'::text]))
);
CREATE INDEX promise_by_status ON promise USING btree (status, started_at DESC, promise_id DESC);
CREATE INDEX promise_newest ON promise USING btree (started_at DESC, promise_id DESC);
CREATE INDEX promise_of_request ON promise USING btree (request_id, promise);
CREATE UNIQUE INDEX promise_once ON promise USING btree (request_id, promise) WHERE (promise <> ALL (ARRAY['answer-question'::text, 'told-caller'::text]));

create table request_copy (
  request_id uuid not null,
  number text not null,
  customer_id uuid,
  customer_name text,
  site_name text,
  equipment_name text,
  category text,
  impact text,
  description text not null,
  received_at timestamptz not null,
  engineer_name text,
  order_number text,
  open boolean not null,
  kind text default 'fault'::text not null,
  engineer_sequence bigint default 0 not null,
  constraint request_copy_pkey PRIMARY KEY (request_id)
);
CREATE INDEX request_open ON request_copy USING btree (request_id) WHERE open;

create table verification (
  request_id uuid not null,
  status text not null,
  request_number text not null,
  until timestamptz not null,
  version integer not null,
  constraint verification_pkey PRIMARY KEY (request_id),
  constraint verification_status_check CHECK (status = ANY (ARRAY['watching'::text, 'disputed'::text, 'effective'::text, 'not-effective'::text]))
);
