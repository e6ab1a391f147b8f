-- What gateway keeps, besides the schema.sql of packages/messaging and packages/service-host. Written by `npm run schema:write`; nothing runs it.

create table person (
  person_id uuid not null,
  username text not null,
  name text not null,
  role text not null,
  department text,
  customer_id uuid,
  password_hash text,
  demo boolean default false not null,
  active boolean default true not null,
  created_at timestamptz default clock_timestamp() not null,
  constraint person_pkey PRIMARY KEY (person_id),
  constraint contact_has_company CHECK ((role = 'customer-contact'::text) = (customer_id IS NOT NULL)),
  constraint demo_has_no_password CHECK (NOT (demo AND password_hash IS NOT NULL))
);
CREATE UNIQUE INDEX person_username ON person USING btree (lower(username)) WHERE (password_hash IS NOT NULL);

create table session (
  token_hash bytea not null,
  person_id uuid not null,
  demo boolean not null,
  created_at timestamptz default clock_timestamp() not null,
  last_seen_at timestamptz default clock_timestamp() not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  constraint session_pkey PRIMARY KEY (token_hash),
  constraint session_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id) ON DELETE CASCADE,
  constraint session_token_hash_check CHECK (length(token_hash) = 32)
);
CREATE INDEX session_expires ON session USING btree (expires_at);
CREATE INDEX session_person ON session USING btree (person_id);

create table sign_in_attempt (
  attempt_id bigint generated always as identity not null,
  account bytea not null,
  address text not null,
  at timestamptz default clock_timestamp() not null,
  constraint sign_in_attempt_pkey PRIMARY KEY (attempt_id)
);
CREATE INDEX sign_in_attempt_account ON sign_in_attempt USING btree (account, at);
CREATE INDEX sign_in_attempt_address ON sign_in_attempt USING btree (address, at);
