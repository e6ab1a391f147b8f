import type { EventOf } from '@pledge/contracts';
import { EquipmentRegistered } from '@pledge/contracts/events';
import type { Decider, Given } from '@pledge/kernel';
import { Refusal } from '@pledge/kernel';

export type PieceFile = EventOf<typeof EquipmentRegistered>['data'];

/** A piece of equipment in the installed base. */
export type Piece = { readonly status: 'absent' } | { readonly status: 'on-file'; readonly file: PieceFile };

export interface PieceCommand {
  readonly type: 'register';
  readonly piece: Omit<PieceFile, 'registeredAt'>;
}

export interface PieceContext {
  /** The customer whose site it is; null where there is no such site. */
  readonly siteOf: string | null;
}

export const piece: Decider<PieceCommand, Piece, EventOf<typeof EquipmentRegistered>, Given<PieceContext>> = {
  initial: { status: 'absent' },

  decide({ piece: told }, before, { now: registeredAt, context: { siteOf } }) {
    if (before.status === 'on-file') throw new Refusal('equipment-already-on-file');
    if (siteOf === null) throw new Refusal('site-not-on-file', {}, '/siteId');
    if (siteOf !== told.customerId) throw new Refusal('site-of-another-customer', {}, '/siteId');
    return [EquipmentRegistered.of({ ...told, registeredAt })];
  },

  evolve: (_before, { data }) => ({ status: 'on-file', file: data }),
};
