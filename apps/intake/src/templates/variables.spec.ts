import { describe, expect, it } from '@jest/globals';
import type { Request } from '@pledge/contracts/http';
import { workCalendar, stamp } from '@pledge/promises';
import fc from 'fast-check';
import type { Values } from './variables.js';
import { blank, filled, moment, valuesOf, variables, variablesIn } from './variables.js';

const nothing = Object.fromEntries(variables.map((one) => [one, null])) as Values;

describe('a filled text', () => {
  it('has the values in, and names those that are empty', () => {
    const { text, empty } = filled('{{reporter}}您好：{{ number }}，{{equipment}}，{{number}}', {
      ...nothing,
      reporter: '王敏',
      number: 'FR-1',
      equipment: ' ',
    });
    expect(text).toBe(`王敏您好：FR-1，${blank}，FR-1`);
    expect(empty).toEqual(['equipment']);
  });

  it('says what a value says, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const { text, empty } = filled('a{{location}}b', { ...nothing, location: value, number: 'never' });
        expect(text).toBe(value.trim() === '' ? `a${blank}b` : `a${value}b`);
        expect(empty).toEqual(value.trim() === '' ? ['location'] : []);
      }),
    );
    expect(filled('{{location}}', { ...nothing, location: '$& {{number}}', number: 'never' }).text).toBe(
      '$& {{number}}',
    );
  });

  it('leaves no variable of the list open', () => {
    const whole = variables.map((one) => `{{${one}}}`).join(' ');
    expect(variablesIn(whole).found).toEqual([...variables]);
    const { text, empty } = filled(whole, nothing);
    expect(text).not.toMatch(/[{}]/u);
    expect(empty).toEqual([...variables]);
  });
});

describe("a request's values", () => {
  const calendar = workCalendar({ timeZone: 'Asia/Shanghai' });
  const receivedAt = '2026-12-31T15:30:00.000Z';
  const arrive = stamp({
    promiseId: '018f7a52-0000-7000-8000-000000000001',
    promise: 'arrive',
    owner: 'dispatch',
    startedAt: receivedAt,
    limit: { amount: 240, unit: 'minutes' },
    calendar,
  });
  const request = {
    number: 'FR-20261231-0001',
    kind: 'fault',
    reportedBy: { name: '王敏', phone: '1', email: null },
    customerName: '申江医院',
    siteName: null,
    siteAddress: null,
    equipmentName: null,
    equipmentModel: null,
    serialNumber: null,
    category: 'fire-alarm',
    location: null,
    receivedAt,
    holder: { department: 'dispatch', since: receivedAt },
    promises: [{ ...arrive, state: 'running', doneAt: null }],
  } as unknown as Request;

  it("are told in the language asked for, times by the company's clock", () => {
    const telling = { timeZone: 'Asia/Shanghai', agent: '林小雨' };
    expect(valuesOf(request, { ...telling, language: 'zh' })).toMatchObject({
      category: '消防报警',
      department: '维修',
      receivedAt: '12月31日 23:30',
      'dueAt.arrive': '1月1日 03:30',
      'dueAt.respond': null,
      equipment: null,
      agent: '林小雨',
    });
    expect(valuesOf(request, { ...telling, language: 'en' })).toMatchObject({
      kind: 'fault',
      receivedAt: '31 Dec 23:30',
      'dueAt.arrive': '1 Jan 03:30',
    });
  });

  it('do not promise what is void', () => {
    const void_ = { ...request, promises: [{ ...arrive, state: 'void', doneAt: null }] } as unknown as Request;
    const values = valuesOf(void_, { language: 'zh', timeZone: 'Asia/Shanghai', agent: 'x' });
    expect(values['dueAt.arrive']).toBeNull();
  });

  it('say midnight as 00:00', () => expect(moment('2026-01-01T16:00:00Z', 'zh', 'Asia/Shanghai')).toBe('1月2日 00:00'));
});
