-- What supervision keeps, besides the schema.sql of packages/messaging and packages/service-host. Written by `npm run schema:write`; nothing runs it.

create table case_record (
  request_id uuid not null,
  number text not null,
  kind text not null,
  status text not null,
  step integer not null,
  urgency bigint not null,
  record jsonb not null,
  version integer not null,
  constraint case_record_pkey PRIMARY KEY (request_id),
  constraint case_declined CHECK (status <> 'declined'::text OR jsonb_typeof(record -> 'declined'::text) = 'object'::text),
  constraint case_record_kind_check CHECK (kind = ANY (ARRAY['complaint'::text, 'suggestion'::text])),
  constraint case_record_status_check CHECK (status = ANY (ARRAY['offered'::text, 'accepted'::text, 'declined'::text, 'settled'::text])),
  constraint case_settled CHECK ((status = 'settled'::text) = ((record -> 'settlement'::text) IS NOT NULL)),
  constraint case_taken_up CHECK ((status = ANY (ARRAY['accepted'::text, 'settled'::text])) = ((record -> 'takenUp'::text) IS NOT NULL))
);
CREATE INDEX case_most_urgent ON case_record USING btree (step, urgency, request_id);

create table hand_off (
  hand_off_id uuid not null,
  request_id uuid not null,
  status text not null,
  offered_at timestamptz,
  offered_to text,
  record jsonb not null,
  version integer not null,
  constraint hand_off_pkey PRIMARY KEY (hand_off_id),
  constraint hand_off_accepted CHECK ((status = 'accepted'::text) = ((record -> 'acceptance'::text) IS NOT NULL)),
  constraint hand_off_answered CHECK ((status = ANY (ARRAY['accepted'::text, 'declined'::text])) OR offered_at IS NOT NULL),
  constraint hand_off_declined CHECK ((status = 'declined'::text) = ((record -> 'decline'::text) IS NOT NULL)),
  constraint hand_off_offered CHECK ((offered_at IS NULL) = (offered_to IS NULL)),
  constraint hand_off_status_check CHECK (status = ANY (ARRAY['offered'::text, 'overdue'::text, 'accepted'::text, 'declined'::text]))
);
CREATE INDEX hand_off_of_request ON hand_off USING btree (request_id);
CREATE INDEX hand_off_open_first ON hand_off USING btree (((status = ANY (ARRAY['accepted'::text, 'declined'::text]))), offered_at DESC, hand_off_id DESC);

create table ownership (
  request_id uuid not null,
  status text not null,
  holder text,
  held_since timestamptz,
  record jsonb not null,
  version integer not null,
  constraint ownership_pkey PRIMARY KEY (request_id),
  constraint ownership_has_holder CHECK (holder IS NOT NULL AND held_since IS NOT NULL),
  constraint ownership_status_check CHECK (status = ANY (ARRAY['unknown'::text, 'held'::text, 'released'::text]))
);

create table promise (
  promise_id uuid not null,
  request_id uuid,
  subject_id uuid not null,
  promise text not null,
  status text not null,
  due_at timestamptz not null,
  started_at timestamptz not null,
  record jsonb not null,
  version integer not null,
  constraint promise_pkey PRIMARY KEY (promise_id),
  constraint promise_done_when CHECK ((status = ANY (ARRAY['kept'::text, 'done-late'::text])) = ((record ->> 'doneAt'::text) IS NOT NULL)),
  constraint promise_status_check CHECK (status = ANY (ARRAY['running'::text, 'at-risk'::text, 'breached'::text, 'paused'::text, 'kept'::text, 'done-late'::text, 'void'::text])),
  constraint promise_void_why CHECK ((status = 'void'::text) = ((record ->> 'reason'::text) IS NOT NULL))
);
CREATE INDEX promise_by_status ON promise USING btree (status, started_at DESC, promise_id DESC);
CREATE INDEX promise_newest ON promise USING btree (started_at DESC, promise_id DESC);
CREATE INDEX promise_of_request ON promise USING btree (request_id, promise);
CREATE INDEX promise_of_subject ON promise USING btree (subject_id);
CREATE UNIQUE INDEX promise_once ON promise USING btree (request_id, promise) WHERE (promise <> ALL (ARRAY['answer-question'::text, 'told-caller'::text, 'supply-part'::text]));

create table request_replica (
  request_id uuid not null,
  number text,
  kind text,
  customer_id uuid,
  customer_name text,
  site_name text,
  equipment_name text,
  category text,
  impact text,
  description text,
  received_at timestamptz,
  engineer_name text,
  order_number text,
  open boolean default true not null,
  sequence bigint default 0 not null,
  order_sequence bigint default 0 not null,
  engineer_sequence bigint default 0 not null,
  closed_sequence bigint default 0 not null,
  constraint request_replica_pkey PRIMARY KEY (request_id),
  constraint request_replica_whole CHECK (sequence = 0 OR number IS NOT NULL AND kind IS NOT NULL AND description IS NOT NULL AND received_at IS NOT NULL)
);
CREATE INDEX request_of_customer ON request_replica USING btree (customer_id);
CREATE INDEX request_open ON request_replica USING btree (request_id) WHERE open;

create table verification (
  request_id uuid not null,
  status text not null,
  record jsonb not null,
  version integer not null,
  constraint verification_pkey PRIMARY KEY (request_id),
  constraint verification_status_check CHECK (status = ANY (ARRAY['watching'::text, 'disputed'::text, 'effective'::text, 'not-effective'::text]))
);
