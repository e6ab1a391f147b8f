import type { Question } from './statement.js';
import { question } from './statement.js';

export interface Numbering {
  /** @param now RFC 3339 in UTC; @param timeZone IANA name, whose calendar day or year the number carries */
  draw(now: string, timeZone: string): Question<string>;
}

const dailySql = `
with drawn as (select nextval($1::regclass)::text as n)
select $2 || '-' || to_char($3::timestamptz at time zone $4, 'YYYYMMDD') || '-' || lpad(n, greatest(4, length(n)), '0') as number
from drawn`;

// Without a gap, as the row is locked until the commit.
const gaplessSql = `
insert into paper_number as n (kind, year, last)
values ($1, extract(year from $2::timestamptz at time zone $3), 1)
on conflict (kind, year) do update set last = n.last + 1
returning $1 || '-' || year || '-' || lpad(last::text, greatest(4, length(last::text)), '0') as number`;

const numberIn = ([row]: readonly { number: string }[]): string => {
  if (!row) throw new Error('no number was drawn');
  return row.number;
};

/**
 * How records of a kind are numbered. `daily`: `DO-20261201-0001` from a sequence, which may leave gaps; `yearly-gapless`:
 * `PO-2026-0001` without any, kept in the table `paper_number (kind, year, last)`.
 * @param sequence for `daily`: the name of the sequence
 */
export function numbered(prefix: string, ...how: ['daily', sequence: string] | ['yearly-gapless']): Numbering {
  const [kind, sequence] = how;
  return {
    draw: (now, timeZone) =>
      kind === 'daily'
        ? question(dailySql, [sequence, prefix, now, timeZone], numberIn)
        : question(gaplessSql, [prefix, now, timeZone], numberIn),
  };
}
