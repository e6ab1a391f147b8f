import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is sent about a request that came by mail answers that mail. */
export class MailIds1764200000003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table request_copy add column mail_id text');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table request_copy drop column mail_id');
  }
}
