import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reportRequest } from '@pledge/contracts/http';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { barriers, noBrowser, openBrowser, overflow } from './browser.js';
import type { RunningHouse } from './house.js';
import { reportOn } from './main-job.js';
import type { People } from './person.js';
import type { Equipment } from '@pledge/contracts/http';

const widths = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } };
const patience = 30_000;

/** Signs in with one click, as a demo person would. */
async function enter(context: BrowserContext, url: string, role: RegExp): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  await page.goto(url);
  await page.getByRole('button', { name: role }).first().click();
  await page.locator('main').waitFor();
  return page;
}

/** The screens of the main job in a real browser; says so where there is none. */
export function describeScreens(given: () => { house: RunningHouse; people: People; device: () => Equipment }): void {
  if (noBrowser !== undefined) process.stdout.write(`${noBrowser}\n`);
  const describeWhere = noBrowser === undefined ? describe : describe.skip;

  describeWhere('the screens', () => {
    let browser: Browser;
    const contextOf = (size: keyof typeof widths, locale: 'zh-CN' | 'en-GB') =>
      browser.newContext({ viewport: widths[size], locale, timezoneId: 'Asia/Shanghai' });

    beforeAll(async () => {
      browser = await openBrowser();
    });
    afterAll(() => browser.close());

    it('show a new report on the board without a reload, and lead to its page with clocks and timeline', async () => {
      const { house, people, device } = given();
      const context = await contextOf('wide', 'zh-CN');
      const page = await enter(context, house.url, /质量监督员/u);
      await page.goto(`${house.url}/`);
      await page.getByRole('heading', { name: '承诺看板' }).waitFor();

      const body = reportOn(device());
      const { number } = await (await people.as('agent')).call(reportRequest, { body });
      const link = page.getByRole('link', { name: body.description });
      await link.waitFor();
      expect(await barriers(page)).toEqual([]);

      await link.click();
      await page.getByText(number).first().waitFor();
      await page.getByText('响应').first().waitFor();
      expect(await barriers(page)).toEqual([]);
      await context.close();
    });

    it.each([
      ['zh-CN', /派工员/u],
      ['en-GB', /Dispatcher/u],
    ] as const)('fit a telephone in %s, without barriers', async (locale, role) => {
      const { house } = given();
      const context = await contextOf('narrow', locale);
      const page = await context.newPage();
      page.setDefaultTimeout(patience);
      await page.goto(house.url);
      if (locale === 'en-GB') await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('button', { name: role }).first().waitFor();
      if (locale === 'en-GB') expect(await page.locator('html').getAttribute('lang')).toMatch(/^en/u);
      expect([await overflow(page), await barriers(page)]).toEqual([0, []]);
      await page.getByRole('button', { name: role }).first().click();
      for (const path of ['/', '/orders', '/requests', '/stock']) {
        await page.goto(house.url + path);
        await page.locator('main h1').first().waitFor();
        expect([path, await overflow(page), await barriers(page)]).toEqual([path, 0, []]);
      }
      await context.close();
    });

    it("show the user the progress of their request without signing in, and nobody's phone", async () => {
      const { house, people, device } = given();
      const receipt = await (await people.as('agent')).call(reportRequest, { body: reportOn(device()) });
      const context = await contextOf('narrow', 'zh-CN');
      const page = await context.newPage();
      page.setDefaultTimeout(patience);
      await page.goto(`${house.url}/p/${receipt.publicToken}`);
      await page.getByText(receipt.number).first().waitFor();
      expect(await page.locator('body').innerText()).not.toMatch(/13800000001/u);
      expect([await overflow(page), await barriers(page)]).toEqual([0, []]);
      await context.close();
    });
  });
}
