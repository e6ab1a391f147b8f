-- What is told to whom, and replicas of what it is told about.

create table message (
  message_id uuid primary key,
  -- A message may be about no request.
  request_id uuid,
  status text not null check (status in ('recorded', 'waiting', 'sending', 'sent', 'failed')),
  -- As the list names it: what waits to be sent counts as being sent.
  shown_as text not null generated always as (case status when 'waiting' then 'sending' else status end) stored,
  recorded_at timestamptz not null,
  record jsonb not null,
  version int not null,
  check ((status in ('waiting', 'sending')) = (record -> 'dueAt' is not null)),
  check ((status = 'sent') = (record -> 'sentAt' is not null)),
  check (status <> 'failed' or record ->> 'lastError' is not null)
);
create index message_newest on message (recorded_at desc, message_id desc);
create index message_of_request on message (request_id, recorded_at desc, message_id desc);
create index message_by_state on message (shown_as, recorded_at desc, message_id desc);

-- `sequence` of a replica: which event wrote it last, so that what is said again after a loss never takes it back in time.
create table request_replica (
  request_id uuid primary key,
  number text not null,
  joined_to uuid,
  reporter_name text not null,
  reporter_phone text,
  public_token text not null,
  reporter_email text,
  -- What is sent about a request that came by mail answers that mail.
  mail_id text,
  -- What was sent about a complaint is shown to who reads complaints; where the kind is unknown it is shown as a complaint is.
  kind text,
  sequence bigint not null default 0
);
create index request_replica_joined on request_replica (joined_to) where joined_to is not null;

create table assignment_replica (
  request_id uuid primary key,
  assignment int not null,
  engineer_id uuid not null,
  sequence bigint not null default 0
);
create index assignment_of_engineer on assignment_replica (engineer_id);

create table engineer_replica (
  engineer_id uuid primary key,
  name text not null,
  phone text not null,
  email text,
  sequence bigint not null default 0
);

create table recipient (
  person_id text primary key,
  department text,
  role text not null,
  name text not null,
  phone text,
  email text
);
create index recipient_by_duty on recipient (role, department);
