import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reporters may have an e-mail address, and may have no phone; a message may be about no request. */
export class Addresses1764000000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table request_copy alter column reporter_phone drop not null;
      alter table request_copy add column reporter_email text;
      alter table message alter column request_id drop not null;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table request_copy drop column reporter_email');
  }
}
