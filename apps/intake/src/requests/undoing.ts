import { JoinUndone, RequestReceived } from '@pledge/contracts/events';
import { Refusal } from '@pledge/kernel';
import { faultPromises } from '@pledge/promises';
import { offerToDispatch } from './receiving.js';
import type { Request, RequestCommand, RequestEvent } from './situation.js';

/**
 * A joined report is a request of its own again, as if it had never been joined: promised from when it first reached us. What its
 * reporter was promised stands; arrival and resolution are promised besides.
 */
export function undoJoin(
  command: Extract<RequestCommand, { type: 'undo-join' }>,
  state: Request,
  now: string,
): RequestEvent[] {
  if (state.status === 'absent') throw new Refusal('request-missing');
  if (state.status !== 'joined') throw new Refusal('request-not-joined', { status: state.status });
  const { requestId, reason, by, ids, calendar, terms } = command;
  if (!terms) throw new Error('a join is undone only with what is owed to its customer');
  const { joinedTo, promises, ...report } = state.report;
  const unused = [...ids.promiseIds];
  const given = (promise: string) => promises.find((stamped) => stamped.promise === promise);
  const all = faultPromises({ receivedAt: report.receivedAt, terms, calendar, newId: () => '' });
  return [
    JoinUndone.of({ requestId, number: report.number, wasJoinedTo: joinedTo, reason, by, undoneAt: now }),
    RequestReceived.of({
      ...report,
      promises: all.map((stamped) => given(stamped.promise) ?? { ...stamped, promiseId: unused.shift() ?? requestId }),
      separated: { from: joinedTo, reason, by },
      handOff: offerToDispatch(requestId, ids.handOffId, now),
    }),
  ];
}
