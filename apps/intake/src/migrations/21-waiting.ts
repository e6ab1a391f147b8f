import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The few that wait are found among the many that were settled, however old they are. */
export class Waiting1764000000021 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `create index envelope_waiting_newest on envelope (received_at desc, envelope_id desc) where status = 'waiting'`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index envelope_waiting_newest');
  }
}
