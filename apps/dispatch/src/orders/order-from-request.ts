import type { EventOf } from '@pledge/contracts';
import type { RequestReceived } from '@pledge/contracts/events';
import type { Report } from './order-state.js';

/** The part of a report that a dispatch order keeps. */
export function reportOf(request: EventOf<typeof RequestReceived>['data']): Report {
  const { requestId, number, customerId, customerName, siteId, siteName, siteAddress, territory } = request;
  const { equipmentId, equipmentName, equipmentModel, serialNumber, reportedBy } = request;
  const { description, cause, nature, category, location, impact, measuresTaken, entitlement } = request;
  const dueAt = (promise: string) => request.promises.find((stamped) => stamped.promise === promise)?.dueAt ?? null;
  return {
    ...{ requestId, requestNumber: number, customerId, customerName, siteId, siteName, siteAddress, territory },
    ...{ equipmentId, equipmentName, equipmentModel, serialNumber },
    reportedBy: { name: reportedBy.name, phone: reportedBy.phone },
    ...{ description, cause, nature, category, location, impact, measuresTaken },
    warranty: { state: entitlement.state, chargeable: entitlement.chargeable },
    reportedAt: request.receivedAt,
    arriveBy: dueAt('arrive'),
    resolveBy: dueAt('resolve'),
  };
}
