import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Ledgers1763800000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table promise (
        promise_id uuid primary key,
        request_id uuid not null,
        request_number text not null,
        promise text not null,
        owner text not null,
        status text not null check (status in ('open', 'paused', 'kept', 'done-late', 'void')),
        rung text check (rung in ('running', 'at-risk', 'breached', 'escalated')),
        due_at timestamptz not null,
        started_at timestamptz not null,
        done_at timestamptz,
        stamped jsonb not null,
        paused_by text,
        void_reason text,
        version int not null,
        check ((status = 'open') = (rung is not null)),
        check ((status in ('kept', 'done-late')) = (done_at is not null)),
        unique (request_id, promise)
      );
      create index promise_newest on promise (started_at desc, promise_id desc);
      create index promise_by_status on promise (status, started_at desc, promise_id desc);

      create table hand_off (
        hand_off_id uuid primary key,
        request_id uuid not null,
        status text not null check (status in ('offered', 'overdue', 'accepted')),
        offer jsonb,
        offered_at timestamptz,
        accepted_by text,
        accepted_at timestamptz,
        version int not null,
        check ((status = 'accepted') = (accepted_at is not null)),
        check (status = 'accepted' or offer is not null)
      );
      create index hand_off_of_request on hand_off (request_id);
      create index hand_off_open_first on hand_off ((status = 'accepted'), offered_at desc, hand_off_id desc);

      create table baton (
        request_id uuid primary key,
        request_number text,
        status text not null check (status in ('unknown', 'held', 'laid-down')),
        takings jsonb not null,
        laid_down_at timestamptz,
        version int not null
      );

      create table verification (
        request_id uuid primary key,
        status text not null check (status in ('watching', 'effective')),
        request_number text not null,
        until timestamptz not null,
        version int not null
      );

      create table request_copy (
        request_id uuid primary key,
        number text not null,
        customer_id uuid not null,
        customer_name text not null,
        site_name text not null,
        equipment_name text,
        category text not null,
        impact text not null,
        description text not null,
        received_at timestamptz not null,
        engineer_name text,
        order_number text,
        open boolean not null
      );
      create index request_open on request_copy (request_id) where open;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table request_copy, verification, baton, hand_off, promise');
  }
}
