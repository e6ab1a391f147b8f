import { describe, expect, it } from '@jest/globals';
import { requestKind } from '@pledge/contracts';
import { handOverMatter, referQuestion, respondToRequest } from '@pledge/contracts/http';
import { stepOf, usualToldBy, wayOf, waysOf } from './next-step.js';

const articleId = '018f7a52-0000-7000-8000-000000000003';
const outcome = {
  text: '在平台里新建人员即可。',
  sources: [{ articleId, title: '新员工授权' }],
  department: 'support',
  reason: '资料里没有',
  toldBy: '2030-05-07T17:00',
  handled: '已道歉',
} as const;

describe('what is done with an enquiry at once', () => {
  it('can always wait, and is not asked of a fault', () => {
    expect(waysOf('fault')).toEqual([]);
    for (const kind of requestKind.options) if (kind !== 'fault') expect(waysOf(kind)[0]).toBe('later');
  });
  it('goes to supervision or to a department by its kind, and never by what was chosen for another kind', () => {
    expect(wayOf({ kind: 'complaint', outcome: { way: 'hand-over' } })).toBe('hand-over');
    expect(wayOf({ kind: 'consultation', outcome: { way: 'hand-over' } })).toBe('later');
    expect(wayOf({ kind: 'fault', outcome: { way: 'answer' } })).toBe('later');
    expect(stepOf({ kind: 'fault', outcome: { way: 'answer', ...outcome } })).toBeNull();
  });
  it('is an answer that names what it rests on, said the way the caller came', () => {
    const step = stepOf({ kind: 'consultation', channel: 'hotline', outcome: { way: 'answer', ...outcome } });
    expect(step).toEqual({ type: 'answer', body: { text: outcome.text, via: 'phone', sources: [articleId] } });
    expect(respondToRequest.body.safeParse(step?.body).success).toBe(true);
    const mailed = stepOf({ kind: 'consultation', channel: 'email', outcome: { way: 'answer', text: '好' } });
    expect(mailed?.body).toEqual({ text: '好' });
  });
  it('is a question to a department, with why and by when', () => {
    const step = stepOf({ kind: 'how-to', description: '怎么授权？', outcome: { way: 'refer', ...outcome } });
    expect(step?.body).toEqual({
      department: 'support',
      question: '怎么授权？',
      reason: '资料里没有',
      toldBy: '2030-05-07T09:00:00.000Z',
    });
    expect(referQuestion.body.safeParse(step?.body).success).toBe(true);
  });
  it('goes to the department that the routing table names where nobody chose one', () => {
    const step = stepOf({
      kind: 'how-to',
      description: '?',
      outcome: { way: 'refer', reason: '没有', toldBy: outcome.toldBy },
    });
    expect(step?.body).not.toHaveProperty('department');
    expect(referQuestion.body.safeParse(step?.body).success).toBe(true);
  });
  it('is a matter for supervision, with what was done already', () => {
    const step = stepOf({ kind: 'complaint', outcome: { way: 'hand-over', ...outcome } });
    expect(step).toEqual({ type: 'hand-over', body: { handled: '已道歉' } });
    expect(handOverMatter.body.safeParse(step?.body).success).toBe(true);
    expect(stepOf({ kind: 'suggestion', outcome: { way: 'hand-over' } })?.body).toEqual({});
  });
  it('by when is the end of the next day by the clock on the wall', () => {
    expect(usualToldBy(Date.parse('2030-05-06T17:30:00Z'))).toBe('2030-05-08T17:00');
  });
});
