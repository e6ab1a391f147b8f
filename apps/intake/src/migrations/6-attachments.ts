import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that came with an envelope; their bytes lie in a folder, under their hash. */
export class Attachments1764000000006 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table attachment (
        attachment_id uuid primary key,
        envelope_id uuid references envelope deferrable initially deferred,
        name text not null,
        media_type text not null,
        size int not null check (size > 0),
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        has_preview boolean not null,
        uploaded_by jsonb,
        customer_id uuid,
        stored_at timestamptz(3) not null default clock_timestamp()
      );
      create index attachment_in_envelope on attachment (envelope_id) where envelope_id is not null;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table attachment');
  }
}
