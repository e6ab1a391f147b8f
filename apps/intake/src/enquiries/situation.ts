import type { Chosen, Confirmation, Department, Person, Reporter } from '@pledge/contracts';
import type {
  EnquiryJoined,
  EnquiryReceived,
  EventOf,
  JoinUndone,
  MatterHandedOver,
  QuestionReferred,
  RequestClosed,
  RequestReleased,
  RequestResponded,
  RequestTaken,
} from '@pledge/contracts/events';
import type { EnquiryBody } from '@pledge/contracts/http';
import type { WorkCalendar } from '@pledge/promises';

export type Told = EventOf<typeof EnquiryReceived>['data'];
export type Joined = EventOf<typeof EnquiryJoined>['data'];
/** A join that a named person took back. */
export type Undone = Pick<EventOf<typeof JoinUndone>['data'], 'wasJoinedTo' | 'reason' | 'by' | 'undoneAt'>;
type Responded = EventOf<typeof RequestResponded>['data'];
export type Answer = Pick<Responded, 'by' | 'text' | 'respondedAt' | 'sources' | 'via'>;
export interface Closing {
  readonly closedAt: string;
  readonly confirmation: Confirmation;
}

/** Where the question, or the matter, is that another department was given. */
export interface Referral {
  /** Null for a matter, which supervision has as a whole. */
  readonly questionId: string | null;
  readonly department: Department;
  readonly state: 'offered' | 'accepted' | 'declined' | 'answered';
  readonly reason: string | null;
  readonly answer: string | null;
  readonly at: string;
  /** When the department is to have accepted it. */
  readonly acceptBy: string | null;
  readonly chosen: Chosen | null;
  /** All that became of it and of those before it, oldest first. */
  readonly steps: readonly ReferralStep[];
}

export interface ReferralStep {
  readonly what: 'matter' | 'question';
  readonly step: Referral['state'] | 'reassigned';
  readonly department: Department;
  readonly by: string | null;
  readonly at: string;
  readonly reason: string | null;
  readonly answer: string | null;
  readonly acceptBy: string | null;
  readonly chosen: Chosen | null;
}

interface Kept {
  /** The first answer of a person; the clock of the response stops with it. */
  readonly answer: Answer | null;
  /** The agent who has taken it. */
  readonly takenBy: Person | null;
  readonly referral: Referral | null;
  /** That it was joined to another before, and why it is not any more. */
  readonly undone: Undone | null;
}

export type Enquiry =
  | { readonly status: 'absent' }
  | (Kept & { readonly status: 'received' | 'responded'; readonly report: Told })
  | (Kept & { readonly status: 'joined'; readonly report: Joined })
  | (Kept & { readonly status: 'closed'; readonly report: Told; readonly closing: Closing });

/** What an enquiry is about, as far as anybody said; all of it may be open. */
export interface About {
  readonly customerId: string | null;
  readonly customerName: string | null;
  readonly siteId: string | null;
  readonly siteName: string | null;
  readonly equipmentId: string | null;
  readonly equipmentName: string | null;
  readonly equipmentModel: string | null;
  readonly serialNumber: string | null;
  readonly category: Told['category'];
  readonly respondMinutes: number | null;
}

export interface Asked {
  readonly customerId: string | null;
  readonly siteId: string | null;
  readonly equipmentId: string | null;
}

/** Where the routing table sends a request. */
export interface Routed {
  readonly edition: number;
  readonly line: Chosen['line'];
}

/** What the database knows, read under the locks. */
export interface Known {
  readonly number: string;
  readonly about: About;
  /** When its envelope reached us; null where the report is its own envelope. */
  readonly envelopeReceivedAt: string | null;
  /** `Message-ID` of the mail it came by. */
  readonly mailId?: string | undefined;
  /** The open enquiry of the kind that the same caller made in the same words minutes ago. */
  readonly said: Asking | null;
  /** The open enquiry that a person says it is again; null where it is not open or of another kind, or nobody says so. */
  readonly twin: Asking | null;
}

/** An enquiry that is open. */
export interface Asking {
  readonly requestId: string;
  readonly number: string;
  readonly customerId: string | null;
}

export type EnquiryCommand = { readonly requestId: string } & (
  | {
      readonly type: 'receive';
      readonly report: EnquiryBody;
      readonly reportedBy: Reporter;
      readonly asked: Asked;
      readonly ids: { readonly promiseId: string; readonly publicToken: string; readonly envelopeId: string };
      /** Who of us writes it down; null where the user does. */
      readonly recordedBy: Person | null;
      /** They may say that it reached us longer ago than the desk may. */
      readonly mayBackdate?: boolean;
      readonly calendar: WorkCalendar;
      /** Filled in under the lock. */
      readonly known?: Known;
    }
  | { readonly type: 'undo-join'; readonly reason: string; readonly by: Person }
  | ({ readonly type: 'respond' } & Omit<Answer, 'respondedAt'>)
  | { readonly type: 'take' | 'release'; readonly by: Person }
  | {
      readonly type: 'refer';
      readonly by: Person;
      /** That of the routing table unless told. */
      readonly department?: Department | undefined;
      readonly question: string;
      readonly reason: string;
      /** By when the user was told to hear from us. */
      readonly toldBy: string;
      readonly ids: { readonly questionId: string; readonly promiseId: string; readonly handOffId: string };
      readonly calendar: WorkCalendar;
      /** Filled in under the lock. */
      readonly routed?: Routed | undefined;
    }
  | {
      readonly type: 'hand-over';
      readonly by: Person;
      readonly handled: string | null;
      readonly handOffId: string;
      readonly calendar: WorkCalendar;
    }
  | {
      readonly type: 'referral-moves';
      readonly questionId: string | null;
      readonly state: 'accepted' | 'declined' | 'answered';
      readonly department: Department;
      readonly by: string;
      readonly text: string | null;
      readonly at: string;
    }
  | {
      readonly type: 'referral-reassigned';
      readonly questionId: string;
      readonly department: Department;
      readonly by: string;
      readonly at: string;
      readonly acceptBy: string;
    }
  | { readonly type: 'confirm'; readonly confirmation: Omit<Confirmation, 'at'> }
);

/** Kept in the journal: what became of a referral was the other department's to say. */
interface ReferralMoved {
  readonly type: 'referral-moved';
  readonly data: Pick<Referral, 'state' | 'reason' | 'answer' | 'at'> & { readonly by: string };
}
interface ReferralReassigned {
  readonly type: 'referral-reassigned';
  readonly data: Pick<Referral, 'department' | 'at' | 'acceptBy'> & { readonly by: string };
}

export type EnquiryEvent =
  | EventOf<typeof EnquiryReceived>
  | EventOf<typeof EnquiryJoined>
  | EventOf<typeof JoinUndone>
  | EventOf<typeof RequestResponded>
  | EventOf<typeof QuestionReferred>
  | EventOf<typeof MatterHandedOver>
  | EventOf<typeof RequestClosed>
  | EventOf<typeof RequestTaken>
  | EventOf<typeof RequestReleased>
  | ReferralMoved
  | ReferralReassigned;
