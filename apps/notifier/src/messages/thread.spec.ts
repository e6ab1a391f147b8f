import { describe, expect, it } from '@jest/globals';
import { numbersIn, requestOfMailId } from '@pledge/contracts';
import type { Letter } from './message.js';
import { threadOf } from './thread.js';

const requestId = '018f7a52-0000-7000-8000-000000000001';
const messageId = '018f7a52-0000-7000-8000-00000000000a';
const number = 'FR-20261126-0001';
const letter: Letter = {
  ...{ messageId, requestId, requestNumber: number, template: 'request-received', audience: 'reporter' },
  ...{ to: { name: '王敏', phone: null, email: 'wangmin@hospital.example' }, subject: `已受理 ${number}`, text: '…' },
};

describe('a letter about a request', () => {
  it('names it in its id and its subject, so that an answer is known', () => {
    const thread = threadOf(letter);
    expect([requestOfMailId(thread.messageId), numbersIn(thread.subject)]).toEqual([requestId, [number]]);
  });
  it('answers the mail it came by', () => {
    const mailId = '<1@hospital.example>';
    expect(threadOf({ ...letter, inReplyTo: mailId })).toMatchObject({ inReplyTo: mailId, references: mailId });
  });
  it('is kept together with the others where none came by mail', () => {
    const { inReplyTo, references } = threadOf(letter);
    const other = threadOf({ ...letter, messageId: '018f7a52-0000-7000-8000-00000000000b', inReplyTo: null });
    expect([inReplyTo, references]).toEqual([other.inReplyTo, other.references]);
    expect(requestOfMailId(inReplyTo ?? '')).toBe(requestId);
  });
  it('to our own people has the subject they know, and answers no mail of the user', () => {
    const told = threadOf({ ...letter, audience: 'engineer', inReplyTo: '<1@hospital.example>' });
    expect([told.subject, told.inReplyTo]).toEqual([letter.subject, threadOf(letter).inReplyTo]);
  });
  it.each([
    ['request-received', true],
    ['clarification-overdue', true],
    ['promise-breached', true],
    ['request-responded', false],
    ['reply-written', false],
    ['clarification-asked', false],
  ])('%s says that nobody wrote it: %s', (template, automatic) =>
    expect(threadOf({ ...letter, template }).automatic).toBe(automatic),
  );
});

describe('a letter about nothing else', () => {
  it('stands alone', () =>
    expect(threadOf({ ...letter, requestId: null, requestNumber: null, template: 'roster-gap-ahead' })).toEqual({
      messageId: `<m.${messageId}@pledge>`,
      subject: letter.subject,
      automatic: true,
    }));
});
