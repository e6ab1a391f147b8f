import { describe, expect, it } from '@jest/globals';
import { isOurMailId, mailIdOf, numbersIn, requestOfMailId, withNumber } from './mail-thread.js';

const requestId = '018f7a52-0000-7000-8000-000000000001';
const messageId = '018f7a52-0000-7000-8000-00000000000a';

describe('the id of a message of ours', () => {
  it('names its request, also where a mail program changed its letters to capitals', () => {
    const mailId = mailIdOf(messageId, requestId);
    expect([isOurMailId(mailId), requestOfMailId(mailId)]).toEqual([true, requestId]);
    expect(requestOfMailId(mailId.toUpperCase())).toBe(requestId);
  });
  it('names none where it is about none', () => {
    const mailId = mailIdOf(messageId, null);
    expect([isOurMailId(mailId), requestOfMailId(mailId)]).toEqual([true, undefined]);
  });
  it.each(['<1@hospital.example>', `<r.${requestId}@pledge>`, `r.${requestId}.${messageId}@pledge`, ''])(
    'is not %s',
    (mailId) => expect([isOurMailId(mailId), requestOfMailId(mailId)]).toEqual([false, undefined]),
  );
});

describe('the number in a subject', () => {
  it.each([
    ['已受理 FR-20261126-0001 · Request received', 'FR-20261126-0001', '已受理 [FR-20261126-0001] · Request received'],
    ['已并入 FR-20261126-0001', 'FR-20261126-0002', '[FR-20261126-0002] 已并入 FR-20261126-0001'],
    ['回复 [RQ-20261126-0001]', 'RQ-20261126-0001', '回复 [RQ-20261126-0001]'],
    ['建议', 'SG-2026-0001', '[SG-2026-0001] 建议'],
  ])('is put into %s once, and found there again', (subject, number, shown) => {
    expect(withNumber(subject, number)).toBe(shown);
    expect(numbersIn(`Re: 回复: ${shown}`)).toEqual([number]);
  });
  it('is only that in brackets', () => expect(numbersIn('FR-20261126-0001 [FR-1] [x] [FR-20261126-1]')).toEqual([]));
});
