import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the running role may not forge: an entry of the journal is recorded when it is written, and a seal is what the owner's
 * function makes of the journal. Which columns the role may insert is said with its other rights.
 */
export class Unforgeable1700000000005 implements MigrationInterface {
  readonly name = 'Unforgeable1700000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function journal_is_timely() returns trigger language plpgsql as $$
      begin
        -- A minute for a clock that is put right meanwhile.
        if new.recorded_at not between transaction_timestamp() - interval '1 minute' and clock_timestamp() + interval '1 minute' then
          raise exception 'an entry is recorded when it is written' using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $$`);
    await runner.query(`create trigger journal_is_timely before insert on journal
      for each row execute function journal_is_timely()`);
    await runner.query(`
      create function seal_journal(up_to bigint, most integer) returns integer
      language sql security definer set search_path = public, pg_temp as $$
        select pg_advisory_xact_lock(hashtextextended('seal', 0));
        with last as (
          select batch, to_seq, hash from (
            (select batch, to_seq, hash from journal_seal order by batch desc limit 1)
            union all select 0, 0, '\\x'::bytea
          ) as seals order by batch desc limit 1
        ), entries as (
          select seq, sha256(convert_to(jsonb_build_array(seq, event_id, record, about, version, ordinal, type, data, partition_key,
            published, cause_by, cause_key, actor, traceparent,
            to_char(recorded_at at time zone 'utc', 'YYYY-MM-DD HH24:MI:SS.US'))::text, 'UTF8')) as digest
          from journal where seq > (select to_seq from last) and seq <= up_to order by seq limit most
        ), sealed as (
          select array_agg(seq order by seq) as seqs, array_agg(digest order by seq) as digests,
            sha256(string_agg(digest, ''::bytea order by seq)) as hash_of_digests,
            min(seq) as from_seq, max(seq) as to_seq, (select batch + 1 from last) as batch, (select hash from last) as previous
          from entries having count(*) > 0
        ), written as (
          insert into journal_seal (batch, from_seq, to_seq, seqs, digests, previous, hash)
          select batch, from_seq, to_seq, seqs, digests, previous,
            sha256(previous || convert_to(batch || ':' || array_to_string(seqs, ','), 'UTF8') || hash_of_digests)
          from sealed returning cardinality(seqs) as n
        ) select coalesce(sum(n), 0)::int from written
      $$`);
    await runner.query('revoke all on function seal_journal(bigint, integer) from public');
  }

  async down(): Promise<void> {
    throw new Error('the journal is never taken away');
  }
}
