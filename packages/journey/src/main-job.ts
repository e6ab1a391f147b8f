import { randomUUID } from 'node:crypto';
import { Problem } from '@pledge/client';
import type { Equipment } from '@pledge/contracts/http';
import {
  acceptOrder,
  arriveOnSite,
  assignOrder,
  closeOrder,
  departForSite,
  listCandidates,
  listCustomers,
  listEquipment,
  listHolders,
  listOrders,
  listPromises,
  listRepairRecords,
  listReservations,
  listSites,
  listStock,
  recordMeasures,
  reportRequest,
  respondToRequest,
  signOrder,
} from '@pledge/contracts/http';
import { eventually } from '@pledge/testing/eventually';
import type { People } from './person.js';

/** What a walk left behind, to be looked for afterwards. */
export interface Walked {
  readonly requestId: string;
  readonly number: string;
  readonly publicToken: string;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly partId: string;
  readonly equipmentId: string;
}

/** A signature as a finger draws it. */
export const drawn =
  'data:image/svg+xml;base64,' +
  Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 40"><path d="M5 30 Q 30 0 55 25 T 95 15" fill="none" stroke="black"/></svg>',
  ).toString('base64');

/** Every piece of equipment in warranty, one after another, so that walks side by side do not meet on one device. */
export async function equipmentInWarranty(people: People): Promise<Equipment[]> {
  const { call } = await people.as('agent');
  const customers = await call(listCustomers, { query: { limit: 50 } });
  const found: Equipment[] = [];
  for (const customer of customers.items) {
    const sites = await call(listSites, { query: { customerId: customer.id, limit: 50 } });
    for (const site of sites.items) {
      const { items } = await call(listEquipment, { query: { siteId: site.id, limit: 200 } });
      found.push(...items.filter(({ warranty }) => warranty.state === 'in-warranty'));
    }
  }
  return found;
}

/**
 * One fault, all the way: reported, answered, assigned with a part, repaired, signed, closed, and settled in every department.
 * @param patienceMs how long the news of one department may take to reach another
 */
export async function walkMainJob(people: People, equipment: Equipment, patienceMs = 10_000): Promise<Walked> {
  const within = { within: patienceMs };
  const agent = await people.as('agent');
  const dispatcher = await people.as('dispatcher');

  const request = await agent.call(reportRequest, { body: reportOn(equipment) });
  await agent.call(respondToRequest, {
    params: { requestId: request.id },
    body: { text: '已安排工程师，请保持电话畅通。' },
  });

  const order = await eventually(async () => {
    const { items } = await dispatcher.call(listOrders, { query: { requestId: request.id } });
    if (items.length > 1) throw new Error(`${items.length} orders for ${request.number}`);
    return items[0];
  }, within);
  const params = { orderId: order.id };

  const storekeeper = await people.as('storekeeper');
  const stock = (await storekeeper.call(listStock, { query: { limit: 50 } })).items.find(
    ({ available }) => available > 1,
  );
  const best = (await dispatcher.call(listCandidates, { params })).items[0];
  if (!stock || !best) throw new Error('the demo company has no part in stock, or nobody to go');
  const { partId } = stock;
  const parts = [{ partId, quantity: 1 }];
  await dispatcher.call(assignOrder, {
    params,
    body: {
      engineerId: best.engineerId,
      cause: '电源模块老化',
      nature: 'equipment',
      category: 'access-control',
      location: '3 号楼一层弱电间',
      partsToCarry: parts,
      toolsToCarry: ['万用表'],
    },
  });
  await eventually(async () => {
    const { items } = await storekeeper.call(listReservations, { query: { orderId: order.id } });
    return items[0]?.status === 'reserved';
  }, within);

  const engineer = await people.as('engineer', best.engineerId);
  await engineer.call(acceptOrder, { params });
  const expectedArrivalAt = new Date(Date.now() + 1_800_000).toISOString();
  await eventually(async () => {
    // The news that the part is set aside may take as long as the bus is away.
    return engineer.call(departForSite, { params, body: { expectedArrivalAt } }).catch((failure: unknown) => {
      if (failure instanceof Problem && failure.code === 'parts-not-set-aside') return undefined;
      throw failure;
    });
  }, within);
  await engineer.call(arriveOnSite, { params, body: { conduct: { badge: true, tidyDress: true, shoeCovers: true } } });
  await engineer.call(recordMeasures, {
    params,
    body: {
      content: '更换电源模块，观察十分钟正常',
      completedAt: new Date().toISOString(),
      partsUsed: parts,
      siteCleaned: true,
    },
  });
  await engineer.call(signOrder, { params, body: { signedBy: '王敏', signature: drawn } });
  await dispatcher.call(closeOrder, { params });

  const walked = {
    requestId: request.id,
    number: request.number,
    publicToken: request.publicToken,
    orderId: order.id,
    orderNumber: order.number,
    partId,
    equipmentId: equipment.id,
  };
  await settled(people, walked, patienceMs);
  return walked;
}

/** A fault of a device, as an agent types it in. */
export const reportOn = (equipment: Equipment) => ({
  kind: 'fault' as const,
  channel: 'hotline' as const,
  reportedBy: { name: '王敏', phone: '13800000001' },
  customerId: equipment.customerId,
  siteId: equipment.siteId,
  equipmentId: equipment.id,
  receivedAt: new Date().toISOString(),
  description: `主机反复重启，读卡无响应 ${randomUUID().slice(0, 8)}`,
  nature: 'equipment' as const,
  category: 'access-control' as const,
  location: '3 号楼一层弱电间',
  impact: 'partial' as const,
});

/** A report of its own, whatever else is open at the place. */
export const apart = (equipment: Equipment) => ({
  ...reportOn(equipment),
  twin: { decision: 'separate' as const, reason: '另一处故障' },
});

/** Until what was done is known in every department that has to know it. */
export async function settled(
  people: People,
  { requestId, orderNumber, equipmentId }: Walked,
  patienceMs: number,
): Promise<void> {
  const within = { within: patienceMs };
  const supervisor = await people.as('quality-supervisor');
  const archivist = await people.as('archivist');
  await eventually(async () => {
    const { items } = await archivist.call(listRepairRecords, { query: { equipmentId, limit: 200 } });
    return items.filter((record) => record.orderNumber === orderNumber).length === 1;
  }, within);
  await eventually(async () => {
    const { items } = await supervisor.call(listPromises, { query: { requestId } });
    return items.length === 3 && items.every(({ state }) => state === 'kept');
  }, within);
  await eventually(async () => {
    const { items } = await supervisor.call(listHolders, { query: { requestId } });
    for (const [index, holder] of items.slice(1).entries()) {
      if (holder.from !== items[index]?.to) throw new Error(`gap or overlap in ${JSON.stringify(items)}`);
    }
    return items.map(({ department }) => department).join(' ') === 'intake dispatch supervision';
  }, within);
}
