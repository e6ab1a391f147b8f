import type { Department } from '@pledge/contracts';
import {
  MatterHandedOver,
  QuestionReferred,
  RequestClosed,
  RequestReleased,
  RequestResponded,
  RequestTaken,
} from '@pledge/contracts/events';
import type { Decider } from '@pledge/kernel';
import { Refusal } from '@pledge/kernel';
import { stamp } from '@pledge/promises';
import { undoJoin } from './joining.js';
import { receive } from './receiving.js';
import { movedOn, offered, reassigned, referralMoves, referralReassigned, withDepartment } from './referral.js';
import type { Enquiry, EnquiryCommand, EnquiryEvent, Told } from './situation.js';

type Open = Extract<Enquiry, { status: 'received' | 'responded' }>;

/** A request that no engineer is sent for: answered by the hotline, or by a department it asks. */
export const enquiry: Decider<EnquiryCommand, Enquiry, EnquiryEvent> = {
  initial: { status: 'absent' },

  decide(command, state, now) {
    if (command.type === 'receive') {
      if (state.status !== 'absent') throw new Refusal('request-exists');
      return [receive(command, now)];
    }
    if (state.status === 'absent') throw new Refusal('request-missing');
    if (command.type === 'referral-moves') return referralMoves(command, state.referral);
    if (command.type === 'referral-reassigned') return referralReassigned(command, state.referral);
    const about = { requestId: state.report.requestId, number: state.report.number };
    if (command.type === 'release') {
      if (!state.takenBy) throw new Refusal('request-not-taken', { status: state.status });
      return [RequestReleased.of({ ...about, by: command.by, at: now })];
    }
    if (command.type === 'undo-join') return undoJoin(command, state, now);
    if (state.status === 'closed') throw new Refusal('request-closed', { status: state.status });
    switch (command.type) {
      case 'respond': {
        if (state.answer) throw new Refusal('request-already-answered', { status: state.status });
        const { by, text, sources, via } = command;
        return [
          RequestResponded.of({
            ...about,
            by,
            text,
            respondedAt: now,
            ...(sources && { sources }),
            ...(via && { via }),
          }),
        ];
      }
      case 'take':
        return state.takenBy?.personId === command.by.personId
          ? []
          : [RequestTaken.of({ ...about, by: command.by, at: now })];
      case 'refer':
        return [refer(command, byItself(state), now)];
      case 'hand-over':
        return [handOver(command, byItself(state), now)];
      case 'confirm': {
        byItself(state);
        if (!state.answer) throw new Refusal('request-not-answered', { status: state.status });
        if (withDepartment(state.referral?.state))
          throw new Refusal('question-open', { department: state.referral?.department });
        const { how, note } = command.confirmation;
        if ((how === 'refused' || how === 'paper') && !note) throw new Refusal('note-required', { how }, '/note');
        const confirmation = { ...command.confirmation, at: now };
        return [RequestClosed.of({ ...about, closedAt: now, verdict: 'effective', confirmation })];
      }
    }
  },

  evolve(state, fact) {
    if (fact.type === 'intake.enquiry-received.v1') return receivedAs(state, fact.data);
    if (fact.type === 'intake.enquiry-joined.v1') return { status: 'joined', report: fact.data, ...untouched };
    if (state.status === 'absent') return state;
    switch (fact.type) {
      case 'intake.request-responded.v1': {
        if (state.status === 'closed') return state;
        const { by, text, respondedAt, sources, via } = fact.data;
        const answer = { by, text, respondedAt, ...(sources && { sources }), ...(via && { via }) };
        return state.status === 'joined' ? { ...state, answer } : { ...state, status: 'responded', answer };
      }
      case 'intake.join-undone.v1':
        return { ...state, undone: fact.data };
      case 'intake.request-taken.v1':
        return { ...state, takenBy: fact.data.by };
      case 'intake.request-released.v1':
        return { ...state, takenBy: null };
      case 'intake.question-referred.v1': {
        const { questionId, department, reason, referredAt: at, referredBy, handOff, chosen = null } = fact.data;
        const step = { what: 'question', department, by: referredBy.name, at, reason, chosen } as const;
        return { ...state, referral: offered(questionId, { ...step, acceptBy: handOff.acceptBy }, state.referral) };
      }
      case 'intake.matter-handed-over.v1': {
        const { handOff, handedOverAt: at, handedOverBy, handled: reason } = fact.data;
        const step = {
          what: 'matter',
          department: handOff.to,
          by: handedOverBy.name,
          at,
          reason,
          chosen: null,
        } as const;
        return { ...state, referral: offered(null, { ...step, acceptBy: handOff.acceptBy }, state.referral) };
      }
      case 'referral-moved':
        return state.referral ? { ...state, referral: movedOn(state.referral, fact.data) } : state;
      case 'referral-reassigned':
        return state.referral ? { ...state, referral: reassigned(state.referral, fact.data) } : state;
      case 'intake.request-closed.v1': {
        const { closedAt, confirmation } = fact.data;
        if (!confirmation || state.status === 'joined') return state;
        return { ...state, status: 'closed', closing: { closedAt, confirmation } };
      }
    }
  },
};

/** What follows the answer is done with the enquiry that it was joined to. */
function byItself(state: Extract<Enquiry, { status: 'received' | 'responded' | 'joined' }>): Open {
  if (state.status === 'joined') throw new Refusal('request-joined', { joinedTo: state.report.joinedTo.number });
  return state;
}

/** What nobody has done anything to yet. */
const untouched = { answer: null, takenBy: null, referral: null, undone: null };

/** What was joined has been worked on already: what was done with it stays. */
function receivedAs(state: Enquiry, report: Told): Enquiry {
  if (state.status !== 'joined') return { status: 'received', report, ...untouched };
  return { ...state, status: state.answer ? 'responded' : 'received', report };
}

/** The user was told why there is no answer yet, and by when there will be one (S-78, S-79). */
function refer(command: Extract<EnquiryCommand, { type: 'refer' }>, state: Open, now: string): EnquiryEvent {
  const { by, routed, question, reason, toldBy, ids, calendar } = command;
  if (!routed) throw new Error('a question is referred only with what the routing table says of it');
  const department = command.department ?? routed.line.department;
  if (withDepartment(state.referral?.state))
    throw new Refusal('already-referred', { department: state.referral?.department });
  if (Date.parse(toldBy) <= Date.parse(now)) throw new Refusal('told-time-past', { now }, '/toldBy');
  const { requestId, number, kind, category, customerName, equipmentModel, reportedBy } = state.report;
  return QuestionReferred.of({
    requestId,
    number,
    questionId: ids.questionId,
    kind,
    department,
    question,
    reason,
    category,
    customerName,
    equipmentModel,
    askedBy: reportedBy.name,
    referredBy: by,
    referredAt: now,
    promise: stamp({
      promiseId: ids.promiseId,
      promise: 'answer-question',
      startedAt: now,
      owner: department,
      calendar,
    }),
    handOff: {
      handOffId: ids.handOffId,
      subject: { kind: 'question', id: ids.questionId },
      from: 'intake',
      to: department,
      offeredAt: now,
      acceptBy: acceptBy(ids.handOffId, department, now, calendar),
    },
    chosen: { by: command.department === undefined ? 'table' : 'person', ...routed },
  });
}

/** A complaint or a suggestion goes to supervision with everything in it (S-83, S-97). */
function handOver(command: Extract<EnquiryCommand, { type: 'hand-over' }>, state: Open, now: string): EnquiryEvent {
  const { requestId, number, kind, channel, reportedBy, customerId, customerName, subject, description, details } =
    state.report;
  if (kind !== 'complaint' && kind !== 'suggestion') throw new Refusal('not-a-matter', { kind });
  if (withDepartment(state.referral?.state))
    throw new Refusal('already-handed-over', { department: state.referral?.department });
  const { by, handled, handOffId, calendar } = command;
  return MatterHandedOver.of({
    ...{ requestId, number, kind, channel, reportedBy, customerId, customerName, subject, description, details },
    handled,
    receivedAt: state.report.receivedAt,
    handedOverBy: by,
    handedOverAt: now,
    handOff: {
      handOffId,
      subject: { kind: 'request', id: requestId },
      from: 'intake',
      to: 'supervision',
      offeredAt: now,
      acceptBy: acceptBy(handOffId, 'supervision', now, calendar),
    },
  });
}

/** Thirty minutes of working time: no engineer waits for it (S-73). */
const acceptBy = (
  promiseId: string,
  owner: Department,
  startedAt: string,
  calendar: Extract<EnquiryCommand, { type: 'refer' }>['calendar'],
) => stamp({ promiseId, promise: 'accept-handoff', clock: 'working-days', owner, startedAt, calendar }).dueAt;
