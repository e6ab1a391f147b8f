import { expect, it } from '@jest/globals';
import { addNote, getConversation, reportRequest, respondToRequest, writeReply } from '@pledge/contracts/http';
import type { Page } from 'playwright-core';
import { barriers, overflow } from './browser.js';
import { reportOn } from './main-job.js';
import type { Visit } from './visits.js';
import { shown } from './visits.js';

const screens = [
  ['zh', 'wide', /座席员/u],
  ['en', 'narrow', /Agent/u],
] as const;

/** How much too wide it is, and its barriers; from the top, where the head of the page covers nothing. */
async function faults(page: Page): Promise<[number, string[]]> {
  await page.evaluate('scrollTo(0, 0)');
  return [await overflow(page), await barriers(page)];
}

/** The page of a request: what was said, and what can be done now. */
export function itHandlesRequests({ enter, given }: Visit): void {
  /** A report of its own, whatever else is open at the place. */
  const reported = async () => {
    const { people, device } = given();
    const agent = await people.as('agent');
    const separate = { decision: 'separate', reason: '另一处故障' } as const;
    const body = { ...reportOn(device()), kind: 'fault' as const, twin: separate };
    return { agent, ...(await agent.call(reportRequest, { body })) };
  };

  it.each(screens)(
    'shows what was said, also by a colleague meanwhile, and keeps what is being written, in %s on a %s screen',
    async (language, size, role) => {
      const { house } = given();
      const { agent, id: requestId } = await reported();
      const params = { requestId };
      await agent.call(respondToRequest, { params, body: { text: '工程师已在路上' } });
      const page = await enter({ role, size, language });
      await page.goto(`${house.url}/requests/${requestId}`);
      await shown(page.locator('.said.out'));
      const word = language === 'zh' ? '回复用户' : 'Reply to the user';
      await page.getByRole('button', { name: word }).click();
      const reply = page.locator('#reply_text');
      await reply.fill('预计三点到');
      await agent.call(addNote, { params, body: { text: '备件已备好' } });
      await agent.call(writeReply, { params, body: { text: '已电话告知', via: 'phone' } });
      await shown(page.locator('.meanwhile .said.out'));
      expect(await reply.inputValue()).toBe('预计三点到');
      expect(await faults(page)).toEqual([0, []]);
      await reply.press('Control+Enter');
      await shown(page.locator('.conversation > .entries > .said.out').nth(2));
      expect(await reply.inputValue()).toBe('');
      const { entries } = await agent.call(getConversation, { params });
      expect(entries.map(({ type }) => type)).toEqual(['report', 'answer', 'note', 'reply', 'reply']);
      await page.context().close();
    },
  );
}
