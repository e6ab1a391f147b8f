import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which event wrote a copy last: what is said again after a loss never takes it back in time. */
export class Sequences1764900000005 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const table of ['request_copy', 'assignment_copy', 'engineer_copy'])
      await db.query(`alter table ${table} add column sequence bigint not null default 0`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['request_copy', 'assignment_copy', 'engineer_copy'])
      await db.query(`alter table ${table} drop column sequence`);
  }
}
