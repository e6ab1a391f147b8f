import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The books of a day whose every envelope has its outcome are added up once, so that the balance over all years reads few rows.
 * Whatever touches such a day takes its sums away; both wait for each other, so that no sum is kept of what has changed meanwhile.
 */
export class ClosedDays1764000000026 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- A day of UTC. Its sums are kept by channel: in, newRequest, joined, rejected.
      create table closed_day (day date primary key, tallies jsonb not null);

      create function reopen_day() returns trigger language plpgsql as $$
      begin
        perform pg_advisory_xact_lock_shared(hashtextextended('closed-day', 0));
        delete from closed_day where day in ((old.received_at at time zone 'utc')::date, (new.received_at at time zone 'utc')::date);
        return null;
      end $$;
      create function reopen_day_of_outcome() returns trigger language plpgsql as $$
      begin
        perform pg_advisory_xact_lock_shared(hashtextextended('closed-day', 0));
        delete from closed_day where day in (
          select (received_at at time zone 'utc')::date from envelope where envelope_id in (old.envelope_id, new.envelope_id));
        return null;
      end $$;

      -- What is younger than two days is never closed, and costs nothing here.
      create trigger reopen_day_entered after insert on envelope for each row
        when (new.received_at < now() - interval '2 days') execute function reopen_day();
      create trigger reopen_day_changed after update of status, channel, received_at on envelope for each row
        when (least(old.received_at, new.received_at) < now() - interval '2 days') execute function reopen_day();
      create trigger reopen_day_removed after delete on envelope for each row
        when (old.received_at < now() - interval '2 days') execute function reopen_day();
      -- An outcome that comes later comes with its envelope's status, and no day with an envelope that waits is closed.
      create trigger reopen_day_resettled after update of envelope_id, type or delete on envelope_outcome for each row
        execute function reopen_day_of_outcome();

      -- Some days at a time, so that nobody who writes of such a day waits long; true where there may be more.
      create function close_days() returns boolean language plpgsql as $$
      declare
        closed int;
      begin
        if not pg_try_advisory_xact_lock(hashtextextended('close-days', 0)) then
          return false;
        end if;
        perform pg_advisory_xact_lock(hashtextextended('closed-day', 0));
        insert into closed_day (day, tallies)
        select open.day, coalesce(d.tallies, '[]')
        from (
          select begins::date as day from (select min(received_at) at time zone 'utc' as first from envelope) e,
            generate_series(date_trunc('day', e.first), (now() at time zone 'utc') - interval '4 days', '1 day') begins
          where not exists (select from closed_day c where c.day = begins::date)
        ) as open cross join lateral (
          select jsonb_agg(t) as tallies, sum(t.waiting) as waiting, sum(t."in" - t."newRequest" - t.joined - t.rejected) as lost
          from (
            select channel, count(*) as "in", count(*) filter (where outcome = 'new-request') as "newRequest",
              count(*) filter (where outcome = 'joined') as joined, count(*) filter (where outcome = 'rejected') as rejected,
              count(*) filter (where status = 'waiting') as waiting
            from (
              select channel, status, (select type from envelope_outcome o where o.envelope_id = e.envelope_id) as outcome
              from envelope e
              where received_at >= (open.day::timestamp at time zone 'utc') and received_at < ((open.day + 1)::timestamp at time zone 'utc')
            ) day
            group by channel
          ) t
        ) d
        where coalesce(d.waiting, 0) = 0 and coalesce(d.lost, 0) = 0
        limit 50;
        get diagnostics closed = row_count;
        return closed = 50;
      end $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger reopen_day_entered on envelope;
      drop trigger reopen_day_changed on envelope;
      drop trigger reopen_day_removed on envelope;
      drop trigger reopen_day_resettled on envelope_outcome;
      drop function reopen_day();
      drop function reopen_day_of_outcome();
      drop function close_days();
      drop table closed_day;
    `);
  }
}
