import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Messages1763800000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table message (
        message_id uuid primary key,
        request_id uuid not null,
        status text not null check (status in ('recorded', 'waiting', 'sending', 'sent', 'failed')),
        -- As the list names it: what waits to be sent counts as being sent.
        shown_as text not null generated always as (case status when 'waiting' then 'sending' else status end) stored,
        letter jsonb not null,
        recorded_at timestamptz not null,
        attempts int not null,
        due_at timestamptz,
        sent_at timestamptz,
        last_error text,
        version int not null,
        check ((status in ('waiting', 'sending')) = (due_at is not null)),
        check ((status = 'sent') = (sent_at is not null)),
        check (status <> 'failed' or last_error is not null)
      );
      create index message_newest on message (recorded_at desc, message_id desc);
      create index message_of_request on message (request_id, recorded_at desc, message_id desc);
      create index message_by_state on message (shown_as, recorded_at desc, message_id desc);

      create table request_copy (
        request_id uuid primary key,
        number text not null,
        joined_to uuid,
        reporter_name text not null,
        reporter_phone text not null,
        public_token text not null
      );
      create index request_copy_joined on request_copy (joined_to) where joined_to is not null;

      create table assignment_copy (
        request_id uuid primary key,
        assignment int not null,
        engineer_id uuid not null
      );
      create index assignment_of_engineer on assignment_copy (engineer_id);

      create table engineer_copy (
        engineer_id uuid primary key,
        name text not null,
        phone text not null,
        email text
      );

      create table recipient (
        person_id text primary key,
        department text,
        role text not null,
        name text not null,
        phone text,
        email text
      );
      create index recipient_by_duty on recipient (role, department);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table recipient, engineer_copy, assignment_copy, request_copy, message');
  }
}
