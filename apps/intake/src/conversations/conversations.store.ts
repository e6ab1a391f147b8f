import type { Store } from '@pledge/messaging';
import { timers } from '@pledge/messaging';
import type { EntityManager } from 'typeorm';
import { dueAgain } from '../due/next-due.store.js';
import { clarificationTimer } from './conversation.js';
import type { About, Clarification, Conversation, Dispute, Said, ToldPromise } from './situation.js';

interface ConversationRow {
  readonly said: Said[];
  readonly clarifications: Clarification[];
  readonly told: ToldPromise[];
  readonly dispute: Dispute | null;
  readonly version: number;
}

/** One row a request; what is owed to callers has rows of its own, for it is listed by when it is due. */
export const conversationStore: Store<Conversation> = {
  async load(tx, requestId) {
    const [row] = await tx.query<ConversationRow[]>(
      'select said, clarifications, told, dispute, version from conversation where request_id = $1',
      [requestId],
    );
    if (!row) return undefined;
    const { version, ...state } = row;
    return { state, version };
  },

  async save(tx, requestId, { said, clarifications, told, dispute }, version) {
    const open = clarifications.filter(({ state }) => state !== 'answered');
    await tx.query(
      `insert into conversation (request_id, said, clarifications, told, asking, version, dispute) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (request_id) do update set said = excluded.said, clarifications = excluded.clarifications, told = excluded.told,
         asking = excluded.asking, version = excluded.version, dispute = excluded.dispute`,
      [
        requestId,
        JSON.stringify(said),
        JSON.stringify(clarifications),
        JSON.stringify(told),
        open.length > 0,
        version,
        dispute && JSON.stringify(dispute),
      ],
    );
    if (dispute) await dueAgain(tx, requestId);
    for (const { promise, doneAt } of told) {
      await tx.query(
        `insert into told_promise (promise_id, request_id, due_at, done_at) values ($1, $2, $3, $4)
         on conflict (promise_id) do update set done_at = excluded.done_at`,
        [promise.promiseId, requestId, promise.dueAt, doneAt],
      );
    }
    for (const { clarificationId, dueAt, state } of open) {
      if (state !== 'open') continue;
      await timers.schedule(tx, { kind: clarificationTimer, ref: `${requestId}/${clarificationId}`, dueAt });
    }
  },
};

/** The request a conversation is about, held still until the end of the transaction. */
export async function aboutOf(tx: EntityManager, requestId: string): Promise<About | undefined> {
  const [row] = await tx.query<
    { number: string; kind: About['kind']; status: string; answered: boolean; name: string; email: string | null }[]
  >(
    `select number, kind, status, answer is not null as answered, report #>> '{reportedBy,name}' as name,
       report #>> '{reportedBy,email}' as email from request where request_id = $1 for share`,
    [requestId],
  );
  if (!row) return undefined;
  const { number, kind, status, answered, name, email } = row;
  return {
    number,
    kind,
    open: status !== 'closed',
    answered,
    resolved: status === 'resolved',
    reporter: { name, email },
  };
}
