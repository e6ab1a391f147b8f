import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { addressOf } from '@pledge/client';
import { getBalance, getRequest, listRequests, reportRequest } from '@pledge/contracts/http';
import { reportOn } from './main-job.js';
import type { Given } from './visits.js';

const rare = '𠮷𡈽𪚥𬺰👩🏽‍🔧🈳e\u0301';
const backwards = 'اللوحة قد توقفت عن العمل، می\u200cخواهم';
const markup = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>&lt;b&gt;{{7*7}}${7*7}';
const taken: readonly (readonly [string, string])[] = [
  ['characters outside the basic plane', rare],
  ['text from right to left, with what joins its letters', backwards],
  ['markup and templates', markup],
  ['as much as a report may say', '门'.repeat(4_000)],
];
const refused: readonly (readonly [string, Record<string, unknown>, string])[] = [
  ['40,000 Chinese characters', { description: '门'.repeat(40_000) }, '/description'],
  ['nothing but spaces', { description: ' \u3000 ' }, '/description'],
  ['nothing that anybody sees', { description: '\u200B\u3164' }, '/description'],
  ['a name nobody sees', { reportedBy: { name: '\u200B', phone: '13800000001' } }, '/reportedBy/name'],
  ['a control character', { description: '门禁\u0007' }, '/description'],
  ['half of a pair of surrogates', { description: '门禁\uD83D' }, '/description'],
  ['a day that is not there', { receivedAt: '2026-02-30T09:00:00Z' }, '/receivedAt'],
  ['a time without a zone', { receivedAt: '2026-02-03 09:00' }, '/receivedAt'],
  ['a year far away', { occurredAt: '+275760-09-13T00:00:00Z' }, '/occurredAt'],
  ['a name of a book’s length', { reportedBy: { name: '王'.repeat(5_000), phone: '13800000001' } }, '/reportedBy/name'],
];
const phones = [
  '13800000001',
  '138 0000 0001',
  '+86-138-0000-0001',
  '(0571) 8800 1234 转 802',
  '１３８００００００００１',
  '0086 13800000001',
];

/** Hostile and careless reports through the front door: taken as they were said, or refused by the field; none breaks anything. */
export function describeHostile(given: () => Given): void {
  const send = async (own: Record<string, unknown>) => {
    const { stack, people, device } = given();
    const { cookie, session } = await people.as('agent');
    const answer = await fetch(`${stack.url}${addressOf(reportRequest, {}, {})}`, {
      method: 'POST',
      headers: {
        cookie,
        'content-type': 'application/json',
        'x-csrf-token': session.csrfToken,
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify({ ...reportOn(device()), ...own }),
    });
    return {
      status: answer.status,
      body: (await answer.json()) as Record<string, unknown> & { errors?: { pointer: string }[] },
    };
  };

  describe('what is hostile or careless', () => {
    it('has its direction turned by nothing', async () => {
      const end = randomUUID();
      const { status, body } = await send({ description: `اللوحة \u202Eقد\u2069 توقفت\u200F ${end}` });
      expect([status, body.description]).toEqual([201, `اللوحة قد توقفت ${end}`]);
    });

    it.each(taken)('is kept as it was said: %s', async (_what, description) => {
      const said = `${description.slice(0, 3_900)} ${randomUUID()}`;
      const { status, body } = await send({ description: said });
      expect([status, body.description]).toEqual([201, said]);
      const agent = await given().people.as('agent');
      const kept = await agent.call(getRequest, { params: { requestId: String(body.id) } });
      expect(kept.description).toBe(said);
    });

    it.each(refused)('is refused by its field: %s', async (_what, own, pointer) => {
      const { status, body } = await send(own);
      expect([status, (body.errors ?? []).map((error) => error.pointer)]).toEqual([400, [pointer]]);
    });

    it.each(phones)('a caller is found again by a phone written as %s', async (phone) => {
      const { status, body } = await send({ reportedBy: { name: '王敏', phone } });
      expect(status).toBe(201);
      const agent = await given().people.as('agent');
      const { items } = await agent.call(listRequests, { query: { phone, limit: 200 } });
      expect(items.map(({ id }) => id)).toContain(body.id);
    });
  });

  it('what reached us nine days ago is entered by the supervisor of the desk, and counts from then', async () => {
    const { people } = given();
    const receivedAt = new Date(Date.now() - 9 * 24 * 3_600_000).toISOString();
    const body = {
      ...{ kind: 'consultation' as const, channel: 'letter' as const, receivedAt },
      ...{ subject: '来信咨询', description: `信件在抽屉里放了九天 ${randomUUID()}` },
      ...{ details: { kind: 'consultation' as const }, reportedBy: { name: '王敏', phone: '13800000001' } },
    };
    const asAgent = (await people.as('agent')).call(reportRequest, { body });
    await expect(asAgent).rejects.toMatchObject({ status: 422, code: 'received-too-long-ago' });
    const entered = await (await people.as('seat-supervisor')).call(reportRequest, { body });
    expect(entered.receivedAt).toBe(receivedAt);
  });

  it('a hundred reports of one fault at once, over three channels, are one request', async () => {
    const { people, device } = given();
    const agent = await people.as('agent');
    const before = await agent.call(getBalance);
    const report = {
      ...reportOn(device()),
      equipmentId: undefined,
      category: 'network' as const,
      description: `整层门禁失灵 ${randomUUID()}`,
    };
    const channels = ['hotline', 'portal', 'api'] as const;
    const receipts = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        agent.call(reportRequest, {
          body: {
            ...report,
            channel: channels[n % 3] ?? 'api',
            location: `三层 ${randomUUID()}`,
            reportedBy: { name: `报修人${String(n)}`, phone: `139${String(n).padStart(8, '0')}` },
          },
        }),
      ),
    );
    const alone = receipts.filter(({ joinedTo }) => joinedTo === null);
    expect(alone).toHaveLength(1);
    expect(new Set(receipts.map(({ joinedTo, id }) => joinedTo?.id ?? id))).toEqual(new Set([alone[0]?.id]));
    expect(new Set(receipts.map(({ number }) => number)).size).toBe(100);
    const after = await agent.call(getBalance);
    expect([after.total.in - before.total.in, after.difference]).toEqual([100, 0]);
  });
}
