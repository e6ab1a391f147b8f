import { expect, it } from '@jest/globals';
import type { Equipment } from '@pledge/contracts/http';
import { getRequest, listRequests } from '@pledge/contracts/http';
import { eventually } from '@pledge/testing/eventually';
import { walkMainJob } from './main-job.js';
import type { Person } from './person.js';
import type { Visit } from './visits.js';
import { screens, shown, sound } from './visits.js';

const fails = { zh: '还没有解决', en: 'No, not yet' };
const disputed = { zh: '用户有异议', en: 'Disputed' };
const other = { zh: 'en', en: 'zh' } as const;

/** A device of which nothing is open, nor of its site without a device: a report of it is a request of its own. */
async function undisturbed({ call }: Person, next: () => Equipment): Promise<Equipment> {
  for (let tries = 0; tries < 100; tries += 1) {
    const device = next();
    const query = { siteId: device.siteId, kind: 'fault', open: 'true', limit: 200 } as const;
    const { items } = await call(listRequests, { query });
    if (items.every(({ equipmentId }) => equipmentId !== null && equipmentId !== device.id)) return device;
  }
  throw new Error('a fault is open on every device');
}

/** A repair that the user disputes by their link, in one language, until it is reported again at the desk, in the other. */
export function itReportsAgain({ enter, given }: Visit): void {
  it.each(screens)(
    'reports a fault again whose repair the user disputes, and links the two, in %s on a %s screen',
    async (language, size, role) => {
      const { stack, people, device } = given();
      const agent = await people.as('agent');
      const { requestId, number, publicToken } = await walkMainJob(people, await undisturbed(agent, device), 30_000);
      const note = `又断电了 ${number}`;
      const user = await enter({ size: 'narrow', language: other[language] });
      await user.goto(`${stack.url}/p/${publicToken}`);
      await user.getByRole('button', { name: fails[other[language]] }).click();
      await user.locator('#fails_note').fill(note);
      await user.locator('#fails button[type=submit]').click();
      await shown(user.locator('.said').getByText(note));

      const page = await enter({ role, size, language });
      await page.goto(`${stack.url}/queues/confirm`);
      const line = page.locator('tbody tr', { hasText: note });
      await shown(line.locator('.tag.bad').getByText(disputed[language]));
      await line.getByRole('link').first().click();
      await shown(page.locator('.disputed').getByText(note));
      expect(await page.locator('#again_says').inputValue()).toBe(note);
      await page.locator('#again button[type=submit]').click();
      const another = page.locator('.notice a', { hasText: number });
      await shown(another);
      expect(await sound(page)).toEqual([0, []]);
      const again = await page.locator('.page-head .number').first().innerText();
      expect(again).not.toBe(number);
      await eventually(async () => {
        const { recurredAs, verdict, ...now } = await agent.call(getRequest, { params: { requestId } });
        return now.disputed === null && verdict === 'not-effective' && recurredAs?.number === again;
      });
      await user.reload();
      await shown(user.locator('.pause-note').getByText(again));
      expect(await sound(user)).toEqual([0, []]);
      await another.click();
      await shown(page.locator('.notice a', { hasText: again }));
      expect([page.url(), await page.locator('.disputed').count()]).toEqual([`${stack.url}/requests/${requestId}`, 0]);
      await Promise.all([page.context().close(), user.context().close()]);
    },
  );
}
