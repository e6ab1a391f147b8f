-- People, their sessions, and attempts to sign in.

create table person (
  person_id uuid primary key,
  username text not null,
  name text not null,
  role text not null,
  department text,
  customer_id uuid,
  password_hash text,
  demo boolean not null default false,
  active boolean not null default true,
  created_at timestamptz not null default clock_timestamp(),
  constraint contact_has_company check ((role = 'customer-contact') = (customer_id is not null)),
  constraint demo_has_no_password check (not (demo and password_hash is not null))
);
create unique index person_username on person (lower(username)) where password_hash is not null;

create table session (
  token_hash bytea primary key check (length(token_hash) = 32),
  person_id uuid not null references person on delete cascade,
  demo boolean not null,
  created_at timestamptz not null default clock_timestamp(),
  last_seen_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index session_person on session (person_id);
create index session_expires on session (expires_at);

create table sign_in_attempt (
  attempt_id bigint generated always as identity primary key,
  account bytea not null,
  address text not null,
  at timestamptz not null default clock_timestamp()
);
create index sign_in_attempt_account on sign_in_attempt (account, at);
create index sign_in_attempt_address on sign_in_attempt (address, at);
