import type { Progress } from '@pledge/contracts/http';
import { NotFound } from '@pledge/service-host';
import type { EntityManager } from 'typeorm';
import { mayConfirm } from '../conversations/confirming.js';
import { conversationOf } from '../conversations/conversations.query.js';
import { receiptOf } from '../requests/requests.query.js';
import { stepsOf } from './progress.js';

/** @throws {NotFound} where nobody was given this token */
export async function requestIdOf(db: EntityManager, publicToken: string): Promise<string> {
  const [found] = await db.query<{ request_id: string }[]>('select request_id from request where public_token = $1', [
    publicToken,
  ]);
  if (!found) throw new NotFound();
  return found.request_id;
}

/** What came from who reported it, on whatever way: what others told of the same fault is not theirs to read. */
async function envelopesOfReporter(db: EntityManager, requestId: string): Promise<ReadonlySet<string>> {
  const rows = await db.query<{ envelope_id: string }[]>(
    `select e.envelope_id from request r join envelope_outcome o on o.request_id = r.request_id join envelope e using (envelope_id)
     where r.request_id = $1 and (
       e.envelope_id = coalesce((r.report ->> 'envelopeId')::uuid, r.request_id)
       or lower(e.sender ->> 'email') = lower(r.report #>> '{reportedBy,email}'))`,
    [requestId],
  );
  return new Set(rows.map(({ envelope_id: id }) => id));
}

/** @throws {NotFound} where nobody was given this token */
export async function progressOf(db: EntityManager, publicToken: string): Promise<Progress> {
  const requestId = await requestIdOf(db, publicToken);
  const request = await receiptOf(db, requestId);
  const { entries, clarifications } = await conversationOf(db, requestId);
  const theirs = await envelopesOfReporter(db, requestId);
  const facts = await db.query<{ type: string; at: Date; by: string | null; detail: Record<string, unknown> }[]>(
    'select distinct on (type) type, at, by, detail from timeline_entry where request_id = $1 order by type, at desc, event_id desc',
    [requestId],
  );
  return {
    number: request.number,
    status: request.status,
    siteName: request.siteName,
    equipmentName: request.equipmentName,
    receivedAt: request.receivedAt,
    joinedTo: request.joinedTo && { number: request.joinedTo.number },
    recurredAs: request.recurredAs && { number: request.recurredAs.number },
    steps: stepsOf({
      kind: request.kind,
      status: request.status,
      receivedAt: request.receivedAt,
      closedAt: request.closedAt,
      respondedAt: request.answer?.respondedAt ?? null,
      facts: new Map(facts.map(({ type, at, by, detail }) => [type, { at: at.toISOString(), by, detail }])),
    }),
    promises: request.promises.map(({ promise, dueAt, state, doneAt, provisional }) => ({
      promise,
      dueAt,
      state,
      doneAt,
      provisional,
    })),
    kind: request.kind,
    subject: request.subject,
    questions: clarifications
      .filter(({ state }) => state === 'open' || state === 'overdue')
      .map(({ id: clarificationId, question, askedAt }) => ({ clarificationId, question, askedAt })),
    conversation: entries
      .filter(({ direction, envelopeId }) => direction !== 'inside' && (envelopeId === null || theirs.has(envelopeId)))
      .map(({ direction, text, at, by, attachments }) => ({
        ...{ from: direction === 'in' ? ('user' as const) : ('us' as const), text, at, by },
        attachments: attachments.map(({ id, name, size }) => ({ id, name, size })),
      })),
    mayConfirm: mayConfirm(request),
    confirmed: request.confirmation && {
      how: request.confirmation.how,
      by: request.confirmation.by,
      at: request.confirmation.at,
    },
    answer: request.answer && { text: request.answer.text, respondedAt: request.answer.respondedAt },
  };
}
