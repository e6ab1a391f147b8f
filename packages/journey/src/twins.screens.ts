import { expect, it } from '@jest/globals';
import { listRequests, reportRequest } from '@pledge/contracts/http';
import { begin, callForm } from './call-form.js';
import { reportOn } from './main-job.js';
import type { Visit } from './visits.js';
import { screens, shown, sound } from './visits.js';

/** A report that may tell of a fault again: seen while it is typed, decided on before it is sent. */
export function itShowsTwins({ enter, given }: Visit): void {
  it.each([
    ['zh', 'wide', /座席员/u, '新来电', '此项必填', '请念给来电者听', 'separate'],
    ['en', 'narrow', /Agent/u, 'New call', 'Required', 'Read this to the caller', 'join'],
  ] as const)(
    'show likely twins while typing, in %s on a %s screen',
    async (language, size, role, call, required, read, decision) => {
      const { stack, people, device } = given();
      const agent = await people.as('agent');
      const equipment = device();
      const first = await agent.call(reportRequest, { body: { ...reportOn(equipment), kind: 'fault' } });
      const owner = first.joinedTo ?? first;
      const page = await enter({ role, size, language });
      await page.goto(`${stack.url}/desk`);
      await page.getByRole('button', { name: call }).first().click();
      const { form, field, about } = callForm(page);
      await about(equipment);
      await shown(form.locator('.twins'));
      await shown(form.locator('.twin-outcome.rule-joins').filter({ hasText: owner.number }));
      const description = `又坏了 ${crypto.randomUUID()}`;
      await field('reportedBy_name').fill('王敏');
      await field('reportedBy_phone').fill('13800000001');
      await field('description').fill(description);

      await form.locator('.twin-choices input:checked').focus();
      if (decision === 'separate') {
        await page.keyboard.press('ArrowUp');
        await shown(form.locator('.twin-outcome.separate'));
        await page.keyboard.press('Control+Enter');
        await shown(form.locator('.twins').getByText(required));
        expect(await sound(page)).toEqual([0, []]);
        await field('twin_reason').fill('另一扇门');
      } else {
        await page.keyboard.press('ArrowDown');
        await shown(form.locator('.twin-outcome.join').filter({ hasText: owner.number }));
        expect(await sound(page)).toEqual([0, []]);
      }
      await page.keyboard.press('Control+Enter');
      await shown(page.getByText(read).filter({ visible: true }));
      const { items } = await agent.call(listRequests, { query: { q: description } });
      expect(items.map(({ joinedTo }) => joinedTo?.number ?? null)).toEqual([
        decision === 'join' ? owner.number : null,
      ]);
      await page.context().close();
    },
  );

  it.each(screens)(
    'join what is asked twice within minutes and take it out again by name and with a reason, in %s on a %s screen',
    async (language, size, role) => {
      const { stack, people } = given();
      const agent = await people.as('agent');
      const say = (zh: string, en: string) => (language === 'zh' ? zh : en);
      const asked = `上周的录像怎么导出 ${crypto.randomUUID()}`;
      const phone = `021 5555 ${asked.replace(/\D/gu, '').padStart(4, '0').slice(-4)}`;
      const first = await agent.call(reportRequest, {
        body: {
          ...{ kind: 'consultation', channel: 'hotline', reportedBy: { name: '王敏', phone } },
          ...{ subject: '导出录像', description: asked, details: { kind: 'consultation' } },
        },
      });
      const page = await enter({ role, size, language });
      await page.goto(`${stack.url}/desk`);
      const form = await begin(page, say('新来电', 'New call'), 'consultation', asked, phone);
      await shown(form.locator('.twin-outcome.rule-joins').filter({ hasText: first.number }));
      if (language === 'zh') {
        await form.locator('.twin-choices input:checked').focus();
        await page.keyboard.press('ArrowDown');
        await shown(form.locator('.twin-outcome.join').filter({ hasText: first.number }));
      }
      await page.keyboard.press('Control+Enter');
      await shown(page.locator('.read-out').getByText(first.number));
      expect(await sound(page)).toEqual([0, []]);
      await page.getByRole('link', { name: say('打开该请求', 'Open the request') }).click();
      await shown(page.locator('.notice a', { hasText: first.number }));
      const undo = say('撤销并入', 'Undo the join');
      await page.getByRole('button', { name: undo }).click();
      const reason = page.locator('#undo-join_reason');
      await reason.press('Enter');
      await shown(page.locator('#undo-join').getByText(say('此项必填', 'Required')));
      expect(await sound(page)).toEqual([0, []]);
      await reason.fill('另一路摄像机');
      await reason.press('Enter');
      const undone = page.locator('.timeline .entry', { hasText: '另一路摄像机' });
      await shown(undone);
      expect(await undone.innerText()).toContain(agent.session.user.name);
      expect(await undone.locator('time').innerText()).toMatch(/\d+:\d+:\d+/u);
      expect(await page.evaluate('document.activeElement.className')).toBe('next-whose');
      expect(await page.locator('.notice a', { hasText: first.number }).count()).toBe(0);
      const { items } = await agent.call(listRequests, { query: { q: asked } });
      expect(items.map(({ status, joinedTo, followUps }) => [status, joinedTo, followUps])).toEqual([
        ['received', null, []],
        ['received', null, []],
      ]);
      await page.context().close();
    },
  );
}
