import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a request says beyond the report that opened it, and what the database refuses of two at once. */
export class Faults1764000000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table request
        add column kind text not null default 'fault' check (kind in ('fault', 'consultation', 'complaint', 'suggestion',
          'performance', 'how-to', 'status', 'upgrade')),
        alter column customer_id drop not null,
        alter column site_id drop not null,
        alter column category drop not null,
        add check (kind <> 'fault' or (customer_id is not null and site_id is not null and category is not null)),
        add column channel text generated always as (report ->> 'channel') stored,
        add column subject text,
        add column details jsonb,
        add column missing text[] not null default '{}',
        add column taken_by jsonb,
        add column completed jsonb not null default '[]',
        add column undone jsonb,
        add column live_key text,
        add column recurrence_of uuid references request (request_id),
        add column recurred_as uuid references request (request_id) deferrable initially deferred,
        add column verdict text check (verdict in ('effective', 'not-effective')),
        add column confirmation jsonb;

      update request set missing = array(
        select fact from unnest(array['cause', 'occurredAt', 'nature', 'category', 'location', 'impact', 'measuresTaken'])
          with ordinality as facts (fact, place)
        where coalesce(report ->> fact, 'unknown') = 'unknown' order by place);

      -- The same equipment, or the same category at the same site; a second one that is open already has a key of its own.
      update request r set live_key = case when k.place = 1 then k.key else k.key || '/' || r.request_id end
      from (select request_id, key, row_number() over (partition by key order by received_at, request_id) as place
            from (select request_id, received_at, coalesce(equipment_id::text, site_id || '/' || category) as key
                  from request where status in ('received', 'responded')) as live) as k
      where k.request_id = r.request_id;

      create unique index request_live_key on request (live_key) where status in ('received', 'responded');
      create index request_of_kind on request (kind, received_at desc, request_id desc);
      create index request_of_channel on request (channel, received_at desc, request_id desc);
      create index request_taken on request ((taken_by ->> 'personId'), received_at desc) where taken_by is not null;
      create index request_unclear on request (received_at) where missing <> '{}' and status in ('received', 'responded');
      create index request_open_of_customer on request (customer_id, received_at desc) where status in ('received', 'responded');
      create index request_resolved_at_site on request (site_id, resolved_at desc) where resolved_at is not null;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      delete from envelope_outcome where request_id in (select request_id from request where kind <> 'fault');
      delete from request where kind <> 'fault';
      alter table request
        drop column kind, drop column channel, drop column subject, drop column details, drop column missing, drop column taken_by,
        drop column completed, drop column undone, drop column live_key, drop column recurrence_of, drop column recurred_as,
        drop column verdict, drop column confirmation,
        alter column customer_id set not null, alter column site_id set not null, alter column category set not null;
      drop index request_open_of_customer, request_resolved_at_site;
    `);
  }
}
