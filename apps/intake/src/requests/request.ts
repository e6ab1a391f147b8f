import type { EventOf, RequestClosed } from '@pledge/contracts/events';
import {
  FactsCompleted,
  RequestReleased,
  RequestResolved,
  RequestResponded,
  RequestTaken,
} from '@pledge/contracts/events';
import type { FaultFact } from '@pledge/contracts/http';
import type { Decider } from '@pledge/kernel';
import { Refusal } from '@pledge/kernel';
import { close, confirm, recur, sign } from './closing.js';
import { newlyTold } from './facts.js';
import { receive } from './receiving.js';
import { undoJoin } from './undoing.js';
import type { Answer, Completion, Received, Request, RequestCommand, RequestEvent } from './situation.js';

/** What nobody has done anything to yet. */
const untouched = {
  ...{ takenBy: null, completed: [], undone: null, retold: false },
  ...{ confirmation: null, verdict: null, recurredAs: null },
};

export const request: Decider<RequestCommand, Request, RequestEvent> = {
  initial: { status: 'absent' },

  decide(command, state, now) {
    switch (command.type) {
      case 'receive':
        if (state.status !== 'absent') throw new Refusal('request-exists');
        return [receive(command, now)];
      case 'respond': {
        const { requestId, by, text, via, sources } = command;
        if (state.status === 'absent') throw new Refusal('request-missing');
        if (state.status === 'closed') throw new Refusal('request-closed', { status: state.status });
        if (state.status === 'responded' || ('answer' in state && state.answer)) {
          throw new Refusal('request-already-answered', { status: state.status });
        }
        const { number } = state.report;
        return [
          RequestResponded.of({
            requestId,
            number,
            by,
            text,
            respondedAt: now,
            ...(sources && { sources }),
            ...(via && { via }),
          }),
        ];
      }
      case 'resolve': {
        if (state.status !== 'received' && state.status !== 'responded') return [];
        const { requestId, orderId, resolvedAt } = command;
        return [RequestResolved.of({ requestId, number: state.report.number, orderId, resolvedAt })];
      }
      case 'sign':
        return sign(command, state);
      case 'confirm':
        return confirm(command, state, now);
      case 'close':
        return close(command, state, now);
      case 'recur':
        return recur(command, state, now);
      case 'take': {
        if (state.status === 'absent') throw new Refusal('request-missing');
        if (state.status === 'closed') throw new Refusal('request-closed', { status: state.status });
        const { requestId, by } = command;
        if (state.takenBy?.personId === by.personId) return [];
        return [RequestTaken.of({ requestId, number: state.report.number, by, at: now })];
      }
      case 'release': {
        if (state.status === 'absent') throw new Refusal('request-missing');
        if (!state.takenBy) throw new Refusal('request-not-taken', { status: state.status });
        const { requestId, by } = command;
        return [RequestReleased.of({ requestId, number: state.report.number, by, at: now })];
      }
      case 'undo-join':
        return undoJoin(command, state, now);
      case 'complete': {
        if (state.status === 'absent') throw new Refusal('request-missing');
        if (state.report.kind !== 'fault') throw new Refusal('not-a-fault', { kind: state.report.kind });
        if (state.status === 'closed') throw new Refusal('request-closed', { status: state.status });
        const { requestId, by } = command;
        const facts = newlyTold(command.facts, state.report);
        if (Object.keys(facts).length === 0) return [];
        return [FactsCompleted.of({ requestId, number: state.report.number, facts, by, at: now })];
      }
    }
  },

  evolve(state, fact) {
    switch (fact.type) {
      case 'intake.request-received.v1':
        return received(state, fact.data);
      case 'intake.request-joined.v1':
        return { status: 'joined', report: fact.data, answer: null, ...untouched };
      case 'intake.request-responded.v1':
        return answered(state, fact.data);
      case 'intake.request-resolved.v1':
        if (state.status !== 'received' && state.status !== 'responded') return state;
        return {
          ...state,
          status: 'resolved',
          answer: state.status === 'responded' ? state.answer : null,
          resolvedAt: fact.data.resolvedAt,
        };
      case 'intake.request-closed.v1':
        return closed(state, fact.data);
      case 'intake.request-confirmed.v1':
        return state.status === 'absent' ? state : { ...state, confirmation: fact.data.confirmation };
      case 'request-recurred':
        return state.status === 'absent' ? state : { ...state, recurredAs: fact.data.recurredAs };
      case 'intake.join-undone.v1':
        return state.status === 'absent' ? state : { ...state, undone: fact.data };
      case 'intake.facts-completed.v1':
        return completed(state, fact.data);
      case 'intake.request-taken.v1':
        return state.status === 'absent' ? state : { ...state, takenBy: fact.data.by };
      case 'intake.request-released.v1':
        return state.status === 'absent' ? state : { ...state, takenBy: null };
    }
  },
};

/** A report that was joined has been worked on already: what was done with it stays. */
function received(state: Request, report: Received): Request {
  if (state.status !== 'joined') return { status: 'received', report, ...untouched };
  const { takenBy, completed, undone, answer } = state;
  const kept = { ...untouched, report, takenBy, completed, undone, retold: true };
  return answer ? { status: 'responded', ...kept, answer } : { status: 'received', ...kept };
}

function closed(state: Request, { closedAt, verdict, confirmation }: EventOf<typeof RequestClosed>['data']): Request {
  if (state.status !== 'resolved') return state;
  return {
    ...state,
    status: 'closed',
    closedAt,
    // Facts from before this was asked say neither: they were closed by the silence window.
    verdict: verdict ?? 'effective',
    confirmation: confirmation ?? state.confirmation,
  };
}

function answered(state: Request, { by, text, respondedAt }: Answer): Request {
  const answer = { by, text, respondedAt };
  switch (state.status) {
    case 'received':
      return { ...state, status: 'responded', answer };
    case 'joined':
    case 'resolved':
      return { ...state, answer };
    case 'absent':
    case 'responded':
    case 'closed':
      return state;
  }
}

function completed(state: Request, { facts, by, at }: Completion): Request {
  if (state.status === 'absent') return state;
  // Only what `newlyTold` let through: the names and values of the report.
  const told = facts as Partial<Pick<Received, FaultFact>>;
  const kept = { completed: [...state.completed, { facts, by, at }], retold: true };
  if (state.status === 'joined') return { ...state, ...kept, report: { ...state.report, ...told } };
  return { ...state, ...kept, report: { ...state.report, ...told } };
}
