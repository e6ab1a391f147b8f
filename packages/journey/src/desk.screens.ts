import { expect, it } from '@jest/globals';
import { getCustomer, listDrafts, listRequests } from '@pledge/contracts/http';
import type { Equipment } from '@pledge/contracts/http';
import { eventually } from '@pledge/testing/eventually';
import { barriers } from '@pledge/testing/browser';
import { pickFirst } from './call-form.js';
import type { Visit } from './visits.js';
import { shown, sound } from './visits.js';

/** The screen of the call: by keyboard alone, over a reload and a sign-out, with what to read out at the end. */
export function itTakesCalls({ enter, given }: Visit): void {
  it('take a report by keyboard alone, and lose nothing of it over a reload and a sign-out', async () => {
    const { stack, people, device } = given();
    const equipment: Equipment = device();
    const agent = await people.as('agent');
    const customer = await agent.call(getCustomer, { params: { customerId: equipment.customerId } });
    const caller = customer.contacts[0];
    if (!caller) throw new Error(`${customer.name} has no contact`);
    const page = await enter({ role: /座席员/u });
    await page.goto(`${stack.url}/desk`);
    await page.getByRole('button', { name: '新来电' }).first().click();
    await shown(page.getByText('找到来电者后').filter({ visible: true }));

    await page.keyboard.type(equipment.serialNumber);
    await pickFirst(page);
    await shown(page.getByRole('heading', { name: customer.name }));
    expect(await barriers(page)).toEqual([]);
    const description = `读卡器无响应 ${crypto.randomUUID()}`;
    for (let fields = 0; fields < 40; fields += 1) {
      await page.keyboard.press('Tab');
      const label = await page.evaluate<string>('document.activeElement?.labels?.[0]?.textContent ?? ""');
      if (label === '报修人') await page.keyboard.type(caller.name);
      if (label === '联系电话') await page.keyboard.type(caller.phone);
      if (label === '故障现象') break;
    }
    await page.keyboard.type(description);
    await eventually(async () => {
      const { items } = await agent.call(listDrafts);
      return items.some(({ data }) => JSON.stringify(data).includes(description)) || undefined;
    });

    await page.reload();
    await shown(page.getByText(description));
    await page.getByRole('button', { name: '退出登录' }).click();
    await page
      .getByRole('button', { name: /座席员/u })
      .first()
      .click();
    await page.goto(`${stack.url}/desk`);
    await page.getByText(description).click();
    // The report arrives and its answer does not; then there is no line at all.
    await page.route(/\/intake\/requests$/u, (route) => route.fetch().then(() => route.abort()), { times: 1 });
    await page.keyboard.press('Control+Enter');
    await shown(page.getByText('没有收到服务器的答复'));
    await page.context().setOffline(true);
    await page.keyboard.press('Control+Enter');
    await shown(page.getByText('网络已断开，没有收到答复'));
    expect(await barriers(page)).toEqual([]);
    await page.context().setOffline(false);
    await page.keyboard.press('Control+Enter');
    await shown(page.getByText('请念给来电者听'));
    expect(await sound(page)).toEqual([0, []]);
    const { items } = await agent.call(listRequests, { query: { q: description } });
    expect(items.map(({ equipmentId, reportedBy }) => [equipmentId, reportedBy.name])).toEqual([
      [equipment.id, caller.name],
    ]);
    await eventually(async () => {
      const drafts = await agent.call(listDrafts);
      return !drafts.items.some(({ data }) => JSON.stringify(data).includes(description)) || undefined;
    });
    await page.context().close();
  });
}
