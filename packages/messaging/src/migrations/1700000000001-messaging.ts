import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Journal, seal, outbox, inbox, dead letters and timers. */
export class Messaging1700000000001 implements MigrationInterface {
  readonly name = 'Messaging1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `create table journal (
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
  )`,
      `create index journal_partition_key on journal (partition_key, seq)`,
      `create table journal_seal (
    batch bigint primary key,
    from_seq bigint not null,
    to_seq bigint not null,
    seqs bigint[] not null,
    digests bytea[] not null,
    previous bytea not null,
    hash bytea not null,
    sealed_at timestamptz not null default clock_timestamp()
  )`,
      `create function journal_is_append_only() returns trigger language plpgsql as $$
  begin
    raise exception 'the journal is append-only' using errcode = 'insufficient_privilege';
  end $$`,
      ...['journal', 'journal_seal'].flatMap((table) => [
        `create trigger ${table}_append_only before update or delete on ${table}
      for each row execute function journal_is_append_only()`,
        `create trigger ${table}_no_truncate before truncate on ${table}
      for each statement execute function journal_is_append_only()`,
      ]),
      `create table outbox (
    seq bigint primary key references journal (seq),
    event_id uuid not null,
    partition_key text not null,
    type text not null,
    created_at timestamptz not null,
    published_at timestamptz,
    stream text,
    stream_seq bigint,
    incarnation text,
    lost integer not null default 0
  )`,
      `create index outbox_unpublished on outbox (seq) where published_at is null`,
      `create index outbox_place on outbox (incarnation, stream_seq) where published_at is not null`,
      `create index outbox_created_at on outbox (created_at)`,
      `create table handled (
    cause_by text not null,
    cause_key text not null,
    fingerprint text,
    record text,
    about uuid,
    version integer,
    fact_count integer not null default 0,
    view json,
    at timestamptz not null,
    primary key (cause_by, cause_key)
  )`,
      `create table dead_letter (
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
    state text not null check (state in ('retrying', 'dead', 'behind', 'dropped', 'done')),
    attempts integer not null default 0,
    next_attempt_at timestamptz,
    last_error text,
    first_failed_at timestamptz not null default clock_timestamp(),
    last_failed_at timestamptz not null default clock_timestamp(),
    asked_by text,
    reason text,
    settled_at timestamptz,
    unique (durable, event_id)
  )`,
      `create index dead_letter_open on dead_letter (durable, partition_key, place) where state in ('retrying', 'dead', 'behind')`,
      `create table timer (
    kind text not null,
    ref text not null,
    due_at timestamptz not null,
    next_attempt_at timestamptz not null,
    attempts integer not null default 0,
    last_error text,
    fired_at timestamptz,
    primary key (kind, ref)
  )`,
      `create index timer_waiting on timer (next_attempt_at) where fired_at is null`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('the journal is never taken away');
  }
}
