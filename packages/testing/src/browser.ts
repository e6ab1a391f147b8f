import { existsSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { browserFromNpm, npmHasBrowser } from './browser-from-npm.js';

const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const found = places.find((place): place is string => place !== undefined && existsSync(place));

/** Why no screen can be tried here; undefined where one can. */
export const noBrowser =
  found === undefined && !npmHasBrowser
    ? `no Chromium found (CHROMIUM names one), and npm has none for ${process.platform}-${process.arch}`
    : undefined;

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let told = false;

/** Chromium without a window, and without a word to anybody outside: the machine's own, else the one npm brings. */
export async function openBrowser(): Promise<Browser> {
  if (noBrowser !== undefined) throw new Error(noBrowser);
  const { executablePath, env } = found === undefined ? await browserFromNpm() : { executablePath: found, env: {} };
  const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
  if (!told) process.stdout.write(`screens are tried in Chromium ${browser.version()}, ${found ?? 'from npm'}\n`);
  told = true;
  return browser;
}

/**
 * What axe finds serious or critical on a page (WCAG 2.2 AA), a line each. Every screen is tried in both languages; contrast, which
 * takes longest and does not depend on words, in Chinese.
 */
export async function barriers(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).withTags(['wcag2a', 'wcag21a', 'wcag2aa', 'wcag21aa', 'wcag22aa']);
  const language = await page.locator('html').getAttribute('lang');
  const { violations } = await (language?.startsWith('en') ? axe.disableRules('color-contrast') : axe).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** By how many pixels a page is wider than the screen. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
