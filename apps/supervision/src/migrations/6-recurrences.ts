import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A repair that was watched may turn out not to have been effective. */
export class Recurrences1764100000006 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table verification drop constraint verification_status_check,
        add constraint verification_status_check check (status in ('watching', 'effective', 'not-effective'))
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      delete from verification where status = 'not-effective';
      alter table verification drop constraint verification_status_check,
        add constraint verification_status_check check (status in ('watching', 'effective'))
    `);
  }
}
