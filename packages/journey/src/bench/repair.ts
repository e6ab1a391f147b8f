import {
  acceptOrder,
  arriveOnSite,
  assignOrder,
  closeOrder,
  departForSite,
  exceptRelease,
  listCandidates,
  listOrders,
  listPromises,
  recordMeasures,
  reportRequest,
  respondToRequest,
  signOrder,
} from '@pledge/contracts/http';
import type { Equipment } from '@pledge/contracts/http';
import { Problem } from '@pledge/client';
import { eventually } from '@pledge/testing/eventually';
import { apart, drawn } from '../main-job.js';
import type { People } from '../person.js';

const inHalfAnHour = () => new Date(Date.now() + 1_800_000).toISOString();

export interface Repaired {
  readonly requestId: string;
  /** From the report's answer until dispatch shows the order. */
  readonly visibleMs: number;
}

/** One repair from the report to the closed order, by the fewest calls; every other one carries a part. */
export async function repair(people: People, device: Equipment, partId: string | undefined): Promise<Repaired> {
  const agent = await people.as('agent');
  const dispatcher = await people.as('dispatcher');
  const { id: requestId } = await agent.call(reportRequest, { body: apart(device) });
  const accepted = performance.now();
  const order = await eventually(async () => (await dispatcher.call(listOrders, { query: { requestId } })).items[0], {
    within: 60_000,
    every: 5,
  });
  const visibleMs = performance.now() - accepted;
  await agent.call(respondToRequest, { params: { requestId }, body: { text: '已安排工程师' } });
  const params = { orderId: order.id };
  const { items } = await dispatcher.call(listCandidates, { params });
  const engineerId = items[Math.floor(Math.random() * Math.min(5, items.length))]?.engineerId;
  if (engineerId === undefined) throw new Error('the demo company has nobody to go');
  await dispatcher.call(assignOrder, {
    params,
    body: {
      ...{ engineerId, cause: '电源老化', nature: 'equipment', category: 'access-control', location: '3 号楼' },
      ...{ partsToCarry: partId === undefined ? [] : [{ partId, quantity: 1 }], toolsToCarry: ['万用表'] },
    },
  });
  const engineer = await people.as('engineer', engineerId);
  await engineer.call(acceptOrder, { params });
  const leave = () => engineer.call(departForSite, { params, body: { expectedArrivalAt: inHalfAnHour() } });
  await leave().catch(async (failure: unknown) => {
    if (!(failure instanceof Problem && failure.code === 'parts-not-set-aside')) throw failure;
    await dispatcher.call(exceptRelease, { params, body: { reason: '急' } });
    return leave();
  });
  await engineer.call(arriveOnSite, { params, body: { conduct: { badge: true, tidyDress: true, shoeCovers: true } } });
  await engineer.call(recordMeasures, {
    params,
    body: { content: '更换', completedAt: new Date().toISOString(), partsUsed: [], siteCleaned: true },
  });
  await engineer.call(signOrder, { params, body: { signedBy: '王敏', signature: drawn } });
  await dispatcher.call(closeOrder, { params });
  return { requestId, visibleMs };
}

/** Until the promises of these repairs are kept. */
export async function kept(people: People, requestIds: readonly string[]): Promise<void> {
  const supervisor = await people.as('quality-supervisor');
  for (const requestId of requestIds)
    await eventually(
      async () => {
        const { items } = await supervisor.call(listPromises, { query: { requestId } });
        return items.filter(({ state }) => state === 'kept').length >= 3;
      },
      { within: 120_000 },
    );
}
