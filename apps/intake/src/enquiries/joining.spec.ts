import { describe, expect, it } from '@jest/globals';
import { EnquiryJoined } from '@pledge/contracts/events';
import { specFor } from '@pledge/testing/rules';
import {
  askedAgain,
  by,
  confirm,
  eleven,
  factsOf,
  first,
  handOver,
  joinedTo,
  nothing,
  received,
  refer,
  requestId,
  respond,
} from './enquiry-story.js';
import { enquiry } from './enquiry.js';
import type { EnquiryCommand } from './situation.js';

const { given } = specFor(enquiry);

describe('what is asked again', () => {
  const join = { decision: 'join', requestId: first.requestId } as const;
  const joined = factsOf(askedAgain({ said: first }))[0];
  if (joined?.type !== EnquiryJoined.type) throw new Error('nothing was joined');

  it('is joined by rule, with a respond clock of its own from when it first reached us', () => {
    expect(joined.data).toMatchObject({ joinedTo, promises: [{ promise: 'respond', startedAt: eleven }] });
    expect(factsOf(askedAgain({}))[0]?.type).toBe('intake.enquiry-received.v1');
  });
  it('is joined or separated by a person who says so, with the reason', () => {
    expect(factsOf(askedAgain({ twin: first }, join))[0]?.data).toMatchObject({ joinedTo });
    const separate = { decision: 'separate', reason: '另一栋楼' } as const;
    expect(factsOf(askedAgain({ said: first }, separate))[0]?.data).toMatchObject({
      separated: { from: joinedTo, reason: '另一栋楼', by },
    });
    expect(factsOf(askedAgain({}, separate))[0]?.data).not.toHaveProperty('separated');
  });
  it('has no repair that did not hold', () =>
    given()
      .at(eleven)
      .when(askedAgain({ said: first }, { decision: 'separate', reason: '另一栋楼', recurrenceOf: first.requestId }))
      .thenRefuses('not-a-fault'));
  it('is joined to what is open only, and never across customers', () => {
    given().at(eleven).when(askedAgain({}, join)).thenRefuses('twin-not-open');
    const theirs = { ...first, customerId: '01996f00-0000-7000-8000-000000000010' };
    const about = { ...nothing, customerId: requestId, category: null, respondMinutes: null };
    given()
      .at(eleven)
      .when(askedAgain({ about, twin: theirs }, join))
      .thenRefuses('other-customer');
  });
  it('is answered on its own; the rest is done with what it was joined to', () => {
    expect(factsOf(respond, joined)).toHaveLength(1);
    for (const command of [refer(), handOver, confirm()])
      given(joined).at(eleven).when(command).thenRefuses('request-joined');
  });

  describe('by mistake', () => {
    const undo: EnquiryCommand = { type: 'undo-join', requestId, reason: '另一件事', by };
    const events = factsOf(undo, joined);
    it('is one of its own again, under the name of who says so; its clock stands', () => {
      expect(events.map(({ type }) => type)).toEqual(['intake.join-undone.v1', 'intake.enquiry-received.v1']);
      expect(events[1]?.data).toMatchObject({
        ...{ number: joined.data.number, promises: joined.data.promises },
        separated: { from: joinedTo, reason: '另一件事', by },
      });
      expect(events[1]?.data).not.toHaveProperty('joinedTo');
    });
    it('keeps the answer it was given, and goes on like any other', () => {
      const answered = factsOf(respond, joined);
      const state = [joined, ...answered, ...events].reduce(enquiry.evolve, enquiry.initial);
      expect(state).toMatchObject({ status: 'responded', answer: { by }, undone: { reason: '另一件事' } });
      expect(factsOf(confirm(), joined, ...answered, ...events)).toHaveLength(1);
    });
    it('is undone where there is a join', () => {
      given(received()).at(eleven).when(undo).thenRefuses('request-not-joined');
      given(joined, ...events)
        .at(eleven)
        .when(undo)
        .thenRefuses('request-not-joined');
    });
  });
});
