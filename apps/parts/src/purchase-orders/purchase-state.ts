import type { CommandsOf, EventsOf, Person } from '@pledge/contracts';
import type {
  PurchaseOrder as PurchaseOrderView,
  purchaseOrderEvents,
  purchaseOrderRoutes,
} from '@pledge/contracts/http';
import type { Given } from '@pledge/kernel';
import type { WorkCalendar } from '@pledge/promises';

export interface PurchaseLine {
  readonly partId: string;
  readonly name: string;
  readonly quantity: number;
  /** In fen; null until a buyer has asked for approval. */
  readonly unitPrice: number | null;
  readonly received: number;
  readonly rejected: number;
  readonly serials: readonly string[];
  readonly promise: { readonly promiseId: string; readonly dueAt: string } | null;
  readonly suppliedAt: string | null;
}

interface Signed {
  readonly by: Person;
  readonly at: string;
}

export interface KeptPurchase {
  readonly status: PurchaseOrderView['status'];
  readonly number: string;
  /** The dispatch order that waits; null where it is for the shelf. */
  readonly orderId: string | null;
  readonly requestId: string | null;
  readonly reason: string | null;
  readonly lines: readonly PurchaseLine[];
  readonly drafted: { readonly by: Person | null; readonly at: string };
  readonly supplier: { readonly supplierId: string; readonly name: string } | null;
  readonly expectedOn: string | null;
  readonly submitted: Signed | null;
  readonly approvals: readonly (Signed & { readonly role: string })[];
  readonly rejectedBecause: string | null;
  readonly ordered: (Signed & { readonly confirmedOn: string }) | null;
  readonly receipts: readonly (Signed & { readonly place: string; readonly certificate: string })[];
  /** True once the order that waited has all it wanted: what comes after that is for the shelf. */
  readonly isIssued: boolean;
  readonly cancelledBecause: string | null;
}
export type PurchaseOrder = { readonly status: 'absent' } | KeptPurchase;

/** What a shortage drafts for the order that waits. */
export interface DraftFor {
  readonly type: 'draft-for';
  readonly orderId: string;
  readonly requestId: string;
  readonly lines: readonly { readonly partId: string; readonly name: string; readonly quantity: number }[];
}
/** The order that waited has all it wanted, from here or from elsewhere. */
export interface Issue {
  readonly type: 'issue';
}
type Step = CommandsOf<typeof purchaseOrderRoutes>;
export type PurchaseCommand =
  | Exclude<Step, { readonly type: 'approve' | 'submit' }>
  | (Extract<Step, { readonly type: 'approve' }> & { readonly calendar: WorkCalendar })
  | (Extract<Step, { readonly type: 'submit' }> & { readonly today: string })
  | DraftFor
  | Issue;

/** Stays in the journal: parts says itself that the reservation is whole. */
interface PurchaseIssued {
  readonly type: 'purchase-issued';
  readonly data: { readonly purchaseOrderId: string; readonly issuedAt: string };
}
export type PurchaseEvent = EventsOf<typeof purchaseOrderEvents> | PurchaseIssued;

export interface PurchaseContext {
  /** Of the parts that the command names and the purchase order holds. */
  readonly parts: Readonly<
    Record<string, { readonly name: string; readonly leadTimeDays: number; readonly serialTracked: boolean }>
  >;
  readonly supplier: { readonly name: string; readonly status: 'active' | 'suspended' } | null;
  readonly place: string | null;
  /** Of the serial numbers that the command names, those that are known already. */
  readonly knownSerials: readonly { readonly partId: string; readonly serial: string }[];
}
export type PurchaseGiven = Given<PurchaseContext>;
export type PurchaseStep = PurchaseOrderView['possible'][number];

const steps: Readonly<Record<KeptPurchase['status'], readonly PurchaseStep[]>> = {
  drafted: ['submit', 'change', 'cancel'],
  submitted: ['approve', 'reject', 'change', 'cancel'],
  approved: ['order', 'change', 'cancel'],
  ordered: ['receive', 'cancel'],
  'part-received': ['receive'],
  received: [],
  closed: [],
  cancelled: [],
};
/** What can be done in a situation. */
export const possibleIn = (status: KeptPurchase['status']): readonly PurchaseStep[] => steps[status];

/** In fen; null as long as a price is missing. */
export const amountOf = ({ lines }: Pick<KeptPurchase, 'lines'>): number | null =>
  lines.every(({ unitPrice }) => unitPrice !== null)
    ? lines.reduce((sum, { quantity, unitPrice }) => sum + quantity * (unitPrice ?? 0), 0)
    : null;

/** When the first line that is still owed is due. */
export const dueAtOf = ({ lines, status }: Pick<KeptPurchase, 'lines' | 'status'>): string | null =>
  status === 'cancelled'
    ? null
    : (lines
        .flatMap(({ promise, suppliedAt }) => (promise && suppliedAt === null ? [promise.dueAt] : []))
        .sort()
        .at(0) ?? null);
