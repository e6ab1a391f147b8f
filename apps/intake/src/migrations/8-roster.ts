import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Roster1764000000008 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table shift (
        shift_id uuid primary key,
        plan_id uuid not null,
        status text not null check (status in ('planned', 'handed-over', 'cancelled')),
        kind text not null check (kind in ('day', 'night', 'holiday')),
        starts_at timestamptz(3) not null,
        ends_at timestamptz(3) not null,
        people jsonb not null check (jsonb_array_length(people) > 0),
        handed_over jsonb,
        version int not null,
        check (ends_at > starts_at and ends_at <= starts_at + interval '24 hours'),
        check ((status = 'handed-over') = (handed_over is not null))
      );
      create index shift_of_plan on shift (plan_id);
      create index shift_by_start on shift (starts_at, shift_id) where status <> 'cancelled';

      create index request_unanswered on request (received_at) where answer is null and status in ('received', 'joined');

      -- What the seat supervisor was told of already.
      create table roster_watch (
        roster_id uuid primary key,
        told jsonb not null,
        version int not null
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index request_unanswered; drop table roster_watch, shift');
  }
}
