import { expect, it } from '@jest/globals';
import { listShifts } from '@pledge/contracts/http';
import { barriers, overflow } from '@pledge/testing/browser';
import type { Locator, Page } from 'playwright-core';
import type { Visit } from './visits.js';
import { shown, sound } from './visits.js';

/** Who is on call and what is answered with: seen by those who plan it, at a desk and on a telephone. */
export function itShowsTheRoster({ enter, given }: Visit): void {
  it.each([
    ['zh', 'wide', /座席管理员/u, '现在值班', '新模板'],
    ['en', 'narrow', /Seat supervisor/u, 'On call now', 'New text'],
  ] as const)('show the roster and the answer texts in %s on a %s screen', async (language, size, role, now, text) => {
    const { stack } = given();
    const page = await enter({ role, size, language });
    for (const view of ['week', 'month']) {
      await page.goto(`${stack.url}/roster?view=${view}`);
      await shown(page.getByRole('heading', { name: now }));
      await shown(page.locator('.shift.now'));
      expect([view, await overflow(page), await barriers(page)]).toEqual([view, 0, []]);
    }
    await page.goto(`${stack.url}/templates`);
    await page.getByRole('button', { name: text }).click();
    await page.locator('form textarea[lang=en]').first().fill('{{moon}}');
    await shown(page.getByText(/moon/u).filter({ visible: true }));
    expect(await sound(page)).toEqual([0, []]);
    await page.context().close();
  });

  it.each([
    ['zh', 'wide', /座席管理员/u, '改动', '保存改动', '此项必填'],
    ['en', 'narrow', /Seat supervisor/u, 'Change', 'Keep the change', 'Required'],
  ] as const)('change a shift with why, in %s on a %s screen', async (language, size, role, change, keep, required) => {
    const { stack, people } = given();
    const page = await enter({ role, size, language });
    const to = size === 'wide' ? 8 : 15;
    const day = new Date(Date.now() + to * 86_400_000).toISOString().slice(0, 10);
    await page.goto(`${stack.url}/roster?day=${day}`);
    const button = page.locator('.shift').getByRole('button', { name: new RegExp(`^${change} `, 'u') });
    await shown(button);
    await button.first().click();
    const form = page.locator('.panel.step form').first();
    const ends = form.locator('input[type=datetime-local]').nth(1);
    const before = await ends.inputValue();
    const after = before.replace(/.$/u, before.endsWith('5') ? '0' : '5');
    await ends.fill(after);
    await form.getByRole('button', { name: keep }).click();
    await shown(form.getByText(required));
    await page.evaluate('scrollTo(0, 0)');
    expect(await sound(page)).toEqual([0, []]);
    await form.locator('input[id$=reason]').fill('家中有事');
    await form.getByRole('button', { name: keep }).click();
    await form.waitFor({ state: 'detached' });
    await shown(page.locator('.shift-why').getByText('家中有事'));
    expect(await sound(page)).toEqual([0, []]);
    const stretch = { from: `${day}T00:00:00+08:00`, to: new Date(Date.parse(day) + 8 * 86_400_000).toISOString() };
    const from = new Date(Date.parse(day) - 8 * 86_400_000).toISOString();
    const { items } = await (await people.as('seat-supervisor')).call(listShifts, { query: { ...stretch, from } });
    const ended = new Date(`${after}:00+08:00`).toISOString();
    expect(items.map(({ endsAt }) => new Date(endsAt).toISOString())).toContain(ended);
    if (size === 'wide') await swaps(page, button);
    await page.context().close();
  });
}

/** The first shift that can be changed is swapped with the one that is offered first. */
async function swaps(page: Page, button: Locator): Promise<void> {
  await button.first().click();
  const form = page.locator('.panel.step form').first();
  await form.locator('.ant-select').first().click();
  await page.locator('.ant-select-item-option').first().click();
  await form.locator('input[id$=reason]').fill('两人互换');
  await form.getByRole('button', { name: '对调', exact: true }).click();
  await form.waitFor({ state: 'detached' });
  await shown(page.locator('.shift-why').getByText('两人互换'));
}
