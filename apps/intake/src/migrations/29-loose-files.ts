import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that nobody put to anything are found without a look at all others, and whether the same bytes are kept for somebody else. */
export class LooseFiles1764000000029 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index attachment_loose on attachment (stored_at) where envelope_id is null and entry_id is null;
      create index attachment_bytes on attachment (sha256)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index attachment_loose, attachment_bytes');
  }
}
