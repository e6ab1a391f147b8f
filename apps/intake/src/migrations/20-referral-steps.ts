import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of a referral that was kept before its steps were, the last one is known. */
export class ReferralSteps1764000000020 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      update request set referral = referral || jsonb_build_object('acceptBy', null, 'chosen', null, 'steps',
        jsonb_build_array((referral - 'questionId' - 'state') || jsonb_build_object(
          'what', case when referral ->> 'questionId' is null then 'matter' else 'question' end,
          'step', referral -> 'state', 'by', null, 'acceptBy', null, 'chosen', null)))
      where referral is not null
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `update request set referral = referral - 'acceptBy' - 'chosen' - 'steps' where referral is not null`,
    );
  }
}
