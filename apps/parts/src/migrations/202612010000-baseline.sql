-- Parts, what lies where, what is reserved of it, and what is ordered.

create table part (
  part_id uuid primary key,
  code text not null unique,
  name text not null,
  model text not null,
  unit text not null,
  category text not null,
  lead_time_days int not null check (lead_time_days > 0),
  search text not null,
  record jsonb not null,
  version int not null
);

create table stock (
  stock_id uuid primary key,
  part_id uuid not null references part (part_id),
  place_id uuid not null,
  place text not null,
  on_hand int not null check (on_hand >= 0),
  reserved int not null default 0 check (reserved >= 0),
  available int not null generated always as (on_hand - reserved) stored,
  version int not null,
  unique (part_id, place_id),
  check (reserved <= on_hand)
);
create index stock_fullest on stock (available desc, stock_id);
create index stock_fullest_at_place on stock (place_id, available desc, stock_id);

create table reservation (
  reservation_id uuid primary key,
  order_id uuid not null unique,
  request_id uuid not null,
  status text not null check (status in ('reserved', 'short', 'consumed', 'released')),
  reserved_at timestamptz(3) not null,
  record jsonb not null,
  version int not null
);
create index reservation_newest on reservation (reserved_at desc, reservation_id desc);
create index reservation_by_status on reservation (status, reserved_at desc, reservation_id desc);

create table purchase_order (
  purchase_order_id uuid primary key,
  number text not null unique,
  status text not null check (status in ('drafted')),
  order_id uuid not null,
  request_id uuid not null,
  lines jsonb not null,
  drafted_at timestamptz(3) not null,
  record jsonb not null,
  version int not null
);
create index purchase_order_newest on purchase_order (drafted_at desc, purchase_order_id desc);
create index purchase_order_of_order on purchase_order (order_id, drafted_at desc, purchase_order_id desc);

create table paper_number (kind text not null, year int not null, last int not null, primary key (kind, year));
