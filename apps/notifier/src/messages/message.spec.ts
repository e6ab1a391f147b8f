import { describe, expect, it } from '@jest/globals';
import { UserTold } from '@pledge/contracts/events';
import { checkInvariants, givenFor, specFor } from '@pledge/testing/rules';
import fc from 'fast-check';
import type { Letter, MessageCommand, MessageEvent } from './message.js';
import { attemptMs, message } from './message.js';

const nine = '2026-11-22T09:00:00.000Z';
const later = (ms: number) => new Date(Date.parse(nine) + ms).toISOString();
const letter: Letter = {
  messageId: '018f7a52-0000-7000-8000-000000000001',
  requestId: '018f7a52-0000-7000-8000-000000000002',
  requestNumber: 'FR-1',
  template: 'order-assigned',
  audience: 'engineer',
  to: { name: '张伟国', phone: '13800020001', email: 'zhangweiguo@example.com' },
  subject: '新派工单',
  text: '新派工单',
};
const patience = { attempts: 3, firstRetryMs: 1000 };
const written = (byMail: boolean): MessageEvent => ({
  type: 'message-written',
  data: { letter, byMail, recordedAt: nine },
});
const { messageId, requestId, template, audience } = letter;
const { given } = specFor(message, { id: messageId });
const told = UserTold.of({ messageId, requestId, template, audience, recordedAt: nine });
const begun = (attempt: number, at = nine): MessageEvent => ({
  type: 'attempt-begun',
  data: { attempt, until: new Date(Date.parse(at) + attemptMs).toISOString() },
});
const failed = (attempt: number, nextAt: string): MessageEvent => ({
  type: 'attempt-failed',
  data: { attempt, error: '421 busy', nextAt },
});
const begin: MessageCommand = { type: 'begin', patience };
const fail = (attempt: number): MessageCommand => ({ type: 'fail', attempt, error: '421 busy', patience });

describe('a message', () => {
  it('is recorded, and the house is told so', () =>
    given().at(nine).when({ type: 'record', letter, byMail: true }).then(written(true), told));
  it('is recorded once', () =>
    given(written(true), told).at(later(5)).when({ type: 'record', letter, byMail: true }).thenNothing());
  it('is only recorded where the person has no e-mail', () => {
    const without = { ...letter, to: { ...letter.to, email: null } };
    given()
      .at(nine)
      .when({ type: 'record', letter: without, byMail: true })
      .then({ type: 'message-written', data: { letter: without, byMail: false, recordedAt: nine } }, told);
  });
  it('that is only recorded is never sent', () => given(written(false)).at(nine).when(begin).thenNothing());
});

describe('sending it', () => {
  it('begins with a first attempt', () => given(written(true)).at(nine).when(begin).then(begun(1)));
  it('is not begun twice at once', () =>
    given(written(true), begun(1))
      .at(later(attemptMs - 1))
      .when(begin)
      .thenRefuses('attempt-under-way'));
  it('is begun again where an attempt was cut off', () =>
    given(written(true), begun(1))
      .at(later(attemptMs))
      .when(begin)
      .then(begun(2, later(attemptMs))));
  it('is done once', () => {
    const sent: MessageEvent = { type: 'message-sent', data: { sentAt: later(9) } };
    given(written(true), begun(1)).at(later(9)).when({ type: 'done', attempt: 1 }).then(sent);
    given(written(true), begun(1), sent).at(later(10)).when({ type: 'done', attempt: 1 }).thenNothing();
    given(written(true), begun(1), sent).at(later(attemptMs)).when(begin).thenNothing();
  });
  it('is tried again after a pause that doubles', () => {
    given(written(true), begun(1))
      .at(nine)
      .when(fail(1))
      .then(failed(1, later(1000)));
    given(written(true), begun(1), failed(1, nine), begun(2))
      .at(nine)
      .when(fail(2))
      .then(failed(2, later(2000)));
  });
  it('waits for the pause to be over', () =>
    given(written(true), begun(1), failed(1, later(1000)))
      .at(later(999))
      .when(begin)
      .thenNothing());
  it('is given up after the last attempt, with what was wrong', () =>
    given(written(true), begun(1), failed(1, nine), begun(2), failed(2, nine), begun(3))
      .at(nine)
      .when(fail(3))
      .then({ type: 'message-failed', data: { error: '421 busy' } }));
  it('is given up where the last attempt was cut off', () =>
    given(written(true), begun(1), failed(1, nine), begun(2), failed(2, nine), begun(3))
      .at(later(attemptMs))
      .when(begin)
      .then({ type: 'message-failed', data: { error: '421 busy' } }));
  it('takes no notice of an attempt that answers too late', () => {
    given(written(true), begun(1), begun(2)).at(nine).when({ type: 'done', attempt: 1 }).thenNothing();
    given(written(true), begun(1), begun(2)).at(nine).when(fail(1)).thenNothing();
  });
});

const attempt = fc.integer({ min: 1, max: 4 });
const commands = fc.oneof(
  fc.record({ type: fc.constant('record' as const), letter: fc.constant(letter), byMail: fc.boolean() }),
  fc.constant(begin),
  fc.record({ type: fc.constant('done' as const), attempt }),
  attempt.map(fail),
);

it('whatever happens in whatever order: told once, sent at most once, tried no more than allowed', () => {
  checkInvariants(
    message,
    commands,
    ({ history, after }) => {
      const said = (type: MessageEvent['type']) => history.filter((event) => event.type === type).length;
      expect(said('notifier.message-recorded.v1')).toBeLessThanOrEqual(1);
      expect(said('message-sent') + said('message-failed')).toBeLessThanOrEqual(1);
      expect(said('attempt-begun')).toBeLessThanOrEqual(patience.attempts);
      if (after.status === 'sent' || after.status === 'failed') expect(after.attempts).toBe(said('attempt-begun'));
      if (after.status === 'recorded') expect(said('attempt-begun')).toBe(0);
    },
    { maxPauseMs: 2 * attemptMs, given: (_command, now) => givenFor({ now, id: messageId }) },
  );
});
