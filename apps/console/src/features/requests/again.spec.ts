import { describe, expect, it } from '@jest/globals';
import type { Request } from '@pledge/contracts/http';
import { reportBody } from '@pledge/contracts/http';
import { againBody } from './again.js';

const id = (n: number) => `018f7a52-0000-7000-8000-00000000000${String(n)}`;
const fault = {
  ...{ id: id(4), number: 'FR-20261122-0001', kind: 'fault', language: 'zh', description: '门禁主机反复重启' },
  ...{ customerId: id(1), siteId: id(2), equipmentId: null, nature: 'equipment', category: 'access-control' },
  ...{ location: '3 号楼', impact: null, reportedBy: { name: '王敏', phone: '13800000001', email: null } },
} as Request;

describe('a fault that is reported again', () => {
  const body = againBody(fault, '又断电了', '维修未生效');
  it('is a report like any other, at the same place, of the same kind', () => {
    expect(reportBody.parse(body)).toMatchObject({ siteId: id(2), category: 'access-control', location: '3 号楼' });
    expect(body).not.toHaveProperty('equipmentId');
  });
  it('says which repair did not hold, and leaves it to the server from when it counts', () => {
    expect(body.twin).toEqual({ decision: 'separate', reason: '维修未生效', recurrenceOf: id(4) });
    expect(body).not.toHaveProperty('receivedAt');
  });
  it('is told in the words of the user, and names what it was', () => {
    expect(body.description).toBe('又断电了\n\nFR-20261122-0001：门禁主机反复重启');
  });
  it('is never too long to be sent', () =>
    expect(againBody({ ...fault, description: '长'.repeat(4000) }, '又', '维修未生效').description).toHaveLength(4000));
});
