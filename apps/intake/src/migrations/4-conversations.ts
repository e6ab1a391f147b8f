import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is said about a request after its report, and what callers were told to expect. */
export class Conversations1764000000004 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table conversation (
        request_id uuid primary key references request,
        said jsonb not null,
        clarifications jsonb not null,
        told jsonb not null,
        asking boolean not null,
        version int not null
      );
      create index conversation_asking on conversation (request_id) where asking;
      create table told_promise (
        promise_id uuid primary key,
        request_id uuid not null references request,
        due_at timestamptz(3) not null,
        done_at timestamptz(3)
      );
      create index told_promise_due on told_promise (due_at, promise_id) where done_at is null;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table told_promise, conversation');
  }
}
