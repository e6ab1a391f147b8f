import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who changed a shift last, when and why, and the two that were swapped together. */
export class ChangedShifts1764000000025 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table shift add changed jsonb, add swap_id uuid;
      create index shift_of_swap on shift (swap_id) where swap_id is not null;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table shift drop changed, drop swap_id');
  }
}
