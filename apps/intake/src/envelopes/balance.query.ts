import type { getBalance, ReplyOf } from '@pledge/contracts/http';
import { timers } from '@pledge/messaging';
import type { EntityManager } from 'typeorm';

type Balance = ReplyOf<typeof getBalance>;
type Tally = Balance['channels'][number];

// Looked up one by one: few days are counted, and a join would read the whole of the other book for each. `offset 0` keeps it from
// being looked up again for every sum.
const outcomeOf = '(select type from envelope_outcome o where o.envelope_id = e.envelope_id)';

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
      select channel, count(*)::int as "in",
        count(*) filter (where outcome = 'new-request')::int as "newRequest",
        count(*) filter (where outcome = 'joined')::int as joined,
        count(*) filter (where outcome = 'rejected')::int as rejected,
        count(*) filter (where status = 'waiting')::int as waiting,
        count(*) filter (where status = 'waiting' and due_at <= clock_timestamp())::int as overdue,
        min(received_at) filter (where status = 'waiting') as oldest
      from (
        select channel, status, due_at, received_at, ${outcomeOf} as outcome from envelope e
        where received_at >= greatest(open.begins at time zone 'utc', since)
          and received_at < least((open.begins + interval '1 day') at time zone 'utc', until)
        offset 0
      ) day
      group by channel
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

/** Adds up days in which nothing waits any more, and comes again: at once where there are more, else in an hour. */
export async function closeDays(db: EntityManager): Promise<void> {
  const [row] = await db.query<{ again: Date }[]>(
    `select clock_timestamp() + case when more then interval '0' else interval '1 hour' end as again from close_days() as more`,
  );
  if (row) await timers.schedule(db, { kind: closingTimer, ref: 'all', dueAt: row.again.toISOString() });
}
