import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import {
  EnvelopeOverdue,
  EnvelopeReceived,
  EnvelopeSettled,
  EnvelopeTaken,
  EnvelopeTranscribed,
} from '@pledge/contracts/events';
import { specFor, checkInvariants } from '@pledge/testing/rules';
import fc from 'fast-check';
import type { Call, Contents, EnvelopeCommand, EnvelopeEvent } from './envelope.js';
import { envelope } from './envelope.js';

const { given } = specFor(envelope);

const envelopeId = '018f7a52-0000-7000-8000-000000000001';
const requestId = '018f7a52-0000-7000-8000-000000000002';
const customerId = '018f7a52-0000-7000-8000-000000000003';
const otherCustomer = '018f7a52-0000-7000-8000-000000000004';
const nine = '2026-11-22T01:00:00.000Z';
const half = '2026-11-22T01:30:00.000Z';
const ten = '2026-11-22T02:00:00.000Z';
const lin = { personId: 'p1', name: '林小雨' };
const xu = { personId: 'p2', name: '许婷婷' };

const contents: Contents = {
  channel: 'email',
  source: 'service@example.com',
  sourceKey: '<1@hospital.example>',
  receivedAt: nine,
  from: { name: '王敏', phone: null, email: 'wangmin@hospital.example' },
  subject: '门禁主机反复重启',
  text: '3 号楼门禁主机反复重启',
  attachments: [],
  found: {
    customerId,
    customerName: '申江医院',
    siteId: null,
    equipmentId: null,
    equipmentName: null,
    repliesTo: null,
    suspicion: null,
  },
};
const store: EnvelopeCommand = { type: 'store', envelopeId, contents, needs: 'sorting' };
const stored: EnvelopeEvent = {
  type: 'envelope-stored',
  data: { contents, needs: 'sorting', call: null, storedAt: nine },
};
const received = EnvelopeReceived.of({ envelopeId, channel: 'email', receivedAt: nine, dueAt: ten });
const there = [stored, received] as const;
const settledAs = (outcome: Parameters<typeof EnvelopeSettled.of>[0]['outcome'], settledAt = half) =>
  EnvelopeSettled.of({ envelopeId, channel: 'email', outcome, by: lin, settledAt });
const rejected = settledAs({ type: 'rejected', reason: 'advertising', note: null });
const reject = { type: 'reject', envelopeId, reason: 'advertising', note: null, by: lin } as const;
const join = (target: { number: string; customerId: string | null } | null) =>
  ({ type: 'join', envelopeId, requestId, by: lin, target }) as const;

describe('what reaches us', () => {
  it('is stored, and owed an answer within the hour (S-26)', () => given().at(nine).when(store).then(stored, received));
  it('is stored once, however often its source says it again', () =>
    given(...there)
      .at(half)
      .when(store)
      .thenNothing());
  it('is overdue after the hour, and says so once', () => {
    const overdue = EnvelopeOverdue.of({ envelopeId, channel: 'email', dueAt: ten, at: ten });
    given(...there)
      .at(ten)
      .when({ type: 'ring', envelopeId })
      .then(overdue);
    given(...there, overdue)
      .at(ten)
      .when({ type: 'ring', envelopeId })
      .thenNothing();
    given(...there)
      .at(half)
      .when({ type: 'ring', envelopeId })
      .thenNothing();
    given(...there, rejected)
      .at(ten)
      .when({ type: 'ring', envelopeId })
      .thenNothing();
  });
});

describe('a page that came on paper', () => {
  const register = (receivedAt: string) =>
    ({ type: 'register', envelopeId, contents: { ...contents, receivedAt }, attachmentIds: [] }) as const;
  it('is stored first, and waits to be transcribed', () => {
    const page: EnvelopeEvent = {
      type: 'envelope-stored',
      data: { ...stored.data, needs: 'transcription', storedAt: half },
    };
    given().at(half).when(register(nine)).then(page, received);
    given(...there)
      .at(half)
      .when(register(nine))
      .thenNothing();
  });
  it('reached us neither later than now nor long ago', () => {
    given().at(half).when(register(ten)).thenRefuses('received-in-future');
    const long = register('2026-11-15T01:00:00.000Z');
    given().at(half).when(long).thenRefuses('received-too-long-ago');
    expect(envelope.decide({ ...long, mayBackdate: true }, envelope.initial, half)).toHaveLength(2);
  });
  it('of a wall clock that is a minute fast reached us now', () => {
    const { data } = stored;
    const now: EnvelopeEvent = { type: 'envelope-stored', data: { ...data, needs: 'transcription', storedAt: nine } };
    given().at(nine).when(register('2026-11-22T01:01:00.000Z')).then(now, received);
  });
});

describe('its outcome', () => {
  it('is one: rejected with a reason by a named person', () =>
    given(...there)
      .at(half)
      .when(reject)
      .then(rejected));
  it('needs a note where the reason is none of the list', () =>
    given(...there)
      .at(half)
      .when({ ...reject, reason: 'other' })
      .thenRefuses('note-required'));
  it('is one: joined to a request', () =>
    given(...there)
      .at(half)
      .when(join({ number: 'FR-1', customerId }))
      .then(settledAs({ type: 'joined', requestId, number: 'FR-1' })));
  it('is never a request of another customer', () =>
    given(...there)
      .at(half)
      .when(join({ number: 'FR-1', customerId: otherCustomer }))
      .thenRefuses('other-customer'));
  it('is never a request that does not exist', () =>
    given(...there)
      .at(half)
      .when(join(null))
      .thenRefuses('request-unknown'));
  it('is never a second one', () => {
    const settled = given(...there, rejected);
    settled.at(ten).when(reject).thenRefuses('envelope-settled');
    settled
      .at(ten)
      .when(join({ number: 'FR-1', customerId }))
      .thenRefuses('envelope-settled');
    settled.at(ten).when({ type: 'take', envelopeId, by: lin }).thenRefuses('envelope-settled');
  });
});

describe('on the way', () => {
  it('one person at a time has it', () => {
    const taken = EnvelopeTaken.of({ envelopeId, channel: contents.channel, by: lin, at: half });
    given(...there)
      .at(half)
      .when({ type: 'take', envelopeId, by: lin })
      .then(taken);
    given(...there, taken)
      .at(half)
      .when({ type: 'take', envelopeId, by: lin })
      .thenNothing();
    given(...there, taken)
      .at(half)
      .when({ type: 'take', envelopeId, by: xu })
      .thenRefuses('envelope-taken');
  });
  it('a page is transcribed by a named person, and then waits to be sorted', () => {
    const from = { ...contents.from, name: '王主任', phone: '021-5555' };
    const command = {
      type: 'transcribe',
      envelopeId,
      text: '门禁坏了',
      name: '王主任',
      phone: '021-5555',
      by: lin,
    } as const;
    const transcribed: EnvelopeEvent = { type: 'envelope-transcribed', data: { text: '门禁坏了', from, by: lin } };
    given(...there)
      .at(half)
      .when(command)
      .then(transcribed, EnvelopeTranscribed.of({ envelopeId, channel: contents.channel, by: lin, at: half }));
    const state = [...there, transcribed].reduce(envelope.evolve, envelope.initial);
    expect(state).toMatchObject({ status: 'waiting', needs: 'sorting', contents: { text: '门禁坏了', from } });
  });
});

describe('inbound accounting', () => {
  const call: Call = {
    callId: 'c1',
    line: '400',
    state: 'missed',
    startedAt: nine,
    answeredAt: null,
    endedAt: nine,
    answeredBy: null,
  };
  const needs = fc.constantFrom('sorting', 'transcription', 'call-back' as const);
  const person = fc.constantFrom(lin, xu);
  const commands: fc.Arbitrary<EnvelopeCommand> = fc.oneof(
    needs.map((need) => ({ type: 'store', envelopeId, contents, needs: need }) as const),
    fc
      .constantFrom(nine, ten)
      .map(
        (receivedAt) =>
          ({ type: 'register', envelopeId, contents: { ...contents, receivedAt }, attachmentIds: [] }) as const,
      ),
    needs.map((need) => ({ type: 'note-call', envelopeId, call, needs: need, answeredBy: null }) as const),
    person.map((by) => ({ type: 'take', envelopeId, by }) as const),
    person.map((by) => ({ type: 'transcribe', envelopeId, text: '写下来', name: null, phone: null, by }) as const),
    fc
      .constantFrom({ number: 'FR-1', customerId }, { number: 'FR-2', customerId: otherCustomer }, null)
      .map((target) => ({ type: 'join', envelopeId, requestId, by: lin, target }) as const),
    fc
      .record({
        reason: fc.constantFrom('advertising', 'other', 'auto-reply' as const),
        note: fc.constantFrom(null, '原因'),
      })
      .map((why) => ({ type: 'reject', envelopeId, ...why, by: lin }) as const),
    fc.constant({ type: 'ring', envelopeId } as const),
  );

  it('holds through any order of commands: at most one outcome, by a name, and nothing moves after it', () => {
    checkInvariants(
      envelope,
      commands,
      ({ before, after, events, history }) => {
        const said = (asked: EnvelopeEvent['type']) => history.filter(({ type }) => type === asked).length;
        return {
          'it is stored once at most': said('envelope-stored') <= 1,
          'it has an outcome where it is settled, and one':
            said('intake.envelope-settled.v1') === Number(after.status === 'settled'),
          'its outcome is of a named person': after.status !== 'settled' || after.settlement.by.name !== '',
          'nothing but its call moves after its outcome':
            before.status !== 'settled' ||
            (events.every(({ type }) => type === 'call-noted' || type === 'intake.call-moved.v1') &&
              after.status === 'settled' &&
              isDeepStrictEqual(after.settlement, before.settlement)),
        };
      },
      { walks: 20_000, maxSteps: 12 },
    );
  });
});
