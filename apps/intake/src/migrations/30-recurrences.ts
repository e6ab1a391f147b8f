import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether a repair that did not hold is reported again already is asked under its lock. */
export class Recurrences1764000000030 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('create index request_recurrence on request (recurrence_of) where recurrence_of is not null');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index request_recurrence');
  }
}
