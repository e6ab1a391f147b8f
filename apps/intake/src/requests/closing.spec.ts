import { describe, expect, it } from '@jest/globals';
import type { Confirmation } from '@pledge/contracts';
import { RequestClosed, RequestConfirmed } from '@pledge/contracts/events';
import { replay } from '@pledge/kernel';
import { specFor } from '@pledge/testing/rules';
import type { Mended } from './duplicates.js';
import {
  closed,
  factsOf,
  joined,
  known,
  nine,
  openFault,
  receive,
  received,
  requestId,
  resolved,
  ten,
} from './request-story.js';
import { request } from './request.js';
import type { RequestCommand } from './situation.js';

const { given } = specFor(request);

const sign = { type: 'sign', requestId, signedBy: '王敏', signedAt: nine } as const;
const signature = { how: 'signature', by: '王敏', note: null, at: nine } as const;
const confirmed = (confirmation: Confirmation) =>
  RequestConfirmed.of({ requestId, number: known.number, confirmation });
const signed = confirmed(signature);
const confirm = (
  how: 'user-confirmed' | 'proxy' | 'paper' | 'refused',
  note: string | null = null,
): RequestCommand => ({
  type: 'confirm',
  requestId,
  confirmation: { how, by: '王敏', note },
});
const close = { type: 'close', requestId } as const;
const closedBy = (confirmation: typeof signature | { how: 'silence'; by: string; note: null; at: string }) =>
  RequestClosed.of({ requestId, number: known.number, closedAt: ten, verdict: 'effective', confirmation });

describe('closing a request (S-05)', () => {
  it('is verified by who signed, heard before the order is closed or after', () => {
    given(received).at(ten).when(sign).then(signed);
    given(received, signed, resolved).at(ten).when(close).then(closedBy(signature));
    given(received, resolved, signed).at(ten).when(close).then(closedBy(signature));
  });
  it('is verified by silence where nobody said anything', () =>
    given(received, resolved)
      .at(ten)
      .when(close)
      .then(closedBy({ how: 'silence', by: '用户监督', note: null, at: ten })));
  it('waits for the repair and happens once', () => {
    given(received).at(ten).when(close).thenNothing();
    given(joined).at(ten).when(close).thenNothing();
    given(received, resolved, closed).at(ten).when(close).thenNothing();
  });
  it('takes a signature once, and none for a report that was joined', () => {
    given(received, signed).at(ten).when(sign).thenNothing();
    given(joined).at(ten).when(sign).thenNothing();
    given().at(ten).when(sign).thenNothing();
  });
});

describe('confirming that it works', () => {
  it('is by the user or who stands for them', () => {
    const confirmation = { how: 'user-confirmed', by: '王敏', note: null, at: ten } as const;
    given(received, resolved).at(ten).when(confirm('user-confirmed')).then(confirmed(confirmation));
  });
  it('needs a note where it was refused, or is on paper', () => {
    given(received, resolved).at(ten).when(confirm('refused')).thenRefuses('note-required');
    given(received, resolved).at(ten).when(confirm('paper')).thenRefuses('note-required');
    expect(request.decide(confirm('refused', '不愿签字'), replay(request, [received, resolved]), ten)).toHaveLength(1);
  });
  it('is refused before the repair, for a joined report, once closed, and where there is no request', () => {
    given(received).at(ten).when(confirm('proxy')).thenRefuses('request-not-resolved');
    given(joined).at(ten).when(confirm('proxy')).thenRefuses('request-not-resolved');
    given(received, resolved, closed).at(ten).when(confirm('proxy')).thenRefuses('request-closed');
    given().at(ten).when(confirm('proxy')).thenRefuses('request-missing');
  });
});

describe('the same fault again', () => {
  const resolvedAt = '2026-11-18T21:00:00.000Z';
  const mended: Mended = { ...openFault, resolvedAt };
  const recurrenceOf = { requestId: mended.requestId, number: 'FR-1' };
  const told = (more: Partial<Mended>) => factsOf(receive({}, { mended: [{ ...mended, ...more }] }), nine)[0];
  const recurredAs = { requestId: openFault.requestId, number: 'FR-2' };
  const recur = { type: 'recur', requestId, recurredAs } as const;

  it('inside the silence window names the request whose repair it shows not to have been effective', () =>
    expect(told({})?.data).toMatchObject({ recurrenceOf }));
  it('is a fault like any other outside of it, before the repair, or of another device', () => {
    expect(told({ resolvedAt: '2026-11-13T20:59:59.999Z' })?.data).not.toHaveProperty('recurrenceOf');
    expect(told({ resolvedAt: ten })?.data).not.toHaveProperty('recurrenceOf');
    expect(told({ equipmentId: requestId })?.data).not.toHaveProperty('recurrenceOf');
  });
  it('is told by the same category at the site in similar words', () => {
    const anywhere = { equipmentId: null, category: 'access-control' as const };
    expect(told({ ...anywhere, text: '主机又反复重启' })?.data).toMatchObject({ recurrenceOf });
    expect(told({ ...anywhere, text: '读卡器外壳破损' })?.data).not.toHaveProperty('recurrenceOf');
  });
  it('ends the earlier one as not effective, linked to the later one', () => {
    const events = request.decide(recur, replay(request, [received, signed, resolved]), ten);
    expect(events).toEqual([
      { type: 'request-recurred', data: { recurredAs } },
      RequestClosed.of({
        ...{ requestId, number: known.number, closedAt: ten },
        ...{ verdict: 'not-effective', confirmation: signature },
      }),
    ]);
    expect(replay(request, [received, resolved, ...events])).toMatchObject({
      status: 'closed',
      verdict: 'not-effective',
      recurredAs,
    });
  });
  it('changes nothing that is closed, or not repaired yet', () => {
    given(received, resolved, closed).at(ten).when(recur).thenNothing();
    given(received).at(ten).when(recur).thenNothing();
  });
});
