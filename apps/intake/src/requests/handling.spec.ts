import { describe, expect, it } from '@jest/globals';
import { FactsCompleted, JoinUndone, RequestReleased, RequestTaken } from '@pledge/contracts/events';
import { replay } from '@pledge/kernel';
import { workCalendar } from '@pledge/promises';
import { specFor } from '@pledge/testing/rules';
import type { FactsTold, RequestCommand, RequestEvent } from './situation.js';
import { request } from './request.js';
import {
  by,
  closed,
  id,
  joined,
  known,
  other,
  received,
  requestId,
  resolved,
  responded,
  ten,
} from './request-story.js';

const { given } = specFor(request);

describe('taking a request', () => {
  const other = { personId: 'p2', name: '张伟' };
  const take = { type: 'take', requestId, by } as const;
  const { number } = known;
  const taken = RequestTaken.of({ requestId, number, by, at: ten });
  const release = { type: 'release', requestId, by: other } as const;
  const released = RequestReleased.of({ requestId, number, by: other, at: ten });

  it('is kept, once', () => {
    given(received).at(ten).when(take).then(taken);
    given(received, taken).at(ten).when(take).thenNothing();
  });
  it('goes to whoever takes it next', () =>
    given(joined, taken)
      .at(ten)
      .when({ ...take, by: other })
      .then(RequestTaken.of({ requestId, number, by: other, at: ten })));
  it('outlasts the answer and the repair', () =>
    given(received, taken, responded, resolved).at(ten).when(release).then(released));
  it('ends when it is given back, and then nobody can give it back again', () =>
    given(received, taken, released).at(ten).when(release).thenRefuses('request-not-taken'));
  it('is refused once the request is closed', () =>
    given(received, resolved, closed).at(ten).when(take).thenRefuses('request-closed'));
  it('is refused for a request that does not exist', () => {
    given().at(ten).when(take).thenRefuses('request-missing');
    given().at(ten).when(release).thenRefuses('request-missing');
  });
});

describe('completing the facts of a fault (S-35)', () => {
  const complete = (facts: FactsTold): RequestCommand => ({ type: 'complete', requestId, facts, by });
  const told = (facts: Record<string, string>) =>
    FactsCompleted.of({ requestId, number: known.number, facts, by, at: ten });
  const stateAfter = (...facts: RequestEvent[]) => replay(request, facts);

  it('tells what is new of them, in one time zone', () =>
    given(received)
      .at(ten)
      .when(complete({ cause: '进水', impact: 'partial', occurredAt: '2026-11-21T04:30:00+08:00' }))
      .then(told({ cause: '进水', occurredAt: '2026-11-20T20:30:00.000Z' })));
  it('changes the report and nothing else of the request', () => {
    const before = stateAfter(received, responded);
    const after = stateAfter(received, responded, told({ cause: '进水' }));
    expect(after).toMatchObject({
      ...before,
      report: { ...received.data, cause: '进水' },
      completed: [{ by }],
      retold: true,
    });
  });
  it('is possible for a joined report, and after the repair', () => {
    given(joined)
      .at(ten)
      .when(complete({ cause: '进水' }))
      .then(told({ cause: '进水' }));
    given(received, resolved)
      .at(ten)
      .when(complete({ cause: '进水' }))
      .then(told({ cause: '进水' }));
  });
  it('says nothing where nothing is new', () =>
    given(received, told({ cause: '进水' }))
      .at(ten)
      .when(complete({ cause: '进水' }))
      .thenNothing());
  it('is refused where the fault would have occurred after it was reported', () =>
    given(received)
      .at(ten)
      .when(complete({ occurredAt: ten }))
      .thenRefuses('occurred-after-received'));
  it('is refused for what is no fault, for a closed request and for none', () => {
    const asked = { ...received, data: { ...received.data, kind: 'consultation' as const } };
    given(asked)
      .at(ten)
      .when(complete({ cause: '进水' }))
      .thenRefuses('not-a-fault');
    given(received, resolved, closed)
      .at(ten)
      .when(complete({ cause: '进水' }))
      .thenRefuses('request-closed');
    given()
      .at(ten)
      .when(complete({ cause: '进水' }))
      .thenRefuses('request-missing');
  });
});

describe('undoing a join', () => {
  const undo: RequestCommand = {
    ...{ type: 'undo-join', requestId, reason: '另一台设备', by, terms: known.place.terms },
    ...{
      ids: { promiseIds: [id(21), id(22)], handOffId: id(23) },
      calendar: workCalendar({ timeZone: 'Asia/Shanghai' }),
    },
  };
  const wasJoinedTo = { requestId: other, number: 'FR-1' };
  const undone = request.decide(undo, replay(request, [joined]), ten);
  const again = undone[1] as typeof received;

  it('is under the name of who took it apart, with why', () =>
    expect(undone[0]).toEqual(
      JoinUndone.of({ requestId, number: known.number, wasJoinedTo, reason: '另一台设备', by, undoneAt: ten }),
    ));
  it('promises from when it first reached us; what its reporter was promised stands', () => {
    const [respond, arrive, resolve] = again.data.promises;
    expect(respond).toEqual(joined.data.promises[0]);
    expect([arrive?.promiseId, arrive?.dueAt]).toEqual([id(21), '2026-11-21T01:00:00.000Z']);
    expect([resolve?.promiseId, resolve?.dueAt]).toEqual([id(22), '2026-11-21T05:00:00.000Z']);
  });
  it('offers it to dispatch now, as a request that a person separated', () => {
    expect(again.data.handOff).toMatchObject({ handOffId: id(23), to: 'dispatch', offeredAt: ten });
    expect(again.data.separated).toEqual({ from: wasJoinedTo, reason: '另一台设备', by });
  });
  it('keeps its number, who has taken it and the answer its reporter got', () => {
    const taken = RequestTaken.of({ requestId, number: known.number, by, at: ten });
    expect(replay(request, [joined, ...undone])).toMatchObject({ status: 'received', undone: { by } });
    const state = replay(request, [joined, taken, responded, ...undone]);
    expect(state).toMatchObject({ status: 'responded', takenBy: by, report: { number: known.number } });
  });
  it('is refused where nothing is joined', () => {
    given(received).at(ten).when(undo).thenRefuses('request-not-joined');
    given(joined, ...undone)
      .at(ten)
      .when(undo)
      .thenRefuses('request-not-joined');
    given().at(ten).when(undo).thenRefuses('request-missing');
  });
});
