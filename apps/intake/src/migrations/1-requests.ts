import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Requests1763800000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create sequence fault_number;

      create table request (
        request_id uuid primary key,
        number text not null unique,
        status text not null check (status in ('received', 'responded', 'joined', 'resolved', 'closed')),
        customer_id uuid not null,
        site_id uuid not null,
        equipment_id uuid,
        category text not null,
        phone text not null,
        received_at timestamptz not null,
        public_token text not null unique,
        joined_to uuid references request (request_id),
        report jsonb not null,
        answer jsonb,
        resolved_at timestamptz,
        closed_at timestamptz,
        search text not null,
        version int not null,
        check ((status = 'joined') = (joined_to is not null))
      );
      create index request_newest on request (received_at desc, request_id desc);
      create index request_by_status on request (status, received_at desc, request_id desc);
      create index request_of_customer on request (customer_id, received_at desc, request_id desc);
      create index request_at_site on request (site_id, received_at desc, request_id desc);
      create index request_of_equipment on request (equipment_id, received_at desc, request_id desc);
      create index request_by_phone on request (phone, received_at desc, request_id desc);
      create index request_joined on request (joined_to) where joined_to is not null;
      create index request_open_at_site on request (site_id) where status in ('received', 'responded');
      create extension if not exists pg_trgm;
      create index request_search on request using gin (search gin_trgm_ops);

      create table customer_copy (
        customer_id uuid primary key,
        name text not null,
        terms jsonb not null
      );
      create table site_copy (
        site_id uuid primary key,
        customer_id uuid not null,
        name text not null,
        address text not null,
        territory text not null
      );
      create table equipment_copy (
        equipment_id uuid primary key,
        customer_id uuid not null,
        site_id uuid not null,
        qr_token text not null unique,
        data jsonb not null
      );

      create table promise_track (
        promise_id uuid primary key,
        request_id uuid not null,
        state text not null,
        due_at timestamptz not null,
        done_at timestamptz
      );
      create index promise_track_of_request on promise_track (request_id);

      create table request_track (
        request_id uuid primary key,
        holder text,
        held_since timestamptz,
        order_id uuid,
        order_number text,
        order_status text
      );

      create table timeline_entry (
        event_id uuid primary key,
        request_id uuid not null,
        at timestamptz not null,
        department text not null,
        type text not null,
        by text,
        detail jsonb not null
      );
      create index timeline_of_request on timeline_entry (request_id, at, event_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table timeline_entry, request_track, promise_track, equipment_copy, site_copy, customer_copy, request;
      drop sequence fault_number;
    `);
  }
}
