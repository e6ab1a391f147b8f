import type { Category, Conduct, HandOff, Nature, PartLine, Person, Role } from '@pledge/contracts';
import type { PartsNews } from './parts-standing.js';
import type { Report } from './situation.js';

/** Who does it; a customer's contact acts for one customer, an engineer for the orders in their name. */
export interface Doer extends Person {
  readonly role: Role;
  readonly customerId: string | null;
}

export interface OpenOrder {
  readonly type: 'open';
  readonly orderId: string;
  readonly report: Report;
  readonly handOff: HandOff;
  /** Drawn from the sequence under the order's lock. */
  readonly number?: string;
}

/** What the rule must know besides the order, read under the order's lock. */
export interface Known {
  readonly news: PartsNews | null;
  /** The engineer an assignment names; null where none is on the roster. */
  readonly engineer: { readonly engineerId: string; readonly name: string } | null;
}

export interface AssignOrder {
  readonly type: 'assign';
  readonly engineerId: string;
  readonly cause: string;
  readonly nature: Nature;
  readonly category: Category;
  readonly location: string;
  readonly partsToCarry: readonly PartLine[];
  readonly toolsToCarry: readonly string[];
}

interface Occurred {
  readonly occurredAt?: string | undefined;
}

export type OrderStep = {
  readonly orderId: string;
  readonly by: Doer;
  readonly known?: Known;
} & (
  | AssignOrder
  | ({ readonly type: 'accept' } & Occurred)
  | { readonly type: 'except-release'; readonly reason: string }
  | ({ readonly type: 'depart'; readonly expectedArrivalAt: string } & Occurred)
  | ({ readonly type: 'arrive'; readonly conduct: Conduct } & Occurred)
  | {
      readonly type: 'record-measures';
      readonly content: string;
      readonly completedAt: string;
      readonly partsUsed: readonly PartLine[];
      readonly siteCleaned: boolean;
    }
  | { readonly type: 'sign'; readonly signedBy: string; readonly signature: string }
  | { readonly type: 'close'; readonly handOffId: string }
  | {
      readonly type: 'ask-support';
      readonly question: string;
      readonly supportRequestId: string;
      readonly handOffId: string;
    }
);

export type OrderCommand = OpenOrder | OrderStep;
export type StepOf<Type extends OrderStep['type']> = Extract<OrderStep, { readonly type: Type }>;
