import { expect, it } from '@jest/globals';
import { barriers, overflow } from './browser.js';
import type { Visit } from './visits.js';
import { shown } from './visits.js';

/** Who is on call and what is answered with: seen by those who plan it, at a desk and on a telephone. */
export function itShowsTheRoster({ enter, given }: Visit): void {
  it.each([
    ['zh', 'wide', /座席管理员/u, '现在值班', '新模板'],
    ['en', 'narrow', /Seat supervisor/u, 'On call now', 'New text'],
  ] as const)('show the roster and the answer texts in %s on a %s screen', async (language, size, role, now, text) => {
    const { house } = given();
    const page = await enter({ role, size, language });
    for (const view of ['week', 'month']) {
      await page.goto(`${house.url}/roster?view=${view}`);
      await shown(page.getByRole('heading', { name: now }));
      await shown(page.locator('.shift.now'));
      expect([view, await overflow(page), await barriers(page)]).toEqual([view, 0, []]);
    }
    await page.goto(`${house.url}/templates`);
    await page.getByRole('button', { name: text }).click();
    await page.locator('form textarea[lang=en]').first().fill('{{moon}}');
    await shown(page.getByText(/moon/u).filter({ visible: true }));
    expect([await overflow(page), await barriers(page)]).toEqual([0, []]);
    await page.context().close();
  });
}
