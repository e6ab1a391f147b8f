import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which event wrote a copy last: what is said again after a loss never takes it back in time. */
export class Sequences1764000000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table part_copy add column sequence bigint not null default 0');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table part_copy drop column sequence');
  }
}
