import { stamp, workCalendar } from '@pledge/promises';
import type { Referred } from './question-state.js';

export const calendar = workCalendar({ timeZone: 'Asia/Shanghai' });
const id = (end: string) => `018f7a52-0000-7000-8000-00000000000${end}`;
const referredAt = '2026-11-26T01:00:00.000Z';

/** A question as the hotline refers it, on a Thursday morning in Shanghai. */
export const referred = (change: Partial<Referred> = {}): Referred => {
  const questionId = change.questionId ?? id('1');
  const department = change.department ?? 'parts';
  return {
    questionId,
    requestId: id('2'),
    number: 'CS-20261126-0001',
    kind: 'consultation',
    department,
    question: 'HY-AC4000 停产后可用什么型号替代？',
    reason: '资料库暂无替代型号说明',
    category: 'access-control',
    customerName: '申江医院',
    equipmentModel: 'HY-AC4000',
    askedBy: '王敏',
    referredBy: { personId: 'p-agent', name: '林小雨' },
    referredAt,
    promise: stamp({
      promiseId: id('3'),
      promise: 'answer-question',
      startedAt: referredAt,
      owner: department,
      calendar,
    }),
    handOff: {
      handOffId: id('4'),
      subject: { kind: 'question', id: questionId },
      from: 'intake',
      to: department,
      offeredAt: referredAt,
      acceptBy: '2026-11-26T01:30:00.000Z',
    },
    ...change,
  };
};
