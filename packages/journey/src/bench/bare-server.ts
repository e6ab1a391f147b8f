import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import pg from 'pg';

/**
 * The measure of a report: one Node server without framework, rules, validation or lock, that makes the inserts of a report with `pg` in
 * one round trip and one transaction, into tables of the same shape.
 */
const port = Number(process.env.PORT);
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

const { rows } = await pool.query<{ row: object; envelope: object; fact: object }>(
  `select to_jsonb(r) as row, to_jsonb(e) as envelope, j.data as fact from public.request r
     join public.journal j on j.about = r.request_id and j.type = 'intake.request-received.v1'
     join public.envelope_outcome o on o.request_id = r.request_id join public.envelope e using (envelope_id)
   where r.status = 'received' limit 1`,
);
const [like] = rows;
if (!like) throw new Error('there is no report to go by');

/** Generated columns are the database's own in both. */
const columnsOf = async (table: string) => {
  const found = await pool.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [`bare.${table}`],
  );
  return found.rows.map(({ name }) => `"${name}"`).join(',');
};
const requestColumns = await columnsOf('request');
const envelopeColumns = await columnsOf('envelope');

const sql = `
with r as (insert into bare.request (${requestColumns}) select ${requestColumns} from jsonb_populate_record(null::bare.request, $1) returning 1),
  e as (insert into bare.envelope (${envelopeColumns}) select ${envelopeColumns} from jsonb_populate_record(null::bare.envelope, $2) returning 1),
  o as (insert into bare.envelope_outcome (envelope_id, type, request_id, number, settled_by, settled_at)
        values ($3, 'new-request', $4, $5, '{"personId":"agent","name":"agent"}', now()) returning 1),
  j as (insert into bare.journal (event_id, record, about, version, ordinal, type, data, partition_key, published, cause_by, cause_key, recorded_at)
        values ($6, 'request', $4, 1, 0, 'intake.request-received.v1', $7, $4::text, true, 'bare', $8, now())
        returning seq, event_id, partition_key, type, recorded_at),
  b as (insert into bare.outbox (seq, event_id, partition_key, type, created_at) select * from j returning 1)
insert into bare.inbox (cause_by, cause_key, record, about, version, event_count, view, at) values ('bare', $8, 'request', $4, 1, 1, $9, now())`;

let count = 0;
const server = createServer((request, response) => {
  void (async () => {
    const body = JSON.parse(await text(request)) as Record<string, unknown>;
    const requestId = randomUUID();
    const envelopeId = randomUUID();
    const number = `BARE-${String((count += 1))}`;
    const fact = { ...like.fact, ...body, requestId, number };
    await pool.query(sql, [
      JSON.stringify({
        ...like.row,
        request_id: requestId,
        number,
        public_token: randomUUID(),
        live_key: requestId,
        report: fact,
      }),
      JSON.stringify({ ...like.envelope, envelope_id: envelopeId, source: 'bare', source_key: envelopeId }),
      envelopeId,
      requestId,
      number,
      randomUUID(),
      JSON.stringify(fact),
      randomUUID(),
      JSON.stringify(fact),
    ]);
    response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify(fact));
  })().catch((failure: unknown) => {
    response.writeHead(500).end(String(failure));
  });
});
server.listen(port, '127.0.0.1', () => process.stdout.write('ready\n'));
