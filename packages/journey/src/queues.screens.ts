import { reportRequest } from '@pledge/contracts/http';
import { expect, it } from '@jest/globals';
import { barriers, overflow } from './browser.js';
import { reportOn } from './main-job.js';
import type { Visit } from './visits.js';
import { shown } from './visits.js';

/** What waits for the desk, queue by queue, and the newest without a reload. */
export function itHasQueues({ enter, given }: Visit): void {
  it.each([
    ['zh', 'wide', /座席员/u],
    ['en', 'narrow', /Agent/u],
  ] as const)('show what waits, also what comes in meanwhile, in %s on a %s screen', async (language, size, role) => {
    const { house, people, device } = given();
    const page = await enter({ role, size, language });
    await page.goto(`${house.url}/queues/unclear`);
    await shown(page.locator('.queue-tab.active'));
    const body = { ...reportOn(device()), kind: 'fault' as const };
    await (await people.as('agent')).call(reportRequest, { body });
    await shown(page.getByText(body.description));
    expect([await overflow(page), await barriers(page)]).toEqual([0, []]);
    for (const queue of ['new', 'waiting-for-user', 'call-backs', 'transcribe', 'confirm', 'mine']) {
      await page.goto(`${house.url}/queues/${queue}`);
      await shown(page.locator('.queue-tab.active'));
      expect([queue, await overflow(page), await barriers(page)]).toEqual([queue, 0, []]);
    }
    await page.context().close();
  });
}
