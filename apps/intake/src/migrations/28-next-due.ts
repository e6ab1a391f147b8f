import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is due next stands on the request, so that a queue reads no promises; what is disputed is decided by a rule, not here. */
export class NextDue1764000000028 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table request add column due_at timestamptz, add column due_what text, add column disputed jsonb;

      update request r set disputed = standing_dispute(r.kind, r.status, c.dispute, r.confirmation)
      from conversation c where c.request_id = r.request_id and c.dispute is not null;
      update request r set
        due_at = coalesce((r.disputed ->> 'at')::timestamptz, d.due_at),
        due_what = case when r.disputed is null then d.what else 'disputed' end
      from request open left join lateral (
        select coalesce(t.due_at, (p ->> 'dueAt')::timestamptz) as due_at, p ->> 'promise' as what
        from jsonb_array_elements(open.report -> 'promises') p left join promise_track t on t.promise_id = (p ->> 'promiseId')::uuid
        where t.done_at is null and t.state is distinct from 'void' and not (p ->> 'promise' = 'respond' and open.answer is not null)
        order by 1 limit 1) as d on true
      where open.request_id = r.request_id and r.status <> 'closed';

      drop function standing_dispute;
      drop index request_new, request_taken;
      create index request_new on request (received_at) where answer is null and status in ('received', 'joined') and taken_by is null;
      create index request_taken on request ((taken_by ->> 'personId')) where taken_by is not null and status <> 'closed'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index request_new, request_taken;
      create index request_new on request (received_at) where status = 'received';
      create index request_taken on request ((taken_by ->> 'personId'), received_at desc) where taken_by is not null;
      create function standing_dispute(kind text, status text, dispute jsonb, confirmation jsonb) returns jsonb
        language sql stable parallel safe as $$
        select case
          when kind = 'fault' and status = 'resolved'
            and coalesce((confirmation ->> 'at')::timestamptz < (dispute ->> 'at')::timestamptz, true) then dispute
          when kind <> 'fault' and status = 'responded' and dispute ->> 'answeredAt' is null then dispute
        end
      $$;
      alter table request drop column due_at, drop column due_what, drop column disputed`);
  }
}
