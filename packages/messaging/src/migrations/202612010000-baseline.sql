-- Journal, seal, outbox, inbox, dead letters and timers. What the running role may do with them is said by `grantRunningRole`.

create table journal (
  seq bigint generated always as identity primary key,
  event_id uuid not null unique,
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
  unique (record, about, version, ordinal)
);
create index journal_partition_key on journal (partition_key, seq);

create table journal_seal (
  batch bigint primary key,
  from_seq bigint not null,
  to_seq bigint not null,
  seqs bigint[] not null,
  digests bytea[] not null,
  previous bytea not null,
  hash bytea not null,
  sealed_at timestamptz not null default clock_timestamp()
);

create function journal_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the journal is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger journal_append_only before update or delete on journal
  for each row execute function journal_is_append_only();
create trigger journal_no_truncate before truncate on journal
  for each statement execute function journal_is_append_only();
create trigger journal_seal_append_only before update or delete on journal_seal
  for each row execute function journal_is_append_only();
create trigger journal_seal_no_truncate before truncate on journal_seal
  for each statement execute function journal_is_append_only();

-- What the running role may not forge: an entry of the journal is recorded when it is written, and a seal is what the owner's
-- function makes of the journal. Which columns the role may insert is said with its other rights.
create function journal_is_timely() returns trigger language plpgsql as $$
begin
  -- A minute for a clock that is put right meanwhile.
  if new.recorded_at not between transaction_timestamp() - interval '1 minute' and clock_timestamp() + interval '1 minute' then
    raise exception 'an entry is recorded when it is written' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger journal_is_timely before insert on journal
  for each row execute function journal_is_timely();

create function seal_journal(up_to bigint, most integer) returns integer
language sql security definer set search_path = public, pg_temp as $$
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
$$;
revoke all on function seal_journal(bigint, integer) from public;

-- What is to be published. What fails again and again is shown to an administrator, who may drop it.
create table outbox (
  seq bigint primary key references journal (seq),
  event_id uuid not null,
  partition_key text not null,
  type text not null,
  created_at timestamptz not null,
  published_at timestamptz,
  stream text,
  stream_seq bigint,
  incarnation text,
  lost integer not null default 0,
  attempts integer not null default 0,
  last_error text,
  stuck_at timestamptz,
  dropped_at timestamptz,
  asked_by text,
  reason text
);
create index outbox_unpublished on outbox (seq) where published_at is null and dropped_at is null;
create index outbox_place on outbox (incarnation, stream_seq) where published_at is not null;
create index outbox_created_at on outbox (created_at);
create index outbox_stuck on outbox (partition_key, seq) where stuck_at is not null and published_at is null;

-- What was handled, by its cause, with what is answered to the same cause again.
create table inbox (
  cause_by text not null,
  cause_key text not null,
  fingerprint text,
  record text,
  about uuid,
  version integer,
  event_count integer not null default 0,
  view json,
  at timestamptz not null,
  primary key (cause_by, cause_key)
);

-- Messages that failed, and those that wait for another stream.
create table dead_letter (
  place bigint generated always as identity primary key,
  dead_letter_id uuid not null unique default gen_random_uuid(),
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
  state text not null check (state in ('waiting', 'retrying', 'dead', 'behind', 'dropped', 'done')),
  attempts integer not null default 0,
  next_attempt_at timestamptz,
  last_error text,
  first_failed_at timestamptz not null default clock_timestamp(),
  last_failed_at timestamptz not null default clock_timestamp(),
  asked_by text,
  reason text,
  settled_at timestamptz,
  waits_for text,
  unique (durable, event_id)
);
create index dead_letter_open on dead_letter (durable, partition_key, place)
  where state in ('waiting', 'retrying', 'dead', 'behind');
create index dead_letter_due on dead_letter (durable, next_attempt_at) where state in ('waiting', 'retrying');
create index dead_letter_waits_for on dead_letter (waits_for) where state = 'waiting';
create index dead_letter_dropped on dead_letter (durable, partition_key) where state = 'dropped';

create table timer (
  kind text not null,
  ref text not null,
  due_at timestamptz not null,
  next_attempt_at timestamptz not null,
  attempts integer not null default 0,
  last_error text,
  fired_at timestamptz,
  timer_id uuid not null unique default gen_random_uuid(),
  failing_since timestamptz,
  asked_by text,
  reason text,
  primary key (kind, ref)
);
create index timer_waiting on timer (next_attempt_at) where fired_at is null;
create index timer_failing on timer (failing_since) where failing_since is not null;
create index timer_done on timer (fired_at) where fired_at is not null;
