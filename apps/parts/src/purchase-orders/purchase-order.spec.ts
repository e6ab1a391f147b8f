import { describe, expect, it } from '@jest/globals';
import type { PurchaseApproved } from '@pledge/contracts/events';
import type { Asked } from './purchase.fixtures.js';
import {
  approve,
  at,
  cancel,
  change,
  decided,
  draft,
  draftFor,
  everybody,
  given,
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
  story,
  submit,
} from './purchase.fixtures.js';

const all = [
  { partId: power, quantity: 2 },
  { partId: reader, quantity: 1, serials: ['SN-1'] },
];
const ordered = [draftFor, submit(), approve(), order()];
const typesOf = (events: readonly { type: string }[]) => events.map(({ type }) => type);

describe('a purchase order', () => {
  it('is drafted once for a shortage, under a number that is drawn afterwards', () => {
    expect(story(draftFor)).toMatchObject([{ data: { number: '(pending)', reason: null, draftedBy: null } }]);
    given(...story(draftFor))
      .at(at(2))
      .when(draftFor)
      .thenNothing();
  });
  it('is drafted by hand with a reason, of parts the catalogue knows', () => {
    expect(story(draft())).toMatchObject([
      {
        data: {
          orderId: null,
          reason: '补库',
          lines: [{ name: '电源模块', quantity: 2 }],
          draftedBy: { name: 'keeper' },
        },
      },
    ]);
    given()
      .at(at(1))
      .when({ ...draft(), known: { parts: {} } })
      .thenRefuses('part-unknown');
  });
  it('goes its course to the end', () => {
    const course = ['drafted', 'submitted', 'approved', 'ordered', 'received', 'closed'];
    const steps = [...ordered, receive(all), issue];
    expect(steps.map((_, nth) => stateAfter(...steps.slice(0, nth + 1)).status)).toEqual(course);
  });
  it('is told where it is when a step comes out of turn', () => {
    for (const asked of [approve(), order(), receive(all), reject])
      given(...story(draftFor))
        .at(at(2))
        .when(asked)
        .thenRefuses('purchase-in-another-step');
  });
});

describe('asking for approval', () => {
  it('wants every price, a supplier who is not suspended, and a day to come', () => {
    const refused = (asked: Asked, code: string) =>
      given(...story(draftFor))
        .at(at(2))
        .when(asked)
        .thenRefuses(code);
    const { command } = submit();
    refused(
      { ...submit(), command: { ...command, prices: [{ partId: power, unitPrice: 1 }] } as never },
      'price-missing',
    );
    refused({ ...submit(), known: { supplier: null } }, 'supplier-unknown');
    refused({ ...submit(), known: { supplier: { name: 'x', status: 'suspended' } } }, 'supplier-suspended');
    refused({ ...submit(), command: { ...command, expectedOn: '2026-11-22' } as never }, 'expected-in-past');
  });
  it('adds up what it costs', () => {
    expect(decided(story(draftFor), submit(1_234), at(2))).toMatchObject([{ data: { amount: 3 * 1_234 } }]);
  });
});

describe('four eyes', () => {
  it('let nobody approve what they submitted, whatever their roles', () =>
    given(...story(draftFor, submit(10_000, everybody)))
      .at(at(3))
      .when(approve(everybody))
      .thenRefuses('own-purchase'));
  it('of the materials manager are enough up to ¥20,000', () => {
    expect(stateAfter(draft(), submit(1_000_000), approve()).status).toBe('approved');
    expect(stateAfter(draft(), submit(1_000_001), approve()).status).toBe('submitted');
  });
  it('above that are those of the materials manager and then of a manager, who is somebody else', () => {
    const large = [draft(), submit(5_000_000)];
    given(...story(...large))
      .at(at(3))
      .when(approve(manager))
      .thenRefuses('materials-manager-first');
    for (const again of [approve(materials), approve(everybody)].slice(0, 1))
      given(...story(...large, approve()))
        .at(at(4))
        .when(again)
        .thenRefuses('approved-already');
    given(...story(...large, approve(everybody)))
      .at(at(4))
      .when(approve(everybody))
      .thenRefuses('approved-already');
    expect(stateAfter(...large, approve(), approve(manager))).toMatchObject({
      status: 'approved',
      approvals: [{ role: 'materials-manager' }, { role: 'manager' }],
    });
  });
  it('see it again when a line is changed', () => {
    expect(stateAfter(draftFor, submit(), approve(), change)).toMatchObject({
      status: 'drafted',
      approvals: [],
      supplier: null,
      lines: [{ partId: power, quantity: 9, unitPrice: null, promise: null }],
    });
  });
  it('may send it back with a reason, which stays until it is submitted anew', () => {
    expect(stateAfter(draftFor, submit(), reject)).toMatchObject({ status: 'drafted', rejectedBecause: '价格过高' });
    expect(stateAfter(draftFor, submit(), reject, submit())).toMatchObject({ rejectedBecause: null });
  });
});

describe('the promise to supply (S-72)', () => {
  it('runs from the approval, a line at a time, by the working days of its part', () => {
    const [event] = decided(story(draftFor, submit()), approve(), at(3));
    expect(event).toMatchObject({
      data: {
        whole: true,
        promises: [
          { partId: power, stamped: { promise: 'supply-part', owner: 'parts', dueAt: '2026-12-02T10:00:00.000Z' } },
          { partId: reader, stamped: { dueAt: '2026-11-26T10:00:00.000Z' } },
        ],
      },
    });
  });
  it('is not given before everybody has approved', () =>
    expect(decided(story(draft(), submit(5_000_000)), approve(), at(3))).toMatchObject([
      { data: { whole: false, promises: [] } },
    ]));
  it('no longer stands when what was approved is changed', () => {
    const [approved] = decided(story(draftFor, submit()), approve(), at(3));
    const promiseIds = (approved as ReturnType<typeof PurchaseApproved.of>).data.promises.map(
      ({ stamped }) => stamped.promiseId,
    );
    expect(decided(story(draftFor, submit(), approve()), change, at(4))).toMatchObject([{ data: { promiseIds } }]);
    expect(decided(story(draftFor), change, at(4))[0]?.data).not.toHaveProperty('promiseIds');
  });
  it('is kept when the order that waits has its parts, not when they come in', () => {
    const came = decided(story(...ordered), receive(all), at(5));
    expect(typesOf(came)).toEqual(['parts.purchase-received.v1']);
    const had = decided(story(...ordered, receive(all)), issue, at(6));
    expect(typesOf(had)).toEqual([
      'purchase-issued',
      'parts.purchase-line-supplied.v1',
      'parts.purchase-line-supplied.v1',
      'parts.purchase-closed.v1',
    ]);
  });
  it('for the shelf is kept when it lies there', () => {
    const came = decided(
      story(draft(), submit(), approve(), order()),
      receive([{ partId: power, quantity: 2 }]),
      at(5),
    );
    expect(typesOf(came).slice(1)).toEqual(['parts.purchase-line-supplied.v1', 'parts.purchase-closed.v1']);
  });
  it('no longer stands when it is cancelled', () =>
    expect(decided(story(...ordered), cancel, at(5))).toMatchObject([
      { data: { promiseIds: [{}, {}].map(() => expect.any(String)) } },
    ]));
});

describe('receiving', () => {
  const refused = (lines: Parameters<typeof receive>[0], code: string, more: Partial<Asked> = {}) =>
    given(...story(...ordered))
      .at(at(5))
      .when({ ...receive(lines), ...more })
      .thenRefuses(code);
  it('in part leaves the rest to come', () => {
    const part = receive([{ partId: power, quantity: 1, rejected: 1 }]);
    expect(stateAfter(...ordered, part)).toMatchObject({
      status: 'part-received',
      lines: [{ received: 1, rejected: 1 }, { received: 0 }],
    });
    expect(stateAfter(...ordered, part, receive([{ partId: power, quantity: 1 }, all[1] as never])).status).toBe(
      'received',
    );
  });
  it('takes no more than was ordered, and nothing else', () => {
    refused([{ partId: power, quantity: 3 }], 'more-than-ordered');
    refused([{ partId: 'x', quantity: 1 }], 'not-on-this-order');
    refused([{ partId: power, quantity: 0 }], 'nothing-received');
    refused(all, 'place-unknown', { known: { place: null } });
  });
  it('wants the number of each piece that is tracked, and none twice', () => {
    refused([{ partId: reader, quantity: 1 }], 'serials-missing');
    refused([{ partId: reader, quantity: 1, serials: ['SN-OLD'] }], 'serial-known');
  });
  it('is not for who ordered', () =>
    given(...story(draftFor, submit(), approve(), order(everybody)))
      .at(at(5))
      .when(receive(all, everybody))
      .thenRefuses('receiver-ordered'));
  it('ends cancelling', () =>
    given(...story(...ordered, receive([{ partId: power, quantity: 1 }], keeper)))
      .at(at(6))
      .when(cancel)
      .thenRefuses('goods-received'));
});
