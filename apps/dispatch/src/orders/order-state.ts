import type {
  Category,
  CommandsOf,
  Conduct,
  EventsOf,
  HandOff,
  Impact,
  Nature,
  PartLine,
  Person,
  WarrantyState,
} from '@pledge/contracts';
import type { orderEvents, orderRoutes, OrderStatus } from '@pledge/contracts/http';
import type { Given } from '@pledge/kernel';
import type { PartsAvailability, PartsNews } from './parts-availability.js';

/** What the report said when the order was opened. */
export interface Report {
  readonly requestId: string;
  readonly requestNumber: string;
  readonly customerId: string;
  readonly customerName: string;
  readonly siteId: string;
  readonly siteName: string;
  readonly siteAddress: string;
  readonly territory: string;
  readonly equipmentId: string | null;
  readonly equipmentName: string | null;
  readonly equipmentModel: string | null;
  readonly serialNumber: string | null;
  readonly reportedBy: { readonly name: string; readonly phone: string | null };
  readonly description: string;
  readonly cause: string | null;
  readonly nature: Nature;
  readonly category: Category;
  readonly location: string | null;
  readonly impact: Impact | null;
  readonly measuresTaken: string | null;
  readonly warranty: { readonly state: WarrantyState | null; readonly chargeable: boolean };
  readonly reportedAt: string;
  readonly arriveBy: string | null;
  readonly resolveBy: string | null;
}

export interface SupportAsked {
  readonly supportRequestId: string;
  readonly question: string;
  readonly raisedAt: string;
}

export interface Opened {
  readonly number: string;
  readonly openedAt: string;
  readonly report: Report;
  readonly support: readonly SupportAsked[];
}

export interface ReleaseException {
  readonly reason: string;
  readonly by: Person;
  readonly at: string;
}

/** Who goes, why, and with what; replaced as a whole by a later assignment. */
export interface Task {
  readonly assignment: number;
  readonly engineerId: string;
  readonly engineerName: string;
  readonly cause: string;
  readonly nature: Nature;
  readonly category: Category;
  readonly location: string;
  readonly partsToCarry: readonly PartLine[];
  readonly toolsToCarry: readonly string[];
  readonly assignedBy: Person;
  readonly assignedAt: string;
  readonly exception: ReleaseException | null;
}

export interface Measures {
  readonly content: string;
  readonly completedAt: string;
  readonly partsUsed: readonly PartLine[];
  readonly siteCleaned: boolean;
}

export interface Signature {
  readonly signedBy: string;
  readonly signedAt: string;
}

interface Open {
  readonly opened: Opened;
}
interface Assigned extends Open {
  readonly task: Task;
}
interface Accepted extends Assigned {
  readonly acceptedAt: string;
}
interface Departed extends Accepted {
  readonly departedAt: string;
  readonly expectedArrivalAt: string;
}
interface Arrived extends Departed {
  readonly arrivedAt: string;
  readonly conduct: Conduct;
}
interface Worked extends Arrived {
  readonly measures: Measures;
}
interface Signed extends Worked {
  readonly signature: Signature;
}
interface Closed extends Signed {
  readonly closedAt: string;
  readonly closedBy: Person;
}

export type DispatchOrder =
  | { readonly status: 'absent' }
  | ({ readonly status: 'open' } & Open)
  | ({ readonly status: 'assigned' } & Assigned)
  | ({ readonly status: 'accepted' } & Accepted)
  | ({ readonly status: 'departed' } & Departed)
  | ({ readonly status: 'arrived' } & Arrived)
  | ({ readonly status: 'awaiting-signature' } & Worked)
  | ({ readonly status: 'signed' } & Signed)
  | ({ readonly status: 'closed' } & Closed);

export type LiveOrder = Exclude<DispatchOrder, { status: 'absent' }>;

export interface OpenOrder {
  readonly type: 'open';
  readonly report: Report;
  readonly handOff: HandOff;
}
export type OrderStep = CommandsOf<typeof orderRoutes>;
export type OrderCommand = OrderStep | OpenOrder;
export type StepName = OrderStep['type'];

/** Stays in the journal: the whole report, of which others have their own copy. */
interface ReportTaken {
  readonly type: 'order-report-taken';
  readonly data: {
    readonly orderId: string;
    readonly requestId: string;
    readonly number: string;
    readonly openedAt: string;
    readonly report: Report;
  };
}
/** Stays in the journal: the drawing itself, which nobody else needs. */
interface SignatureDrawn {
  readonly type: 'order-signature-drawn';
  readonly data: { readonly orderId: string; readonly requestId: string; readonly image: string };
}
export type OrderEvent = EventsOf<typeof orderEvents> | ReportTaken | SignatureDrawn;

/** What the rules must know besides the order. */
export interface OrderContext {
  /** The last that the parts department said about the order. */
  readonly news: PartsNews | null;
  /** The engineer an assignment names; null where none is on the roster. */
  readonly engineer: { readonly engineerId: string; readonly name: string } | null;
}
export type OrderGiven = Given<OrderContext>;

const steps: Readonly<Record<OrderStatus, readonly StepName[]>> = {
  open: ['assign', 'ask-support'],
  assigned: ['assign', 'accept', 'except-release', 'ask-support'],
  accepted: ['assign', 'except-release', 'depart', 'ask-support'],
  departed: ['arrive', 'ask-support'],
  arrived: ['record-measures', 'ask-support'],
  'awaiting-signature': ['sign'],
  signed: ['close'],
  closed: [],
};

/** Whether the situation is one in which the step belongs, whatever the parts. */
export const belongs = (step: StepName, status: DispatchOrder['status']): boolean =>
  status !== 'absent' && steps[status].includes(step);

/**
 * What can be done now. An exception is offered only while parts are missing; leaving is not offered once they are known to be short, but
 * it is while the news from parts is on its way.
 */
export function possible(status: OrderStatus, parts: PartsAvailability, excepted: boolean): StepName[] {
  const gateIsClosed = !excepted && (parts.state === 'pending' || parts.state === 'short');
  return steps[status].filter((step) => {
    if (step === 'except-release') return gateIsClosed;
    if (step === 'depart') return !gateIsClosed || parts.state === 'pending';
    return true;
  });
}
