import { beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import type { Who } from '../service.testbed.js';
import { intakeService } from '../service.testbed.js';
import { somewhere } from './reports.testbed.js';

const { service, call } = intakeService();
const agent: Who = { role: 'agent', department: 'intake' };
let place: Awaited<ReturnType<typeof somewhere>>;

beforeAll(async () => {
  place = await somewhere(service().app.get(DataSource).manager);
});
const report = (change: object) =>
  call(agent, 'POST', '/requests', {
    ...{ kind: 'fault', channel: 'hotline', reportedBy: { name: '王敏', phone: '13900001234' } },
    ...{ description: '读卡无响应', impact: 'partial', ...place, ...change },
  });

describe('a report', () => {
  it.each(['\u200b', '\u00ad', '\u2060\ufeff', '\u3164', '\u2800', '\u0301', '\u{e0041}', '\u3000 ', '\u202d'])(
    'by a name nobody can see (%j) is refused with the field',
    async (name) => {
      const { status, json } = await report({ reportedBy: { name, phone: '13900001234' } });
      expect([status, json.code, json.errors]).toEqual([
        400,
        'malformed',
        [expect.objectContaining({ pointer: '/reportedBy/name', code: 'too-small' })],
      ]);
    },
  );

  it('of which nobody can see a word is refused with the field', async () => {
    const { status, json } = await report({ description: '\u200b\u2066' });
    expect([status, json.errors]).toEqual([400, [expect.objectContaining({ pointer: '/description' })]]);
  });

  it('is kept without signs that turn the direction, with all else that was typed', async () => {
    const { status, json } = await report({
      ...{ description: 'abc\u202edef', location: '\u20673 号楼\u2069' },
      reportedBy: { name: 'علی\u200cرضا\u200f', phone: '\u202a139 0000 1234\u202c' },
    });
    expect([status, json.description, json.location, json.reportedBy]).toEqual([
      201,
      'abcdef',
      '3 号楼',
      { name: 'علی\u200cرضا', phone: '139 0000 1234', email: null },
    ]);
  });
});
