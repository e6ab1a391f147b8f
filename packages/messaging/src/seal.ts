import type { DataSource } from 'typeorm';
import type { Logger } from './logger.js';
import { pause } from './backoff.js';

// As the database's function seals it, said here once more so that a seal is not checked by what made it. Text in a fixed form, so that neither the session's time zone nor the order of keys changes a digest.
const digest = `sha256(convert_to(jsonb_build_array(seq, event_id, record, about, version, ordinal, type, data, partition_key, published,
  cause_by, cause_key, actor, traceparent, to_char(recorded_at at time zone 'utc', 'YYYY-MM-DD HH24:MI:SS.US'))::text, 'UTF8'))`;

const batchHash = `sha256(previous || convert_to(batch || ':' || array_to_string(seqs, ','), 'UTF8') || hash_of_digests)`;

/** How far the seals reach: by the key of the last one, since no index tells the highest `to_seq`. */
const sealedTo = 'coalesce((select to_seq from journal_seal order by batch desc limit 1), 0)';

/** Whether anything of the journal is not sealed yet. */
export const waitingSql = `select coalesce((select max(seq) from journal) > ${sealedTo}, false) as waiting`;

/** The owner's function: whoever runs the service can have the journal sealed, but cannot write a seal. */
export const sealSql = 'select seal_journal($1, $2) as n';

interface Horizon {
  readonly seq: string;
  readonly transaction: string;
}

const batchSize = 1_000;
const napMs = 1_000;

/**
 * Seals what is in the journal now. Numbers are given before a transaction commits, so an entry may appear below the last one seen;
 * therefore it first waits until every transaction that was under way when it looked is over.
 * @returns how many entries were sealed
 */
export async function sealJournal(db: DataSource, signal?: AbortSignal): Promise<number> {
  const [horizon]: Horizon[] = await db.query(
    `select coalesce(max(seq), 0) as seq, pg_snapshot_xmax(pg_current_snapshot()) as transaction from journal`,
  );
  if (!horizon) return 0;
  while (!(await settled(db, horizon))) {
    await pause(50, signal);
    if (signal?.aborted) return 0;
  }
  let total = 0;
  for (;;) {
    const rows: { n: number }[] = await db.query(sealSql, [horizon.seq, batchSize]);
    const n = rows[0]?.n ?? 0;
    total += n;
    if (n < batchSize || signal?.aborted) return total;
  }
}

async function settled(db: DataSource, { transaction }: Horizon): Promise<boolean> {
  const rows: { settled: boolean }[] = await db.query(
    'select pg_snapshot_xmin(pg_current_snapshot()) >= $1::text::xid8 as settled',
    [transaction],
  );
  return rows[0]?.settled === true;
}

/** Seals the journal in the background for as long as the lease is held. */
export async function sealForEver(db: DataSource, logger: Logger, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const rows: { waiting: boolean }[] = await db.query(waitingSql);
    if (rows[0]?.waiting) {
      const sealed = await sealJournal(db, signal);
      logger.debug({ sealed }, 'journal sealed');
    }
    await pause(napMs, signal);
  }
}

export type JournalVerdict =
  | { readonly sound: true; readonly sealed: number; readonly unsealed: number }
  | {
      readonly sound: false;
      readonly seq: string;
      readonly batch: string;
      readonly what: 'altered' | 'missing' | 'inserted' | 'seal';
    };

const brokenSeal = `
select batch, from_seq as seq from (
  select *, sha256(array_to_string_bytea.joined) as hash_of_digests, lag(hash, 1, '\\x'::bytea) over (order by batch) as before,
    lag(batch, 1, 0::bigint) over (order by batch) as batch_before, lag(to_seq, 1, 0::bigint) over (order by batch) as seq_before
  from journal_seal cross join lateral (
    select string_agg(d, ''::bytea order by place) as joined from unnest(digests) with ordinality as u (d, place)
  ) as array_to_string_bytea
) as seals
where previous <> before or batch <> batch_before + 1 or from_seq <= seq_before or hash <> ${batchHash}
order by batch limit 1`;

const brokenEntry = `
with sealed as (
  select batch, u.seq, u.digest from journal_seal, unnest(seqs, digests) as u (seq, digest)
), present as (
  select seq, ${digest} as digest from journal where seq <= ${sealedTo}
)
select coalesce(s.seq, p.seq) as seq,
  coalesce(s.batch, (select min(batch) from journal_seal where to_seq >= p.seq)) as batch,
  case when p.seq is null then 'missing' when s.seq is null then 'inserted' else 'altered' end as what
from sealed s full join present p using (seq)
where p.seq is null or s.seq is null or p.digest <> s.digest
order by 1 limit 1`;

/** Compares the whole journal with its seals and names the first entry that is not as it was written. */
export async function verifyJournal(db: DataSource): Promise<JournalVerdict> {
  return db.transaction('REPEATABLE READ', async (tx) => {
    const seals: { batch: string; seq: string }[] = await tx.query(brokenSeal);
    const entries: { seq: string; batch: string; what: 'altered' | 'missing' | 'inserted' }[] =
      await tx.query(brokenEntry);
    const [seal, entry] = [seals[0], entries[0]];
    if (entry && (!seal || BigInt(entry.seq) < BigInt(seal.seq))) return { sound: false, ...entry };
    if (seal) return { sound: false, ...seal, what: 'seal' };
    const [count]: { sealed: number; unsealed: number }[] = await tx.query(
      `select count(*) filter (where seq <= top)::int as sealed, count(*) filter (where seq > top)::int as unsealed
       from journal, (select ${sealedTo} as top) as seals`,
    );
    return { sound: true, sealed: count?.sealed ?? 0, unsealed: count?.unsealed ?? 0 };
  });
}
