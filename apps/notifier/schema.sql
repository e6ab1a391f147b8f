-- What notifier keeps, besides the schema.sql of packages/messaging and packages/service-host. Written by `npm run schema:write`; nothing runs it.

create table assignment_replica (
  request_id uuid not null,
  assignment integer not null,
  engineer_id uuid not null,
  sequence bigint default 0 not null,
  constraint assignment_replica_pkey PRIMARY KEY (request_id)
);
CREATE INDEX assignment_of_engineer ON assignment_replica USING btree (engineer_id);

create table engineer_replica (
  engineer_id uuid not null,
  name text not null,
  phone text not null,
  email text,
  sequence bigint default 0 not null,
  constraint engineer_replica_pkey PRIMARY KEY (engineer_id)
);

create table message (
  message_id uuid not null,
  request_id uuid,
  status text not null,
  shown_as text generated always as (
CASE status
    WHEN 'waiting'::text THEN 'sending'::text
    ELSE status
END) stored not null,
  recorded_at timestamptz not null,
  record jsonb not null,
  version integer not null,
  constraint message_pkey PRIMARY KEY (message_id),
  constraint message_check CHECK ((status = ANY (ARRAY['waiting'::text, 'sending'::text])) = ((record -> 'dueAt'::text) IS NOT NULL)),
  constraint message_check1 CHECK ((status = 'sent'::text) = ((record -> 'sentAt'::text) IS NOT NULL)),
  constraint message_check2 CHECK (status <> 'failed'::text OR (record ->> 'lastError'::text) IS NOT NULL),
  constraint message_status_check CHECK (status = ANY (ARRAY['recorded'::text, 'waiting'::text, 'sending'::text, 'sent'::text, 'failed'::text]))
);
CREATE INDEX message_by_state ON message USING btree (shown_as, recorded_at DESC, message_id DESC);
CREATE INDEX message_newest ON message USING btree (recorded_at DESC, message_id DESC);
CREATE INDEX message_of_request ON message USING btree (request_id, recorded_at DESC, message_id DESC);

create table recipient (
  person_id text not null,
  department text,
  role text not null,
  name text not null,
  phone text,
  email text,
  constraint recipient_pkey PRIMARY KEY (person_id)
);
CREATE INDEX recipient_by_duty ON recipient USING btree (role, department);

create table request_replica (
  request_id uuid not null,
  number text not null,
  joined_to uuid,
  reporter_name text not null,
  reporter_phone text,
  public_token text not null,
  reporter_email text,
  mail_id text,
  kind text,
  sequence bigint default 0 not null,
  constraint request_replica_pkey PRIMARY KEY (request_id)
);
CREATE INDEX request_replica_joined ON request_replica USING btree (joined_to) WHERE (joined_to IS NOT NULL);
