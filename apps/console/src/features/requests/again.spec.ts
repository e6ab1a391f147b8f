import { describe, expect, it } from '@jest/globals';
import type { Request } from '@pledge/contracts/http';
import { reportBody } from '@pledge/contracts/http';
import { againBody } from './again.js';

const id = (n: number) => `018f7a52-0000-7000-8000-00000000000${String(n)}`;
const fault = {
  ...{ number: 'FR-20261122-0001', kind: 'fault', language: 'zh', description: '门禁主机反复重启' },
  ...{ customerId: id(1), siteId: id(2), equipmentId: null, nature: 'equipment', category: 'access-control' },
  ...{ location: '3 号楼', impact: null, reportedBy: { name: '王敏', phone: '13800000001', email: null } },
} as Request;
const at = '2026-11-24T01:00:00.000Z';

describe('a fault that is reported again', () => {
  const body = againBody(fault, { at }, '又断电了');
  it('is a report like any other, at the same place, of the same kind', () => {
    expect(reportBody.parse(body)).toMatchObject({ siteId: id(2), category: 'access-control', location: '3 号楼' });
    expect(body).not.toHaveProperty('equipmentId');
  });
  it('counts from when the user said so, in their words, and names what it was', () => {
    expect(body.receivedAt).toBe(at);
    expect(body.description).toBe('又断电了\n\nFR-20261122-0001：门禁主机反复重启');
  });
  it('is never too long to be sent', () =>
    expect(againBody({ ...fault, description: '长'.repeat(4000) }, { at }, '又').description).toHaveLength(4000));
});
