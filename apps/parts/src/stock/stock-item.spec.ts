import { describe, expect, it } from '@jest/globals';
import { StockReceived } from '@pledge/contracts/events';
import type { Step } from '@pledge/testing/rules';
import { checkInvariants, givenFor, specFor } from '@pledge/testing/rules';
import fc from 'fast-check';
import type { StockCommand, StockEvent, StockItem } from './stock-item.js';
import { mostOnHand, stockItem } from './stock-item.js';

const now = '2026-11-22T01:00:00.000Z';
const stockId = '018f7a52-0000-7000-8000-000000000001';
const { given } = specFor(stockItem, { id: stockId });
const where = {
  partId: '018f7a52-0000-7000-8000-000000000002',
  placeId: '018f7a52-0000-7000-8000-000000000003',
  place: '总库',
};
const open = { type: 'open', ...where, quantity: 5, reference: '期初' } as const;
const receive = { type: 'receive', quantity: 3, reference: '送货单 7781' } as const;
const received = (quantity: number, reference: string) =>
  StockReceived.of({ stockId, ...where, quantity, reference, receivedAt: now });

describe('a part at a place', () => {
  it('is opened with what lies there', () => given().at(now).when(open).then(received(5, '期初')));
  it('may be opened empty', () =>
    given()
      .at(now)
      .when({ ...open, quantity: 0 })
      .then(received(0, '期初')));
  it('is opened once', () => given(received(5, '期初')).at(now).when(open).thenRefuses('stock-already-kept'));
  it('takes in more', () => given(received(5, '期初')).at(now).when(receive).then(received(3, '送货单 7781')));
  it('takes nothing in before it is opened', () => given().at(now).when(receive).thenRefuses('stock-not-kept'));
  it('refuses what no place can hold', () =>
    given(received(mostOnHand, '期初'))
      .at(now)
      .when({ ...receive, quantity: 1 })
      .thenRefuses('stock-too-large'));

  it('has on hand what was received, whatever is asked of it', () => {
    const commands: fc.Arbitrary<StockCommand> = fc.oneof(
      fc.nat(400_000).map((quantity) => ({ ...open, quantity })),
      fc.integer({ min: 1, max: 400_000 }).map((quantity) => ({ ...receive, quantity })),
    );
    const holds = ({ after, history }: Step<StockCommand, StockItem, StockEvent>) => {
      const sum = history.reduce((total, { data }) => total + data.quantity, 0);
      expect(after.status === 'kept' ? after.onHand : 0).toBe(sum);
      expect(sum).toBeLessThanOrEqual(mostOnHand);
    };
    checkInvariants(stockItem, commands, holds, { given: (_command, now) => givenFor({ now, id: stockId }) });
  });
});
