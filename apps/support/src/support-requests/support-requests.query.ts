import type { CallerIdentity, Person } from '@pledge/contracts';
import type { InputOf, listSupportRequests, SupportRequest } from '@pledge/contracts/http';
import { decodeCursor, NotFound, pageOf } from '@pledge/service-host';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { Asked } from './support-request.js';

interface ViewRow {
  readonly support_request_id: string;
  readonly status: SupportRequest['status'];
  readonly asked: Asked;
  readonly accepted_by: Person | null;
  readonly accepted_at: Date | null;
  readonly answer: string | null;
  readonly answered_at: Date | null;
  readonly step: number;
  readonly urgency: string;
  readonly version: number;
}

const columns =
  'support_request_id, status, asked, accepted_by, accepted_at, answer, answered_at, step, urgency, version';

function view(row: ViewRow): SupportRequest {
  const { asked, accepted_by: acceptedBy, answered_at: answeredAt } = row;
  return {
    id: row.support_request_id,
    number: asked.number,
    status: row.status,
    orderId: asked.orderId,
    orderNumber: asked.orderNumber,
    requestId: asked.requestId,
    requestNumber: asked.requestNumber,
    question: asked.question,
    raisedBy: asked.raisedBy,
    raisedAt: asked.raisedAt,
    acceptBy: asked.acceptBy,
    acceptedBy,
    acceptedAt: row.accepted_at?.toISOString() ?? null,
    answer: row.answer,
    answeredBy: answeredAt && acceptedBy,
    answeredAt: answeredAt?.toISOString() ?? null,
    version: row.version,
  };
}

/** An engineer sees what they raised themselves; everybody else who may ask sees all. */
const ofWhomOnly = (caller: CallerIdentity): string | undefined =>
  caller.role === 'engineer' ? caller.personId : undefined;

/** @throws {NotFound} also where it is another engineer's */
export async function supportRequestOf(
  tx: EntityManager,
  supportRequestId: string,
  caller?: CallerIdentity,
): Promise<SupportRequest> {
  const [row] = await tx.query<ViewRow[]>(`select ${columns} from support_request where support_request_id = $1`, [
    supportRequestId,
  ]);
  const only = caller && ofWhomOnly(caller);
  if (!row || (only !== undefined && row.asked.raisedBy.personId !== only)) throw new NotFound();
  return view(row);
}

const position = z.tuple([z.int(), z.string().regex(/^-?\d{1,18}$/u), z.uuid()]);

/** Those nobody took up first, the most urgent of them on top; then those at work; then the answered, newest first. */
export async function pageOfSupportRequests(
  db: EntityManager,
  query: InputOf<typeof listSupportRequests>['query'],
  caller: CallerIdentity,
) {
  const values: unknown[] = [];
  const where = ['true'];
  const at = (value: unknown) => `$${String(values.push(value))}`;
  const only = ofWhomOnly(caller);
  if (only !== undefined) where.push(`raised_by_id = ${at(only)}`);
  if (query.status) where.push(`status = ${at(query.status)}`);
  if (query.orderId) where.push(`order_id = ${at(query.orderId)}`);
  if (query.requestId) where.push(`request_id = ${at(query.requestId)}`);
  const after = decodeCursor(query.cursor, position);
  if (after) where.push(`(step, urgency, support_request_id) > (${at(after[0])}, ${at(after[1])}, ${at(after[2])})`);
  const rows = await db.query<ViewRow[]>(
    `select ${columns} from support_request where ${where.join(' and ')}
     order by step, urgency, support_request_id limit ${at(query.limit + 1)}`,
    values,
  );
  return pageOf({
    items: rows,
    limit: query.limit,
    cursorOf: (row) => [row.step, row.urgency, row.support_request_id],
    itemOf: view,
  });
}
