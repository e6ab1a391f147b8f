import type { FaultBody } from '@pledge/contracts/http';
import { workCalendar } from '@pledge/promises';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { PlaceAsked, RequestCommand } from './situation.js';

const calendar = workCalendar({ timeZone: 'Asia/Shanghai' });

/** A customer, a site and a piece of equipment that intake has copies of. */
export async function somewhere(tx: EntityManager): Promise<PlaceAsked> {
  const [customerId, siteId, equipmentId] = [newId(), newId(), newId()];
  const terms = { respondMinutes: 60, arriveMinutes: 240, resolveMinutes: 480 };
  await tx.query('insert into customer_copy (customer_id, name, terms) values ($1, $2, $3)', [
    customerId,
    '申江医院',
    JSON.stringify(terms),
  ]);
  await tx.query('insert into site_copy (site_id, customer_id, name, address, territory) values ($1, $2, $3, $4, $5)', [
    siteId,
    customerId,
    '门诊楼',
    '浦东新区',
    '浦东',
  ]);
  const equipment = {
    ...{
      equipmentId,
      customerId,
      siteId,
      name: '门禁主机',
      model: 'HY-AC4000',
      serialNumber: `S-${equipmentId.slice(-6)}`,
    },
    ...{ category: 'access-control', location: '3 号楼', commissionedOn: '2025-05-15', warrantyMonths: 24 },
    extendedUntil: null,
  };
  await tx.query(
    'insert into equipment_copy (equipment_id, customer_id, site_id, qr_token, data) values ($1, $2, $3, $4, $5)',
    [equipmentId, customerId, siteId, `label-${equipmentId}`, JSON.stringify(equipment)],
  );
  return { customerId, siteId, equipmentId };
}

/** What an agent enters of a fault there: the id and the command, as the door takes them. */
export function receiving(place: PlaceAsked, change: Partial<FaultBody> = {}): [string, RequestCommand] {
  const requestId = newId();
  const reportedBy = { name: '王敏', phone: '138 0000 0001', email: null, ...change.reportedBy };
  const report: FaultBody = {
    kind: 'fault',
    language: 'zh',
    channel: 'hotline',
    reportedBy,
    description: '主机反复重启，读卡无响应',
    nature: 'equipment',
    category: 'access-control',
    location: '3 号楼一层弱电间',
    impact: 'partial',
    ...change,
  };
  const command: RequestCommand = {
    type: 'receive',
    requestId,
    report,
    reportedBy,
    recordedBy: { personId: 'agent-1', name: '林小雨' },
    place,
    ids: {
      promiseIds: [newId(), newId(), newId()],
      handOffId: newId(),
      publicToken: newId(),
      envelopeId: report.envelopeId ?? newId(),
    },
    calendar,
  };
  return [requestId, command];
}
