import { PurchaseOrderDrafted } from '@pledge/contracts/events';
import type { CommandHandler } from '@pledge/messaging';
import { commandHandler } from '@pledge/messaging';
import type { DataSource } from 'typeorm';
import { nextPaperNumber, purchaseOrders } from '../purchase-orders/purchase-orders.store.js';
import { reservation } from './reservation.js';
import { reservationStore } from './reservations.store.js';
import { catalogueOf, lockedShelves } from './shelves.query.js';
import type { Known, ReservationCommand, ReservationEvent } from './situation.js';
import { holdsOf } from './situation.js';

/** The one door into what is set aside for orders. */
export abstract class Reservations {
  abstract readonly handle: CommandHandler<ReservationCommand, ReservationEvent, void>;
}

export function reservationsIn(db: DataSource, timeZone: string): Reservations {
  const store = reservationStore(purchaseOrders);
  return {
    handle: commandHandler({
      db,
      record: 'reservation',
      rules: reservation,
      store,
      view: async () => {},
      async inform(tx, reservationId, command, now) {
        const { state } = (await store.load(tx, reservationId)) ?? { state: reservation.initial };
        const partIds = [...partsIn(command), ...holdsOf(state)].map(({ partId }) => partId);
        const known: Known = {
          shelves: await lockedShelves(tx, partIds),
          catalogue: await catalogueOf(tx, partIds),
          purchaseOrderNumber: '',
        };
        // A number is drawn only where the rule will use it: the papers of a year have no gaps.
        const drafts = reservation
          .decide({ ...command, known }, state, now)
          .some(({ type }) => type === PurchaseOrderDrafted.type);
        if (!drafts) return { ...command, known };
        return { ...command, known: { ...known, purchaseOrderNumber: await nextPaperNumber(tx, 'PO', now, timeZone) } };
      },
    }),
  };
}

function partsIn(command: ReservationCommand): readonly { readonly partId: string }[] {
  switch (command.type) {
    case 'reserve':
      return command.lines;
    case 'consume':
      return command.used;
    case 'release':
      return [];
  }
}
