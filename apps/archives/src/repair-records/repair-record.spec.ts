import { describe, it } from '@jest/globals';
import { RepairRecorded } from '@pledge/contracts/events';
import { specFor } from '@pledge/testing/rules';
import { repairRecord } from './repair-record.js';

const now = '2026-11-22T09:00:00.000Z';
const power = '018f7a52-0000-7000-8000-000000000007';
const fuse = '018f7a52-0000-7000-8000-000000000008';
const repairRecordId = '018f7a52-0000-7000-8000-000000000001';
const { given } = specFor(repairRecord, {
  id: repairRecordId,
  context: { partNames: { [power]: '门禁电源模块（12V 5A）' } },
});
const repair = {
  requestId: '018f7a52-0000-7000-8000-000000000002',
  requestNumber: 'FR-20261122-0001',
  orderId: '018f7a52-0000-7000-8000-000000000003',
  orderNumber: 'DO-20261122-0001',
  customerId: '018f7a52-0000-7000-8000-000000000004',
  siteId: '018f7a52-0000-7000-8000-000000000005',
  equipmentId: null,
  cause: '电源模块老化',
  nature: 'equipment',
  category: 'access-control',
  measures: '更换电源模块',
  engineerName: '张伟国',
  signedBy: '王敏',
  signedAt: '2026-11-22T08:59:00.000Z',
} as const;
const file = {
  type: 'file',
  repair,
  partsUsed: [
    { partId: power, quantity: 1 },
    { partId: fuse, quantity: 2 },
  ],
} as const;
const recorded = RepairRecorded.of({
  repairRecordId,
  ...repair,
  parts: [
    { partId: power, name: '门禁电源模块（12V 5A）', quantity: 1 },
    { partId: fuse, name: fuse, quantity: 2 },
  ],
  recordedAt: now,
});

describe('filing a repair', () => {
  it('names the parts, and files one whose name was not heard yet under its id', () =>
    given().at(now).when(file).then(recorded));
  it('happens once an order', () => given(recorded).at('2026-11-22T10:00:00.000Z').when(file).thenNothing());
});
