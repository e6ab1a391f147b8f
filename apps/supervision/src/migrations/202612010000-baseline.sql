-- The ledgers of promises, hand-offs and batons, the watch over repairs, and the matters handed over.

create table promise (
  promise_id uuid primary key,
  request_id uuid not null,
  request_number text not null,
  promise text not null,
  owner text not null,
  status text not null check (status in ('open', 'paused', 'kept', 'done-late', 'void')),
  rung text check (rung in ('running', 'at-risk', 'breached', 'escalated')),
  due_at timestamptz not null,
  started_at timestamptz not null,
  done_at timestamptz,
  stamped jsonb not null,
  paused_by text,
  void_reason text,
  version int not null,
  check ((status = 'open') = (rung is not null)),
  check ((status in ('kept', 'done-late')) = (done_at is not null))
);
-- A request may have several questions, and a caller may be told more than once by when; every other promise is given once.
create unique index promise_once on promise (request_id, promise) where promise not in ('answer-question', 'told-caller');
create index promise_of_request on promise (request_id, promise);
create index promise_newest on promise (started_at desc, promise_id desc);
create index promise_by_status on promise (status, started_at desc, promise_id desc);

create table hand_off (
  hand_off_id uuid primary key,
  request_id uuid not null,
  status text not null check (status in ('offered', 'overdue', 'accepted', 'declined')),
  offer jsonb,
  offered_at timestamptz,
  accepted_by text,
  accepted_at timestamptz,
  version int not null,
  declined jsonb,
  check ((status = 'accepted') = (accepted_at is not null)),
  constraint hand_off_answered check (status in ('accepted', 'declined') or offer is not null),
  constraint hand_off_declined check ((status = 'declined') = (declined is not null))
);
create index hand_off_of_request on hand_off (request_id);
create index hand_off_open_first on hand_off ((status in ('accepted', 'declined')), offered_at desc, hand_off_id desc);

create table baton (
  request_id uuid primary key,
  request_number text,
  status text not null check (status in ('unknown', 'held', 'laid-down')),
  takings jsonb not null,
  laid_down_at timestamptz,
  version int not null
);

create table verification (
  request_id uuid primary key,
  status text not null check (status in ('watching', 'disputed', 'effective', 'not-effective')),
  request_number text not null,
  until timestamptz not null,
  version int not null
);

-- Requests of every kind: an enquiry may come from somebody nobody knows yet, and of a fault nobody may have said the impact.
create table request_copy (
  request_id uuid primary key,
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
  kind text not null default 'fault',
  -- Which event named the engineer last: an earlier assignment that is said again does not come back.
  engineer_sequence bigint not null default 0
);
create index request_open on request_copy (request_id) where open;

-- Complaints and suggestions that were handed over.
create table matter (
  request_id uuid primary key,
  number text not null,
  kind text not null check (kind in ('complaint', 'suggestion')),
  status text not null check (status in ('offered', 'accepted', 'declined', 'settled')),
  told jsonb not null,
  taken_up jsonb,
  declined jsonb,
  settled jsonb,
  -- Its place in the list: first by step, within a step by urgency.
  step int not null,
  urgency bigint not null,
  version int not null,
  check ((status in ('accepted', 'settled')) = (taken_up is not null)),
  check ((status = 'settled') = (settled is not null)),
  check (status <> 'declined' or declined is not null)
);
create index matter_most_urgent on matter (step, urgency, request_id);
