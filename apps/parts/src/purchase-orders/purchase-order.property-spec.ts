import { describe, expect, it } from '@jest/globals';
import { purchaseOrderStatus } from '@pledge/contracts/http';
import { checkInvariants } from '@pledge/testing/rules';
import fc from 'fast-check';
import type { Asked } from './purchase.fixtures.js';
import {
  approve,
  buyer,
  cancel,
  change,
  draft,
  draftFor,
  everybody,
  givenWith,
  issue,
  keeper,
  manager,
  materials,
  order,
  power,
  reader,
  receive,
  reject,
  stateAfter,
  submit,
} from './purchase.fixtures.js';
import { purchaseOrder } from './purchase-order.js';
import type { PurchaseOrder } from './purchase-state.js';
import { amountOf } from './purchase-state.js';

const anybody = fc.constantFrom(buyer, materials, manager, keeper, everybody);
const amount = fc.integer({ min: 0, max: 3 });
const serials = fc.subarray(['SN-1', 'SN-2', 'SN-OLD']);
const asked: fc.Arbitrary<Asked> = fc.oneof(
  fc.constantFrom(draftFor, draft(), issue, issue, cancel, change, reject),
  fc.tuple(fc.constantFrom(100, 1_000_000, 5_000_000), anybody).map(([price, by]) => submit(price, by)),
  anybody.map(approve),
  anybody.map(order),
  fc.tuple(amount, amount, serials, anybody).map(([one, other, numbers, by]) =>
    receive(
      [
        { partId: power, quantity: one },
        { partId: reader, quantity: other, serials: numbers },
      ],
      by,
    ),
  ),
);
const rules = {
  ...purchaseOrder,
  decide: (one: Asked, state: PurchaseOrder, now: string) =>
    purchaseOrder.decide(one.command, state, givenWith(one, now)),
};

describe('whatever is asked of a purchase order, in whatever sequence', () => {
  const reached = new Set<string>();
  const beginnings: readonly (readonly [string, readonly Asked[]])[] = [
    ['nothing', []],
    ['one that was submitted', [draftFor, submit()]],
    ['one that was ordered', [draftFor, submit(), approve(), order()]],
    ['a large one', [draft(), submit(5_000_000)]],
    ['one of which half came in', [draftFor, submit(), approve(), order(), receive([{ partId: power, quantity: 2 }])]],
  ];
  it.each(beginnings)(
    'from %s, nothing is ordered or received that four eyes have not seen, and no more than was ordered',
    (_from, past) => {
      checkInvariants(
        rules,
        asked,
        ({ after, history, refused }) => {
          if (refused) return true;
          reached.add(after.status);
          if (after.status === 'absent') return true;
          const { status, approvals, submitted, lines, receipts } = after;
          const isBeyond = !['drafted', 'submitted', 'cancelled'].includes(status);
          const supplied = history.filter(({ type }) => type === 'parts.purchase-line-supplied.v1');
          return {
            'approved by somebody else than who submitted': approvals.every(
              ({ by }) => by.personId !== submitted?.by.personId,
            ),
            'approved where it is beyond that': !isBeyond || approvals.length > 0,
            'above the limit approved by two':
              !isBeyond || (amountOf(after) ?? 0) <= 2_000_000 || approvals.length === 2,
            'by two different people': new Set(approvals.map(({ by }) => by.personId)).size === approvals.length,
            'no more than ordered': lines.every(({ received, quantity }) => received <= quantity),
            'received only what was ordered': receipts.length === 0 || after.ordered !== null,
            'each line supplied once':
              new Set(supplied.map(({ data }) => JSON.stringify('partId' in data && data.partId))).size ===
              supplied.length,
            'closed only where all came in':
              status !== 'closed' || lines.every(({ received, quantity }) => received === quantity),
          };
        },
        { walks: 200, maxSteps: 30, from: stateAfter(...past) },
      );
    },
  );
  it('was seen in every situation', () =>
    expect([...reached].sort()).toEqual(['absent', ...purchaseOrderStatus.options].sort()));
});
