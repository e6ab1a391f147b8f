import type { MigrationInterface, QueryRunner } from 'typeorm';
import { initialKeys } from '../copies/initials.projection.js';

/** What the desk finds a caller by. Every search has an index that fits it, also of two Chinese characters. */
export class Callers1764000000011 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function search_text(told text) returns text language sql immutable parallel safe
      return lower(normalize(told, NFKC));

      -- Every two characters that follow one another, three where they are ASCII; in the same way as search/grams.ts asks for them.
      create function search_grams(told text) returns tsvector language sql immutable parallel safe as $$
        select array_to_tsvector(coalesce(array_agg(distinct case when wide then a || b else a || b || c end), '{}'))
        from (
          select a, b, c, ascii(a) > 127 or ascii(b) > 127 as wide
          from (
            select a, lead(a) over pair as b, lead(a, 2) over pair as c
            from unnest(string_to_array(lower(normalize(told, NFKC)), null)) with ordinality as characters (a, place)
            window pair as (order by place)
          ) as following
        ) as grams
        where (ascii(a) > 127 or ascii(a) between 48 and 57 or ascii(a) between 97 and 122)
          and (ascii(b) > 127 or ascii(b) between 48 and 57 or ascii(b) between 97 and 122)
          and (wide or ascii(c) between 48 and 57 or ascii(c) between 97 and 122)
      $$;

      alter table customer_copy
        add column code text not null default '',
        add column initials text not null default '',
        add column industry text not null default '',
        add column maintainer jsonb,
        add column initial_keys tsvector not null default '',
        add column search text generated always as (search_text(name || ' ' || code)) stored,
        add column grams tsvector generated always as (search_grams(name || ' ' || code)) stored;
      create index customer_copy_grams on customer_copy using gin (grams);
      create index customer_copy_initials on customer_copy using gin (initial_keys);

      create table contact_copy (
        contact_id uuid primary key,
        customer_id uuid not null,
        name text not null,
        phone text not null,
        dialled text not null,
        email text,
        duty text not null,
        initial_keys tsvector not null,
        search text generated always as (search_text(name)) stored,
        grams tsvector generated always as (search_grams(name)) stored,
        mail text generated always as (search_text(email)) stored,
        mail_grams tsvector generated always as (search_grams(email)) stored
      );
      create index contact_of_customer on contact_copy (customer_id);
      create index contact_dialled on contact_copy (dialled text_pattern_ops);
      create index contact_dialled_end on contact_copy (reverse(dialled) text_pattern_ops);
      create index contact_grams on contact_copy using gin (grams);
      create index contact_mail_grams on contact_copy using gin (mail_grams);
      create index contact_initials on contact_copy using gin (initial_keys);

      alter table site_copy
        add column initial_keys tsvector not null default '',
        add column search text generated always as (search_text(name || ' ' || address)) stored,
        add column grams tsvector generated always as (search_grams(name || ' ' || address)) stored;
      create index site_copy_of_customer on site_copy (customer_id);
      create index site_copy_grams on site_copy using gin (grams);
      create index site_copy_initials on site_copy using gin (initial_keys);

      alter table equipment_copy
        add column serial text generated always as
          (lower(regexp_replace(normalize(coalesce(data ->> 'serialNumber', ''), NFKC), '[^[:alnum:]]', '', 'g'))) stored,
        add column serial_grams tsvector generated always as
          (search_grams(regexp_replace(normalize(coalesce(data ->> 'serialNumber', ''), NFKC), '[^[:alnum:]]', '', 'g'))) stored,
        add column search text generated always as (search_text(coalesce(data ->> 'name', '') || ' ' || coalesce(data ->> 'model', '')
          || ' ' || coalesce(data ->> 'serialNumber', '') || ' ' || coalesce(data ->> 'location', ''))) stored;
      create index equipment_copy_of_customer on equipment_copy (customer_id);
      create index equipment_copy_at_site on equipment_copy (site_id);
      create index equipment_copy_serial on equipment_copy (serial text_pattern_ops);
      create index equipment_copy_serial_grams on equipment_copy using gin (serial_grams);

      update request set phone = regexp_replace(regexp_replace(phone, '^(00)?86(?=\\d{9})', ''), '^0+', '')
      where phone ~ '^(0|86)';
      create index request_phone_begin on request (phone text_pattern_ops);
      create index request_phone_end on request (reverse(phone) text_pattern_ops);
      create index request_number_end on request (reverse(number) text_pattern_ops);
    `);
    await spell(db, 'customer_copy', 'customer_id');
    await spell(db, 'site_copy', 'site_id');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index request_phone_begin, request_phone_end, request_number_end, equipment_copy_of_customer, equipment_copy_at_site,
        site_copy_of_customer;
      alter table equipment_copy drop column serial, drop column serial_grams, drop column search;
      alter table site_copy drop column initial_keys, drop column search, drop column grams;
      drop table contact_copy;
      alter table customer_copy drop column code, drop column initials, drop column industry, drop column maintainer,
        drop column initial_keys, drop column search, drop column grams;
      drop function search_grams, search_text;
    `);
  }
}

/** The database knows no pinyin: what was copied before gets its letters here. */
async function spell(db: QueryRunner, table: string, key: string): Promise<void> {
  const rows = (await db.query(`select ${key} as id, name from ${table}`)) as { id: string; name: string }[];
  for (let from = 0; from < rows.length; from += 500) {
    const some = rows.slice(from, from + 500).map(({ id, name }) => ({ id, keys: initialKeys(name) }));
    await db.query(
      `update ${table} set initial_keys = array_to_tsvector(told.keys)
       from (select id, array(select jsonb_array_elements_text(keys)) as keys from jsonb_to_recordset($1::jsonb) as t (id uuid, keys jsonb)) as told
       where ${key} = told.id`,
      [JSON.stringify(some)],
    );
  }
}
