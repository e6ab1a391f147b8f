import { expect, it } from '@jest/globals';
import {
  addNote,
  getConversation,
  reportRequest,
  respondToRequest,
  takeRequest,
  writeReply,
} from '@pledge/contracts/http';
import type { Locator } from 'playwright-core';
import { itReportsAgain } from './disputes.screens.js';
import { sentFiles } from './files-field.js';
import { apart } from './main-job.js';
import { itTakesSteps } from './request-steps.screens.js';
import type { Visit } from './visits.js';
import { screens, shown, sound } from './visits.js';

/** How long it takes until a page shows what somebody else does. */
async function seenAfter(what: Locator, does: () => Promise<unknown>): Promise<number> {
  await does();
  const done = performance.now();
  await shown(what);
  return performance.now() - done;
}

/** A second is promised, on a machine that does nothing else; looking again by the page itself takes longer than this. */
const atOnceMs = 2_500;

/** The page of a request: what was said, and what can be done now. */
export function itHandlesRequests(visit: Visit): void {
  const { enter, given } = visit;
  itTakesSteps(visit);
  itReportsAgain(visit);
  const reported = async () => {
    const { people, device } = given();
    const agent = await people.as('agent');
    return { agent, ...(await agent.call(reportRequest, { body: apart(device()) })) };
  };

  it.each(screens)(
    'shows what was said, also by a colleague meanwhile, and keeps what is being written, in %s on a %s screen',
    async (language, size, role) => {
      const { stack, people } = given();
      const { agent, id: requestId } = await reported();
      const params = { requestId };
      await agent.call(respondToRequest, { params, body: { text: '工程师已在路上' } });
      const page = await enter({ role, size, language });
      await page.goto(`${stack.url}/requests/${requestId}`);
      await shown(page.locator('.said.out'));
      const word = language === 'zh' ? '回复用户' : 'Reply to the user';
      await page.getByRole('button', { name: word }).click();
      const reply = page.locator('#reply_text');
      await reply.fill('预计三点到');
      const colleague = await people.as('seat-supervisor');
      const note = page.locator('.conversation .said.inside');
      const seen = [
        await seenAfter(note, () => colleague.call(addNote, { params, body: { text: '备件已备好' } })),
        await seenAfter(page.locator('.take', { hasText: colleague.session.user.name }), () =>
          colleague.call(takeRequest, { params }),
        ),
      ];
      process.stdout.write(`a note and a taking are seen after ${seen.map(Math.round).join(' and ')} ms\n`);
      expect(Math.max(...seen)).toBeLessThan(atOnceMs);
      await agent.call(writeReply, { params, body: { text: '已电话告知', via: 'phone' } });
      await shown(page.locator('.meanwhile .said.out'));
      expect(await reply.inputValue()).toBe('预计三点到');
      await sentFiles(page.locator('#reply'), language, () => reply.press('Control+Enter'));
      expect(await sound(page)).toEqual([0, []]);
      await reply.press('Control+Enter');
      await shown(page.locator('.conversation > .entries > .said.out').nth(2));
      expect(await reply.inputValue()).toBe('');
      const { entries } = await agent.call(getConversation, { params });
      expect(entries.map(({ type }) => type)).toEqual(['report', 'answer', 'note', 'reply', 'reply']);
      expect(entries.at(-1)?.attachments.map(({ name }) => name)).toEqual(['page-1.png']);
      await shown(page.locator('.files').getByRole('link', { name: 'page-1.png' }));
      await page.context().close();
    },
  );

  it.each(screens)(
    'asks the user what is unclear and keeps by when a caller was told to hear from us, in %s on a %s screen',
    async (language, size, role) => {
      const { stack } = given();
      const { agent, id: requestId } = await reported();
      const page = await enter({ role, size, language });
      await page.goto(`${stack.url}/requests/${requestId}`);
      const say = (zh: string, en: string) =>
        page.getByRole('button', { name: language === 'zh' ? zh : en, exact: true });
      await say('请用户澄清', 'Ask the user').click();
      await page.locator('#ask_question').fill('哪一栋楼？');
      await say('提问', 'Ask').click();
      await shown(page.locator('.owed-item').getByText('哪一栋楼？'));
      await say('约定回电', 'Promise a call-back').click();
      await page.locator('#tell_what').fill('告知到场时间');
      await say('1 小时后', 'in 1 hour').click();
      await say('登记约定', 'Note the promise').click();
      await shown(page.locator('.owed-item').getByText('告知到场时间'));
      expect(await sound(page)).toEqual([0, []]);
      await say('记录用户的回答', 'Record what they answered').click();
      await page.locator('.owed-item textarea:not([aria-hidden])').fill('3 号楼');
      await say('保存回答', 'Keep the answer').click();
      await shown(page.locator('.said.in').getByText('3 号楼'));
      await say('已回复用户', 'They have heard from us').click();
      await page.locator('.owed-item').first().waitFor({ state: 'detached' });
      const { clarifications, callBacks } = await agent.call(getConversation, { params: { requestId } });
      expect([clarifications.map(({ state }) => state), callBacks.map(({ state }) => state)]).toEqual([
        ['answered'],
        ['kept'],
      ]);
      await page.context().close();
    },
  );
}
