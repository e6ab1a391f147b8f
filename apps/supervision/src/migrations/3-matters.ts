import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Complaints and suggestions that were handed over; and a hand-off may be declined. */
export class Matters1764000000003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table matter (
        request_id uuid primary key,
        number text not null,
        kind text not null check (kind in ('complaint', 'suggestion')),
        status text not null check (status in ('offered', 'accepted', 'declined', 'settled')),
        told jsonb not null,
        taken_up jsonb,
        declined jsonb,
        settled jsonb,
        -- Its place in the list: first by step, within a step by urgency.
        step int not null,
        urgency bigint not null,
        version int not null,
        check ((status in ('accepted', 'settled')) = (taken_up is not null)),
        check ((status = 'settled') = (settled is not null)),
        check (status <> 'declined' or declined is not null)
      );
      create index matter_most_urgent on matter (step, urgency, request_id);

      alter table hand_off
        drop constraint hand_off_status_check,
        drop constraint hand_off_check1,
        add column declined jsonb,
        add constraint hand_off_status_check check (status in ('offered', 'overdue', 'accepted', 'declined')),
        add constraint hand_off_answered check (status in ('accepted', 'declined') or offer is not null),
        add constraint hand_off_declined check ((status = 'declined') = (declined is not null));
      drop index hand_off_open_first;
      create index hand_off_open_first on hand_off ((status in ('accepted', 'declined')), offered_at desc, hand_off_id desc);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      delete from hand_off where status = 'declined';
      drop index hand_off_open_first;
      create index hand_off_open_first on hand_off ((status = 'accepted'), offered_at desc, hand_off_id desc);
      alter table hand_off drop column declined, drop constraint hand_off_answered, drop constraint hand_off_status_check,
        add constraint hand_off_status_check check (status in ('offered', 'overdue', 'accepted')),
        add constraint hand_off_check1 check (status = 'accepted' or offer is not null);
      drop table matter;
    `);
  }
}
