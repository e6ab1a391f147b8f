import { describe, expect, it } from '@jest/globals';
import { mailIdOf } from '@pledge/contracts';
import fc from 'fast-check';
import { cleaned, nameTold, oneLine, separated, shortened } from './body.js';
import { addressOf } from './mail.js';
import { mailOf } from './rules.testbed.js';
import { mostHops, mostWithinHour, suspicionOf } from './suspicion.js';
import type { Candidate } from './thread.js';
import { requestsNamed, threadOf } from './thread.js';

const house = { ownAddresses: ['service@example.com'], othersWithinHour: 0, trustedServers: [] };
const requestId = '018f7a52-0000-7000-8000-000000000001';
const otherId = '018f7a52-0000-7000-8000-000000000002';
const messageId = '018f7a52-0000-7000-8000-00000000000a';
const ours = (id: string) => mailIdOf(messageId, id);

describe('what nobody wrote', () => {
  it('is not what a person wrote', () => expect(suspicionOf(mailOf(), house)).toBeNull());
  it.each([
    ['auto-reply', { 'auto-submitted': 'auto-replied (vacation)' }],
    ['auto-reply', { 'x-auto-response-suppress': 'All' }],
    ['auto-reply', { precedence: 'auto_reply' }],
    ['auto-reply', { 'x-autoreply': 'yes' }],
    ['auto-reply', { 'return-path': ' <> ' }],
    ['advertising', { precedence: 'bulk' }],
    ['advertising', { 'list-unsubscribe': '<https://example.com>' }],
    ['bounce', { 'content-type': 'multipart/report; report-type="delivery-status"; boundary=x' }],
    ['bounce', { 'x-failed-recipients': 'a@b.example' }],
  ] as const)('is told as %s by %j', (suspicion, headers) =>
    expect(suspicionOf(mailOf({}, headers), house)).toBe(suspicion),
  );
  it('is a bounce where a mail server says so', () => {
    for (const email of ['mailer-daemon@mx.example', 'postmaster@mx.example']) {
      expect(suspicionOf(mailOf({ from: { name: null, email } }), house)).toBe('bounce');
    }
  });
  it('says that it is not automatic, and is believed', () =>
    expect(suspicionOf(mailOf({}, { 'auto-submitted': 'No' }), house)).toBeNull());
});

describe('a loop', () => {
  const loops = (mail: ReturnType<typeof mailOf>, around = house) => suspicionOf(mail, around) === 'mail-loop';
  it('is our own address, our own letter, too many stations, too many from one', () => {
    expect(loops(mailOf({ from: { name: null, email: 'service@example.com' } }))).toBe(true);
    expect(loops(mailOf({ messageId: ours(requestId) }))).toBe(true);
    const received = (count: number) => Array.from({ length: count }, () => ({ key: 'received', value: 'from x' }));
    expect(loops(mailOf({ headers: received(mostHops + 1) }))).toBe(true);
    expect(loops(mailOf({ headers: received(mostHops) }))).toBe(false);
    expect(loops(mailOf(), { ...house, othersWithinHour: mostWithinHour })).toBe(true);
    expect(loops(mailOf(), { ...house, othersWithinHour: mostWithinHour - 1 })).toBe(false);
  });
  it('is worse than what it is besides', () =>
    expect(loops(mailOf({ messageId: ours(requestId) }, { 'auto-submitted': 'auto-replied' }))).toBe(true));
});

describe('the thread of a mail', () => {
  const candidate: Candidate = { requestId, number: 'FR-20261126-0001', joinedTo: null, open: true, knowsSender: true };
  const threadTo = (...change: Partial<Candidate>[]) =>
    threadOf(
      { requestIds: [requestId], numbers: [] },
      change.map((one) => ({ ...candidate, ...one })),
      null,
    );
  it('is told by what we signed, and by the number in brackets', () => {
    const mail = mailOf({
      inReplyTo: [ours(requestId)],
      references: ['<x@y.example>', ours(otherId), ours(requestId).toUpperCase()],
      subject: 'Re: 回复: [FR-20261126-0007] [RQ-20261126-0008] FR-20261126-0009 [FR-1]',
    });
    expect(requestsNamed(mail)).toEqual({
      requestIds: [requestId, otherId],
      numbers: ['FR-20261126-0007', 'RQ-20261126-0008'],
    });
  });
  it('joins the open request of its sender', () =>
    expect(threadTo({})).toEqual({ repliesTo: { id: requestId, number: candidate.number }, joins: true }));
  it('goes on at the request that its own was joined to', () => {
    const joinedTo = { id: otherId, number: 'FR-20261126-0002' };
    expect(threadTo({ joinedTo })).toEqual({ repliesTo: joinedTo, joins: true });
  });
  it('is only shown where the request is done: it may have come back', () =>
    expect(threadTo({ open: false })).toMatchObject({ repliesTo: { id: requestId }, joins: false }));
  it('is never that of a stranger, whatever it says', () =>
    expect(threadTo({ knowsSender: false })).toEqual({ repliesTo: null, joins: false }));
  it('never joins what nobody wrote, or what does not know its sender', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            requestId: fc.constantFrom(requestId, otherId),
            number: fc.constantFrom('FR-20261126-0001', 'FR-20261126-0002'),
            joinedTo: fc.constant(null),
            open: fc.boolean(),
            knowsSender: fc.boolean(),
          }),
          { maxLength: 4 },
        ),
        fc.subarray([requestId, otherId]),
        fc.subarray(['FR-20261126-0001', 'FR-20261126-0002']),
        fc.constantFrom(
          null,
          'auto-reply' as const,
          'mail-loop' as const,
          'bounce' as const,
          'advertising' as const,
          'forged-sender' as const,
        ),
        (candidates, requestIds, numbers, suspicion) => {
          const { repliesTo, joins } = threadOf({ requestIds, numbers }, candidates, suspicion);
          if (joins) expect(suspicion).toBeNull();
          if (repliesTo) {
            expect(
              candidates.some(
                ({ requestId: id, knowsSender, open }) => id === repliesTo.id && knowsSender && (open || !joins),
              ),
            ).toBe(true);
            expect(requestIds.includes(repliesTo.id) || numbers.includes(repliesTo.number)).toBe(true);
          } else expect(joins).toBe(false);
        },
      ),
      { numRuns: 3000 },
    ));
});

describe('an address', () => {
  it.each([
    ['WangMin@Hospital.Example ', 'wangmin@hospital.example'],
    ['ｗａｎｇ@hospital.example', 'wang@hospital.example'],
    ['nobody', null],
    ['a@b@c', null],
    ['a b@c.example', null],
    [`${'a'.repeat(65)}@b.example`, null],
    ['x\u202E@b.example', null],
  ])('%j is compared as %j', (told, address) => expect(addressOf(told)).toBe(address));
});

describe('what somebody wrote', () => {
  it.each([
    ['谢谢\n\n在 2026年11月26日，售后服务部 <service@example.com> 写道：\n> 您好', '谢谢', '在 2026'],
    ['好的\n\n-----原始邮件-----\n发件人: x', '好的', '-----原始邮件-----'],
    ['Works.\n\nOn Thu, 26 Nov 2026, service wrote:\n> Hello', 'Works.', 'On Thu'],
    ['Yes\n\nFrom: service\nSent: Thursday\nSubject: x', 'Yes', 'From: service'],
    ['可以\n\n> 明天可以吗？\n> 售后', '可以', '> 明天'],
  ])('%j is told from what they quote', (mail, own, quoted) => {
    expect(separated(mail)).toEqual({ text: own, quoted: expect.stringMatching(new RegExp(`^${quoted}`, 'u')) });
  });
  it('is taken as it is where it is nothing but quotation, or answers between the lines', () => {
    for (const mail of ['> 只有引用', '> 一？\n是\n> 二？\n否', 'From: 上海站\n门禁坏了']) {
      expect(separated(mail)).toEqual({ text: mail, quoted: null });
    }
  });
  it('and what they quote are all that the mail says, whatever it says', () =>
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('> 引用', 'On 1 Jan wrote:', '', 'From: a', 'Sent: b', '好的'))),
        (lines) => {
          const mail = cleaned(lines.join('\n'));
          const { text, quoted } = separated(mail);
          expect(`${text}${quoted ?? ''}`.replaceAll(/\s/gu, '')).toBe(mail.replaceAll(/\s/gu, ''));
        },
      ),
      { numRuns: 3000 },
    ));
  it('is kept without what steers a screen, and stays what it is when cleaned again', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (told) => {
        const clean = cleaned(told);
        expect(clean).not.toMatch(/(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
        expect(clean.isWellFormed()).toBe(true);
        expect(cleaned(clean)).toBe(clean);
        expect(oneLine(told, 20)).not.toMatch(/\n/u);
      }),
      { numRuns: 3000 },
    ));
  it('names nobody by what nobody sees', () => {
    for (const name of ['', ' ', '\u200b', '\u00ad\u2060', '\u3164', '\u2800']) expect(nameTold(name, 60)).toBeNull();
    expect(nameTold('\u202e王 敏', 60)).toBe('王 敏');
  });
  it('keeps forty thousand Chinese characters, emoji, rare characters and the marks of right-to-left scripts', () => {
    const long = '门禁😀𠮷'.repeat(10_000);
    expect(shortened(cleaned(long))).toEqual({ text: long, cut: false });
    expect(cleaned('\u200Fשלום\u200E (1)')).toBe('\u200Fשלום\u200E (1)');
    const { text, cut } = shortened('😀'.repeat(60_000));
    expect([cut, text.isWellFormed(), Array.from(text).length]).toEqual([true, true, 50_000]);
  });
});
