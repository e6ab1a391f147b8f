import { expect, it } from '@jest/globals';
import { getRequest, reportRequest } from '@pledge/contracts/http';
import { eventually } from '@pledge/testing/eventually';
import { reportOn } from './main-job.js';
import type { Visit } from './visits.js';
import { shown, sound } from './visits.js';

/** One field from everywhere: a record by its number, what can be done there, a call about a device, the way out. */
export function itFindsAndDoes({ enter, given }: Visit): void {
  it.each([
    ['zh', 'wide', /座席员/u, '由我处理', '退出登录', '快捷键'],
    ['en', 'narrow', /Agent/u, 'Take this', 'Sign out', 'Shortcuts'],
  ] as const)(
    'find records and do things by Ctrl+K, in %s on a %s screen',
    async (language, size, role, take, out, help) => {
      const { stack, people, device } = given();
      const agent = await people.as('agent');
      const equipment = device();
      const { id, number } = await agent.call(reportRequest, { body: { ...reportOn(equipment), kind: 'fault' } });
      const page = await enter({ role, size, language });
      const active = page.locator('.palette-item[aria-selected=true]');
      await page.keyboard.press('Control+k');
      await page.keyboard.type(number);
      await shown(active.filter({ hasText: number }));
      expect(await sound(page)).toEqual([0, []]);
      await page.keyboard.press('Tab');
      await shown(page.locator('dialog:modal .palette-field:focus'));
      await page.keyboard.press('Enter');
      await page.waitForURL(`${stack.url}/requests/${id}`);

      await page.keyboard.press('Control+k');
      await page.keyboard.type(take);
      await shown(active.filter({ hasText: take }));
      await page.keyboard.press('Enter');
      await eventually(async () => (await agent.call(getRequest, { params: { requestId: id } })).takenBy ?? undefined);
      await page.locator('dialog').waitFor({ state: 'detached' });

      await page.locator('main').focus();
      await page.keyboard.press('?');
      await shown(page.getByRole('heading', { name: help }));
      expect(await sound(page)).toEqual([0, []]);
      await page.keyboard.press('Escape');
      await page.locator('dialog').waitFor({ state: 'detached' });

      await page.keyboard.press('Control+k');
      await page.keyboard.type(equipment.serialNumber);
      await page.locator('.palette-item').filter({ hasText: equipment.name }).first().click();
      await shown(page.locator('form .chosen-equipment').filter({ visible: true }));

      await page.keyboard.press('Control+k');
      await page.keyboard.type(out);
      await shown(active.filter({ hasText: out }));
      await page.keyboard.press('Enter');
      await shown(page.getByRole('button', { name: role }));
      await page.context().close();
    },
  );
}
