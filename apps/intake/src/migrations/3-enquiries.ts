import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What only requests that are no fault have. */
export class Enquiries1764000000003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create sequence enquiry_number;
      create table suggestion_count (year int primary key, last int not null);
      alter table request alter column phone drop not null, add column referral jsonb;
      create index request_referred on request ((referral ->> 'questionId')) where referral is not null;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table request drop column referral;
      drop table suggestion_count;
      drop sequence enquiry_number;
    `);
  }
}
