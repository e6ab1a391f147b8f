import type { Category, Confirmation, FaultTerms, Person, Reporter, WarrantyState } from '@pledge/contracts';
import type {
  EventOf,
  FactsCompleted,
  JoinUndone,
  RequestClosed,
  RequestConfirmed,
  RequestJoined,
  RequestReceived,
  RequestReleased,
  RequestResolved,
  RequestResponded,
  RequestTaken,
} from '@pledge/contracts/events';
import type { completeFacts, FaultBody, InputOf } from '@pledge/contracts/http';
import type { WorkCalendar } from '@pledge/promises';
import type { Mended, OpenFault } from './duplicates.js';

export type Received = EventOf<typeof RequestReceived>['data'];
export type Joined = EventOf<typeof RequestJoined>['data'];
type Answered = EventOf<typeof RequestResponded>['data'];
export type Answer = Pick<Answered, 'by' | 'text' | 'respondedAt' | 'via'>;

/** Facts of a fault that were asked for after the report (S-35). */
export type FactsTold = InputOf<typeof completeFacts>['body'];
export interface Completion {
  readonly facts: Readonly<Record<string, string | null>>;
  readonly by: Person;
  readonly at: string;
}

export type Verdict = NonNullable<EventOf<typeof RequestClosed>['data']['verdict']>;
type Twin = Joined['joinedTo'];

/** A join that a named person took back. */
export type Undone = Pick<EventOf<typeof JoinUndone>['data'], 'wasJoinedTo' | 'reason' | 'by' | 'undoneAt'>;

/** What stays with a request in whatever situation it is. */
interface Kept {
  /** The agent who has taken it. */
  readonly takenBy: Person | null;
  /** What was pinned down after the report, oldest first; the report says it too. */
  readonly completed: readonly Completion[];
  /** That it was joined to another before, and why it is not any more. */
  readonly undone: Undone | null;
  /** Who said that it works, or that they refused to say. */
  readonly confirmation: Confirmation | null;
  readonly verdict: Verdict | null;
  /** The request for the same fault that came within the silence window. */
  readonly recurredAs: Twin | null;
  /** True where the report says more than its row does. */
  readonly retold: boolean;
}

export type Request =
  | { readonly status: 'absent' }
  | (Kept & { readonly status: 'received'; readonly report: Received })
  | (Kept & { readonly status: 'responded'; readonly report: Received; readonly answer: Answer })
  | (Kept & { readonly status: 'joined'; readonly report: Joined; readonly answer: Answer | null })
  | (Kept & {
      readonly status: 'resolved';
      readonly report: Received;
      readonly answer: Answer | null;
      readonly resolvedAt: string;
    })
  | (Kept & {
      readonly status: 'closed';
      readonly report: Received;
      readonly answer: Answer | null;
      readonly resolvedAt: string;
      readonly closedAt: string;
    });

/** Where a report says it is. */
export interface PlaceAsked {
  readonly customerId: string;
  readonly siteId: string;
  readonly equipmentId: string | null;
}

/** Where the fault is and what is owed there, as intake's copies of the archive have it. */
export interface Place {
  readonly customerId: string;
  readonly customerName: string;
  readonly terms: FaultTerms;
  readonly siteId: string;
  readonly siteName: string;
  readonly siteAddress: string;
  readonly territory: string;
  readonly equipment: {
    readonly equipmentId: string;
    readonly name: string;
    readonly model: string;
    readonly serialNumber: string;
    readonly category: Category;
    readonly location: string;
    readonly warranty: { readonly state: WarrantyState; readonly endsOn: string | null };
  } | null;
}

/** Ids and secrets that a report needs, drawn outside the rule. */
export interface ReportIds {
  readonly promiseIds: readonly [string, string, string];
  readonly handOffId: string;
  readonly publicToken: string;
  /** The envelope the report came in, or a new one that it is by itself. */
  readonly envelopeId: string;
}

/** What the database knows of the place and of open faults there, read under the site's lock. */
export interface Known {
  readonly number: string;
  readonly place: Place;
  readonly openAtSite: readonly OpenFault[];
  /** The open fault that a person says it tells of again; null where it is not open, or nobody says so. */
  readonly twin: { readonly requestId: string; readonly number: string; readonly customerId: string } | null;
  /** The fault whose repair a person says did not hold; null where it has its verdict, or nobody says so. */
  readonly repair: {
    readonly requestId: string;
    readonly number: string;
    readonly customerId: string;
    readonly disputedAt: string | null;
    /** It was reported again before, though the verdict has not been turned yet. */
    readonly reportedAgain: boolean;
  } | null;
  /** Faults there whose repair is still being watched. */
  readonly mended: readonly Mended[];
  /** When its envelope reached us; null where the report is its own envelope. */
  readonly envelopeReceivedAt: string | null;
  /** `Message-ID` of the mail it came by. */
  readonly mailId?: string | undefined;
}

export type RequestCommand = { readonly requestId: string } & (
  | {
      readonly type: 'receive';
      readonly report: FaultBody;
      readonly reportedBy: Reporter;
      /** Who of us writes it down; null where the reporter does. */
      readonly recordedBy: Person | null;
      /** They may say that it reached us longer ago than the desk may. */
      readonly mayBackdate?: boolean;
      readonly ids: ReportIds;
      readonly calendar: WorkCalendar;
      readonly place: PlaceAsked;
      /** Filled in under the lock. */
      readonly known?: Known;
    }
  | {
      readonly type: 'respond';
      readonly by: Person;
      readonly text: string;
      readonly via?: Answered['via'];
      readonly sources?: Answered['sources'];
    }
  | { readonly type: 'resolve'; readonly orderId: string; readonly resolvedAt: string }
  | { readonly type: 'sign'; readonly signedBy: string; readonly signedAt: string }
  | { readonly type: 'confirm'; readonly confirmation: Omit<Confirmation, 'at'> }
  | { readonly type: 'close' }
  | { readonly type: 'recur'; readonly recurredAs: Twin | null }
  | { readonly type: 'take'; readonly by: Person }
  | { readonly type: 'release'; readonly by: Person }
  | {
      readonly type: 'undo-join';
      readonly reason: string;
      readonly by: Person;
      readonly ids: Pick<ReportIds, 'handOffId'> & { readonly promiseIds: readonly [string, string] };
      readonly calendar: WorkCalendar;
      /** What is owed to its customer, filled in under the lock. */
      readonly terms?: FaultTerms;
    }
  | { readonly type: 'complete'; readonly facts: FactsTold; readonly by: Person }
);

/** Kept in the journal: `intake.request-closed.v1` of the same moment tells the others. */
export interface RequestRecurred {
  readonly type: 'request-recurred';
  readonly data: { readonly recurredAs: Twin };
}

export type RequestEvent =
  | RequestRecurred
  | EventOf<typeof RequestTaken>
  | EventOf<typeof RequestReleased>
  | EventOf<typeof RequestConfirmed>
  | EventOf<typeof FactsCompleted>
  | EventOf<typeof JoinUndone>
  | EventOf<typeof RequestReceived>
  | EventOf<typeof RequestJoined>
  | EventOf<typeof RequestResponded>
  | EventOf<typeof RequestResolved>
  | EventOf<typeof RequestClosed>;
