import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that were added to a request with something that was said about it, after what it came in. */
export class FilesOfRequests1764000000024 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table attachment
        add request_id uuid references request,
        add entry_id uuid,
        add check (entry_id is null or request_id is not null),
        add check (envelope_id is null or request_id is null);
      create index attachment_of_request on attachment (request_id) where request_id is not null;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table attachment drop request_id, drop entry_id');
  }
}
