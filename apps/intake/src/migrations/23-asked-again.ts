import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever asks again by mail is found among the few that are open. */
export class AskedAgain1764000000023 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `create index request_open_of_mail on request (lower(report #>> '{reportedBy,email}'))
       where status in ('received', 'responded')`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index request_open_of_mail');
  }
}
