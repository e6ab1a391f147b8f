import { expect, it } from '@jest/globals';
import { getRequest, listCallBacks, listRequests } from '@pledge/contracts/http';
import type { Page } from 'playwright-core';
import { begin } from './call-form.js';
import type { Visit } from './visits.js';
import { shown, sound } from './visits.js';

/** The line broke between the report and its answer, and the page was left: the answer is still there, and is sent once more. */
async function answersAfterAll(page: Page, again: string): Promise<void> {
  const button = page.getByRole('button', { name: again });
  await shown(button);
  const typed = await page.locator('.step-failed .answer').innerText();
  await page.reload();
  await shown(button);
  expect(await page.locator('.step-failed .answer').innerText()).toBe(typed);
  expect(await sound(page)).toEqual([0, []]);
  await button.click();
}

/** A question that is answered while the caller listens, one that is not, and a complaint that goes on. */
export function itAnswersOnTheSpot({ enter, given }: Visit): void {
  it.each([
    [
      'zh',
      'wide',
      /座席员/u,
      '新来电',
      '再登记一件',
      '已当场答复用户',
      '疑难问题已转请部门答复',
      '已转交用户监督',
      '再发送答复',
    ],
    [
      'en',
      'narrow',
      /Agent/u,
      'New call',
      'Report another',
      'The caller was answered',
      'The question is with',
      'Supervision has it',
      'Send the answer again',
    ],
  ] as const)(
    'answer on the spot, or say why not and by when, in %s on a %s screen',
    async (language, size, role, call, next, answered, referred, handed, again) => {
      const { stack, people } = given();
      const agent = await people.as('agent');
      const page = await enter({ role, size, language });
      await page.goto(`${stack.url}/desk`);
      const mark = crypto.randomUUID();
      const sent = async (done: string, meanwhile?: () => Promise<void>) => {
        await page.keyboard.press('Control+Enter');
        await meanwhile?.();
        await shown(page.getByText(done).filter({ visible: true }));
        const { items } = await agent.call(listRequests, { query: { q: mark } });
        await page.getByRole('button', { name: next }).filter({ visible: true }).click();
        return agent.call(getRequest, { params: { requestId: items[0]?.id ?? '' } });
      };

      let form = await begin(page, call, 'consultation', language === 'zh' ? '门禁读卡' : 'card reader');
      const hit = page.locator('.desk-side .article-hits li').filter({ visible: true }).first();
      await shown(hit);
      await hit.locator('.card-actions button').click();
      await shown(form.locator('.outcome .card-actions button'));
      expect((await form.locator('[id$="_outcome_text"]').inputValue()).length).toBeGreaterThan(20);
      await form.locator('[id$="_description"]').fill(`门禁读卡 ${mark}`);
      expect(await sound(page)).toEqual([0, []]);
      await page.route(/\/respond$/u, (route) => route.abort(), { times: 1 });
      const consultation = await sent(answered, () => answersAfterAll(page, again));
      expect([consultation.kind, consultation.answer === null, consultation.status]).toEqual([
        'consultation',
        false,
        'responded',
      ]);

      form = await begin(page, call, 'how-to', `没有写到的问题 ${mark}`);
      await form.locator('.outcome input[value=refer]').check();
      await form.locator('[id$="_outcome_reason"]').fill('资料中没有此型号的说明');
      expect(await sound(page)).toEqual([0, []]);
      const howTo = await sent(referred);
      expect([howTo.kind, howTo.referral?.department]).toEqual(['how-to', 'support']);
      const { items } = await agent.call(listCallBacks, { query: { limit: 200 } });
      expect(items.map(({ requestId }) => requestId)).toContain(howTo.id);

      form = await begin(page, call, 'complaint', `维修人员迟到 ${mark}`);
      await form.locator('.outcome input[value=hand-over]').check();
      await form.locator('[id$="_outcome_handled"]').fill('已道歉');
      const complaint = await sent(handed);
      expect([complaint.kind, complaint.referral?.department]).toEqual(['complaint', 'supervision']);
      await page.context().close();
    },
  );
}
