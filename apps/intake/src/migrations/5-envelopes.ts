import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What reached us, and its one outcome: a row each, so that what came in and what came out are counted apart. */
export class Envelopes1764000000005 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table envelope (
        envelope_id uuid primary key,
        channel text not null,
        source text not null,
        source_key text,
        status text not null check (status in ('waiting', 'settled')),
        needs text check (needs in ('sorting', 'transcription', 'call-back')),
        received_at timestamptz(3) not null,
        stored_at timestamptz(3) not null,
        due_at timestamptz(3) not null,
        overdue boolean not null default false,
        sender jsonb not null,
        subject text,
        text text not null,
        attachments jsonb not null default '[]',
        found jsonb not null,
        call jsonb,
        taken_by jsonb,
        transcribed_by jsonb,
        version int not null,
        unique (source, source_key),
        check ((status = 'waiting') = (needs is not null))
      );
      create index envelope_newest on envelope (received_at desc, envelope_id desc);
      create index envelope_of_channel on envelope (channel, received_at desc, envelope_id desc);
      create index envelope_waiting on envelope (needs, due_at, envelope_id) where status = 'waiting';

      create table envelope_outcome (
        envelope_id uuid primary key references envelope,
        type text not null check (type in ('new-request', 'joined', 'rejected')),
        request_id uuid references request deferrable initially deferred,
        number text,
        reason text,
        note text,
        settled_by jsonb not null,
        settled_at timestamptz(3) not null,
        check ((type = 'rejected') = (reason is not null)),
        check ((type = 'rejected') = (request_id is null)),
        check (type <> 'rejected' or settled_by ->> 'personId' is not null)
      );
      create index envelope_outcome_of_request on envelope_outcome (request_id) where request_id is not null;

      -- Requests from before envelopes were accounted for came in one each.
      insert into envelope (envelope_id, channel, source, source_key, status, received_at, stored_at, due_at, sender, text, found, version)
      select request_id, report ->> 'channel', 'request', request_id, 'settled', received_at,
        coalesce((report ->> 'recordedAt')::timestamptz, received_at), received_at + interval '1 hour',
        jsonb_build_object('name', report #>> '{reportedBy,name}', 'phone', report #>> '{reportedBy,phone}', 'email', null),
        coalesce(report ->> 'description', ''),
        jsonb_build_object('customerId', customer_id, 'customerName', report ->> 'customerName', 'siteId', site_id,
          'equipmentId', equipment_id, 'equipmentName', report ->> 'equipmentName', 'repliesTo', null, 'suspicion', null), 1
      from request;
      insert into envelope_outcome (envelope_id, type, request_id, number, settled_by, settled_at)
      select r.request_id, case when joined_to is null then 'new-request' else 'joined' end, coalesce(joined_to, r.request_id),
        coalesce(report #>> '{joinedTo,number}', r.number), jsonb_build_object('personId', 'migration', 'name', '—'), received_at
      from request r;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table envelope_outcome, envelope');
  }
}
