import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@pledge/testing/database';
import { eventually } from '@pledge/testing/eventually';
import { sealJournal, sealSql, verifyJournal, waitingSql } from './seal.js';
import { boxes, migrations } from './testbed/boxes.js';

const fresh = freshDatabase({ migrations });
const db = () => fresh().dataSource;
const put = (id: string = randomUUID()) =>
  boxes(db())(
    id,
    { type: 'put', count: 1 },
    { by: 'person:1', key: randomUUID(), actor: { personId: '1', name: '王敏', role: 'agent' } },
  );
const tamper = async (statement: string) => {
  await fresh().query(`set session_replication_role = replica; ${statement}`);
};

beforeEach(async () => {
  for (let n = 0; n < 5; n += 1) await put();
  await sealJournal(db());
  for (let n = 0; n < 5; n += 1) await put();
  await sealJournal(db());
  await put();
});

describe('the journal', () => {
  it('as it was written is sound, sealed or not', async () => {
    expect(await verifyJournal(db())).toEqual({ sound: true, sealed: 10, unsealed: 1 });
  });

  for (const [what, statement, verdict] of [
    [
      'an altered entry',
      `update journal set data = data || '{"count": 99}' where seq = 4`,
      { seq: '4', batch: '1', what: 'altered' },
    ],
    ['an altered name', `update journal set actor = '{}' where seq = 7`, { seq: '7', batch: '2', what: 'altered' }],
    [
      'a deleted entry',
      'delete from outbox where seq = 8; delete from journal where seq = 8',
      { seq: '8', batch: '2', what: 'missing' },
    ],
    [
      'an inserted entry',
      `delete from journal where seq = 3; insert into journal overriding system value
       select 3, gen_random_uuid(), record, gen_random_uuid(), version, ordinal, type, data, partition_key, published, cause_by, cause_key,
       actor, traceparent, recorded_at from journal where seq = 2`,
      { seq: '3', batch: '1', what: 'altered' },
    ],
    [
      'two entries that changed places',
      'update journal set seq = case seq when 5 then 6 else 5 end + 100000 where seq in (5, 6); update journal set seq = seq - 100000 where seq > 100000',
      { seq: '5', batch: '1', what: 'altered' },
    ],
    [
      'a seal that was made to fit',
      `update journal_seal set digests[2] = digests[1] where batch = 1`,
      { seq: '1', batch: '1', what: 'seal' },
    ],
    ['a seal that was taken away', 'delete from journal_seal where batch = 1', { seq: '1', what: 'inserted' }],
  ] as const) {
    it(`${what} is found and named`, async () => {
      await tamper(
        statement.replace(
          'update journal set seq',
          'alter table journal alter seq drop identity; update journal set seq',
        ),
      );
      expect(await verifyJournal(db())).toMatchObject({ sound: false, ...verdict });
    });
  }

  it('is not sealed over an entry that is still being written', async () => {
    const slow = db().createQueryRunner();
    await slow.startTransaction();
    await slow.query(
      `insert into journal (event_id, record, about, version, ordinal, type, data, partition_key, published, cause_by, cause_key, recorded_at)
       values (gen_random_uuid(), 'box', gen_random_uuid(), 1, 0, 'slow', '{}', '', false, 'x', 'x', clock_timestamp())`,
    );
    await put();
    let finished = false;
    const sealing = sealJournal(db()).finally(() => (finished = true));
    await eventually(async () => {
      const rows = await fresh().query(`select 1 from pg_stat_activity where query like '%pg_snapshot_xmin%'`);
      return rows.length > 0;
    });
    expect(finished).toBe(false);
    await slow.commitTransaction();
    await slow.release();
    expect(await sealing).toBe(3);
    expect(await verifyJournal(db())).toEqual({ sound: true, sealed: 13, unsealed: 0 });
  });

  it('with a million sealed entries is sealed by reading the last seal, not their table', async () => {
    await tamper(
      `insert into journal_seal (batch, from_seq, to_seq, seqs, digests, previous, hash)
       select n, 5 * n + 1, 5 * n + 5, array[5 * n + 1, 5 * n + 2, 5 * n + 3, 5 * n + 4, 5 * n + 5], array_fill(sha256(''), array[5]), '', ''
       from generate_series(3, 200000) as n;
       alter table journal alter seq restart with 1000006; analyze journal_seal`,
    );
    await put();
    for (const [sql, values] of [
      [waitingSql, []],
      [sealSql, ['1000006', 1_000]],
    ] as const) {
      const rows = await fresh().query<{ 'QUERY PLAN': readonly [{ Plan: Plan }] }>(
        `explain (analyze, buffers, format json) ${sql}`,
        values,
      );
      // The table has 8,300 pages; a new connection looks at several hundred of the catalogue.
      expect(buffersOf(rows[0]?.['QUERY PLAN'][0].Plan)).toBeLessThan(1_500);
    }
    expect(await sealJournal(db())).toBe(0);
  });

  it('can be added to by the running role, and nothing else', async () => {
    for (const statement of [
      `update journal set type = 'x'`,
      'delete from journal',
      'truncate journal',
      `update journal_seal set hash = ''`,
      'delete from journal_seal',
      'drop table journal',
      'alter table journal disable trigger all',
    ]) {
      await expect(db().query(statement)).rejects.toThrow(/permission denied|must be owner/);
    }
  });

  it('cannot be forged by the running role: no entry elsewhere, of another time, and no seal', async () => {
    const forge = (columns: string, values: string) =>
      db().query(
        `insert into journal (event_id, record, about, version, ordinal, type, data, partition_key, published, cause_by, cause_key, ${columns})
         overriding system value select gen_random_uuid(), record, gen_random_uuid(), version, ordinal, type, data, partition_key, published,
           cause_by, cause_key, ${values} from journal where seq = 2`,
      );
    await expect(forge('recorded_at, seq', 'clock_timestamp(), 100')).rejects.toThrow('permission denied');
    for (const when of [
      `recorded_at`,
      `clock_timestamp() - interval '5 minutes'`,
      `clock_timestamp() + interval '1 day'`,
    ]) {
      await fresh().query(
        `set session_replication_role = replica; update journal set recorded_at = '2026-01-01' where seq = 2`,
      );
      await expect(forge('recorded_at', when)).rejects.toThrow('recorded when it is written');
    }
    await expect(forge('recorded_at', 'clock_timestamp()')).resolves.toBeDefined();
    for (const statement of [
      `insert into journal_seal select batch + 10, from_seq, to_seq, seqs, digests, previous, hash from journal_seal`,
      `create or replace function seal_journal(up_to bigint, most integer) returns integer language sql as 'select 1'`,
      `create or replace function journal_is_timely() returns trigger language plpgsql as 'begin return new; end'`,
      `insert into migrations (timestamp, name) values (1, 'x')`,
      `create table journal_of_mine (seq bigint)`,
    ]) {
      await expect(db().query(statement)).rejects.toThrow(/permission denied|must be owner/);
    }
  });

  it('cannot be altered by its owner either, by mistake', async () => {
    for (const statement of [`update journal set type = 'x'`, 'delete from journal', 'truncate journal cascade']) {
      await expect(fresh().query(statement)).rejects.toThrow('the journal is append-only');
    }
  });
});

interface Plan {
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
}

/** How many pages a statement looked at, also within the functions it calls. */
const buffersOf = (plan: Plan | undefined): number =>
  plan ? plan['Shared Hit Blocks'] + plan['Shared Read Blocks'] : Infinity;
