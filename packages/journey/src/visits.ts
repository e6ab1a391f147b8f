import type { Equipment } from '@pledge/contracts/http';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { barriers, overflow } from '@pledge/testing/browser';
import type { RunningStack } from './stack.js';
import type { People } from './person.js';

const widths = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } };
const patience = 30_000;

export interface Given {
  readonly stack: RunningStack;
  readonly people: People;
  readonly device: () => Equipment;
}

interface Visitor {
  /** Whose button is pressed on the sign-in page; nobody's for a stranger. */
  readonly role?: RegExp;
  readonly size?: keyof typeof widths;
  readonly language?: 'zh' | 'en';
}

/** A page in a browser of its own, signed in with one click as a demo person would. */
export interface Visit {
  readonly given: () => Given;
  readonly enter: (visitor: Visitor) => Promise<Page>;
}

export const visitsOf = (given: () => Given, browser: () => Browser): Visit => ({
  given,
  enter: async ({ role, size = 'wide', language = 'zh' }) => {
    const context: BrowserContext = await browser().newContext({
      viewport: widths[size],
      locale: language === 'zh' ? 'zh-CN' : 'en-GB',
      timezoneId: 'Asia/Shanghai',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    await page.goto(given().stack.url);
    if (language === 'en') {
      await page.getByRole('button', { name: 'English' }).click();
      await page.locator('html[lang^=en]').waitFor({ state: 'attached' });
    }
    if (role === undefined) return page;
    await page.getByRole('button', { name: role }).first().click();
    await page.locator('#sections').waitFor({ state: 'attached' });
    return page;
  },
});

export const shown = (what: Locator): Promise<void> => what.first().waitFor();

/** A language, a width and a role each, so that both of both are seen. */
export const screens = [
  ['zh', 'wide', /座席员/u],
  ['en', 'narrow', /Agent/u],
] as const;

/** How much too wide a page is, and its barriers; from the top, where the head of the page covers nothing. */
export async function sound(page: Page): Promise<[number, string[]]> {
  await page.evaluate('scrollTo(0, 0)');
  return [await overflow(page), await barriers(page)];
}
