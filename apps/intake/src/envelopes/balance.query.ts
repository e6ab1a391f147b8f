import type { getBalance, ReplyOf } from '@pledge/contracts/http';
import { timers } from '@pledge/messaging';
import type { EntityManager } from 'typeorm';

type Balance = ReplyOf<typeof getBalance>;
type Tally = Balance['channels'][number];

// What came in is counted among the envelopes, what became of it among the outcomes: two books that must agree. Days that were
// closed have been counted so already; all others are counted now.
const balanceSql = `
  with asked as (
    select coalesce($1::timestamptz, '-infinity') as since, coalesce($2::timestamptz, 'infinity') as until
  ), closed as materialized (
    select day, tallies from closed_day, asked
    where (day::timestamp at time zone 'utc') >= since and ((day + 1)::timestamp at time zone 'utc') <= until
  ), counted as (
    select now.* from (
      select begins from (select min(received_at) at time zone 'utc' as first, max(received_at) at time zone 'utc' as last from envelope) e,
        generate_series(date_trunc('day', e.first), e.last, '1 day') begins
      where not exists (select from closed where closed.day = begins::date)
    ) as open, asked cross join lateral (
      select e.channel, count(*)::int as "in",
        count(*) filter (where o.type = 'new-request')::int as "newRequest",
        count(*) filter (where o.type = 'joined')::int as joined,
        count(*) filter (where o.type = 'rejected')::int as rejected,
        count(*) filter (where e.status = 'waiting')::int as waiting,
        count(*) filter (where e.status = 'waiting' and e.due_at <= clock_timestamp())::int as overdue,
        min(e.received_at) filter (where e.status = 'waiting') as oldest
      from envelope e left join envelope_outcome o using (envelope_id)
      where e.received_at >= greatest(open.begins at time zone 'utc', since)
        and e.received_at < least((open.begins + interval '1 day') at time zone 'utc', until)
      group by e.channel
    ) now
    union all
    select kept.*, 0, 0, null from closed,
      jsonb_to_recordset(tallies) as kept (channel text, "in" int, "newRequest" int, joined int, rejected int)
  )
  select channel, sum("in")::int as "in", sum("newRequest")::int as "newRequest", sum(joined)::int as joined,
    sum(rejected)::int as rejected, sum(waiting)::int as waiting, sum(overdue)::int as overdue, min(oldest) as oldest
  from counted group by channel order by channel`;

export async function balanceOf(
  db: EntityManager,
  { from, to }: { from?: string | undefined; to?: string | undefined },
) {
  const rows = await db.query<(Tally & { overdue: number; oldest: Date | null })[]>(balanceSql, [
    from ?? null,
    to ?? null,
  ]);
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
  const total = {
    in: sum((row) => row.in),
    newRequest: sum(({ newRequest }) => newRequest),
    joined: sum(({ joined }) => joined),
    rejected: sum(({ rejected }) => rejected),
    waiting: sum(({ waiting }) => waiting),
  };
  const oldest = rows.flatMap((row) => (row.oldest ? [row.oldest.getTime()] : []));
  return {
    total,
    channels: rows.map(({ overdue: _, oldest: __, ...tally }) => tally),
    difference: total.in - total.newRequest - total.joined - total.rejected - total.waiting,
    oldestWaitingAt: oldest.length > 0 ? new Date(Math.min(...oldest)).toISOString() : null,
    overdue: sum(({ overdue }) => overdue),
    countedAt: new Date().toISOString(),
  } satisfies Balance;
}

export const closingTimer = 'close-days';

/** Adds up the days in which nothing waits any more, and comes again in an hour. */
export async function closeDays(db: EntityManager): Promise<void> {
  const [row] = await db.query<{ again: Date }[]>(
    `select clock_timestamp() + interval '1 hour' as again from close_days()`,
  );
  if (row) await timers.schedule(db, { kind: closingTimer, ref: 'all', dueAt: row.again.toISOString() });
}
