import { expect, it } from '@jest/globals';
import { listRequests, reportRequest } from '@pledge/contracts/http';
import { callForm } from './call-form.js';
import { reportOn } from './main-job.js';
import type { Visit } from './visits.js';
import { shown, sound } from './visits.js';

/** A report that may tell of a fault again: seen while it is typed, decided on before it is sent. */
export function itShowsTwins({ enter, given }: Visit): void {
  it.each([
    ['zh', 'wide', /座席员/u, '新来电', '此项必填', '请念给来电者听', 'separate'],
    ['en', 'narrow', /Agent/u, 'New call', 'Required', 'Read this to the caller', 'join'],
  ] as const)(
    'show likely twins while typing, in %s on a %s screen',
    async (language, size, role, call, required, read, decision) => {
      const { house, people, device } = given();
      const agent = await people.as('agent');
      const equipment = device();
      const first = await agent.call(reportRequest, { body: { ...reportOn(equipment), kind: 'fault' } });
      const owner = first.joinedTo ?? first;
      const page = await enter({ role, size, language });
      await page.goto(`${house.url}/desk`);
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
}
