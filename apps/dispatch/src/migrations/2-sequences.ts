import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which event wrote a copy last: what is said again after a loss never takes it back in time. */
export class Sequences1764000000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table customer_copy drop column said_at');
    await db.query('alter table reservation_copy drop column said_at');
    for (const table of ['customer_copy', 'part_copy', 'reservation_copy', 'consumption_copy', 'purchase_order_copy'])
      await db.query(`alter table ${table} add column sequence bigint not null default 0`);
    await db.query(`alter table support_copy add column accepted_sequence bigint not null default 0,
      add column answered_sequence bigint not null default 0`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are not taken back');
  }
}
