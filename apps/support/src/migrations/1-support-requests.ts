import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SupportRequests1763800000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create sequence support_number;

      create table support_request (
        support_request_id uuid primary key,
        number text not null unique,
        status text not null check (status in ('raised', 'accepted', 'answered')),
        order_id uuid not null,
        request_id uuid not null,
        raised_by_id text not null,
        asked jsonb not null,
        accepted_by jsonb,
        accepted_at timestamptz,
        answer text,
        answered_at timestamptz,
        -- Its place in the list: first by step, within a step by urgency.
        step int not null,
        urgency bigint not null,
        version int not null,
        check ((status = 'raised') = (accepted_by is null)),
        check ((accepted_by is null) = (accepted_at is null)),
        check ((status = 'answered') = (answer is not null)),
        check ((answer is null) = (answered_at is null))
      );
      create index support_request_most_urgent on support_request (step, urgency, support_request_id);
      create index support_request_of_order on support_request (order_id, step, urgency, support_request_id);
      create index support_request_of_request on support_request (request_id, step, urgency, support_request_id);
      create index support_request_raised_by on support_request (raised_by_id, step, urgency, support_request_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table support_request; drop sequence support_number;');
  }
}
