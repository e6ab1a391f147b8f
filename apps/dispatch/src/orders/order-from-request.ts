import type { Fact } from '@pledge/contracts';
import type { RequestReceived } from '@pledge/contracts/events';
import { v5 } from 'uuid';
import type { Report } from './situation.js';

/**
 * A request has one order and can have no other: the order's id follows from the request's. It keeps the request's place in time and the
 * form of a UUID of version 7.
 */
export function orderIdFor(requestId: string): string {
  const hash = v5('dispatch-order', requestId);
  return `${requestId.slice(0, 13)}-7${hash.slice(15)}`.toLowerCase();
}

/** The part of a report that a dispatch order keeps. */
export function reportOf(request: Fact<typeof RequestReceived>['data']): Report {
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
