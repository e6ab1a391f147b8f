import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the queues look at is a small part of the table. */
export class Queues1764000000012 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index request_new on request (received_at) where status = 'received';
      create index request_to_confirm on request (received_at) where status = 'resolved' or (kind <> 'fault' and status = 'responded');
      create index envelope_taken on envelope ((taken_by ->> 'personId')) where status = 'waiting' and taken_by is not null;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index request_new, request_to_confirm, envelope_taken');
  }
}
