import { describe, expect, it } from '@jest/globals';
import * as events from '../messages/events.fixtures.js';
import { asked, reminded, replied } from './in-conversation.js';
import { atRisk, breached, envelopeOverdue, escalated, handOffOverdue, rosterGapAhead } from './to-department.js';
import { assigned } from './to-engineer.js';
import { closed, departed, enquired, joined, received, responded } from './to-reporter.js';
import type { Wording } from './wording.js';

const around = { timeZone: 'Asia/Shanghai', publicUrl: 'https://service.example.com' };
const link = `https://service.example.com/p/${events.received.publicToken}`;
const linesOf = ({ text }: Wording): readonly string[] => text.split('\n');

describe('what the reporter is told', () => {
  it('is the number, the promises in the company’s time and the progress link', () =>
    expect(linesOf(received(events.received, around))).toEqual([
      `您的报修已受理，编号 FR-20261122-0001。我们承诺：11月22日 10:00 前响应，11月22日 13:00 前到达现场，11月22日 17:00 前解决。进度查询：${link}`,
      `Your report is on record as FR-20261122-0001. We promise to respond by 22 Nov 10:00, arrive by 22 Nov 13:00, resolve by 22 Nov 17:00. Progress: ${link}`,
    ]));
  it('is in the time zone the company has, on the day it is there', () =>
    expect(linesOf(received(events.received, { ...around, timeZone: 'Pacific/Honolulu' }))[0]).toContain(
      '11月21日 16:00',
    ));
  it('is which request it joined', () => {
    const [zh, en] = linesOf(joined(events.joined, around));
    expect(zh).toContain('您的报修 FR-20261122-0002 与正在处理的 FR-20261122-0001 为同一故障');
    expect(zh).toContain('11月22日 10:00 前答复您');
    expect(en).toContain('FR-20261122-0001, which is being handled');
    expect(en).toContain(`/p/${events.joined.publicToken}`);
  });
  it('is the answer, by name', () => {
    const answer = {
      requestId: events.received.requestId,
      number: 'FR-1',
      by: { personId: 'p', name: '林小雨' },
      text: '工程师 1 小时内联系您',
      respondedAt: events.received.receivedAt,
    };
    expect(linesOf(responded(answer))).toEqual([
      '关于 FR-1，林小雨答复：工程师 1 小时内联系您',
      'About FR-1, 林小雨 answers: 工程师 1 小时内联系您',
    ]);
  });
  it('is who comes and when, before they arrive (S-42)', () =>
    expect(linesOf(departed(events.departed, events.received, around))).toEqual([
      `关于 FR-20261122-0001，工程师张伟国已出发前往本部，预计 11月22日 18:05 到达。进度查询：${link}`,
      `About FR-20261122-0001: engineer 张伟国 is on the way to 本部, expected at 22 Nov 18:05. Progress: ${link}`,
    ]));
  it('is that the repair is done and to call if it comes again', () => {
    const [zh, en] = linesOf(closed(events.received, around));
    expect(zh).toContain('如故障再次出现，请随时致电我们');
    expect(en).toContain('Please call us if the fault comes again');
  });
});

describe('what is said on the way', () => {
  const { requestId, number, receivedAt } = events.received;
  const about = { requestId, number };
  const by = { personId: 'p', name: '林小雨' };
  const dueAt = '2026-11-22T02:00:00.000Z';
  const question = { ...about, clarificationId: events.other, question: '几号门？' };

  it('is the reply, by name, with where to answer', () => {
    const reply = { ...about, entryId: events.other, text: '已安排', via: 'email' as const, by, at: receivedAt };
    const { template, subject, text } = replied(reply, events.received, around);
    expect([template, subject]).toEqual(['reply-written', `回复 ${number} · Our reply`]);
    expect(text.split('\n')).toEqual([
      `关于 ${number}，林小雨回复：已安排 您可在此回复：${link}`,
      `About ${number}, 林小雨 writes: 已安排 Answer here: ${link}`,
    ]);
    const withFiles = replied({ ...reply, attachmentIds: [events.other] }, events.received, around);
    expect(withFiles.text).toContain(`附件 1 个，可在此下载并回复：${link}`);
    expect(withFiles.text).toContain(`Files to download: 1, and answer here: ${link}`);
  });
  it('is the question, with until when in the company’s time', () => {
    const told = asked({ ...question, by, askedAt: receivedAt, dueAt }, events.received, around);
    expect(told.template).toBe('clarification-asked');
    expect(linesOf(told)).toEqual([
      `关于 ${number}，林小雨想请您说明：几号门？ 请尽量在 11月22日 10:00 前在此回答：${link}`,
      `About ${number}, 林小雨 asks: 几号门？ Please answer by 22 Nov 10:00 if you can: ${link}`,
    ]);
  });
  it('is the reminder, with the question again', () => {
    const told = reminded({ ...question, dueAt, at: dueAt }, events.received, around);
    expect(told.template).toBe('clarification-overdue');
    expect(linesOf(told)).toEqual([
      `关于 ${number}，我们仍在等您说明：几号门？ 请在此回答：${link}`,
      `About ${number} we still wait for your answer: 几号门？ Please answer here: ${link}`,
    ]);
  });
  it('is that an enquiry is on record, and by when it is answered', () => {
    const enquiry = { ...about, number: 'RQ-20261122-0001', subject: '授权', publicToken: events.received.publicToken };
    const told = (promises: typeof events.received.promises) =>
      linesOf(enquired({ ...events.enquiry, ...enquiry, promises }, around));
    expect(told(events.received.promises)).toEqual([
      `您关于“授权”的来件已受理，编号 RQ-20261122-0001。我们将于 11月22日 10:00 前答复您。进度查询：${link}`,
      `Your message about “授权” is on record as RQ-20261122-0001. We answer you by 22 Nov 10:00. Progress: ${link}`,
    ]);
    expect(told([])[0]).toBe(`您关于“授权”的来件已受理，编号 RQ-20261122-0001。进度查询：${link}`);
  });
});

describe('what an engineer is told', () => {
  it('is the order, where to go and what to carry', () =>
    expect(linesOf(assigned(events.assigned, 'FR-20261122-0001'))).toEqual([
      '派工单 DO-20261122-0001（FR-20261122-0001）已派给您：本部 3 号楼，电源老化。携带备品 1 种，工具：万用表、螺丝刀。请尽快接单。',
      'Order DO-20261122-0001 (FR-20261122-0001) is yours: 本部, 3 号楼; 电源老化. Parts to carry: 1; tools: 万用表, 螺丝刀. Please accept it soon.',
    ]));
});

describe('what a department is told', () => {
  it('is which promise is at risk, and until when', () =>
    expect(linesOf(atRisk(events.clock, around))).toEqual([
      'FR-20261122-0001 的「到达现场」承诺已用去五分之四时间，须于 11月22日 13:00 前完成，请立即处理。',
      'The promise “arrive” of FR-20261122-0001 has used four fifths of its time and is due at 22 Nov 13:00. Please act now.',
    ]));
  it('is which promise was breached, and whose it is', () => {
    const [zh, en] = linesOf(breached(events.clock, around));
    expect(zh).toContain('已于 11月22日 13:00 超时，责任部门：维修');
    expect(en).toContain("it is Repair's");
  });
  it('is what is reported to the general manager', () =>
    expect(linesOf(escalated(events.clock, around))[0]).toContain('现上报总经理'));
  it('is which hand-off waits, and who is responsible meanwhile', () => {
    const [zh, en] = linesOf(handOffOverdue(events.overdue, 'FR-1', around));
    expect(zh).toBe('FR-1 由客服交维修，应于 11月22日 09:30 前受理，至今未受理；责任仍在客服。请督促受理。');
    expect(en).toContain('Hotline is still responsible');
  });
  it('is which channel brought what nobody has looked at', () =>
    expect(
      linesOf(
        envelopeOverdue(
          { envelopeId: events.other, channel: 'fax', dueAt: events.clock.dueAt, at: events.clock.at },
          around,
        ),
      ),
    ).toEqual([
      '一件传真来件应于 11月22日 13:00 前处理，至今无人处理：https://service.example.com/queues/new',
      'Something that came by fax was to be dealt with by 22 Nov 13:00, and nobody has: https://service.example.com/queues/new',
    ]));
  it('is when nobody is on the hotline', () =>
    expect(
      linesOf(
        rosterGapAhead(
          { from: '2026-11-27T12:00:00.000Z', to: '2026-11-28T00:00:00.000Z', at: events.clock.at },
          around,
        ),
      ),
    ).toEqual([
      '热线 11月27日 20:00 至 11月28日 08:00 无人值班，请尽快安排：https://service.example.com/roster',
      'Nobody is on the hotline from 27 Nov 20:00 to 28 Nov 08:00. Please plan a shift: https://service.example.com/roster',
    ]));
});
