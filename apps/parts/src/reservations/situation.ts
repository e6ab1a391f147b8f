import type { EventOf, PartsConsumed, PartsReserved, PartsShort, PurchaseOrderDrafted } from '@pledge/contracts/events';
import type { Placed, Shelf, Wanted } from './shelves.js';

export interface Purchase {
  readonly purchaseOrderId: string;
  readonly number: string;
  readonly lines: readonly (Wanted & { readonly name: string })[];
  readonly draftedAt: string;
}

/** What stays true of an order's parts in every situation. */
export interface Book {
  readonly orderId: string;
  readonly requestId: string;
  /** The assignment of the order it serves; 0 where parts were used without one. */
  readonly assignment: number;
  readonly reservedAt: string;
  /** What left the stock for the order. */
  readonly taken: readonly Placed[];
  /** What was used for it and is on no shelf. */
  readonly unaccounted: readonly Wanted[];
  readonly purchases: readonly Purchase[];
}

export type Reservation =
  | { readonly status: 'none' }
  | (Book & { readonly status: 'reserved'; readonly holds: readonly Placed[] })
  | (Book & {
      readonly status: 'short';
      readonly holds: readonly Placed[];
      readonly missing: readonly (Wanted & { readonly name: string })[];
    })
  | (Book & { readonly status: 'consumed' })
  | (Book & { readonly status: 'released' });

/** What the stock and the catalogue say, read under their locks; handed in by the shell. */
export interface Known {
  readonly shelves: readonly Shelf[];
  readonly catalogue: Readonly<Record<string, { readonly name: string; readonly model: string }>>;
  /** Drawn where a purchase order is drafted. */
  readonly purchaseOrderNumber: string;
}

interface About {
  readonly reservationId: string;
  readonly orderId: string;
  readonly requestId: string;
  readonly known?: Known;
}

export interface Reserve extends About {
  readonly type: 'reserve';
  readonly assignment: number;
  readonly lines: readonly Wanted[];
  /** Of the purchase order that is drafted where stock falls short. */
  readonly purchaseOrderId: string;
}
export interface Consume extends About {
  readonly type: 'consume';
  readonly used: readonly Wanted[];
}
export interface Release extends About {
  readonly type: 'release';
}
export type ReservationCommand = Reserve | Consume | Release;

/** Stays in the journal: nobody else needs to know that what was not needed went back. */
export interface PartsPutBack {
  readonly type: 'parts-put-back';
  readonly data: {
    readonly reservationId: string;
    readonly orderId: string;
    readonly requestId: string;
    readonly assignment: number;
    readonly putBackAt: string;
  };
}

export type ReservationEvent =
  | EventOf<typeof PartsReserved>
  | EventOf<typeof PartsShort>
  | EventOf<typeof PartsConsumed>
  | EventOf<typeof PurchaseOrderDrafted>
  | PartsPutBack;

/** What is set aside at this moment. */
export const holdsOf = (state: Reservation): readonly Placed[] => ('holds' in state ? state.holds : []);
/** What left the stock until now. */
export const takenOf = (state: Reservation): readonly Placed[] => ('taken' in state ? state.taken : []);

export const putBack = (
  { reservationId, orderId, requestId }: About,
  assignment: number,
  putBackAt: string,
): PartsPutBack => ({ type: 'parts-put-back', data: { reservationId, orderId, requestId, assignment, putBackAt } });

/** What was used until now, from a shelf or not. */
export const usedOf = (state: Reservation): readonly Wanted[] =>
  state.status === 'none' ? [] : [...state.taken, ...state.unaccounted];
