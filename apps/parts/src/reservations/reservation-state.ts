import type { EventsOf } from '@pledge/contracts';
import { PartsPutBack } from '@pledge/contracts/events';
import type { reservationEvents } from '@pledge/contracts/http';
import type { Given } from '@pledge/kernel';
import type { Placed, Shelf, Wanted } from './shelves.js';

export interface Purchase {
  readonly purchaseOrderId: string;
  readonly lines: readonly Wanted[];
}

/** What stays true of an order's parts in every situation. */
export interface Book {
  readonly orderId: string;
  readonly requestId: string;
  /** The assignment of the order it serves; 0 where parts were used without one. */
  readonly assignment: number;
  readonly reservedAt: string;
  readonly neededBy: string | null;
  /** What left the stock for the order. */
  readonly taken: readonly Placed[];
  /** What was used for it and is on no shelf. */
  readonly unaccounted: readonly Wanted[];
  readonly purchases: readonly Purchase[];
}

export type Reservation = { readonly status: 'absent' } | KeptReservation;
export type KeptReservation =
  | (Book & { readonly status: 'reserved'; readonly holds: readonly Placed[] })
  | (Book & {
      readonly status: 'short';
      readonly holds: readonly Placed[];
      readonly missing: readonly (Wanted & { readonly name: string })[];
    })
  | (Book & { readonly status: 'consumed' })
  | (Book & { readonly status: 'released' });

/** What the stock and the catalogue say, read under their locks. */
export interface StockContext {
  readonly shelves: readonly Shelf[];
  readonly catalogue: Readonly<Record<string, { readonly name: string; readonly model: string }>>;
}
export type ReservationGiven = Given<StockContext>;

interface About {
  readonly orderId: string;
  readonly requestId: string;
}
export interface Reserve extends About {
  readonly type: 'reserve';
  readonly assignment: number;
  readonly lines: readonly Wanted[];
  /** When the user was promised that it works again; null where that is not known. */
  readonly neededBy?: string | null | undefined;
}
/** Something came in or got free that an order waits for. */
export interface Refill {
  readonly type: 'refill';
}
export interface Consume extends About {
  readonly type: 'consume';
  readonly used: readonly Wanted[];
}
export interface Release extends About {
  readonly type: 'release';
}
export type ReservationCommand = Reserve | Consume | Release | Refill;

export type ReservationEvent = EventsOf<typeof reservationEvents>;

/** What is set aside at this moment. */
export const holdsOf = (state: Reservation): readonly Placed[] => ('holds' in state ? state.holds : []);
/** What left the stock until now. */
export const takenOf = (state: Reservation): readonly Placed[] => ('taken' in state ? state.taken : []);

export const putBack = ({ orderId, requestId }: About, assignment: number, given: ReservationGiven): ReservationEvent =>
  PartsPutBack.of({ reservationId: given.id, orderId, requestId, assignment, putBackAt: given.now });

/** What was used until now, from a shelf or not. */
export const usedOf = (state: Reservation): readonly Wanted[] =>
  state.status === 'absent' ? [] : [...state.taken, ...state.unaccounted];

/** Lines as the events tell them: with names, models and places. What is in no catalogue goes by its id. */
export const tellPlaced = (lines: readonly Placed[], { catalogue, shelves }: StockContext) =>
  lines.map(({ partId, placeId, quantity }) => ({
    partId,
    name: catalogue[partId]?.name ?? partId,
    model: catalogue[partId]?.model ?? '',
    quantity,
    placeId,
    place: shelves.find((shelf) => shelf.placeId === placeId)?.place ?? placeId,
  }));

export const tellWanted = (lines: readonly Wanted[], { catalogue }: StockContext) =>
  lines.map(({ partId, quantity }) => ({ partId, name: catalogue[partId]?.name ?? partId, quantity }));
