import type { ClockKind, Department, Explanation, PromiseName } from '@pledge/contracts';

/** An amount and its unit: `minutes`, `working-days` or `calendar-days`. */
export type Limit = Explanation['limit'];

export interface PromiseRule {
  readonly clock: ClockKind;
  /** Null where nobody can say beforehand: the lead time of a part, the time a caller was told. */
  readonly limit: Limit | null;
  /** Null where it is whoever was asked or promised. */
  readonly owner: Department | null;
  /** The promise sheet lets a clock stand still only where the user or the site decides. */
  readonly mayPause: boolean;
  /** Lines of the written promise it keeps. */
  readonly requirements: readonly string[];
  readonly names: { readonly zh: string; readonly en: string };
}

const minutes = (amount: number): Limit => ({ amount, unit: 'minutes' });
const workingDays = (amount: number): Limit => ({ amount, unit: 'working-days' });
const calendarDays = (amount: number): Limit => ({ amount, unit: 'calendar-days' });

/**
 * Every promise with its clock, default limit, owner and whether it may pause. A contract or the caller may set other limits.
 * `accept-handoff` runs around the clock for faults; for everything else stamp it with the clock `working-days` (30 working minutes).
 * `warranty-notice` is stamped 90 days before the end of the warranty; `follow-up` with the length of its month.
 */
export const promiseRules: Readonly<Record<PromiseName, PromiseRule>> = {
  respond: {
    clock: 'around-the-clock',
    limit: minutes(60),
    owner: 'intake',
    mayPause: false,
    requirements: ['S-26', 'S-28'],
    names: { zh: '响应', en: 'Respond' },
  },
  arrive: {
    clock: 'around-the-clock',
    limit: minutes(240),
    owner: 'dispatch',
    mayPause: true,
    requirements: ['S-29'],
    names: { zh: '到达现场', en: 'Arrive on site' },
  },
  resolve: {
    clock: 'around-the-clock',
    limit: minutes(480),
    owner: 'dispatch',
    mayPause: true,
    requirements: ['S-30'],
    names: { zh: '解决', en: 'Resolve' },
  },
  'answer-question': {
    clock: 'working-days',
    limit: workingDays(1),
    owner: null,
    mayPause: false,
    requirements: ['S-80'],
    names: { zh: '疑难问题回复', en: 'Answer a question' },
  },
  'settle-complaint': {
    clock: 'working-days',
    limit: workingDays(1),
    owner: 'supervision',
    mayPause: false,
    requirements: ['S-85'],
    names: { zh: '本部门投诉', en: 'Settle a complaint' },
  },
  'settle-transferred': {
    clock: 'working-days',
    limit: workingDays(3),
    owner: null,
    mayPause: false,
    requirements: ['S-92'],
    names: { zh: '转办投诉', en: 'Settle a transferred complaint' },
  },
  'settle-escalated': {
    clock: 'working-days',
    limit: workingDays(5),
    owner: 'superior',
    mayPause: false,
    requirements: ['S-93'],
    names: { zh: '转交上级投诉', en: 'Settle an escalated complaint' },
  },
  'reply-suggestion': {
    clock: 'working-days',
    limit: workingDays(3),
    owner: null,
    mayPause: false,
    requirements: ['S-98'],
    names: { zh: '建议回复', en: 'Reply to a suggestion' },
  },
  'accept-handoff': {
    clock: 'around-the-clock',
    limit: minutes(30),
    owner: null,
    mayPause: false,
    requirements: ['S-73'],
    names: { zh: '交接受理', en: 'Accept a hand-off' },
  },
  'notify-product-change': {
    clock: 'working-days',
    limit: workingDays(5),
    owner: 'archives',
    mayPause: false,
    requirements: ['S-71'],
    names: { zh: '升级/淘汰通知', en: 'Notify of a product change' },
  },
  'warranty-notice': {
    clock: 'calendar-days',
    limit: calendarDays(90),
    owner: 'archives',
    mayPause: false,
    requirements: ['S-60'],
    names: { zh: '保修到期通知', en: 'Give notice of warranty end' },
  },
  'return-loan': {
    clock: 'calendar-days',
    limit: calendarDays(30),
    owner: 'dispatch',
    mayPause: false,
    requirements: ['S-49', 'S-52', 'S-57'],
    names: { zh: '备品收回', en: 'Take a loan back' },
  },
  'supply-part': {
    clock: 'working-days',
    limit: null,
    owner: 'parts',
    mayPause: false,
    requirements: ['S-72'],
    names: { zh: '备品供应', en: 'Supply a part' },
  },
  'told-caller': {
    clock: 'around-the-clock',
    limit: null,
    owner: null,
    mayPause: false,
    requirements: ['S-78'],
    names: { zh: '口头承诺', en: 'Answer as told' },
  },
  'follow-up': {
    clock: 'calendar-days',
    limit: calendarDays(30),
    owner: 'supervision',
    mayPause: false,
    requirements: ['S-106'],
    names: { zh: '回访', en: 'Follow-up visit' },
  },
};
