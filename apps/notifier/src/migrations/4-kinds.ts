import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was sent about a complaint is shown to who reads complaints. Null for an enquiry of before: nobody here knows its kind, so that it
 * is shown as a complaint is.
 */
export class Kinds1764900000004 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table request_copy add column kind text;
      update request_copy set kind = 'fault' where number like 'FR-%';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table request_copy drop column kind');
  }
}
