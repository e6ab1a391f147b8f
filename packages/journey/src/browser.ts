import { existsSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';

const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const found = places.find((place): place is string => place !== undefined && existsSync(place));

/** Why no screen can be tried here; undefined where one can. */
export const noBrowser =
  found === undefined ? 'no Chromium found (CHROMIUM names one): the screens were not tried' : undefined;

/** Chromium without a window, and without a word to anybody outside. */
export function openBrowser(): Promise<Browser> {
  if (found === undefined) throw new Error(noBrowser);
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  return chromium.launch({ executablePath: found, args });
}

/**
 * What axe finds serious or critical on a page (WCAG 2.2 AA), a line each. Every screen is tried in both languages; contrast, which
 * takes longest and does not depend on words, in Chinese.
 */
export async function barriers(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']);
  const language = await page.locator('html').getAttribute('lang');
  const { violations } = await (language?.startsWith('en') ? axe.disableRules('color-contrast') : axe).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** By how many pixels a page is wider than the screen. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
