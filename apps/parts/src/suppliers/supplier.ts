import type { CommandsOf, EventsOf } from '@pledge/contracts';
import {
  SupplierContactCorrected,
  SupplierRegistered,
  SupplierReinstated,
  SupplierSuspended,
} from '@pledge/contracts/events';
import type { supplierEvents, supplierRoutes } from '@pledge/contracts/http';
import type { Decider, Given } from '@pledge/kernel';
import { byCommand, byEvent, personOf, Refusal } from '@pledge/kernel';

export type SupplierCommand = CommandsOf<typeof supplierRoutes>;
export type SupplierEvent = EventsOf<typeof supplierEvents>;
export type Supplier =
  | { readonly status: 'absent' }
  | {
      readonly status: 'active' | 'suspended';
      readonly name: string;
      readonly contact: string;
      readonly phone: string;
      readonly email: string | null;
      readonly suspendedBecause: string | null;
    };

const nameOf = (state: Supplier): string => (state.status === 'absent' ? '' : state.name);

/** With whom parts may be ordered (S-69). */
export const supplier: Decider<SupplierCommand, Supplier, SupplierEvent, Given> = {
  initial: { status: 'absent' },
  decide: byCommand<SupplierCommand, Supplier, SupplierEvent>({
    register({ name, contact, phone, email }, state, { id: supplierId, now: registeredAt }) {
      if (state.status !== 'absent') return [];
      return [SupplierRegistered.of({ supplierId, name, contact, phone, ...(email && { email }), registeredAt })];
    },
    'correct-contact'({ contact, phone }, state, given) {
      if (state.status === 'absent' || (state.contact === contact && state.phone === phone)) return [];
      const about = { supplierId: given.id, name: state.name, by: personOf(given), at: given.now };
      return [SupplierContactCorrected.of({ ...about, contact, phone })];
    },
    suspend({ reason }, state, given) {
      if (state.status === 'suspended') throw new Refusal('supplier-suspended', {});
      const about = { supplierId: given.id, name: nameOf(state), by: personOf(given), at: given.now };
      return [SupplierSuspended.of({ ...about, reason })];
    },
    reinstate(_command, state, given) {
      if (state.status !== 'suspended') throw new Refusal('supplier-not-suspended', {});
      return [SupplierReinstated.of({ supplierId: given.id, name: state.name, by: personOf(given), at: given.now })];
    },
  }),
  evolve: byEvent<SupplierEvent, Supplier>({
    'parts.supplier-registered.v1': (_state, { data: { name, contact, phone, email = null } }) => ({
      ...{ status: 'active', name, contact, phone, email, suspendedBecause: null },
    }),
    'parts.supplier-contact-corrected.v1': (state, { data: { contact, phone } }) =>
      state.status === 'absent' ? state : { ...state, contact, phone },
    'parts.supplier-suspended.v1': (state, { data }) =>
      state.status === 'absent' ? state : { ...state, status: 'suspended', suspendedBecause: data.reason },
    'parts.supplier-reinstated.v1': (state) =>
      state.status === 'absent' ? state : { ...state, status: 'active', suspendedBecause: null },
  }),
};
