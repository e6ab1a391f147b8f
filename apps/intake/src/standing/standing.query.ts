import type { CallerIdentity } from '@pledge/contracts';
import type { getStanding, InputOf, Request, Standing } from '@pledge/contracts/http';
import { decodeCursor, pageOf } from '@pledge/service-host';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { firstRunning } from '../due/next-due.js';
import { complaintsSeenBy, isSeen } from '../requests/complaints-seen.js';
import { digits } from '../requests/phone.js';
import { requestOf } from '../requests/requests.query.js';
import { timelineOf } from '../timeline/timeline.query.js';

interface Row {
  readonly request_id: string;
  readonly open: boolean;
  readonly received_at: Date;
}

const position = z.tuple([z.boolean(), z.iso.datetime(), z.uuid()]);

/** Where everything of a caller stands, by a number, a phone or their company; open ones first, then the newest (S-15). */
export async function standingOf(
  db: EntityManager,
  { number, phone, customerId, cursor, limit }: InputOf<typeof getStanding>['query'],
  caller: CallerIdentity,
) {
  const after = decodeCursor(cursor, position);
  const dialled = phone === undefined ? '' : digits(phone);
  const rows = await db.query<Row[]>(
    `select request_id, open, received_at from (
       select request_id, status not in ('resolved', 'closed') as open, received_at from request r
       where (number = upper($1) or ($2 <> '' and phone = $2) or customer_id = $3) and ${isSeen('r', '$8')}
     ) as theirs
     where $4::boolean is null or (open, received_at, request_id) < ($4, $5, $6)
     order by open desc, received_at desc, request_id desc limit $7`,
    [
      number ?? null,
      dialled,
      customerId ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      after?.[2] ?? null,
      limit + 1,
      complaintsSeenBy(caller),
    ],
  );
  const page = pageOf({
    items: rows,
    limit,
    cursorOf: (row) => [row.open, row.received_at.toISOString(), row.request_id],
    itemOf: ({ request_id }) => request_id,
  });
  const items: Standing[] = [];
  for (const requestId of page.items) items.push(await standing(db, await requestOf(db, requestId, caller)));
  return { ...page, items };
}

async function standing(db: EntityManager, request: Request): Promise<Standing> {
  const { id, number, kind, status, siteName, receivedAt, holder, waitingFor } = request;
  const next = firstRunning(request.promises, request.answer !== null);
  const last = (await timelineOf(db, request)).at(-1);
  return {
    ...{ id, number, kind, status, siteName, receivedAt, holder, waitingFor },
    subject: request.subject ?? request.description,
    nextPromise: next ? { promise: next.promise, dueAt: next.dueAt, state: next.state } : null,
    last: last ? { type: last.type, at: last.at, by: last.by } : null,
  };
}
