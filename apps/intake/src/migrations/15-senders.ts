import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever writes is found by their address. */
export class Senders1764000000015 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('create index contact_of_mail on contact_copy (mail) where mail is not null');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index contact_of_mail');
  }
}
