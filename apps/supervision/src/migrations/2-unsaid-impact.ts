import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What nobody has said of a fault yet is asked for, not guessed. */
export class UnsaidImpact1764000000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table request_copy alter column impact drop not null');
  }

  async down(): Promise<void> {}
}
