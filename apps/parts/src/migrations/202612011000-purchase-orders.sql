-- A purchase order goes its whole course; suppliers, serial numbers, and who waits for parts by the worst clock.

alter table part add serial_tracked boolean not null default false;

create table supplier (
  supplier_id uuid primary key,
  name text not null,
  status text not null check (status in ('active', 'suspended')),
  record jsonb not null,
  version int not null
);
create index supplier_name on supplier (name, supplier_id);

alter table purchase_order
  drop constraint purchase_order_status_check,
  add constraint purchase_order_status_check check (status in
    ('drafted', 'submitted', 'approved', 'ordered', 'part-received', 'received', 'closed', 'cancelled')),
  alter order_id drop not null,
  alter request_id drop not null,
  drop lines,
  add supplier_id uuid references supplier,
  add due_at timestamptz(3),
  add search text not null default '',
  -- What the rules hold, the database insists on.
  add constraint po_approver_differs
    check (not coalesce(record #> '{approvals,0,by,personId}' = record #> '{submitted,by,personId}', false)),
  add constraint po_received_within_ordered
    check (not jsonb_path_exists(record, '$.lines[*] ? (@.received > @.quantity)')),
  add constraint po_ordered_when_approved
    check (status not in ('ordered', 'part-received', 'received', 'closed') or jsonb_array_length(record -> 'approvals') > 0);
create index purchase_order_open on purchase_order (due_at, purchase_order_id) where status not in ('closed', 'cancelled');
create index purchase_order_status on purchase_order (status, drafted_at desc, purchase_order_id desc);

-- Each piece whose number is tracked comes in once; makers number their pieces without asking each other.
create table part_serial (
  part_id uuid not null references part,
  serial text not null,
  purchase_order_id uuid not null references purchase_order,
  primary key (part_id, serial)
);

alter table reservation add needed_by timestamptz(3);
create index reservation_waiting on reservation (needed_by, reserved_at) where status = 'short';
