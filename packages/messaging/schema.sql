-- What messaging keeps in the database of a service. Written by `npm run schema:write`; nothing runs it.

CREATE OR REPLACE FUNCTION public.journal_is_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'the journal is append-only' using errcode = 'insufficient_privilege';
end $function$;

CREATE OR REPLACE FUNCTION public.journal_is_timely()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  -- A minute for a clock that is put right meanwhile.
  if new.recorded_at not between transaction_timestamp() - interval '1 minute' and clock_timestamp() + interval '1 minute' then
    raise exception 'an entry is recorded when it is written' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.seal_journal(up_to bigint, most integer)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
select pg_advisory_xact_lock(hashtextextended('seal', 0));
with last as (
  select batch, to_seq, hash from (
    (select batch, to_seq, hash from journal_seal order by batch desc limit 1)
    union all select 0, 0, '\x'::bytea
  ) as seals order by batch desc limit 1
), entries as (
  select seq, sha256(convert_to(jsonb_build_array(seq, event_id, record, about, version, ordinal, type, data, partition_key,
    published, cause_by, cause_key, actor, traceparent,
    to_char(recorded_at at time zone 'utc', 'YYYY-MM-DD HH24:MI:SS.US'))::text, 'UTF8')) as digest
  from journal where seq > (select to_seq from last) and seq <= up_to order by seq limit most
), sealed as (
  select array_agg(seq order by seq) as seqs, array_agg(digest order by seq) as digests,
    sha256(string_agg(digest, ''::bytea order by seq)) as hash_of_digests,
    min(seq) as from_seq, max(seq) as to_seq, (select batch + 1 from last) as batch, (select hash from last) as previous
  from entries having count(*) > 0
), written as (
  insert into journal_seal (batch, from_seq, to_seq, seqs, digests, previous, hash)
  select batch, from_seq, to_seq, seqs, digests, previous,
    sha256(previous || convert_to(batch || ':' || array_to_string(seqs, ','), 'UTF8') || hash_of_digests)
  from sealed returning cardinality(seqs) as n
) select coalesce(sum(n), 0)::int from written
$function$;
-- may be run by its owner, the running role

create table dead_letter (
  place bigint generated always as identity not null,
  dead_letter_id uuid default gen_random_uuid() not null,
  durable text not null,
  reaction text not null,
  event_id text not null,
  partition_key text not null,
  type text not null,
  stream text not null,
  stream_seq bigint not null,
  subject text not null,
  headers jsonb not null,
  body text not null,
  state text not null,
  attempts integer default 0 not null,
  next_attempt_at timestamptz,
  last_error text,
  first_failed_at timestamptz default clock_timestamp() not null,
  last_failed_at timestamptz default clock_timestamp() not null,
  asked_by text,
  reason text,
  settled_at timestamptz,
  waits_for text,
  constraint dead_letter_pkey PRIMARY KEY (place),
  constraint dead_letter_dead_letter_id_key UNIQUE (dead_letter_id),
  constraint dead_letter_durable_event_id_key UNIQUE (durable, event_id),
  constraint dead_letter_state_check CHECK (state = ANY (ARRAY['waiting'::text, 'retrying'::text, 'dead'::text, 'behind'::text, 'dropped'::text, 'done'::text]))
);
CREATE INDEX dead_letter_dropped ON dead_letter USING btree (durable, partition_key) WHERE (state = 'dropped'::text);
CREATE INDEX dead_letter_due ON dead_letter USING btree (durable, next_attempt_at) WHERE (state = ANY (ARRAY['waiting'::text, 'retrying'::text]));
CREATE INDEX dead_letter_open ON dead_letter USING btree (durable, partition_key, place) WHERE (state = ANY (ARRAY['waiting'::text, 'retrying'::text, 'dead'::text, 'behind'::text]));
CREATE INDEX dead_letter_waits_for ON dead_letter USING btree (waits_for) WHERE (state = 'waiting'::text);

create table inbox (
  cause_by text not null,
  cause_key text not null,
  fingerprint text,
  record text,
  about uuid,
  version integer,
  event_count integer default 0 not null,
  view json,
  at timestamptz not null,
  constraint inbox_pkey PRIMARY KEY (cause_by, cause_key)
);

create table journal (
  seq bigint generated always as identity not null,
  event_id uuid not null,
  record text not null,
  about uuid not null,
  version integer not null,
  ordinal integer not null,
  type text not null,
  data jsonb not null,
  partition_key text not null,
  published boolean not null,
  cause_by text not null,
  cause_key text not null,
  actor jsonb,
  traceparent text,
  recorded_at timestamptz not null,
  constraint journal_pkey PRIMARY KEY (seq),
  constraint journal_event_id_key UNIQUE (event_id),
  constraint journal_record_about_version_ordinal_key UNIQUE (record, about, version, ordinal)
);
CREATE INDEX journal_partition_key ON journal USING btree (partition_key, seq);
CREATE TRIGGER journal_append_only BEFORE DELETE OR UPDATE ON journal FOR EACH ROW EXECUTE FUNCTION journal_is_append_only();
CREATE TRIGGER journal_is_timely BEFORE INSERT ON journal FOR EACH ROW EXECUTE FUNCTION journal_is_timely();
CREATE TRIGGER journal_no_truncate BEFORE TRUNCATE ON journal FOR EACH STATEMENT EXECUTE FUNCTION journal_is_append_only();
-- the running role: select; insert of event_id, record, about, version, ordinal, type, data, partition_key, published, cause_by, cause_key, actor, traceparent, recorded_at

create table journal_seal (
  batch bigint not null,
  from_seq bigint not null,
  to_seq bigint not null,
  seqs bigint[] not null,
  digests bytea[] not null,
  previous bytea not null,
  hash bytea not null,
  sealed_at timestamptz default clock_timestamp() not null,
  constraint journal_seal_pkey PRIMARY KEY (batch)
);
CREATE TRIGGER journal_seal_append_only BEFORE DELETE OR UPDATE ON journal_seal FOR EACH ROW EXECUTE FUNCTION journal_is_append_only();
CREATE TRIGGER journal_seal_no_truncate BEFORE TRUNCATE ON journal_seal FOR EACH STATEMENT EXECUTE FUNCTION journal_is_append_only();
-- the running role: select

create table outbox (
  seq bigint not null,
  event_id uuid not null,
  partition_key text not null,
  type text not null,
  created_at timestamptz not null,
  published_at timestamptz,
  stream text,
  stream_seq bigint,
  incarnation text,
  lost integer default 0 not null,
  attempts integer default 0 not null,
  last_error text,
  stuck_at timestamptz,
  dropped_at timestamptz,
  asked_by text,
  reason text,
  constraint outbox_pkey PRIMARY KEY (seq),
  constraint outbox_seq_fkey FOREIGN KEY (seq) REFERENCES journal(seq)
);
CREATE INDEX outbox_created_at ON outbox USING btree (created_at);
CREATE INDEX outbox_place ON outbox USING btree (incarnation, stream_seq) WHERE (published_at IS NOT NULL);
CREATE INDEX outbox_stuck ON outbox USING btree (partition_key, seq) WHERE ((stuck_at IS NOT NULL) AND (published_at IS NULL));
CREATE INDEX outbox_unpublished ON outbox USING btree (seq) WHERE ((published_at IS NULL) AND (dropped_at IS NULL));

create table timer (
  kind text not null,
  ref text not null,
  due_at timestamptz not null,
  next_attempt_at timestamptz not null,
  attempts integer default 0 not null,
  last_error text,
  fired_at timestamptz,
  timer_id uuid default gen_random_uuid() not null,
  failing_since timestamptz,
  asked_by text,
  reason text,
  constraint timer_pkey PRIMARY KEY (kind, ref),
  constraint timer_timer_id_key UNIQUE (timer_id)
);
CREATE INDEX timer_done ON timer USING btree (fired_at) WHERE (fired_at IS NOT NULL);
CREATE INDEX timer_failing ON timer USING btree (failing_since) WHERE (failing_since IS NOT NULL);
CREATE INDEX timer_waiting ON timer USING btree (next_attempt_at) WHERE (fired_at IS NULL);
