import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the user says against a repair or an answer is found among all that was said. */
export class Disputes1764000000022 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table conversation add column dispute jsonb;
      create index conversation_disputed on conversation (request_id) where dispute is not null;
      create function standing_dispute(kind text, status text, dispute jsonb, confirmation jsonb) returns jsonb
        language sql stable parallel safe as $$
        select case
          when kind = 'fault' and status = 'resolved'
            and coalesce((confirmation ->> 'at')::timestamptz < (dispute ->> 'at')::timestamptz, true) then dispute
          when kind <> 'fault' and status = 'responded' and dispute ->> 'answeredAt' is null then dispute
        end
      $$`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function standing_dispute;
      drop index conversation_disputed;
      alter table conversation drop column dispute`);
  }
}
