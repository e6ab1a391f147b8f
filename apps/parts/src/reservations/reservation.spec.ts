import { describe, it } from '@jest/globals';
import { PartsConsumed, PartsPutBack, PartsReserved, PartsShort } from '@pledge/contracts/events';
import { specFor } from '@pledge/testing/rules';
import { reservation } from './reservation.js';
import type { Shelf } from './shelves.js';
import type { ReservationCommand, ReservationEvent, StockContext } from './reservation-state.js';

const id = (count: number): string => `018f7a52-0000-7000-8000-${String(count).padStart(12, '0')}`;
const nine = '2026-11-22T01:00:00.000Z';
const ten = '2026-11-22T02:00:00.000Z';
const about = { reservationId: id(1), orderId: id(2), requestId: id(3) };
const [power, reader, unheard] = [id(11), id(12), id(13)] as const;
const [main, branch, vans] = [id(21), id(22), id(23)] as const;
/** Each assignment's own purchase order, as the shell's ids follow from the cause. */
const newId = (name: string, assignment = 1) => (name === 'purchase-order' ? id(30 + assignment) : name);
const spec = specFor(reservation, { id: about.reservationId });
type Asked = readonly [command: ReservationCommand, context: StockContext];
/** A command with what the stock says at that moment. */
const given = (...events: readonly ReservationEvent[]) => ({
  at: (now: string) => ({
    when: ([command, context]: Asked) => {
      const assignment = command.type === 'reserve' ? command.assignment : 1;
      return spec
        .given(...events)
        .at(now, { context, newId: (name) => newId(name, assignment) })
        .when(command);
    },
  }),
});
const places: Readonly<Record<string, string>> = { [main]: '总库', [branch]: '浦东分库', [vans]: '工程车库' };

const shelf = (partId: string, placeId: string, onHand: number, reserved = 0): Shelf => ({
  stockId: `${partId.slice(-2)}${placeId.slice(-2)}`,
  partId,
  placeId,
  place: places[placeId] ?? '',
  onHand,
  reserved,
});
const knowing = (...shelves: readonly Shelf[]): StockContext => ({
  shelves,
  catalogue: { [power]: { name: '电源模块', model: 'PM125' }, [reader]: { name: '读卡器', model: 'RD10' } },
});
const line = (partId: string, placeId: string, quantity: number) => ({
  partId,
  name: partId === power ? '电源模块' : '读卡器',
  model: partId === power ? 'PM125' : 'RD10',
  quantity,
  placeId,
  place: places[placeId] ?? '',
});
const lacking = (partId: string, quantity: number) => ({
  partId,
  name: { [power]: '电源模块', [reader]: '读卡器' }[partId] ?? partId,
  quantity,
});
const wanted = (...lines: readonly (readonly [string, number])[]) =>
  lines.map(([partId, quantity]) => ({ partId, quantity }));

const { orderId, requestId } = about;
const reserve = (assignment: number, lines: ReturnType<typeof wanted>, context: StockContext): Asked => [
  { type: 'reserve', orderId, requestId, assignment, lines },
  context,
];
const consume = (used: ReturnType<typeof wanted>, context: StockContext): Asked => [
  { type: 'consume', orderId, requestId, used },
  context,
];
const release: Asked = [
  { type: 'release', orderId, requestId },
  { shelves: [], catalogue: {} },
];

const reserved = (assignment: number, ...lines: ReturnType<typeof line>[]) =>
  PartsReserved.of({ ...about, assignment, lines, reservedAt: nine });
type Lacking = ReturnType<typeof lacking>[];
/** What is missing is on this purchase order; all of it is new there unless `toOrder` says otherwise. */
const short = (assignment: number, lines: ReturnType<typeof line>[], missing: Lacking, po = 31, toOrder = missing) =>
  PartsShort.of({ ...about, assignment, lines, missing, purchaseOrderId: id(po), toOrder, shortAt: nine });
const consumed = (at: string, lines: ReturnType<typeof line>[], unaccounted: ReturnType<typeof lacking>[] = []) =>
  PartsConsumed.of({ ...about, lines, unaccounted, consumedAt: at });
const backAt = (putBackAt: string, assignment: number) => PartsPutBack.of({ ...about, assignment, putBackAt });

describe('setting parts aside', () => {
  it('takes from the fullest place', () =>
    given()
      .at(nine)
      .when(reserve(1, wanted([power, 2]), knowing(shelf(power, branch, 9), shelf(power, main, 12))))
      .then(reserved(1, line(power, main, 2))));

  it('counts as full what is free, not what lies there', () =>
    given()
      .at(nine)
      .when(reserve(1, wanted([power, 2]), knowing(shelf(power, branch, 9), shelf(power, main, 12, 8))))
      .then(reserved(1, line(power, branch, 2))));

  it('between places that are equally full takes the one the list shows first', () =>
    given()
      .at(nine)
      .when(
        reserve(1, wanted([power, 1]), knowing(shelf(power, vans, 5), shelf(power, branch, 5), shelf(power, main, 5))),
      )
      .then(reserved(1, line(power, main, 1))));

  it('goes on at the next fullest where one place has too little', () =>
    given()
      .at(nine)
      .when(reserve(1, wanted([power, 7]), knowing(shelf(power, branch, 3), shelf(power, main, 5))))
      .then(reserved(1, line(power, main, 5), line(power, branch, 2))));

  it('adds up lines of the same part', () =>
    given()
      .at(nine)
      .when(reserve(1, wanted([power, 1], [power, 2]), knowing(shelf(power, main, 5))))
      .then(reserved(1, line(power, main, 3))));

  it('sets aside what there is and orders the rest', () =>
    given()
      .at(nine)
      .when(reserve(1, wanted([power, 3], [reader, 1]), knowing(shelf(power, main, 2), shelf(reader, main, 4))))
      .then(short(1, [line(power, main, 2), line(reader, main, 1)], [lacking(power, 1)])));

  it('orders under its id what the catalogue does not know', () =>
    given()
      .at(nine)
      .when(reserve(1, wanted([unheard, 1]), knowing()))
      .then(short(1, [], [lacking(unheard, 1)])));

  it('does nothing for an order that carries nothing', () =>
    given()
      .at(nine)
      .when(reserve(1, [], knowing()))
      .thenNothing());
});

describe('another assignment', () => {
  const first = reserved(1, line(power, main, 4));

  it('gives back what the earlier one held, and may take it again', () =>
    given(first)
      .at(nine)
      .when(reserve(2, wanted([power, 5]), knowing(shelf(power, main, 5, 4))))
      .then(reserved(2, line(power, main, 5))));

  it('gives all back where nothing is to be carried any more', () =>
    given(first)
      .at(ten)
      .when(reserve(2, [], knowing(shelf(power, main, 5, 4))))
      .then(backAt(ten, 2)));

  it('is ignored where it is not later', () => {
    given(first)
      .at(ten)
      .when(reserve(1, wanted([reader, 1]), knowing(shelf(reader, main, 5))))
      .thenNothing();
    given(reserved(3, line(power, main, 1)))
      .at(ten)
      .when(reserve(2, wanted([reader, 1]), knowing(shelf(reader, main, 5))))
      .thenNothing();
    given(first, backAt(ten, 2))
      .at(ten)
      .when(reserve(1, wanted([reader, 1]), knowing(shelf(reader, main, 5))))
      .thenNothing();
  });

  it('orders only what is on no purchase order of this order yet', () => {
    const before = [short(1, [], [lacking(power, 2)])];
    given(...before)
      .at(nine)
      .when(reserve(2, wanted([power, 2]), knowing()))
      .then(short(2, [], [lacking(power, 2)], 31, []));
    given(...before)
      .at(nine)
      .when(reserve(2, wanted([power, 3], [reader, 1]), knowing()))
      .then(short(2, [], [lacking(power, 3), lacking(reader, 1)], 32, [lacking(power, 1), lacking(reader, 1)]));
  });
});

describe('using parts up', () => {
  const held = reserved(1, line(power, branch, 2));

  it('takes what was set aside', () =>
    given(held)
      .at(ten)
      .when(consume(wanted([power, 2]), knowing(shelf(power, main, 90), shelf(power, branch, 2, 2))))
      .then(consumed(ten, [line(power, branch, 2)])));

  it('beginning where most was set aside, so that few places are left with a rest', () =>
    given(reserved(1, line(power, main, 1), line(power, branch, 3)))
      .at(ten)
      .when(consume(wanted([power, 3]), knowing(shelf(power, main, 1, 1), shelf(power, branch, 3, 3))))
      .then(consumed(ten, [line(power, branch, 3)])));

  it('then what is free at the same place, then at the fullest', () =>
    given(held)
      .at(ten)
      .when(
        consume(wanted([power, 6]), knowing(shelf(power, vans, 1), shelf(power, main, 90), shelf(power, branch, 4, 3))),
      )
      .then(consumed(ten, [line(power, branch, 3), line(power, main, 3)])));

  it('never takes what is set aside for others', () =>
    given(held)
      .at(ten)
      .when(consume(wanted([power, 4]), knowing(shelf(power, main, 5, 5), shelf(power, branch, 3, 3))))
      .then(consumed(ten, [line(power, branch, 2)], [lacking(power, 2)])));

  it('puts back what was not used', () =>
    given(held)
      .at(ten)
      .when(consume([], knowing(shelf(power, branch, 2, 2))))
      .then(consumed(ten, [])));

  it('works without a reservation', () =>
    given()
      .at(ten)
      .when(consume(wanted([reader, 1]), knowing(shelf(reader, main, 4))))
      .then(consumed(ten, [line(reader, main, 1)])));

  it('says nothing where nothing was set aside and nothing used', () => {
    given().at(ten).when(consume([], knowing())).thenNothing();
  });

  it('told again counts only what is more', () => {
    const before = [held, consumed(ten, [line(power, branch, 2)], [lacking(unheard, 1)])];
    given(...before)
      .at(ten)
      .when(consume(wanted([power, 2], [unheard, 1]), knowing(shelf(power, main, 9))))
      .thenNothing();
    given(...before)
      .at(ten)
      .when(consume(wanted([power, 3]), knowing(shelf(power, main, 9))))
      .then(consumed(ten, [line(power, main, 1)]));
  });
});

describe('closing the order', () => {
  it('puts back what is still set aside', () => {
    given(reserved(1, line(power, main, 1)))
      .at(ten)
      .when(release)
      .then(backAt(ten, 1));
    given(short(1, [], [lacking(power, 1)]))
      .at(ten)
      .when(release)
      .then(backAt(ten, 1));
  });

  it('says nothing where nothing is', () => {
    given().at(ten).when(release).thenNothing();
    given(reserved(1, line(power, main, 1)), consumed(ten, [line(power, main, 1)]))
      .at(ten)
      .when(release)
      .thenNothing();
    given(reserved(1, line(power, main, 1)), backAt(ten, 1))
      .at(ten)
      .when(release)
      .thenNothing();
  });
});

describe('what came in, or got free', () => {
  const refill = (context: StockContext): Asked => [{ type: 'refill' }, context];
  const waiting = short(1, [line(power, branch, 1)], [lacking(power, 3), lacking(reader, 1)]);
  const filled = (...lines: ReturnType<typeof line>[]) =>
    PartsReserved.of({ ...about, assignment: 1, lines, purchaseOrderIds: [id(31)], reservedAt: ten });

  it('fills what an order waits for, and ends its purchase', () =>
    given(waiting)
      .at(ten)
      .when(refill(knowing(shelf(power, main, 5), shelf(power, branch, 1, 1), shelf(reader, main, 1))))
      .then(filled(line(power, branch, 1), line(power, main, 3), line(reader, main, 1))));

  it('fills as much of it as there is, and orders nothing twice', () =>
    given(waiting)
      .at(ten)
      .when(refill(knowing(shelf(power, main, 2), shelf(power, branch, 1, 1))))
      .then({
        ...short(1, [line(power, branch, 1), line(power, main, 2)], [lacking(power, 1), lacking(reader, 1)], 31, []),
        data: {
          ...short(1, [line(power, branch, 1), line(power, main, 2)], [lacking(power, 1), lacking(reader, 1)], 31, [])
            .data,
          shortAt: ten,
        },
      }));

  it('leaves alone who waits for nothing, or for something else', () => {
    given(waiting).at(ten).when(refill(knowing())).thenNothing();
    given(reserved(1, line(power, main, 1)))
      .at(ten)
      .when(refill(knowing(shelf(power, main, 9, 1))))
      .thenNothing();
    given()
      .at(ten)
      .when(refill(knowing(shelf(power, main, 9))))
      .thenNothing();
  });
});
