import { describe, expect, it } from '@jest/globals';
import { findTwins } from '@pledge/contracts/http';
import type { Twin } from '@pledge/contracts/http';
import { choiceOf, decisionOf, likelihoodOf, outcomeOf, reasonsOf, twinsAsked } from './twin-choice.js';

const customerId = '018f7a52-0000-7000-8000-000000000001';
const twin = (id: string, more: Partial<Twin> = {}) => ({
  id,
  number: `FR-${id}`,
  status: 'received' as const,
  reasons: ['similar-text' as const],
  joins: false,
  ...more,
});

describe('what is asked about a report that is being typed', () => {
  it('is nothing while nobody and no place is known, and nothing for a status inquiry', () => {
    expect(twinsAsked({ description: '读卡器坏了' })).toBeNull();
    expect(twinsAsked({ reportedBy: { phone: '138' } })).toBeNull();
    expect(twinsAsked({ kind: 'status', customerId })).toBeNull();
  });
  it('is what was typed so far, of a long text no more than is compared', () => {
    const asked = twinsAsked({
      customerId,
      siteId: '',
      reportedBy: { phone: '021 5555 0199' },
      description: '坏'.repeat(900),
    });
    expect(asked).toEqual({ kind: 'fault', customerId, phone: '021 5555 0199', text: '坏'.repeat(400) });
    expect(findTwins.query.safeParse(asked).success).toBe(true);
  });
});

describe('how likely a twin is', () => {
  it.each([
    [{ joins: true, reasons: ['similar-text'] }, 'sure'],
    [{ joins: false, reasons: ['same-equipment', 'similar-text'] }, 'sure'],
    [{ joins: false, reasons: ['recurrence'] }, 'likely'],
    [{ joins: false, reasons: ['same-caller-and-text', 'similar-text'] }, 'likely'],
    [{ joins: false, reasons: ['similar-text'] }, 'possible'],
  ] as const)('%j: %s', (one, likelihood) => {
    expect(likelihoodOf({ ...one, reasons: [...one.reasons] })).toBe(likelihood);
  });
});

it('why it is one: the same words are not told to be similar, too', () => {
  expect(reasonsOf({ reasons: ['same-caller-and-text', 'similar-text'] })).toEqual(['same-caller-and-text']);
  expect(reasonsOf({ reasons: ['same-place', 'similar-text'] })).toEqual(['same-place', 'similar-text']);
});

describe('what becomes of the report', () => {
  const found = [twin('a', { joins: true }), twin('b'), twin('c', { status: 'resolved', reasons: ['recurrence'] })];

  it('is what the rule says while nobody has decided', () => {
    expect(outcomeOf(undefined, found)).toEqual({ what: 'rule-joins', number: 'FR-a' });
    expect(outcomeOf({ choice: 'rule' }, found.slice(1))).toEqual({ what: 'recurs', number: 'FR-c' });
    expect(outcomeOf(undefined, [])).toEqual({ what: 'new' });
  });
  it('is what the person decided', () => {
    expect(outcomeOf({ choice: 'b' }, found)).toEqual({ what: 'join', number: 'FR-b' });
    expect(outcomeOf({ choice: 'separate', reason: '另一扇门' }, found)).toEqual({ what: 'separate' });
  });
  it('is not a decision about a twin that is none any more, or that is not open', () => {
    expect(outcomeOf({ choice: 'b' }, found.slice(0, 1))).toEqual({ what: 'rule-joins', number: 'FR-a' });
    expect(outcomeOf({ choice: 'c' }, found)).toEqual({ what: 'rule-joins', number: 'FR-a' });
    expect(choiceOf({ choice: 'separate' }, [])).toBe('rule');
  });
  it('stays decided while the answer is on its way', () => {
    expect(choiceOf({ choice: 'b' }, undefined)).toBe('b');
  });
});

it('a decision is sent as the contract has it, and none as none', () => {
  expect(decisionOf('rule', '')).toBeUndefined();
  expect(decisionOf('separate', '另一扇门')).toEqual({ decision: 'separate', reason: '另一扇门' });
  expect(decisionOf(customerId, undefined)).toEqual({ decision: 'join', requestId: customerId });
});
