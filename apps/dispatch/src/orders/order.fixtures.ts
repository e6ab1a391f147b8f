import type { HandOff } from '@pledge/contracts';
import type { Actor } from '@pledge/kernel';
import { replay } from '@pledge/kernel';
import { givenFor, specFor } from '@pledge/testing/rules';
import { dispatchOrder } from './order.js';
import type { OrderCommand, OrderContext, OrderEvent, OrderGiven, Report } from './order-state.js';

/** A command with who gives it, and what the rules know besides. */
export type Asked = OrderCommand & { readonly by?: Actor; readonly known?: OrderContext };

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
export const person = (personId: string, role: string, customerId: string | null = null): Actor => ({
  personId,
  name: personId,
  role,
  roles: [role],
  department: customerId === null ? 'dispatch' : null,
  customerId,
});
export const dispatcher = person('fenglijun', 'dispatcher');
export const zhang = person(id(7), 'engineer');
export const li = person(id(8), 'engineer');
export const news = (state: 'reserved' | 'short', assignment = 1): OrderContext => ({
  news: { assignment, state, missing: state === 'short' ? [{ partId, name: '电源', quantity: 1 }] : [] },
  engineer: null,
});
export const nothingKnown: OrderContext = { news: null, engineer: null };

export const open: Asked = { type: 'open', report, handOff };
export const assignTo = (engineer: Actor, partsToCarry = [{ partId, quantity: 1 }]): Asked => ({
  ...{ type: 'assign', by: dispatcher, engineerId: engineer.personId, cause: '电源老化', nature: 'equipment' },
  ...{ category: 'access-control', location: '一层弱电间', partsToCarry, toolsToCarry: ['万用表'] },
  known: { news: null, engineer: { engineerId: engineer.personId, name: engineer.name } },
});
export const accept: Asked = { type: 'accept', by: zhang };
export const except: Asked = {
  type: 'except-release',
  by: dispatcher,
  reason: '先行排查',
  known: nothingKnown,
};
export const depart: Asked = {
  type: 'depart',
  by: zhang,
  expectedArrivalAt: at(40),
  known: news('reserved'),
};
export const conduct = { badge: true, tidyDress: true, shoeCovers: true };
export const arrive: Asked = { type: 'arrive', by: zhang, conduct };
export const measure: Asked = {
  ...{ type: 'record-measures', by: zhang, content: '更换电源', completedAt: at(20) },
  ...{ partsUsed: [{ partId, quantity: 1 }], siteCleaned: true },
};
export const sign: Asked = { type: 'sign', by: zhang, signedBy: '王敏', signature };
export const close: Asked = { type: 'close', by: dispatcher };
export const ask: Asked = { type: 'ask-support', by: zhang, question: '如何复位？' };

/** What the rules are given with a command of a story. */
export const givenWith = ({ by, known = nothingKnown }: Asked, now: string): OrderGiven =>
  givenFor({ id: orderId, actor: by, context: known, now });
export const commandOf = ({ by: _by, known: _known, ...command }: Asked): OrderCommand => command;

const spec = specFor(dispatchOrder, { id: orderId });
/** `given(…events).at(now).when(asked)`, where what is asked carries who asks it. */
export const given = (...events: readonly OrderEvent[]) => ({
  at: (now: string) => ({
    when: (asked: Asked) =>
      spec
        .given(...events)
        .at(now, givenWith(asked, now))
        .when(commandOf(asked)),
  }),
});

export const decided = (events: readonly OrderEvent[], asked: Asked, now: string) =>
  dispatchOrder.decide(commandOf(asked), replay(dispatchOrder, events), givenWith(asked, now));

/** The events that commands lead to, one a minute from 09:01 on. */
export const story = (...commands: readonly Asked[]): OrderEvent[] =>
  commands.reduce<OrderEvent[]>((events, asked, place) => [...events, ...decided(events, asked, at(place + 1))], []);
export const assigned = story(open, assignTo(zhang));
export const accepted = story(open, assignTo(zhang), accept);
export const departed = story(open, assignTo(zhang), accept, depart);
export const arrived = story(open, assignTo(zhang), accept, depart, arrive);
export const worked = [...arrived, ...decided(arrived, measure, at(20))];
export const signed = [...worked, ...decided(worked, sign, at(21))];
export const closed = [...signed, ...decided(signed, close, at(22))];
export const factsOfRefusal = (events: readonly OrderEvent[], asked: Asked): unknown => {
  try {
    return decided(events, asked, at(30));
  } catch (refusal) {
    return (refusal as { facts: unknown }).facts;
  }
};
