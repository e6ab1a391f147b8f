import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What mail gateways pushed, so that a second attempt gets the first one's answer. */
export class MailDeliveries1764000000016 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table mail_delivery (
        delivery_id text primary key,
        sha256 text not null,
        envelope_id uuid not null references envelope,
        joined_to uuid,
        taken_at timestamptz(3) not null default clock_timestamp()
      )
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table mail_delivery');
  }
}
