import type {
  EnvelopeOverdue,
  EventOf,
  HandOffOverdue,
  PromiseBreached,
  RosterGapAhead,
} from '@pledge/contracts/events';
import type { Surroundings, Wording } from './wording.js';
import { channelWords, clockTime, departmentWords, lines, promiseWords } from './wording.js';

/** At risk, breached and escalated carry the same. */
type Clock = EventOf<typeof PromiseBreached>['data'];

export function atRisk(clock: Clock, { timeZone }: Surroundings): Wording {
  const { promise, due, number } = told(clock, timeZone);
  return {
    template: 'promise-at-risk',
    subject: `即将超时 ${number}「${promise.zh}」· Promise at risk`,
    text: lines(
      `${number} 的「${promise.zh}」承诺已用去五分之四时间，须于 ${due.zh} 前完成，请立即处理。`,
      `The promise “${promise.en}” of ${number} has used four fifths of its time and is due at ${due.en}. Please act now.`,
    ),
  };
}

export function breached(clock: Clock, { timeZone }: Surroundings): Wording {
  const { promise, due, owner, number } = told(clock, timeZone);
  return {
    template: 'promise-breached',
    subject: `已超时 ${number}「${promise.zh}」· Promise breached`,
    text: lines(
      `${number} 的「${promise.zh}」承诺已于 ${due.zh} 超时，责任部门：${owner.zh}。请督办。`,
      `The promise “${promise.en}” of ${number} was due at ${due.en} and is breached; it is ${owner.en}'s. Please see to it.`,
    ),
  };
}

export function escalated(clock: Clock, { timeZone }: Surroundings): Wording {
  const { promise, due, owner, number } = told(clock, timeZone);
  return {
    template: 'promise-escalated',
    subject: `超时升级 ${number}「${promise.zh}」· Promise escalated`,
    text: lines(
      `${number} 的「${promise.zh}」承诺 ${due.zh} 到期后仍未完成，责任部门：${owner.zh}。现上报总经理。`,
      `The promise “${promise.en}” of ${number}, due at ${due.en}, is still not done; it is ${owner.en}'s. Reported to the general manager.`,
    ),
  };
}

export function handOffOverdue(
  { from, to, acceptBy }: EventOf<typeof HandOffOverdue>['data'],
  number: string,
  { timeZone }: Surroundings,
): Wording {
  const [giver, taker, by] = [departmentWords[from], departmentWords[to], clockTime(acceptBy, timeZone)];
  return {
    template: 'hand-off-overdue',
    subject: `交接未受理 ${number} · Hand-off overdue`,
    text: lines(
      `${number} 由${giver.zh}交${taker.zh}，应于 ${by.zh} 前受理，至今未受理；责任仍在${giver.zh}。请督促受理。`,
      `${number} was handed by ${giver.en} to ${taker.en}, to be accepted by ${by.en}, and is not accepted; ${giver.en} is still responsible. Please see that it is accepted.`,
    ),
  };
}

export function envelopeOverdue(
  { channel, dueAt }: EventOf<typeof EnvelopeOverdue>['data'],
  { timeZone, publicUrl }: Surroundings,
): Wording {
  const [by, due] = [channelWords[channel], clockTime(dueAt, timeZone)];
  return {
    template: 'envelope-overdue',
    subject: `来件超时未处理（${by.zh}）· Envelope overdue`,
    text: lines(
      `一件${by.zh}来件应于 ${due.zh} 前处理，至今无人处理：${publicUrl}/queues/new`,
      `Something that came by ${by.en} was to be dealt with by ${due.en}, and nobody has: ${publicUrl}/queues/new`,
    ),
  };
}

export function rosterGapAhead(
  { from, to }: EventOf<typeof RosterGapAhead>['data'],
  { timeZone, publicUrl }: Surroundings,
): Wording {
  const [begins, ends] = [clockTime(from, timeZone), clockTime(to, timeZone)];
  return {
    template: 'roster-gap-ahead',
    subject: `值班表有空档 ${begins.zh} · Gap in the roster`,
    text: lines(
      `热线 ${begins.zh} 至 ${ends.zh} 无人值班，请尽快安排：${publicUrl}/roster`,
      `Nobody is on the hotline from ${begins.en} to ${ends.en}. Please plan a shift: ${publicUrl}/roster`,
    ),
  };
}

const told = ({ promise, owner, dueAt, requestNumber, subject }: Clock, timeZone: string) => ({
  number: requestNumber ?? subject?.number ?? '',
  promise: promiseWords[promise],
  owner: departmentWords[owner],
  due: clockTime(dueAt, timeZone),
});
