import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which event wrote a copy last: what is said again after a loss never takes it back in time. */
export class Sequences1764000000031 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const table of ['customer_copy', 'site_copy', 'equipment_copy', 'article_copy', 'promise_track'])
      await db.query(`alter table ${table} add column sequence bigint not null default 0`);
    await db.query(`alter table request_track add column order_sequence bigint not null default 0,
      add column holder_sequence bigint not null default 0`);
    await db.query('alter table article_copy add column withdrawn boolean not null default false');
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['customer_copy', 'site_copy', 'equipment_copy', 'article_copy', 'promise_track'])
      await db.query(`alter table ${table} drop column sequence`);
    await db.query('alter table request_track drop column order_sequence, drop column holder_sequence');
    await db.query('delete from article_copy where withdrawn; alter table article_copy drop column withdrawn');
  }
}
