import type { CallerIdentity, HandOff } from '@pledge/contracts';
import type { InputOf, listHandOffs } from '@pledge/contracts/http';
import { decodeCursor, pageOf } from '@pledge/service-host';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { complaintsSeenBy, isSeen } from '../complaints/complaints-seen.js';

interface HandOffRow {
  readonly hand_off_id: string;
  readonly request_id: string;
  readonly status: 'offered' | 'overdue' | 'accepted' | 'declined';
  readonly offer: HandOff;
  readonly accepted_by: string | null;
  readonly accepted_at: Date | null;
}

const answered = `(status in ('accepted', 'declined'))`;
const position = z.tuple([z.boolean(), z.iso.datetime(), z.uuid()]);

/** Open ones first, each group newest first. An acceptance whose offer is still on its way is not listed yet. */
export async function pageOfHandOffs(
  db: EntityManager,
  query: InputOf<typeof listHandOffs>['query'],
  caller: CallerIdentity,
) {
  const values: unknown[] = [];
  const at = (value: unknown) => `$${String(values.push(value))}`;
  const where = ['offer is not null', isSeen('hand_off.request_id', at(complaintsSeenBy(caller)))];
  if (query.requestId) where.push(`request_id = ${at(query.requestId)}`);
  if (query.state) where.push(`status = ${at(query.state)}`);
  const after = decodeCursor(query.cursor, position);
  if (after) {
    const [accepted, offeredAt, id] = [at(after[0]), at(after[1]), at(after[2])];
    where.push(`(${answered} > ${accepted}::boolean
      or (${answered} = ${accepted}::boolean and (offered_at, hand_off_id) < (${offeredAt}::timestamptz, ${id}::uuid)))`);
  }
  const rows = await db.query<HandOffRow[]>(
    `select hand_off_id, request_id, status, offer, accepted_by, accepted_at from hand_off where ${where.join(' and ')}
     order by ${answered}, offered_at desc, hand_off_id desc limit ${at(query.limit + 1)}`,
    values,
  );
  return pageOf({
    items: rows,
    limit: query.limit,
    cursorOf: (row) => [row.status === 'accepted' || row.status === 'declined', row.offer.offeredAt, row.hand_off_id],
    itemOf: (row) => ({
      ...row.offer,
      requestId: row.request_id,
      state: row.status,
      acceptedAt: row.accepted_at?.toISOString() ?? null,
      acceptedBy: row.accepted_by,
    }),
  });
}
