import type { HandOff } from '@pledge/contracts';
import { replay } from '@pledge/kernel';
import { dispatchOrder } from './order.js';
import type { Doer, Known, OrderCommand } from './order-commands.js';
import type { OrderEvent } from './order-events.js';
import type { Report } from './situation.js';

export const id = (n: number) => `018f7a52-0000-7000-8000-00000000000${n}`;
export const orderId = id(1);
export const requestId = id(2);
export const partId = id(3);
export const at = (minute: number) => `2026-11-22T09:${String(minute).padStart(2, '0')}:00.000Z`;
export const signature = `data:image/svg+xml;base64,${btoa('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1 L 8 8"/></svg>')}`;

export const report: Report = {
  requestId,
  requestNumber: 'FR-20261122-0001',
  customerId: id(4),
  customerName: '申江医院',
  siteId: id(5),
  siteName: '门诊楼',
  siteAddress: '浦东新区',
  territory: '上海浦东',
  equipmentId: null,
  equipmentName: null,
  equipmentModel: null,
  serialNumber: null,
  reportedBy: { name: '王敏', phone: '13800000001' },
  description: '读卡无响应',
  cause: null,
  nature: 'unknown',
  category: 'access-control',
  location: '一层',
  impact: 'partial',
  measuresTaken: null,
  warranty: { state: 'in-warranty', chargeable: false },
  reportedAt: at(0),
  arriveBy: null,
  resolveBy: null,
};
export const handOff: HandOff = {
  handOffId: id(6),
  subject: { kind: 'request', id: requestId },
  from: 'intake',
  to: 'dispatch',
  offeredAt: at(0),
  acceptBy: at(30),
};
export const person = (personId: string, role: Doer['role'], customerId: string | null = null): Doer => ({
  personId,
  name: personId,
  role,
  customerId,
});
export const dispatcher = person('fenglijun', 'dispatcher');
export const zhang = person(id(7), 'engineer');
export const li = person(id(8), 'engineer');
export const news = (state: 'reserved' | 'short', assignment = 1): Known => ({
  news: { assignment, state, missing: state === 'short' ? [{ partId, name: '电源', quantity: 1 }] : [] },
  engineer: null,
});
export const nothingKnown: Known = { news: null, engineer: null };

export const open: OrderCommand = { type: 'open', orderId, report, handOff, number: 'DO-20261122-0001' };
export const assignTo = (engineer: Doer, partsToCarry = [{ partId, quantity: 1 }]): OrderCommand => ({
  ...{ type: 'assign', orderId, by: dispatcher, engineerId: engineer.personId, cause: '电源老化', nature: 'equipment' },
  ...{ category: 'access-control', location: '一层弱电间', partsToCarry, toolsToCarry: ['万用表'] },
  known: { news: null, engineer: { engineerId: engineer.personId, name: engineer.name } },
});
export const accept: OrderCommand = { type: 'accept', orderId, by: zhang };
export const except: OrderCommand = {
  type: 'except-release',
  orderId,
  by: dispatcher,
  reason: '先行排查',
  known: nothingKnown,
};
export const depart: OrderCommand = {
  type: 'depart',
  orderId,
  by: zhang,
  expectedArrivalAt: at(40),
  known: news('reserved'),
};
export const conduct = { badge: true, tidyDress: true, shoeCovers: true };
export const arrive: OrderCommand = { type: 'arrive', orderId, by: zhang, conduct };
export const measure: OrderCommand = {
  ...{ type: 'record-measures', orderId, by: zhang, content: '更换电源', completedAt: at(20) },
  ...{ partsUsed: [{ partId, quantity: 1 }], siteCleaned: true },
};
export const sign: OrderCommand = { type: 'sign', orderId, by: zhang, signedBy: '王敏', signature };
export const close: OrderCommand = { type: 'close', orderId, by: dispatcher, handOffId: id(9) };
export const ask: OrderCommand = {
  ...{ type: 'ask-support', orderId, by: zhang, question: '如何复位？' },
  ...{ supportRequestId: id(9), handOffId: id(6) },
};

/** The events that commands lead to, one a minute from 09:01 on. */
export const story = (...commands: readonly OrderCommand[]): OrderEvent[] =>
  commands.reduce<OrderEvent[]>(
    (events, command, place) => [
      ...events,
      ...dispatchOrder.decide(command, replay(dispatchOrder, events), at(place + 1)),
    ],
    [],
  );
export const assigned = story(open, assignTo(zhang));
export const accepted = story(open, assignTo(zhang), accept);
export const departed = story(open, assignTo(zhang), accept, depart);
export const arrived = story(open, assignTo(zhang), accept, depart, arrive);
export const worked = [...arrived, ...dispatchOrder.decide(measure, replay(dispatchOrder, arrived), at(20))];
export const signed = [...worked, ...dispatchOrder.decide(sign, replay(dispatchOrder, worked), at(21))];
export const closed = [...signed, ...dispatchOrder.decide(close, replay(dispatchOrder, signed), at(22))];
export const decided = (events: readonly OrderEvent[], command: OrderCommand, now: string) =>
  dispatchOrder.decide(command, replay(dispatchOrder, events), now);
export const factsOfRefusal = (events: readonly OrderEvent[], command: OrderCommand): unknown => {
  try {
    return decided(events, command, at(30));
  } catch (refusal) {
    return (refusal as { facts: unknown }).facts;
  }
};
