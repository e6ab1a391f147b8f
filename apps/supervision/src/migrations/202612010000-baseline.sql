-- The ledgers of promises, hand-offs and owners, the watch over repairs, and the complaints and suggestions handed over.

create table promise (
  promise_id uuid primary key,
  -- Null where what was promised about belongs to no request.
  request_id uuid,
  subject_id uuid not null,
  promise text not null,
  status text not null check (status in ('running', 'at-risk', 'breached', 'paused', 'kept', 'done-late', 'void')),
  due_at timestamptz not null,
  started_at timestamptz not null,
  record jsonb not null,
  version int not null,
  constraint promise_done_when check ((status in ('kept', 'done-late')) = (record ->> 'doneAt' is not null)),
  constraint promise_void_why check ((status = 'void') = (record ->> 'reason' is not null))
);
-- A request may have several questions and parts to be supplied, and a caller may be told more than once by when; every other promise is
-- given once.
create unique index promise_once on promise (request_id, promise)
  where promise not in ('answer-question', 'told-caller', 'supply-part');
create index promise_of_request on promise (request_id, promise);
create index promise_of_subject on promise (subject_id);
create index promise_newest on promise (started_at desc, promise_id desc);
create index promise_by_status on promise (status, started_at desc, promise_id desc);

create table hand_off (
  hand_off_id uuid primary key,
  request_id uuid not null,
  status text not null check (status in ('offered', 'overdue', 'accepted', 'declined')),
  -- Null where the answer was heard before the offer.
  offered_at timestamptz,
  offered_to text,
  record jsonb not null,
  version int not null,
  constraint hand_off_offered check ((offered_at is null) = (offered_to is null)),
  constraint hand_off_answered check (status in ('accepted', 'declined') or offered_at is not null),
  constraint hand_off_accepted check ((status = 'accepted') = (record -> 'acceptance' is not null)),
  constraint hand_off_declined check ((status = 'declined') = (record -> 'decline' is not null))
);
create index hand_off_of_request on hand_off (request_id);
create index hand_off_open_first on hand_off ((status in ('accepted', 'declined')), offered_at desc, hand_off_id desc);

create table ownership (
  request_id uuid primary key,
  status text not null check (status in ('unknown', 'held', 'released')),
  holder text,
  held_since timestamptz,
  record jsonb not null,
  version int not null,
  constraint ownership_has_holder check (holder is not null and held_since is not null)
);

create table verification (
  request_id uuid primary key,
  status text not null check (status in ('watching', 'disputed', 'effective', 'not-effective')),
  record jsonb not null,
  version int not null
);

-- Requests of every kind: an enquiry may come from somebody nobody knows yet, and of a fault nobody may have said the impact. What
-- dispatch says may be heard before the request itself, so that a row may have only that.
create table request_replica (
  request_id uuid primary key,
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
  open boolean not null default true,
  sequence bigint not null default 0,
  order_sequence bigint not null default 0,
  engineer_sequence bigint not null default 0,
  closed_sequence bigint not null default 0,
  constraint request_replica_whole check (
    sequence = 0 or (number is not null and kind is not null and description is not null and received_at is not null)
  )
);
create index request_open on request_replica (request_id) where open;
create index request_of_customer on request_replica (customer_id);

-- Complaints and suggestions that were handed over.
create table case_record (
  request_id uuid primary key,
  number text not null,
  kind text not null check (kind in ('complaint', 'suggestion')),
  status text not null check (status in ('offered', 'accepted', 'declined', 'settled')),
  -- Its place in the list: first by step, within a step by urgency.
  step int not null,
  urgency bigint not null,
  record jsonb not null,
  version int not null,
  constraint case_taken_up check ((status in ('accepted', 'settled')) = (record -> 'takenUp' is not null)),
  constraint case_settled check ((status = 'settled') = (record -> 'settlement' is not null)),
  constraint case_declined check (status <> 'declined' or jsonb_typeof(record -> 'declined') = 'object')
);
create index case_most_urgent on case_record (step, urgency, request_id);
