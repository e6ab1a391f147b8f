import type { CommandOf, CommandsOf, Department, EventOf, EventsOf, HandOff, Person } from '@pledge/contracts';
import type { QuestionClosed, QuestionReferred } from '@pledge/contracts/events';
import type { questionEvents, questionRoutes, reassignQuestion } from '@pledge/contracts/http';
import type { WorkCalendar } from '@pledge/promises';

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
export interface QuestionAnswer {
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
  | (Kept & { readonly status: 'answered'; readonly takenUp: TakenUp; readonly answer: QuestionAnswer })
  | (Kept & {
      readonly status: 'closed';
      readonly takenUp: TakenUp;
      readonly answer: QuestionAnswer;
      readonly knowledge: Knowledge;
    });
export type KeptQuestion = Exclude<Question, { readonly status: 'absent' }>;

export interface RegisterQuestion {
  readonly type: 'register';
  readonly told: Referred;
}
/** The hand-off is to be accepted within working hours, which the company's calendar knows. */
export type ReassignQuestion = CommandOf<typeof reassignQuestion> & { readonly calendar: WorkCalendar };
export interface CloseQuestion {
  readonly type: 'close';
  readonly lesson: Lesson;
}
export type QuestionCommand =
  | Exclude<CommandsOf<typeof questionRoutes>, { readonly type: 'reassign' }>
  | ReassignQuestion
  | RegisterQuestion
  | CloseQuestion;

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
export type QuestionEvent = EventsOf<typeof questionEvents> | QuestionReceived | QuestionTakenUp | LessonLearnt;
