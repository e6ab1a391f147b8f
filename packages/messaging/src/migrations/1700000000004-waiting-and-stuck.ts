import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Messages that wait for another stream, and what an administrator is shown of timers and publications that fail. */
export class WaitingAndStuck1700000000004 implements MigrationInterface {
  readonly name = 'WaitingAndStuck1700000000004';

  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `alter table dead_letter drop constraint dead_letter_state_check,
    add constraint dead_letter_state_check check (state in ('waiting', 'retrying', 'dead', 'behind', 'dropped', 'done')),
    add column waits_for text`,
      `drop index dead_letter_open`,
      `create index dead_letter_open on dead_letter (durable, partition_key, place)
    where state in ('waiting', 'retrying', 'dead', 'behind')`,
      `create index dead_letter_due on dead_letter (durable, next_attempt_at) where state in ('waiting', 'retrying')`,
      `create index dead_letter_waits_for on dead_letter (waits_for) where state = 'waiting'`,
      `create index dead_letter_dropped on dead_letter (durable, partition_key) where state = 'dropped'`,
      `alter table timer add column timer_id uuid not null unique default gen_random_uuid(),
    add column failing_since timestamptz, add column asked_by text, add column reason text`,
      `create index timer_failing on timer (failing_since) where failing_since is not null`,
      `create index timer_done on timer (fired_at) where fired_at is not null`,
      `alter table outbox add column attempts integer not null default 0, add column last_error text,
    add column stuck_at timestamptz, add column dropped_at timestamptz, add column asked_by text, add column reason text`,
      `drop index outbox_unpublished`,
      `create index outbox_unpublished on outbox (seq) where published_at is null and dropped_at is null`,
      `create index outbox_stuck on outbox (partition_key, seq) where stuck_at is not null and published_at is null`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations are not taken back');
  }
}
