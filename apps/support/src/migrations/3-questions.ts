import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Questions1764100000003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Drawn from in the transaction that uses the number, so that there are no gaps.
      create table question_number (year int primary key, last int not null);

      create table question (
        question_id uuid primary key,
        number text not null unique,
        request_id uuid not null,
        status text not null check (status in ('referred', 'declined', 'to-rule', 'accepted', 'answered', 'closed')),
        department text not null,
        told jsonb not null,
        hand_off jsonb not null,
        declines jsonb not null,
        ruled boolean not null,
        taken_up jsonb,
        taken_up_by text,
        answer jsonb,
        knowledge jsonb,
        -- Its place in the list: first by step, within a step by urgency.
        step int not null,
        urgency bigint not null,
        version int not null,
        check ((status in ('accepted', 'answered', 'closed')) = (taken_up is not null)),
        check ((taken_up is null) = (taken_up_by is null)),
        check ((status in ('answered', 'closed')) = (answer is not null)),
        check ((status = 'closed') = (knowledge is not null))
      );
      create index question_most_urgent on question (step, urgency, question_id);
      create index question_of_department on question (department, step, urgency, question_id);
      create index question_of_request on question (request_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table question, question_number;');
  }
}
