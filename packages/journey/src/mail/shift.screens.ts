import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getEnvelope, getOnCall, listRequests } from '@pledge/contracts/http';
import { demoCustomers } from '@pledge/demo';
import type { Browser } from 'playwright-core';
import { callForm } from '../call-form.js';
import { noBrowser, openBrowser } from '../browser.js';
import type { Given } from '../visits.js';
import { shown, sound, visitsOf } from '../visits.js';
import { callFrom } from './telephone.js';

/** A call that rings on the desk of whoever is on call, becomes a request in its form, and the shift that is handed over after it. */
export function describeShift(given: () => Given): void {
  const describeWhere = noBrowser === undefined ? describe : describe.skip;

  describeWhere('a shift', () => {
    let browser: Browser;
    const { enter } = visitsOf(given, () => browser);
    beforeAll(async () => {
      browser = await openBrowser();
    });
    afterAll(() => browser.close());

    it('begins with a call that is known by its number, and ends in the hands of the next', async () => {
      const { house, people, device } = given();
      const agent = await people.as('agent');
      const { now, next } = await agent.call(getOnCall);
      const onCall = now?.people[0];
      const follower = next?.people[0];
      if (!onCall || !follower) throw new Error('the demo roster has a gap');
      const equipment = device();
      const caller = demoCustomers.find(({ customerId }) => customerId === equipment.customerId)?.contacts[0];
      if (!caller) throw new Error('the customer has no contact');

      const page = await enter({});
      await page.request.post(`${house.url}/api/session/demo`, { data: { role: 'agent', personId: onCall.personId } });
      await page.goto(`${house.url}/desk`);
      await shown(page.locator('.calls'));
      const tell = callFrom(house.url, caller.phone);
      const envelopeId = await tell('ringing');
      const call = page.locator('.call.ringing', { hasText: caller.name });
      await shown(call);
      expect(await sound(page)).toEqual([0, []]);
      await call.getByRole('button', { name: '接听并登记' }).click();
      const { form, field, about } = callForm(page);
      await shown(form);
      await tell('answered');

      const description = `主机反复重启 ${crypto.randomUUID()}`;
      await about(equipment);
      await field('description').fill(description);
      await page.keyboard.press('Control+Enter');
      await shown(page.getByText('请念给来电者听').filter({ visible: true }));
      await tell('ended');
      const { items } = await agent.call(listRequests, { query: { q: description } });
      const envelope = await agent.call(getEnvelope, { params: { envelopeId } });
      expect([items.length, items[0]?.reportedBy.name, envelope.outcome]).toEqual([
        1,
        caller.name,
        { type: 'new-request', requestId: items[0]?.id, number: items[0]?.number },
      ]);

      await page.goto(`${house.url}/roster`);
      await page.locator('.hand-over summary').first().click();
      await shown(page.locator('.hand-over').getByText(items[0]?.number ?? '?'));
      expect(await sound(page)).toEqual([0, []]);
      await page.locator('.hand-over form textarea:not([aria-hidden])').fill('门禁主机已报派工');
      await page.locator('.hand-over form button[type=submit]').click();
      await page.locator('.hand-over form').waitFor({ state: 'detached' });
      const after = await agent.call(getOnCall);
      expect(after.now?.handedOver).toMatchObject({ to: { personId: follower.personId } });
      await page.context().close();
    });
  });
}
