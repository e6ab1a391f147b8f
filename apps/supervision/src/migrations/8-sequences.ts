import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which event named the engineer last: an earlier assignment that is said again does not come back. */
export class Sequences1764100000008 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table request_copy add column engineer_sequence bigint not null default 0');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table request_copy drop column engineer_sequence');
  }
}
