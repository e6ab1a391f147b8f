import type { Department, HandOff, Person } from '@pledge/contracts';
import type { EventOf, QuestionReferred } from '@pledge/contracts/events';
import {
  QuestionAccepted,
  QuestionAnswered,
  QuestionClosed,
  QuestionDeclined,
  QuestionReassigned,
  QuestionRegistered,
} from '@pledge/contracts/events';
import type { Decider } from '@pledge/kernel';
import { Refusal } from '@pledge/kernel';
import type { WorkCalendar } from '@pledge/promises';
import { stamp } from '@pledge/promises';

/** What the hotline referred. */
export type Referred = EventOf<typeof QuestionReferred>['data'];

export interface Decline {
  readonly department: Department;
  readonly reason: string;
  readonly by: Person;
  readonly at: string;
}
export interface TakenUp {
  readonly by: Person;
  readonly at: string;
}
export interface Answer {
  readonly text: string;
  readonly at: string;
}
/** No answer unlearned: what the knowledge base learns of it. */
export interface Lesson {
  readonly decision: EventOf<typeof QuestionClosed>['data']['decision'];
  readonly articleId: string | null;
  readonly note: string | null;
}
export interface Knowledge extends Lesson {
  readonly by: Person;
  readonly at: string;
}

interface Kept {
  readonly told: Referred;
  readonly number: string;
  /** Who is asked now. */
  readonly department: Department;
  readonly handOff: HandOff;
  readonly declines: readonly Decline[];
  /** The manager has ruled: it cannot be declined. */
  readonly ruled: boolean;
}
export type Question =
  | { readonly status: 'absent' }
  | (Kept & { readonly status: 'referred' | 'declined' | 'to-rule' })
  | (Kept & { readonly status: 'accepted'; readonly takenUp: TakenUp })
  | (Kept & { readonly status: 'answered'; readonly takenUp: TakenUp; readonly answer: Answer })
  | (Kept & {
      readonly status: 'closed';
      readonly takenUp: TakenUp;
      readonly answer: Answer;
      readonly knowledge: Knowledge;
    });

/** A person, and the department for which they speak. */
interface Speaker {
  readonly by: Person;
  readonly of: Department | null;
}
export type QuestionCommand =
  | {
      readonly type: 'register';
      readonly told: Referred;
      /** Drawn from the database under the lock. */
      readonly number?: string;
    }
  | ({ readonly type: 'accept' } & Speaker)
  | ({ readonly type: 'decline'; readonly reason: string } & Speaker)
  | {
      readonly type: 'reassign';
      readonly by: Person;
      readonly mayRule: boolean;
      readonly department: Department;
      readonly handOffId: string;
      readonly calendar: WorkCalendar;
    }
  | ({ readonly type: 'answer'; readonly answer: string } & Speaker)
  | { readonly type: 'close'; readonly by: Person; readonly lesson: Lesson };

/** Kept in the journal: what the other departments know already, or are told in fewer words. */
export interface QuestionReceived {
  readonly type: 'question-received';
  readonly data: { readonly told: Referred; readonly number: string };
}
export interface QuestionTakenUp {
  readonly type: 'question-taken-up';
  readonly data: TakenUp;
}
export interface LessonLearnt {
  readonly type: 'question-lesson-learnt';
  readonly data: Knowledge;
}
export type QuestionEvent =
  | QuestionReceived
  | QuestionTakenUp
  | LessonLearnt
  | EventOf<typeof QuestionRegistered>
  | EventOf<typeof QuestionAccepted>
  | EventOf<typeof QuestionDeclined>
  | EventOf<typeof QuestionReassigned>
  | EventOf<typeof QuestionAnswered>
  | EventOf<typeof QuestionClosed>;

const mostDeclines = 2;
const possibleIn = {
  absent: [],
  referred: ['accept', 'decline'],
  declined: ['reassign'],
  'to-rule': ['reassign'],
  accepted: ['answer'],
  answered: ['close'],
  closed: [],
} as const;

const inAnotherStep = ({ status }: Question) =>
  new Refusal('question-in-another-step', { status, possible: possibleIn[status] });

export const question: Decider<QuestionCommand, Question, QuestionEvent> = {
  initial: { status: 'absent' },

  decide(command, state, now) {
    switch (command.type) {
      case 'register':
        return state.status === 'absent' ? register(command, now) : [];
      case 'accept': {
        if (state.status !== 'referred') throw inAnotherStep(state);
        speaksFor(state, command.of);
        const { handOffId, from, to } = state.handOff;
        const { questionId, requestId } = state.told;
        const acceptance = { handOffId, requestId, from, to, acceptedBy: command.by.name, acceptedAt: now };
        return [
          { type: 'question-taken-up', data: { by: command.by, at: now } },
          QuestionAccepted.of({ ...acceptance, questionId, number: state.number }),
        ];
      }
      case 'decline': {
        if (state.status !== 'referred') throw inAnotherStep(state);
        speaksFor(state, command.of);
        if (state.ruled) throw new Refusal('ruling-stands');
        const { reason, by } = command;
        const toRule = state.declines.length + 1 >= mostDeclines;
        const { handOffId } = state.handOff;
        return [QuestionDeclined.of({ ...about(state), handOffId, reason, by, declinedAt: now, toRule })];
      }
      case 'reassign':
        if (state.status !== 'declined' && state.status !== 'to-rule') throw inAnotherStep(state);
        return [reassign(state, command, now)];
      case 'answer': {
        if (state.status !== 'accepted') throw inAnotherStep(state);
        speaksFor(state, command.of);
        const { by } = state.takenUp;
        if (by.personId !== command.by.personId) {
          throw new Refusal('not-accepted-by-you', { status: state.status, acceptedBy: by.name });
        }
        const { promiseId } = state.told.promise;
        const { answer } = command;
        return [QuestionAnswered.of({ ...about(state), promiseId, answer, answeredBy: by, answeredAt: now })];
      }
      case 'close': {
        if (state.status !== 'answered') throw inAnotherStep(state);
        const { by, lesson } = command;
        if (state.takenUp.by.personId === by.personId) throw new Refusal('own-answer', { answeredBy: by.name });
        const { decision, articleId } = lesson;
        return [
          { type: 'question-lesson-learnt', data: { ...lesson, by, at: now } },
          QuestionClosed.of({ ...about(state), decision, articleId, by, closedAt: now }),
        ];
      }
    }
  },

  evolve(state, event) {
    switch (event.type) {
      case 'question-received': {
        const { told, number } = event.data;
        const { department, handOff } = told;
        return { status: 'referred', told, number, department, handOff, declines: [], ruled: false };
      }
      case 'question-taken-up':
        return state.status === 'referred' ? { ...state, status: 'accepted', takenUp: event.data } : state;
      case 'support.question-declined.v1': {
        if (state.status !== 'referred') return state;
        const { department, reason, by, declinedAt: at, toRule } = event.data;
        const declines = [...state.declines, { department, reason, by, at }];
        return { ...state, status: toRule ? 'to-rule' : 'declined', declines };
      }
      case 'support.question-reassigned.v1': {
        if (state.status !== 'declined' && state.status !== 'to-rule') return state;
        const { department, handOff, ruled } = event.data;
        return { ...state, status: 'referred', department, handOff, ruled };
      }
      case 'support.question-answered.v1': {
        if (state.status !== 'accepted') return state;
        return { ...state, status: 'answered', answer: { text: event.data.answer, at: event.data.answeredAt } };
      }
      case 'question-lesson-learnt':
        return state.status === 'answered' ? { ...state, status: 'closed', knowledge: event.data } : state;
      case 'support.question-registered.v1':
      case 'support.question-accepted.v1':
      case 'support.question-closed.v1':
        return state;
    }
  },
};

const about = ({ told, number, department }: Kept) => ({
  questionId: told.questionId,
  number,
  requestId: told.requestId,
  requestNumber: told.number,
  department,
});

function speaksFor({ department }: Kept, of: Department | null): void {
  if (of !== department) throw new Refusal('not-your-department', { department });
}

function register({ told, number }: Extract<QuestionCommand, { type: 'register' }>, now: string): QuestionEvent[] {
  if (number === undefined) throw new Error('a question is registered only with a number from the database');
  const { questionId, requestId, number: requestNumber, department } = told;
  return [
    { type: 'question-received', data: { told, number } },
    QuestionRegistered.of({ questionId, number, requestId, requestNumber, department, registeredAt: now }),
  ];
}

function reassign(
  state: Extract<Question, { status: 'referred' | 'declined' | 'to-rule' }>,
  command: Extract<QuestionCommand, { type: 'reassign' }>,
  now: string,
): QuestionEvent {
  const { by, mayRule, department, handOffId, calendar } = command;
  const ruled = state.status === 'to-rule';
  if (ruled && !mayRule) throw new Refusal('manager-rules');
  if (!ruled && state.declines.some((one) => one.department === department)) throw new Refusal('declined-by-them');
  const offer = {
    promiseId: handOffId,
    promise: 'accept-handoff',
    startedAt: now,
    owner: department,
    calendar,
  } as const;
  const { startedAt: offeredAt, dueAt: acceptBy } = stamp({ ...offer, clock: 'working-days' });
  const subject = { kind: 'question' as const, id: state.told.questionId };
  const handOff: HandOff = { handOffId, subject, from: 'intake', to: department, offeredAt, acceptBy };
  return QuestionReassigned.of({ ...about(state), department, by, ruled, at: now, handOff });
}
