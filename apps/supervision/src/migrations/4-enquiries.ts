import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The board shows requests of every kind; an enquiry may come from somebody nobody knows yet. */
export class Enquiries1764000000004 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table request_copy
        add column kind text not null default 'fault',
        alter column customer_id drop not null,
        alter column customer_name drop not null,
        alter column site_name drop not null,
        alter column category drop not null
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`delete from request_copy where kind <> 'fault'; alter table request_copy drop column kind`);
  }
}
