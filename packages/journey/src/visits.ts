import type { Equipment } from '@pledge/contracts/http';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { RunningHouse } from './house.js';
import type { People } from './person.js';

const widths = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } };
const patience = 30_000;

export interface Given {
  readonly house: RunningHouse;
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
    await page.goto(given().house.url);
    if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
    if (role === undefined) return page;
    await page.getByRole('button', { name: role }).first().click();
    await page.locator('#sections').waitFor({ state: 'attached' });
    return page;
  },
});

export const shown = (what: Locator): Promise<void> => what.first().waitFor();
