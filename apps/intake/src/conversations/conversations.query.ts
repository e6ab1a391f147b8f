import type { CallerIdentity } from '@pledge/contracts';
import type { CallBack, Conversation as View, ConversationEntry, InputOf, Request } from '@pledge/contracts/http';
import type { listCallBacks } from '@pledge/contracts/http';
import { decodeCursor, maskedPhone, pageOf } from '@pledge/service-host';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { attachmentsOfEntries } from '../attachments/attachments.query.js';
import { seesPhones } from '../callers/phones-seen.js';
import { complaintsSeenBy, isSeen } from '../requests/complaints-seen.js';
import type { Conversation, ToldPromise } from './situation.js';

type Kept = Pick<Conversation, 'said' | 'clarifications' | 'told'> & { readonly version: number };

interface Inbound {
  readonly envelope_id: string;
  readonly channel: ConversationEntry['channel'];
  readonly received_at: Date;
  readonly name: string | null;
  readonly subject: string | null;
  readonly text: string;
  readonly attachments: ConversationEntry['attachments'];
}

const nothing: Kept = { said: [], clarifications: [], told: [], version: 0 };

/** What was kept of a request's conversation. */
export async function keptOf(db: EntityManager, requestId: string): Promise<Kept> {
  const [row] = await db.query<Kept[]>(
    'select said, clarifications, told, version from conversation where request_id = $1',
    [requestId],
  );
  return row ?? nothing;
}

/** Everything that was said about a request, oldest first: what came in is read from the envelopes joined to it. */
export async function conversationOf(db: EntityManager, requestId: string): Promise<View> {
  const kept = await keptOf(db, requestId);
  const inbound = await db.query<Inbound[]>(
    `select e.envelope_id, e.channel, e.received_at, e.sender ->> 'name' as name, e.subject, e.text, e.attachments
     from envelope_outcome o join envelope e using (envelope_id) where o.request_id = $1 order by e.received_at`,
    [requestId],
  );
  const [answered] = await db.query<{ answer: NonNullable<Request['answer']> & { via?: ConversationEntry['via'] } }[]>(
    'select answer from request where request_id = $1 and answer is not null',
    [requestId],
  );
  const files = await attachmentsOfEntries(db, requestId);
  const entries = [
    ...inbound.map((envelope, place) => inboundEntry(requestId, envelope, place === 0)),
    ...(answered ? [answerEntry(requestId, answered.answer)] : []),
    ...kept.said.map((said) => saidEntry(requestId, said, files.get(said.entryId))),
    ...kept.clarifications.flatMap((one) => clarificationEntries(requestId, one, files.get(one.clarificationId))),
    ...kept.told.map((told) => toldEntry(requestId, told)),
  ].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return {
    requestId,
    entries,
    clarifications: kept.clarifications.map(({ clarificationId: id, answeredBy: _, ...rest }) => ({ id, ...rest })),
    callBacks: kept.told.map(callBackOf),
    version: kept.version,
  };
}

const bare = { channel: null, via: null, attachments: [], envelopeId: null };

const inboundEntry = (requestId: string, envelope: Inbound, first: boolean): ConversationEntry => ({
  ...bare,
  id: envelope.envelope_id,
  requestId,
  at: envelope.received_at.toISOString(),
  type: first ? 'report' : 'user',
  direction: 'in',
  channel: envelope.channel,
  by: envelope.name ?? '',
  text: envelope.text,
  attachments: envelope.attachments,
  envelopeId: envelope.envelope_id,
});
const answerEntry = (
  requestId: string,
  { by, text, respondedAt, via = null }: NonNullable<Request['answer']> & { via?: ConversationEntry['via'] },
): ConversationEntry => ({
  ...bare,
  id: requestId,
  requestId,
  at: respondedAt,
  type: 'answer',
  direction: 'out',
  via,
  by: by.name,
  text,
});
const saidEntry = (
  requestId: string,
  { entryId: id, type, via, by, text, at }: Conversation['said'][number],
  attachments: ConversationEntry['attachments'] = [],
): ConversationEntry => ({
  ...bare,
  ...{ id, requestId, at, type, via, by, text, attachments },
  direction: type === 'note' ? 'inside' : type === 'user' ? 'in' : 'out',
});
function clarificationEntries(
  requestId: string,
  one: Conversation['clarifications'][number],
  attachments: ConversationEntry['attachments'] = [],
): ConversationEntry[] {
  const { clarificationId: id, question, askedBy, askedAt, answer, answeredBy, answeredAt } = one;
  const asked = { ...bare, id, requestId, at: askedAt, by: askedBy.name, text: question } as const;
  const answered =
    answer === null || answeredAt === null
      ? []
      : [
          {
            ...asked,
            at: answeredAt,
            by: answeredBy ?? '',
            text: answer,
            attachments,
            type: 'clarified',
            direction: 'in',
          } as const,
        ];
  return [{ ...asked, type: 'clarification', direction: 'out' }, ...answered];
}
const toldEntry = (requestId: string, { promise, what, toldBy, toldAt }: ToldPromise): ConversationEntry => ({
  ...bare,
  id: promise.promiseId,
  requestId,
  at: toldAt,
  type: 'told',
  direction: 'out',
  by: toldBy.name,
  text: what,
});

const callBackOf = ({ promise, what, toldBy, toldAt, doneAt }: ToldPromise): CallBack => ({
  promiseId: promise.promiseId,
  what,
  toldBy,
  toldAt,
  promise,
  state: stateOf(promise.dueAt, doneAt),
  doneAt,
});

/** As supervision's ledger will say it; nobody need wait for it to list what is due. */
function stateOf(dueAt: string, doneAt: string | null): CallBack['state'] {
  if (doneAt !== null) return Date.parse(doneAt) <= Date.parse(dueAt) ? 'kept' : 'done-late';
  return Date.parse(dueAt) < Date.now() ? 'breached' : 'running';
}

interface DueRow {
  readonly promise_id: string;
  readonly request_id: string;
  readonly number: string;
  readonly due_at: Date;
  readonly reporter: string;
  readonly phone: string | null;
  readonly told: ToldPromise[];
}

/** What callers were told and have not heard yet, the most urgent first. */
export async function callBacksDue(
  db: EntityManager,
  { cursor, limit }: InputOf<typeof listCallBacks>['query'],
  caller: CallerIdentity,
) {
  const after = decodeCursor(cursor, z.tuple([z.iso.datetime(), z.uuid()]));
  const rows = await db.query<DueRow[]>(
    `select t.promise_id, t.request_id, t.due_at, r.number, c.told, r.report #>> '{reportedBy,name}' as reporter,
       r.report #>> '{reportedBy,phone}' as phone
     from told_promise t join request r using (request_id) join conversation c using (request_id)
     where t.done_at is null and ($2::timestamptz is null or (t.due_at, t.promise_id) > ($2, $3)) and ${isSeen('r', '$4')}
     order by t.due_at, t.promise_id limit $1`,
    [limit + 1, after?.[0] ?? null, after?.[1] ?? null, complaintsSeenBy(caller)],
  );
  return pageOf({
    items: rows,
    limit,
    cursorOf: (row) => [row.due_at.toISOString(), row.promise_id],
    itemOf: ({ promise_id, request_id: requestId, number, reporter, phone, told }) => {
      const one = told.find(({ promise }) => promise.promiseId === promise_id);
      if (!one) throw new Error(`call-back ${promise_id} is not in its conversation`);
      return {
        ...callBackOf(one),
        requestId,
        number,
        reporter,
        phone: seesPhones(caller) ? phone : phone && maskedPhone(phone),
      };
    },
  });
}
