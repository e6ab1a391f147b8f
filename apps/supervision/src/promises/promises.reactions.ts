import type { Addressee, DeclaredReaction, Told } from '@pledge/application';
import { on } from '@pledge/application';
import type { PromiseName, PromiseSubject, StampedPromise } from '@pledge/contracts';
import {
  CallerTold,
  EngineerArrived,
  EnquiryJoined,
  EnquiryReceived,
  MatterAccepted,
  MatterSettled,
  MeasuresRecorded,
  OrderAccepted,
  PurchaseApproved,
  PurchaseCancelled,
  PurchaseLineSupplied,
  PurchaseOrderChanged,
  QuestionAnswered,
  QuestionReferred,
  RequestJoined,
  RequestReceived,
  RequestResponded,
  ToldCallerKept,
} from '@pledge/contracts/events';
import { question } from '@pledge/messaging';
import type { PromiseCommand } from './promise-state.js';

type Telling = Told<PromiseCommand>;

interface OfRequest {
  readonly requestId: string;
  readonly number: string;
}

const start = (
  { requestId, number }: OfRequest,
  promises: readonly StampedPromise[],
  subject: PromiseSubject = { kind: 'request', id: requestId, number },
): readonly Telling[] =>
  promises.map((stamped) => [
    stamped.promiseId,
    { type: 'start', about: { requestId, requestNumber: number, subject }, stamped },
  ]);

const idOf = ([row]: readonly { promise_id: string }[]) => row?.promise_id;

/** The promise of a name that was given for a request. */
const ofRequest = (requestId: string, promise: PromiseName): Addressee => ({
  find: question(
    'select promise_id from promise where request_id = $1 and promise = $2 limit 1',
    [requestId, promise],
    idOf,
  ),
  awaits: `the promise ${promise} of request ${requestId}`,
  key: requestId,
});
const done = (requestId: string, promise: PromiseName, doneAt: string): Telling => [
  ofRequest(requestId, promise),
  { type: 'done', doneAt },
];

/** What starts and stops the clocks. */
export const promiseReactions: readonly DeclaredReaction<PromiseCommand>[] = [
  on(RequestReceived, 'supervision-starts-promises', (data) => start(data, data.promises)),
  on(RequestJoined, 'supervision-starts-promises-of-joined', (data) => start(data, data.promises)),
  on(EnquiryReceived, 'supervision-starts-promises-of-enquiry', (data) => start(data, data.promises)),
  on(EnquiryJoined, 'supervision-starts-promises-of-joined-enquiry', (data) => start(data, data.promises)),
  on(QuestionReferred, 'supervision-starts-answer-question', (data) =>
    start(data, [data.promise], { kind: 'question', id: data.questionId, number: null }),
  ),
  on(CallerTold, 'supervision-starts-told-caller', (data) => start(data, [data.promise])),
  on(MatterAccepted, 'supervision-starts-promise-of-matter', ({ requestId, requestNumber: number, promise }) =>
    start({ requestId, number }, [promise]),
  ),
  on(ToldCallerKept, 'supervision-stops-told-caller', ({ promiseId, doneAt }) => [promiseId, { type: 'done', doneAt }]),
  on(RequestResponded, 'supervision-stops-respond', ({ requestId, respondedAt }) =>
    done(requestId, 'respond', respondedAt),
  ),
  on(OrderAccepted, 'supervision-stops-respond-at-diagnosis', ({ requestId, acceptedAt }) =>
    done(requestId, 'respond', acceptedAt),
  ),
  on(EngineerArrived, 'supervision-stops-arrive', ({ requestId, arrivedAt }) => done(requestId, 'arrive', arrivedAt)),
  on(MeasuresRecorded, 'supervision-stops-resolve', ({ requestId, completedAt }) =>
    done(requestId, 'resolve', completedAt),
  ),
  on(QuestionAnswered, 'supervision-stops-answer-question', ({ requestId, questionId, promiseId, answeredAt }) => [
    {
      find: question('select promise_id from promise where promise_id = $1', [promiseId], idOf),
      awaits: `the promise of question ${questionId}`,
      key: requestId,
    },
    { type: 'done', doneAt: answeredAt },
  ]),
  on(MatterSettled, 'supervision-stops-promise-of-matter', ({ promiseId, settledAt }) => [
    promiseId,
    { type: 'done', doneAt: settledAt },
  ]),
  on(
    PurchaseApproved,
    'supervision-starts-supply-part',
    ({ whole, purchaseOrderId: id, number, requestId, promises }) =>
      whole
        ? promises.map(({ stamped }): Telling => {
            const about = { requestId, requestNumber: null, subject: { kind: 'purchase-order', id, number } } as const;
            return [stamped.promiseId, { type: 'start', about, stamped }];
          })
        : null,
  ),
  on(PurchaseLineSupplied, 'supervision-stops-supply-part', ({ promiseId, suppliedAt }) => [
    promiseId,
    { type: 'done', doneAt: suppliedAt },
  ]),
  on(PurchaseOrderChanged, 'supervision-voids-supply-part-of-changed', ({ promiseIds = [] }) =>
    promiseIds.map((promiseId): Telling => [promiseId, { type: 'void', reason: '采购单已变更，须重新审批' }]),
  ),
  on(PurchaseCancelled, 'supervision-voids-supply-part', ({ promiseIds, reason }) =>
    promiseIds.map((promiseId): Telling => [promiseId, { type: 'void', reason }]),
  ),
];
