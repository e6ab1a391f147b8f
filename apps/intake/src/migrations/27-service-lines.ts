import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requests of a line of service are found, newest first; every fault is repair. */
export class ServiceLines1764000000027 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index request_of_line on request ((coalesce(report ->> 'serviceLine', 'response')), received_at desc, request_id desc)
      where kind <> 'fault'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index request_of_line');
  }
}
