import { expect, it } from '@jest/globals';
import { getOrder, listOrders, listSupportRequests, reportRequest, respondToRequest } from '@pledge/contracts/http';
import { eventually } from '@pledge/testing/eventually';
import { apart } from './main-job.js';
import type { Visit } from './visits.js';
import { shown, sound } from './visits.js';

/** A command whose answer is lost; the page hears of what it did before the button is pressed again. */
export function itRepeatsWhatHadNoAnswer({ enter, given }: Visit): void {
  it.each([
    ['zh', 'wide', /派工员/u, '请求技术支持', '发出请求', '没有收到服务器的答复'],
    ['en', 'narrow', /Dispatcher/u, 'Ask tech support', 'Send the question', 'No answer from the server'],
  ] as const)(
    'ask technical support once where the answer was lost and a live update came before the second press, in %s on a %s screen',
    async (language, size, role, ask, send, noAnswer) => {
      const { stack, people, device } = given();
      const agent = await people.as('agent');
      const dispatcher = await people.as('dispatcher');
      const { id: requestId } = await agent.call(reportRequest, { body: apart(device()) });
      await agent.call(respondToRequest, { params: { requestId }, body: { text: '已安排工程师' } });
      const { id: orderId, version } = await eventually(
        async () => (await dispatcher.call(listOrders, { query: { requestId } })).items[0],
      );
      const question = `如何复位？${crypto.randomUUID()}`;

      const page = await enter({ role, size, language });
      await page.goto(`${stack.url}/orders/${orderId}`);
      await page.getByRole('button', { name: ask, exact: true }).click();
      const field = page.locator('form', { hasText: send }).locator('textarea:not([aria-hidden])');
      await field.fill(question);
      await page.route(/\/support-requests$/u, (route) => route.fetch().then(() => route.abort()), { times: 1 });
      await page.getByRole('button', { name: send, exact: true }).click();
      await shown(page.getByText(noAnswer));
      await shown(page.locator('.questions').getByText(question));
      expect(await sound(page)).toEqual([0, []]);

      await page.getByRole('button', { name: send, exact: true }).click();
      await field.waitFor({ state: 'detached' });
      expect(await page.getByText(noAnswer).count()).toBe(0);
      const order = await dispatcher.call(getOrder, { params: { orderId } });
      expect([order.support.length, order.version]).toEqual([1, version + 1]);
      const support = await people.as('support-engineer');
      const asked = async () =>
        (await support.call(listSupportRequests, { query: { orderId } })).items.filter(
          (one) => one.question === question,
        );
      await eventually(async () => (await asked()).length > 0);
      expect(await asked()).toHaveLength(1);
      await page.context().close();
    },
  );
}
