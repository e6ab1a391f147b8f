import { expect, it } from '@jest/globals';
import { barriers, overflow } from './browser.js';
import type { Visit } from './visits.js';
import { shown } from './visits.js';

/** What came in, and that it is all accounted for. */
export function itAccountsForWhatCameIn({ enter, given }: Visit): void {
  it.each([
    ['zh', 'wide', /座席员/u, '收支相符'],
    ['en', 'narrow', /Agent/u, 'In = out'],
  ] as const)('account for what came in, in %s on a %s screen', async (language, size, role, even) => {
    const { house } = given();
    const page = await enter({ role, size, language });
    for (const path of ['/envelopes?status=all&channel=hotline', '/status']) {
      await page.goto(house.url + path);
      await shown(page.getByText(even));
      expect([path, await overflow(page), await barriers(page)]).toEqual([path, 0, []]);
    }
    await page.context().close();
  });
}
