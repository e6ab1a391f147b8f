import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { reportRequest } from '@pledge/contracts/http';
import { describeWhere } from '@pledge/testing/where';
import type { Browser } from 'playwright-core';
import { itAnswersOnTheSpot } from './consulting.screens.js';
import { itTakesCalls } from './desk.screens.js';
import { barriers, noBrowser, openBrowser, overflow } from '@pledge/testing/browser';
import { reportOn } from './main-job.js';
import { itRoutes } from './routing.screens.js';
import { itAccountsForWhatCameIn } from './envelopes.screens.js';
import { itTakesEveryKind } from './kinds.screens.js';
import { itBuysParts } from './purchase.screens.js';
import { itFindsAndDoes } from './palette.screens.js';
import { itHasQueues } from './queues.screens.js';
import { itHandlesRequests } from './request.screens.js';
import { itTakesReportsByLabel } from './label.screens.js';
import { itRepeatsWhatHadNoAnswer } from './lost-answers.screens.js';
import { itShowsTheRoster } from './roster.screens.js';
import { itShowsTwins } from './twins.screens.js';
import type { Given } from './visits.js';
import { visitsOf, sound } from './visits.js';

/** The screens of the main job in a real browser. */
export function describeScreens(given: () => Given): void {
  describeWhere(noBrowser, 'the screens', () => {
    let browser: Browser;
    const visit = visitsOf(given, () => browser);
    const { enter } = visit;

    beforeAll(async () => {
      browser = await openBrowser();
    });
    // A page that a failed test left open would go on at the cost of the next.
    afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
    afterAll(() => browser.close());

    it('show a new report on the board without a reload, and lead to its page with clocks and timeline', async () => {
      const { stack, people, device } = given();
      const page = await enter({ role: /质量监督员/u });
      await page.goto(`${stack.url}/`);
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
      await page.context().close();
    });

    it.each([
      ['zh', /派工员/u],
      ['en', /Dispatcher/u],
    ] as const)('fit a telephone in %s, without barriers', async (language, role) => {
      const { stack } = given();
      const page = await enter({ size: 'narrow', language });
      await page.getByRole('button', { name: role }).first().waitFor();
      if (language === 'en') expect(await page.locator('html').getAttribute('lang')).toMatch(/^en/u);
      expect(await sound(page)).toEqual([0, []]);
      await page.getByRole('button', { name: role }).first().click();
      const lists = [
        '/orders',
        '/requests',
        '/stock',
        '/stock/reservations',
        '/purchase-orders',
        '/suppliers',
        '/support',
      ];
      for (const path of ['/', ...lists, '/promises', '/repair-records']) {
        await page.goto(stack.url + path);
        await page.locator('main h1').first().waitFor();
        expect([path, await overflow(page), await barriers(page)]).toEqual([path, 0, []]);
      }
      await page.context().close();
    });

    itTakesCalls(visit);
    itTakesEveryKind(visit);
    itShowsTwins(visit);
    itAnswersOnTheSpot(visit);
    itAccountsForWhatCameIn(visit);
    itHasQueues(visit);
    itHandlesRequests(visit);
    itRepeatsWhatHadNoAnswer(visit);
    itBuysParts(visit);
    itFindsAndDoes(visit);
    itTakesReportsByLabel(visit);
    itRoutes(visit);
    itShowsTheRoster(visit);

    it("show the user the progress of their request without signing in, and nobody's phone", async () => {
      const { stack, people, device } = given();
      const receipt = await (await people.as('agent')).call(reportRequest, { body: reportOn(device()) });
      const page = await enter({ size: 'narrow' });
      await page.goto(`${stack.url}/p/${receipt.publicToken}`);
      await page.getByText(receipt.number).first().waitFor();
      expect(await page.locator('body').innerText()).not.toMatch(/13800000001/u);
      expect(await sound(page)).toEqual([0, []]);
      await page.context().close();
    });
  });
}
