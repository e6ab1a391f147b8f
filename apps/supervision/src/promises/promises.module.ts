import { Module } from '@nestjs/common';
import type { CheckedOf } from '@pledge/application';
import { aggregate, aggregateModule, documents, listOf, projectionOf } from '@pledge/application';
import type { CallerIdentity } from '@pledge/contracts';
import type { LedgerPromise } from '@pledge/contracts/http';
import { listPromises, promiseRoutes } from '@pledge/contracts/http';
import { Commands } from '@pledge/messaging';
import { workCalendar } from '@pledge/promises';
import type { Settings } from '@pledge/service-host';
import { NotFound } from '@pledge/service-host';
import { complaintsSeenBy, isSeen, seenIn } from '../complaint-access.js';
import { promiseRules } from './promise.js';
import type { KeptClock, PromiseCommand, PromiseEvent } from './promise-state.js';
import { nextExpiry, stateOf } from './promise-state.js';
import { promiseReactions } from './promises.reactions.js';

export abstract class Promises extends Commands<PromiseCommand, PromiseEvent, LedgerPromise> {}

interface Row {
  readonly record: KeptClock;
  readonly requestNumber: string | null;
  readonly version: number;
}

function viewOf({ record, requestNumber, version }: Row): LedgerPromise {
  const { about, stamped } = record;
  const { promiseId, promise, owner, startedAt, dueAt, atRiskAt, provisional, explanation } = stamped;
  const pause = record.status === 'paused' ? explanation.pausesTakenOff.at(-1) : undefined;
  return {
    ...{ id: promiseId, ...about, requestNumber: about.requestNumber ?? requestNumber, promise, owner },
    ...{ state: stateOf(record), startedAt, dueAt, atRiskAt, provisional, explanation, version },
    doneAt: 'doneAt' in record ? record.doneAt : null,
    voidReason: record.status === 'void' ? record.reason : null,
    pausedFor:
      pause && record.status === 'paused'
        ? { reason: pause.reason, note: pause.note, by: record.by, since: pause.from }
        : null,
  };
}

/** A promise with the number of its request, which those about something else do not carry. */
export const promiseProjection = projectionOf<LedgerPromise>({
  from: 'promise p left join request_replica r on r.request_id = p.request_id',
  key: 'p.promise_id',
  select: { record: 'p.record', requestNumber: 'r.number', version: 'p.version' },
  item: viewOf,
});

export const promises = aggregate('promise', promiseRules, {
  store: documents('promise', 'promise_id', {
    request_id: ({ about }) => about.requestId,
    subject_id: ({ about }) => about.subject.id,
    promise: ({ stamped }) => stamped.promise,
    status: stateOf,
    due_at: ({ stamped }) => stamped.dueAt,
    started_at: ({ stamped }) => stamped.startedAt,
  }),
  expiry: { kind: 'promise-clock', at: nextExpiry, command: { type: 'expire' } },
  view: ({ id }) => promiseProjection.one(id),
});

const isOfCustomer = ({ customerId }: CallerIdentity) =>
  customerId === null
    ? undefined
    : (at: (value: unknown) => string) =>
        `p.request_id in (select request_id from request_replica where customer_id = ${at(customerId)})`;
const isVisible = seenIn('p.request_id');

export const promiseList = listOf(listPromises, promiseProjection, {
  filters: { requestId: 'p.request_id', subjectId: 'p.subject_id', state: 'p.status' },
  visible: (caller) => (at) =>
    [isVisible(caller), isOfCustomer(caller)].flatMap((condition) => condition?.(at) ?? []).join(' and '),
  order: [
    ['p.started_at', 'desc', 'timestamptz'],
    ['p.promise_id', 'desc', 'uuid'],
  ],
});

/** @throws {NotFound} where it is of a complaint that is not for the caller to read: only other records say whether it is */
async function mustSee(_command: unknown, { id, db, caller }: CheckedOf) {
  const sql = `select from promise p where promise_id = $1 and ${isSeen('p.request_id', '$2')}`;
  const seen = caller && (await db.query<unknown[]>(sql, [id, complaintsSeenBy(caller as CallerIdentity)]));
  if (seen?.length === 0) throw new NotFound();
}
const calendar = ({ timeZone, closures }: Settings) => ({ calendar: workCalendar({ timeZone, closures }) });

@Module(
  aggregateModule(promises, Promises, {
    commands: promiseRoutes,
    before: { pause: mustSee, resume: mustSee },
    adds: { pause: calendar, resume: calendar },
    lists: [promiseList],
    reactions: promiseReactions,
  }),
)
export class PromisesModule {}
