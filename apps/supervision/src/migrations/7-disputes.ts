import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A repair that is watched may be disputed by the user. */
export class Disputes1764100000007 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table verification drop constraint verification_status_check,
        add constraint verification_status_check check (status in ('watching', 'disputed', 'effective', 'not-effective'))
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      update verification set status = 'watching' where status = 'disputed';
      alter table verification drop constraint verification_status_check,
        add constraint verification_status_check check (status in ('watching', 'effective', 'not-effective'))
    `);
  }
}
