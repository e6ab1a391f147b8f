import type { EventOf } from '@pledge/contracts/events';
import { EquipmentRegistered } from '@pledge/contracts/events';
import type { Decider } from '@pledge/kernel';
import { Refusal } from '@pledge/kernel';

export type PieceFile = EventOf<typeof EquipmentRegistered>['data'];

/** A piece of equipment in the installed base. */
export type Piece = { readonly status: 'unknown' } | { readonly status: 'on-file'; readonly file: PieceFile };

export interface PieceCommand {
  readonly type: 'register';
  readonly piece: Omit<PieceFile, 'registeredAt'>;
  /** What the archive knows of the site; handed in by the shell. */
  readonly known?: { readonly siteOf: string | null };
}

export type PieceEvent = EventOf<typeof EquipmentRegistered>;

export const piece: Decider<PieceCommand, Piece, PieceEvent> = {
  initial: { status: 'unknown' },

  decide({ piece: told, known }, before, now) {
    if (before.status === 'on-file') throw new Refusal('equipment-already-on-file');
    const siteOf = known?.siteOf ?? null;
    if (siteOf === null) throw new Refusal('site-not-on-file', {}, '/siteId');
    if (siteOf !== told.customerId) throw new Refusal('site-of-another-customer', {}, '/siteId');
    return [EquipmentRegistered.of({ ...told, registeredAt: now })];
  },

  evolve: (_before, { data }) => ({ status: 'on-file', file: data }),
};
