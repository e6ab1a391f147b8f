import type { Person, RequestKind, StampedPromise } from '@pledge/contracts';
import type {
  CallerTold,
  ClarificationAnswered,
  ClarificationAsked,
  ClarificationOverdue,
  EventOf,
  NoteAdded,
  ReplyWritten,
  RequestDisputed,
  ToldCallerKept,
  UserWrote,
} from '@pledge/contracts/events';
import type { WorkCalendar } from '@pledge/promises';

export type Via = EventOf<typeof ReplyWritten>['data']['via'];

/** Something that was said and is kept here; the report, its answer and envelopes are read where they are. */
export interface Said {
  readonly entryId: string;
  readonly type: 'reply' | 'user' | 'note';
  readonly via: Via | null;
  readonly by: string;
  readonly text: string;
  readonly at: string;
  readonly attachmentIds?: readonly string[];
}
export interface Clarification {
  readonly clarificationId: string;
  readonly question: string;
  readonly askedBy: Person;
  readonly askedAt: string;
  readonly dueAt: string;
  readonly state: 'open' | 'overdue' | 'answered';
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: string | null;
}
export interface ToldPromise {
  readonly promise: StampedPromise;
  readonly what: string;
  readonly toldBy: Person;
  readonly toldAt: string;
  readonly doneAt: string | null;
}

/** The user does not accept the repair or the answer as effective. */
export interface Dispute {
  readonly by: string;
  readonly note: string;
  readonly at: string;
  /** When they were answered once more; the repair of a fault is not settled by words. */
  readonly answeredAt: string | null;
}

/** What was said about one request beside its report and its first answer. */
export interface Conversation {
  readonly said: readonly Said[];
  readonly clarifications: readonly Clarification[];
  readonly told: readonly ToldPromise[];
  readonly dispute: Dispute | null;
}

/** The request it is about, read under its lock. */
export interface About {
  readonly number: string;
  readonly kind: RequestKind;
  readonly open: boolean;
  readonly answered: boolean;
  /** The repair is done, with or without a word before it. */
  readonly resolved: boolean;
  readonly reporter: { readonly name: string; readonly email: string | null };
}

interface Saying {
  readonly entryId: string;
  readonly text: string;
  readonly attachmentIds?: readonly string[] | undefined;
}

export type ConversationCommand = { readonly requestId: string; readonly about?: About } & (
  | ({ readonly type: 'reply'; readonly by: Person; readonly via: Via } & Saying)
  | ({ readonly type: 'note'; readonly by: Person } & Saying)
  | ({
      readonly type: 'user-word';
      /** Who of us wrote it down; null where the user did it themselves. */
      readonly recordedBy: Person | null;
      readonly via: Via;
    } & Saying)
  | {
      readonly type: 'ask';
      readonly clarificationId: string;
      readonly by: Person;
      readonly question: string;
      readonly withinMinutes: number;
    }
  | {
      readonly type: 'clarify';
      readonly clarificationId: string;
      readonly by: string | null;
      readonly answer: string;
      readonly attachmentIds?: readonly string[] | undefined;
    }
  | { readonly type: 'ring'; readonly clarificationId: string }
  | {
      readonly type: 'tell';
      readonly promiseId: string;
      readonly by: Person;
      readonly what: string;
      readonly dueAt: string;
      readonly calendar: WorkCalendar;
    }
  | { readonly type: 'keep'; readonly promiseId: string; readonly by: Person }
  | { readonly type: 'dispute'; readonly entryId: string; readonly note: string }
);

/** Kept in the journal: what is said inside the house, or was heard by one of us, is nobody else's business in its words. */
interface EntryKept {
  readonly type: 'entry-kept';
  readonly data: Said;
}

export type ConversationEvent =
  | EntryKept
  | EventOf<typeof NoteAdded>
  | EventOf<typeof ReplyWritten>
  | EventOf<typeof UserWrote>
  | EventOf<typeof ClarificationAsked>
  | EventOf<typeof ClarificationAnswered>
  | EventOf<typeof ClarificationOverdue>
  | EventOf<typeof CallerTold>
  | EventOf<typeof ToldCallerKept>
  | EventOf<typeof RequestDisputed>;
